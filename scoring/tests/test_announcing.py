"""Announced standings: versions that later scores do not change, and what they differ in."""

import datetime as dt
from decimal import Decimal

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.workflow import NotChair
from scoring.announcing import differences
from scoring.models import Announcement
from scoring.tests import make
from scoring.tests.ranked import barred, ranked_year
from scoring.tests.scene import LATER, NOW
from scoring.tests.test_score_pages import address
from scoring.workflow import announce, save_score


@pytest.fixture
def ranked(cast):
    made = ranked_year(cast)
    barred(cast, "youth", effect="not_ranked")
    return made


def announced(cast, **more):
    more = {"announced_on": cast.today, "by": cast.chair, "at": NOW, **more}
    return announce(cast.year, **more)


def correct(cast, made, points, shown=5):
    cell = {"seat": cast.seats["front"], "criterion": made.criteria.get(code="I.2.b")}
    how = {"points": Decimal(points), "shown": Decimal(shown), "by": cast.chair, "at": NOW}
    save_score(cast.year, **cell, **how)


def told(standing):
    return [
        (line["name"], line["rank"], line["total"], line["grade"]) for line in standing["lines"]
    ]


def test_the_whole_standing_is_kept_and_later_scores_do_not_change_it(ranked, cast):
    first = announced(cast, document="TB 12/TB-KTĐ")
    correct(cast, ranked, 8)
    first.refresh_from_db()

    assert told(first.standing) == [
        ("Ủy ban MTTQ", 1, "57.00", "Tốt"),
        ("Liên đoàn Lao động", 1, "57.00", "Xuất sắc"),
        ("Hội Nông dân", 3, "20.00", "Khá"),
        ("Tỉnh đoàn", None, "0.00", ""),
    ]
    assert first.standing["lines"][0]["points"]["I.2.b"] == "5.00"
    assert first.standing["lines"][3]["remark"] == "không xếp hạng (C8)"
    assert (first.number, first.replaces, first.document) == (1, None, "TB 12/TB-KTĐ")
    assert first.act.what == f"Công bố kết quả xếp hạng năm {cast.year.year}"


def test_a_correction_is_a_new_version_that_names_what_it_replaces(ranked, cast):
    first = announced(cast)
    correct(cast, ranked, "8")
    with pytest.raises(Refused, match="why the announced standing is replaced"):
        announced(cast, at=LATER)
    second = announced(cast, at=LATER, replace_reason="Cộng sót 3 điểm")

    assert (second.number, second.replaces, second.replace_reason) == (2, first, "Cộng sót 3 điểm")
    found = differences(first.standing, second.standing)
    assert [(each.member, each.what, each.before, each.after) for each in found] == [
        ("Ủy ban MTTQ", "total", "57.00", "60.00"),
        ("Ủy ban MTTQ", "grade", "Tốt", "Xuất sắc"),
        ("Ủy ban MTTQ", "I", "57.00", "60.00"),
        ("Ủy ban MTTQ", "I.2", "17.00", "20.00"),
        ("Ủy ban MTTQ", "I.2.b", "5.00", "8.00"),
        ("Liên đoàn Lao động", "rank", "1", "2"),
    ]
    assert differences(first.standing, first.standing) == []


def test_what_is_only_worded_otherwise_is_no_change_and_a_lifted_bar_is_one():
    line = {"seat": 1, "name": "Tỉnh đoàn", "rank": None, "total": "9.00", "grade": ""}
    line |= {"points": {"I": "9.00"}}
    early = {"lines": [{**line, "remark": "không xếp hạng (C8)"}]}
    reworded = {"lines": [{**line, "remark": "không được xếp hạng (C8); đồng hạng"}]}
    now = {"lines": [{**line, "remark": "x", "barred": [["C8", "not_ranked"]]}]}
    assert differences(early, reworded) == differences(early, now) == []

    lifted = {"lines": [{**line, "remark": "không xếp hạng (C8)", "barred": []}]}
    milder = {"lines": [{**line, "remark": "", "barred": [["C8", "no_flag"]]}]}
    assert [(d.what, d.before, d.after) for d in differences(early, lifted)] == [
        ("barred", "C8", "")
    ]
    [told] = differences(now, milder)
    assert (told.before, told.after) == ("không xếp hạng (C8)", "không đề nghị tặng cờ (C8)")


def test_nothing_is_announced_twice_too_early_or_half_scored(ranked, cast):
    announced(cast)
    with pytest.raises(Refused, match="nothing to replace"):
        announced(cast, replace_reason="Lần nữa")
    with pytest.raises(Refused, match="still to come"):
        announced(cast, announced_on=cast.today + dt.timedelta(days=1))
    ranked.scores.filter(seat=cast.seats["farmers"]).first().delete()
    with pytest.raises(Refused, match="Not fully scored yet: Hội Nông dân"):
        announced(cast, replace_reason="x")
    assert Announcement.objects.count() == 1


def test_without_criteria_there_is_nothing_to_announce(cast):
    with pytest.raises(Refused, match="nothing to announce"):
        announced(cast)


@pytest.mark.parametrize("who", ["member", "deputy", "observer", "former_chair", "foreign_staff"])
def test_nobody_else_announces(ranked, cast, who):
    with pytest.raises(NotChair):
        announced(cast, by=cast.people[who])
    assert not ChairAct.objects.filter(what__startswith="Công bố").exists()


def test_pages_show_versions_and_what_changed_since(client, cast, ranked):
    client.force_login(cast.chair)
    url = address("announcement_create", cast.year)
    assert "replace_reason" not in client.get(url).context["form"].fields
    answer = client.post(url, {"announced_on": "01/01/2020", "document": "<b>TB</b>"})
    assert answer.status_code == 302
    assert client.get(address("announcement_list", cast.year)).context["since"] == []
    correct(cast, ranked, "8")
    page = client.get(address("announcement_list", cast.year))
    assert len(page.context["since"]) == 6
    assert "&lt;b&gt;TB&lt;/b&gt;" in page.content.decode()
    answer = client.post(url, {"announced_on": "02/01/2020", "replace_reason": "Cộng sót"})

    assert answer["Location"] == address("announcement_detail", cast.year, 2)
    second = client.get(answer["Location"])
    assert len(second.context["changed"]) == 6
    first = client.get(address("announcement_detail", cast.year, 1)).content.decode()
    assert "Cộng sót" in first
    assert "57,00" in first
    assert client.get(address("announcement_detail", cast.year, 3)).status_code == 404
    assert (
        address("announcement_list", cast.year)
        in client.get(address("standing", cast.year)).content.decode()
    )


def test_pages_of_announcements_take_few_queries(
    client, cast, ranked, django_assert_max_num_queries
):
    client.force_login(cast.chair)
    counts = []
    for number, points in enumerate(("8", "7", "6"), start=1):
        announced(cast, replace_reason="x" if number > 1 else "")
        with django_assert_max_num_queries(12) as found:
            client.get(address("announcement_list", cast.year))
        with django_assert_max_num_queries(12) as detail:
            client.get(address("announcement_detail", cast.year, number))
        counts.append((len(found), len(detail)))
        correct(cast, ranked, points, shown={"8": 5, "7": 8, "6": 7}[points])
    assert len(set(counts)) == 1


def test_a_year_without_criteria_has_no_announcements(client, cast):
    client.force_login(cast.chair)
    assert client.get(address("announcement_list", cast.year)).status_code == 404
    make.small_set(cast.year)
    assert client.get(address("announcement_list", cast.year)).status_code == 200
