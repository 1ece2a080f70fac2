"""The pages “Vì sao?”: what they show, for whom, and how many queries they take."""

from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.evidence import because
from scoring.models import Criterion, Score, current_set
from scoring.tests import make
from scoring.tests.ranked import barred, ranked_year
from scoring.tests.scene import NOW, score
from scoring.tests.stage_scene import earlier, rows, scored, staged
from scoring.tests.test_score_pages import address
from scoring.workflow import accept_rest, finish_check, save_check, save_score

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def member(client, cast):
    client.force_login(cast.member)
    return client


def why(cast, name, *codes):
    made = current_set(cast.year)
    more = [made.criteria.get(code=code).pk for code in codes]
    kind = "why_criterion" if codes else "why_total"
    return address(kind, cast.year, cast.seats[name].pk, *more)


def lines(page, name="lines"):
    return {line.name: line.text for line in page.context[name]}


def test_a_criterion_shows_rule_figures_formula_and_who_changed_it_when_and_why(member, cast):
    made = make.small_set(cast.year)
    first = made.criteria.get(code="I.1")
    Criterion.objects.filter(pk=first.pk).update(
        method="pro_rata", target=Decimal(1200), unit="hội viên"
    )
    with because(cast.chair, "Số liệu của ngành"):
        kept = score(
            cast.year,
            cast.seats["union"],
            "I.1",
            "36.10",
            figure=1083,
            by=cast.chair,
            reason=HOSTILE,
        )
    page = member.get(why(cast, "union", "I.1"))

    assert lines(page)["Cách tính"] == "40 × 1.083 ÷ 1.200 = 36,1"
    assert "36,1 → 36,10" in lines(page)["Làm tròn"]
    text = page.content.decode()
    assert cast.chair.full_name in text
    assert "Số liệu của ngành" in text
    assert HOSTILE not in text
    with because(cast.staff, "Sửa lỗi nhập"):
        Score.objects.filter(pk=kept.pk).update(points=Decimal(36))
        kept.refresh_from_db()
        kept.delete()
    page = member.get(why(cast, "union", "I.1"))
    told = [(change.points, change.by, change.why) for _code, change in page.context["changes"]]
    assert told == [
        (None, cast.staff.full_name, "Sửa lỗi nhập"),
        (36, cast.staff.full_name, "Sửa lỗi nhập"),
        (Decimal("36.10"), cast.chair.full_name, "Số liệu của ngành"),
    ]
    assert page.context["scores"] == []


def test_a_comparing_rule_sees_the_best_of_the_bloc(member, cast):
    made = make.small_set(cast.year)
    Criterion.objects.filter(criteria_set=made, code="I.1").update(method="relative")
    score(cast.year, cast.seats["union"], "I.1", "20", figure=5)
    score(cast.year, cast.seats["farmers"], "I.1", "40", figure=10)
    assert lines(member.get(why(cast, "union", "I.1")))["Cách tính"] == "40 × 5 ÷ 10 = 20"


def test_a_figure_that_its_rule_cannot_count_leaves_the_stored_points(member, cast):
    made = make.small_set(cast.year)
    Criterion.objects.filter(criteria_set=made, code="I.1").update(method="yes_no")
    score(cast.year, cast.seats["union"], "I.1", "20", figure=5)
    assert lines(member.get(why(cast, "union", "I.1")))["Điểm"] == "20,00, cho điểm trực tiếp"


def test_a_section_shows_its_parts_and_all_their_changes(member, cast):
    made = ranked_year(cast)
    save_score(
        cast.year,
        seat=cast.seats["front"],
        criterion=made.criteria.get(code="I.2.b"),
        points=Decimal(6),
        shown=Decimal(5),
        why="Cộng sót",
        by=cast.chair,
        at=NOW,
    )
    page = member.get(why(cast, "front", "I.2"))

    assert lines(page)["Cách tính"] == "12,00 + 6,00 = 18,00"
    codes = [code for code, _change in page.context["changes"]]
    assert codes == ["I.2.b", "I.2.b", "I.2.a"]
    assert why(cast, "front", "I.2.b") in page.content.decode()


def test_a_total_shows_sum_rank_grade_and_what_bars(member, cast):
    ranked_year(cast)
    page = member.get(why(cast, "front"))
    assert lines(page)["Tổng điểm"] == "57,00 + 0,00 − 0,00 = 57,00"
    assert lines(page, "rank_lines")["Chờ kết quả"] == "Bỏ phiếu kín"
    assert lines(page, "rank_lines")["Bằng với"] == "Liên đoàn Lao động"
    assert lines(page, "grade_lines")["Xếp loại"] == "Tốt, từ 50% trở lên"

    barred(cast, text=HOSTILE)
    text = member.get(why(cast, "front")).content.decode()
    assert HOSTILE not in text
    assert "Tạm hoãn cho đến khi có kết luận." in text


def test_figures_of_the_standing_lead_to_their_explanation(member, cast):
    ranked_year(cast)
    text = member.get(address("standing", cast.year)).content.decode()
    for codes in ([], ["I"], ["I.2.b"], ["III"]):
        assert f'href="{why(cast, "front", *codes)}"' in text


def test_what_is_not_there_is_not_found(member, cast):
    ranked_year(cast)
    other = make.small_set(cast.last_year).criteria.first().pk
    seat = cast.seats["front"].pk
    assert member.get(address("why_criterion", cast.year, seat, other)).status_code == 404
    women = cast.last_year.seats.first().pk
    assert member.get(address("why_total", cast.year, women)).status_code == 404
    current_set(cast.year).scores.all().delete()
    assert member.get(why(cast, "youth")).status_code == 200


def stages_told(client, cast, who, name="front"):
    client.force_login(cast.people[who])
    page = client.get(why(cast, name, "I.1"))
    told = {each.stage for _code, each in page.context["changes"]}
    return [each.stage for each in page.context["scores"]], told


def test_who_checks_a_member_sees_every_stage_that_its_sheet_shows_it(
    client, cast, django_assert_max_num_queries
):
    made = staged(cast.year, today=cast.today)
    scored(made, cast.seats["front"], cast.member, at=earlier())
    scored(made, cast.seats["farmers"], cast.chair, at=earlier())
    save_check(cast.seats["front"], rows=rows(made, I_1="80"), by=cast.chair, at=timezone.now())
    score(cast.year, cast.seats["front"], "I.1", "32")
    assert stages_told(client, cast, "chair") == (
        ["self", "checked", "agreed"], {"checked", "agreed"},
    )  # fmt: skip
    assert stages_told(client, cast, "deputy")[0] == ["agreed"]
    assert stages_told(client, cast, "member") == (["self", "agreed"], {"self", "agreed"})
    finish_all = {"by": cast.chair, "at": timezone.now()}
    accept_rest(cast.seats["front"], **finish_all)
    finish_check(cast.seats["front"], **finish_all)
    assert "checked" in stages_told(client, cast, "member")[0]
    assert stages_told(client, cast, "deputy", "farmers")[0] == ["self"]  # what the deputy checks
    client.force_login(cast.chair)
    url = why(cast, "front", "I.1")
    with django_assert_max_num_queries(12):
        client.get(url)


@pytest.mark.parametrize("codes", [[], ["I"], ["I.1"]])
def test_explanations_take_few_queries_however_much_was_changed(
    member, cast, codes, django_assert_max_num_queries
):
    ranked_year(cast)
    url = why(cast, "front", *codes)
    with django_assert_max_num_queries(12) as few:
        member.get(url)
    for person in (cast.chair, cast.staff, cast.member):
        for name in ("front", "union"):
            with because(person, "Sửa"):
                Score.objects.filter(seat=cast.seats[name]).update(by=person)
    with django_assert_max_num_queries(12) as many:
        member.get(url)
    assert len(many) == len(few)
