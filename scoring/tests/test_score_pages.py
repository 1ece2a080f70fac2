"""The pages of the scores: who may, what they show and do, how many queries they take."""

import io
import json
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from blocs.tests import make as make_blocs
from scoring.models import Score, current_set
from scoring.tests import make
from scoring.tests.scene import previewed, score, stored
from scoring.workflow import lock, save_upload

FARMERS = "Hội Nông dân"
READERS = ["observer", "former_chair", "coming_chair", "deputy", "member"]
STRANGERS = ["foreign_staff", "outsider", "former_member", "nobody"]
# Name, of an upload, by GET and by POST of nothing: the chair's answer.
PAGES = [
    ("standing", False, 200, 200),
    ("score_table", False, 200, 200),
    ("workbook", False, 200, 200),
    ("upload", False, 200, 200),
    ("upload_list", False, 200, 200),
    ("upload_preview", True, 200, 302),
    ("upload_drop", True, 405, 302),
    ("upload_again", True, 405, 302),
    ("upload_undo", True, 200, 200),
    ("upload_file", True, 200, 200),
    ("upload_marked", True, 200, 200),
]


@pytest.fixture
def small(small_criteria):
    return small_criteria


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return client


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def read(answer):
    """Read a download to its end, so that its file is closed."""
    return answer.getvalue() if answer.streaming else answer.content


def spoken(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("who", [None, *STRANGERS, *READERS, "chair", "staff", "administrator"])
@pytest.mark.parametrize(("name", "of_upload", "by_get", "by_post"), PAGES)
def test_who_may_open_what(client, cast, small, who, name, of_upload, by_get, by_post):
    cells = {(cast.seats["farmers"], "I.1"): 5}
    more = [previewed(cast.year, cells, by=cast.chair).pk] if of_upload else []
    expected = by_get, by_post
    if who is None:
        expected = 302, 302
    elif who in STRANGERS:
        expected = (405 if by_get == 405 else 404), 404
    elif who in READERS and name != "standing":
        expected = (405 if by_get == 405 else 403), 403
    if who:
        client.force_login(cast.people[who])

    url = address(name, cast.year, *more)
    answers = client.get(url), client.post(url)
    for answer in answers:
        read(answer)

    assert tuple(answer.status_code for answer in answers) == expected
    if who not in ("chair", "staff", "administrator"):
        assert not Score.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("member", 403), ("staff", 200)])
def test_scores_are_reopened_by_staff(client, cast, small, who, status):
    lock(cast.year, by=cast.chair, at=timezone.now(), why="Báo cáo số 1")
    client.force_login(cast.people[who])
    url = address("scores_reopen", cast.year)

    assert client.get(url).status_code == status
    answer = client.post(url, {"why": "Cộng sai"})
    assert answer.status_code == (302 if status == 200 else 403)
    assert cast.year.scores_locks.get().reopen_why == ("Cộng sai" if status == 200 else "")


def test_the_ranking_shows_totals_missing_members_and_bars(chair, cast, small):
    for code, points in (
        ("I.1", "38.25"),
        ("I.2.a", "12"),
        ("I.2.b", "0"),
        ("II.1", "5"),
        ("III", "2"),
    ):
        score(cast.year, cast.seats["union"], code, points)
    score(cast.year, cast.seats["farmers"], "I.1", "30")
    response = chair.get(address("standing", cast.year))
    page = response.content.decode()

    places = [
        (p.result.rank, p.result.member.organisation.name) for p in response.context["ranking"]
    ]
    assert places == [
        (1, "Liên đoàn Lao động"),
        (None, "Ủy ban MTTQ"),
        (None, FARMERS),
        (None, "Tỉnh đoàn"),
    ]
    assert "53,25" in page
    assert '<rect class="b1" x="0.00" width="77.31"' in page
    assert "style=" not in page


def test_a_year_without_criteria_says_what_comes_first(chair, cast):
    assert (
        address("criteria_detail", cast.year)
        in chair.get(address("standing", cast.year)).content.decode()
    )
    for name in ("score_table", "workbook", "upload"):
        assert chair.get(address(name, cast.year)).status_code == 404


@pytest.mark.parametrize("name", ["standing", "score_table", "upload"])
def test_sample_criteria_are_marked_though_the_bloc_is_real(chair, cast, small, name):
    plain = chair.get(address(name, cast.year)).content.decode()
    small.is_sample = True
    small.save()

    marks = ("SAMPLE DATA", "SỐ LIỆU MINH HỌA")
    assert not any(mark in plain for mark in marks)
    assert any(mark in chair.get(address(name, cast.year)).content.decode() for mark in marks)


def cell(cast, seat, code):
    return f"{cast.seats[seat].pk}-{current_set(cast.year).criteria.get(code=code).pk}"


def test_the_whole_table_is_saved_without_scripts_but_only_what_was_changed(chair, cast, small):
    score(cast.year, cast.seats["farmers"], "I.1", "30")
    score(cast.year, cast.seats["union"], "I.1", "20")
    url = address("score_table", cast.year)
    page = chair.get(url)
    data = {"was": page.context["was"], "why": "họp khối"}
    for row, cells in page.context["lines"]:
        if not row.node.children:
            data |= {f"d-{each.key}": value for each, value, _wrong in cells}
    Score.objects.filter(points=20).update(points=21)  # somebody else, meanwhile
    data |= {f"d-{cell(cast, 'farmers', 'I.1')}": "30,5", f"d-{cell(cast, 'front', 'III')}": "2"}

    answer = chair.post(url, data)

    assert answer.status_code == 302
    assert stored(cast.year) == {
        (FARMERS, "I.1"): Decimal("30.5"),
        ("Liên đoàn Lao động", "I.1"): 21,
        ("Ủy ban MTTQ", "III"): 2,
    }
    assert Score.objects.get(points=2).reason == "họp khối"


def test_what_cannot_be_saved_stays_in_its_field(chair, cast, small):
    key = cell(cast, "farmers", "I.1")
    page = chair.post(address("score_table", cast.year), {f"d-{key}": "9,125"}).content.decode()
    over = chair.post(address("score_table", cast.year), {f"d-{key}": "41"}).content.decode()

    assert 'value="9,125"' in page
    assert 'value="41"' in over
    assert not Score.objects.exists()


def test_one_cell_is_saved_at_once_by_the_script(chair, cast, small):
    key, url = cell(cast, "farmers", "I.1"), address("score_table", cast.year)

    def send(text, was=""):
        data = {f"d-{key}": text, "was": json.dumps({key: was})}
        return chair.post(url, data, headers={"Accept": "application/json"})

    first = send("9,5")
    assert (first.status_code, first.json()["cells"]) == (200, {key: "9,5"})
    assert first.json()["totals"][str(cast.seats["farmers"].pk)] in ("9,50", "9.50")
    assert send("41", "9,5").status_code == 409
    assert send("8", "7").status_code == 409
    assert stored(cast.year) == {(FARMERS, "I.1"): Decimal("9.5")}


def test_the_answer_to_a_cell_brings_its_sections_as_the_page_shows_them(chair, cast, small):
    second = make.criterion(small, "II.2", "4", small.criteria.get(code="II"))
    score(cast.year, cast.seats["farmers"], "II.1", "4.5")
    score(cast.year, cast.seats["union"], "II.1", "1")
    url, key = address("score_table", cast.year), f"{cast.seats['farmers'].pk}-{second.pk}"
    accept = {"Accept": "application/json"}

    answer = chair.post(url, {f"d-{key}": "3", "was": "{}"}, headers=accept).json()
    page = chair.get(url).content.decode()

    keys = {code: cell(cast, "farmers", code) for code in ("I", "I.2", "II")}
    assert set(answer["sections"]) == set(keys.values())
    for key, points in answer["sections"].items():
        assert f'<td class="num" data-section="{key}">{points}' in page
    capped = answer["sections"][keys["II"]]
    assert "7,50 → 5,00" in capped.replace("7.50 → 5.00", "7,50 → 5,00")
    assert "trần" in capped or "cap" in capped
    assert answer["sections"][keys["I"]].startswith("…")


@pytest.mark.parametrize(
    "data",
    [
        {"was": "x"},
        {"was": "[]"},
        {"was": '{"a": 1}'},
        {"d-x": "1"},
        {"d-1-": "1"},
        {"d-²-1": "1"},
        {"d-1-99999999999999999999": "1"},
        {"d-9-9": "1" * 40},
    ],
)
def test_a_broken_form_is_refused_aloud(chair, cast, small, data):
    answer = chair.post(address("score_table", cast.year), data)

    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_staff_say_why_they_type(client, cast, small):
    client.force_login(cast.staff)
    data = {f"d-{cell(cast, 'farmers', 'I.1')}": "1"}
    assert "reason" in client.post(address("score_table", cast.year), data).context["form"].errors
    client.post(address("score_table", cast.year), {**data, "reason": "thay"})

    assert stored(cast.year) == {(FARMERS, "I.1"): 1}


def test_the_workbook_is_a_download_with_the_scores(chair, cast, small):
    score(cast.year, cast.seats["farmers"], "I.1", "30.25")
    answer = chair.get(address("workbook", cast.year))

    assert "attachment" in answer["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert 30.25 in [value.value for value in sheet[9]]


def test_pages_take_at_most_twelve_queries_for_thirty_members(
    chair, cast, django_assert_max_num_queries
):
    made = make.criteria_set(cast.year)
    section = make.criterion(made, "I", "200")
    codes = [make.criterion(made, f"I.{n}", "10", section).code for n in range(20)]
    for number in range(26):
        make_blocs.seat(cast.year, make_blocs.organisation(f"Hội {number}", cast.province))
    for seat in cast.year.seats.all():
        for code in codes[:10]:
            score(cast.year, seat, code, "5", by=cast.chair)
    upload = previewed(cast.year, {(cast.seats["farmers"], "I.19"): 5}, by=cast.chair)
    save_upload(upload, by=cast.chair, at=upload.previewed.at)

    more = {name: [upload.pk] if of_upload else [] for name, of_upload, *_rest in PAGES}
    for name, _of_upload, by_get, _by_post in PAGES:
        if by_get == 200:
            with django_assert_max_num_queries(12):
                answer = chair.get(address(name, cast.year, *more[name]))
            assert answer.status_code == 200
            read(answer)
