"""The pages of the sheets: who may, what they show before and after the last days, queries."""

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from blocs.tests import make as make_blocs
from files import gate
from files.tests.make import PDF, upload
from scoring.entries import Entry
from scoring.models import EvidenceFile, Score, Shown, current_set
from scoring.tests.make import small_set
from scoring.tests.stage_scene import DAY, codes, earlier, last_days, scored, staged
from scoring.workflow import accept_rest, add_evidence, finish_check

POINTS = "31,27"  # of 78,17 of 100 of 40
WHY = "Nguyên nhân riêng của đơn vị"


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


@pytest.fixture
def criteria(cast):
    return staged(cast.year, today=cast.today)


@pytest.fixture
def front(cast, criteria):
    return self_scored(cast, criteria)


def self_scored(cast, criteria):
    """The front's self-score: points and words that stand nowhere else, and a file."""
    seat = cast.seats["front"]
    entry = Entry(Decimal("78.17"), reason=WHY)
    scored(criteria, seat, cast.member, at=earlier(), I_1=entry, I_2="20", II_1="5", II_2="1")
    bonus = criteria.criteria.get(code="III.1")
    file = gate.accept(upload("bi-mat.pdf", PDF))
    add_evidence(seat, criterion=bonus, uploads=[file], by=cast.member, at=earlier())
    return seat


def everything(client, cast, seat):
    """What a person reads of the year on every page that may show points, joined."""
    names = [("sheet_list",), ("sheet_detail", seat.pk), ("cross_check", seat.pk), ("standing",)]
    names += [("score_table",), ("criteria_detail",)]
    pages = [client.get(address(name, cast.year, *more)) for name, *more in names]
    pages += [client.get(reverse("desk:audit_list")), client.get(reverse("desk:home"))]
    pages.append(client.get(cast.year.get_absolute_url()))
    return "".join(page.content.decode() for page in pages if page.status_code == 200)


OTHERS = ["administrator", "staff", "observer", "chair", "deputy", "coming_chair"]


@pytest.mark.parametrize("who", OTHERS)
def test_before_the_last_day_nobody_sees_anothers_self_score_anywhere(client, cast, front, who):
    last_days(cast.year, cast.today, cast.today + 10 * DAY)
    client.force_login(cast.people[who])
    read = everything(client, cast, front)
    file = EvidenceFile.objects.get()

    for secret in (POINTS, "31.27", WHY, "78,17", "78.17", "bi-mat"):
        assert secret not in read
    assert client.get(address("evidence_file", cast.year, file.pk)).status_code == 404


def test_its_member_withdraws_a_file_while_it_drafts(client, cast, front):
    last_days(cast.year, cast.today, cast.today + 10 * DAY)
    client.force_login(cast.member)
    page = address("self_score", cast.year, front.pk)
    url = address("evidence_withdraw", cast.year, EvidenceFile.objects.get().pk)
    assert url in client.get(page).content.decode()
    assert client.post(url).status_code == 302
    assert "bi-mat" not in client.get(page).content.decode()
    assert EvidenceFile.objects.get().withdrawn_by == cast.member


def test_its_member_sees_it_all_the_time(client, cast, front):
    last_days(cast.year, cast.today, cast.today + 10 * DAY)
    client.force_login(cast.member)
    page = client.get(address("sheet_detail", cast.year, front.pk)).content.decode()
    assert POINTS in page
    assert WHY in page
    file = client.get(address("evidence_file", cast.year, EvidenceFile.objects.get().pk))
    assert file.getvalue() == PDF


@pytest.mark.parametrize(
    ("who", "shown", "sees"),
    [
        ("administrator", Shown.TOTALS, True),
        ("staff", Shown.TOTALS, True),
        ("observer", Shown.TOTALS, True),
        ("chair", Shown.TOTALS, True),
        ("deputy", Shown.TOTALS, False),
        ("coming_chair", Shown.TOTALS, False),
        ("deputy", Shown.EVERYTHING, True),
    ],
)
def test_afterwards_the_rule_of_the_set_decides(client, cast, who, shown, sees):
    front = self_scored(cast, staged(cast.year, today=cast.today, shown=shown))
    client.force_login(cast.people[who])
    page = client.get(address("sheet_detail", cast.year, front.pk)).content.decode()
    listed = client.get(address("sheet_list", cast.year)).content.decode()
    file = client.get(address("evidence_file", cast.year, EvidenceFile.objects.get().pk))

    assert (POINTS in page, WHY in page, "bi-mat" in page) == (sees, sees, sees)
    assert file.status_code == (200 if sees else 404)
    if file.status_code == 200:
        file.getvalue()
    assert "81,27" in listed


def test_the_self_score_is_filled_in_row_by_row(client, cast, criteria):
    last_days(cast.year, cast.today, cast.today + DAY)
    seat, known = cast.seats["front"], codes(criteria)
    client.force_login(cast.member)
    url = address("self_score", cast.year, seat.pk)
    assert client.get(url).status_code == 200

    def send(code, value, was="", **more):
        pk = known[code]
        data = {f"v-{pk}": value, "was": json.dumps({pk: [was, "", "", ""]})}
        return client.post(url, data | more, headers={"Accept": "application/json"})

    first = send("I.1", "80,5")
    assert first.status_code == 200
    answer = first.json()
    assert "32,20" in answer["rows"][str(known["I.1"])]
    assert answer["stored"] == {str(known["I.1"]): ["80,5", "", "", ""]}
    assert answer["total"] == "32,20"
    assert ">I.2: " in answer["parts"]["submit"]
    assert ">I.1: " not in answer["parts"]["submit"]
    assert send("I.1", "90", "70").status_code == 409
    assert send("I.2", "21").status_code == 409
    waits = send("II.1", "7").json()["rows"][str(known["II.1"])]
    assert "20,00" not in waits
    assert Score.objects.get(criterion__code="I.1").points == Decimal("32.2")


def test_what_compares_is_not_told_before_the_last_day_not_even_in_a_sum(client, cast, criteria):
    last_days(cast.year, cast.today, cast.today + DAY)
    seat = cast.seats["front"]
    scored(criteria, seat, cast.member, at=earlier(), I_1="80", II_1="7")
    scored(criteria, cast.seats["union"], cast.deputy, at=earlier(), II_1="19")
    client.force_login(cast.member)
    pages = [
        client.get(address(name, cast.year, seat.pk)) for name in ("self_score", "sheet_detail")
    ]
    pages.append(client.get(address("sheet_list", cast.year)))
    read = "".join(page.content.decode() for page in pages)
    assert "7,37" not in read  # 20 × 7 ÷ 19
    assert "39,37" not in read
    assert "32,00" in read

    last_days(cast.year, cast.today - DAY, cast.today + DAY)
    assert "39,37" in client.get(address("sheet_list", cast.year)).content.decode()


def test_without_scripts_the_whole_sheet_is_saved_and_mistakes_stay_in_their_fields(
    client, cast, criteria
):
    last_days(cast.year, cast.today, cast.today + DAY)
    seat, known = cast.seats["front"], codes(criteria)
    client.force_login(cast.member)
    url = address("self_score", cast.year, seat.pk)
    data = {f"v-{known['I.1']}": "80", f"n-{known['II.2']}": "on", f"v-{known['II.2']}": ""}

    wrong = client.post(url, {**data, f"v-{known['I.2']}": "9,125"}).content.decode()
    assert 'value="9,125"' in wrong
    assert not Score.objects.exists()
    assert client.post(url, {**data, "was": ""}).status_code == 302
    assert set(Score.objects.values_list("criterion__code", "points", "applies")) == {
        ("I.1", 32, True), ("II.2", 10, False),
    }  # fmt: skip


@pytest.mark.parametrize("was", ["x", "[]", '{"1": "2"}', '{"1": ["a"]}', '{"1": [1,2,3,4]}'])
def test_a_broken_form_is_refused_aloud(client, cast, criteria, was):
    client.force_login(cast.member)
    answer = client.post(address("self_score", cast.year, cast.seats["front"].pk), {"was": was})
    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()


def test_the_check_is_filled_in_beside_the_self_score(client, cast, criteria, front):
    known = codes(criteria)
    client.force_login(cast.chair)
    url = address("cross_check", cast.year, front.pk)
    page = client.get(url).content.decode()
    assert POINTS in page
    assert "bi-mat" in page

    pk = known["I.1"]
    silent = client.post(url, {f"v-{pk}": "70"}).content.decode()
    assert 'value="70"' in silent
    assert not Score.objects.filter(stage="checked").exists()
    assert client.post(url, {f"v-{pk}": "70", f"r-{pk}": "Biên bản"}).status_code == 302
    client.post(address("check_accept", cast.year, front.pk))
    client.post(address("check_finish", cast.year, front.pk))
    assert front.sheets.get().is_checked
    assert Score.objects.filter(stage="checked").count() == 4


def test_the_chair_cannot_open_its_own_sheet_for_checking(client, cast, criteria):
    client.force_login(cast.chair)
    own = cast.seats["farmers"]
    assert client.get(address("cross_check", cast.year, own.pk)).status_code == 403
    assert client.post(address("cross_check", cast.year, own.pk)).status_code == 403
    client.force_login(cast.deputy)
    assert client.get(address("cross_check", cast.year, own.pk)).status_code == 200


def test_the_stages_page_chooses_them(client, cast):
    small_set(cast.year)
    client.force_login(cast.chair)
    assert client.get(address("sheet_detail", cast.year, cast.seats["front"].pk)).status_code == 404
    url = address("stages_edit", cast.year)
    assert client.get(url).status_code == 200
    data = {"self_used": "on", "self_silence": "submitted", "checked_used": "on"}
    data |= {"checked_silence": "accepted", "checked_days": "5", "agreed_silence": "empty"}
    assert client.post(url, data).status_code == 302
    rows = current_set(cast.year).stages.values_list("stage", "silence", "answer_days")
    assert set(rows) == {
        ("self", "submitted", None), ("checked", "accepted", 5), ("agreed", "empty", None),
    }  # fmt: skip
    assert client.get(address("sheet_list", cast.year)).status_code == 200


@pytest.mark.parametrize("who", ["member", "chair", "staff", "deputy"])
def test_queries_do_not_grow(client, cast, criteria, front, who, django_assert_max_num_queries):
    accept_rest(front, by=cast.chair, at=earlier(0))
    finish_check(front, by=cast.chair, at=earlier(0))
    for n in range(20):
        organisation = make_blocs.organisation(f"Đơn vị {n}", cast.province)
        make_blocs.seat(cast.year, organisation)
    client.force_login(cast.people[who])
    pages = [("sheet_list",), ("sheet_detail", front.pk)]
    if who == "member":
        pages.append(("self_score", front.pk))
    if who in ("chair", "staff"):
        pages.append(("cross_check", front.pk))
    for name, *more in pages:
        with django_assert_max_num_queries(12):
            assert client.get(address(name, cast.year, *more)).status_code == 200
