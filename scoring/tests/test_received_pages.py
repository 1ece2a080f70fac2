"""The pages of tables that were not issued here: from a stranger's file to the scores and back."""

import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from blocs.models import ChairAct, OrganisationAlias
from files.tests.make import upload as uploaded
from scoring.models import ReceivedWorkbook, RememberedMapping, Score, ScoreUpload
from scoring.tests import make
from scoring.tests.foreign.tables import csv_of, xlsx
from scoring.tests.scene import foreign_rows, received, score, stored, workbook

FARMERS, UNION = "Hội Nông dân", "Liên đoàn Lao động"


@pytest.fixture
def small(small_criteria):
    return small_criteria


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return client


def address(name, year, *more):
    return reverse(f"scoring:{name}", args=[year.bloc.slug, year.year, *more])


def send(client, year, rows, name="bảng của khối.xlsx"):
    content = csv_of(rows) if name.endswith(".csv") else xlsx(rows)
    return client.post(address("upload", year), {"workbook": uploaded(name, content)})


def seat_of(cast, name):
    return cast.year.seats.get(organisation__name=name).pk


@pytest.mark.parametrize("name", ["bảng của khối.xlsx", "bảng.csv"])
def test_from_a_strangers_table_to_the_scores_and_back(chair, cast, small, name):
    score(cast.year, cast.seats["farmers"], "I.1", "30", by=cast.chair)
    before = sorted(Score.objects.values_list("seat", "criterion", "points", "by", "at"), key=str)
    shown = send(chair, cast.year, foreign_rows(cast.year, strange=False), name)
    [kept] = ReceivedWorkbook.objects.all()
    assert shown.url == address("received_columns", cast.year, kept.pk)
    assert chair.get(shown.url).context["matching"].proposal.questions == 0
    assert not ChairAct.objects.exists()

    preview = chair.post(shown.url)
    upload = ScoreUpload.objects.get()
    assert preview.url == address("upload_preview", cast.year, upload.pk)
    assert (upload.file, upload.mapping) == (kept.file, ReceivedWorkbook.objects.get().mapping)
    assert upload.file.sha256 in chair.get(preview.url).content.decode()
    assert stored(cast.year) == {(FARMERS, "I.1"): 30}

    chair.post(preview.url)
    assert stored(cast.year)[FARMERS, "I.1"] == Decimal("38.25")
    chair.post(address("upload_undo", cast.year, upload.pk))
    after = sorted(Score.objects.values_list("seat", "criterion", "points", "by", "at"), key=str)
    assert after == before


def test_what_is_not_sure_is_asked_and_the_answer_remembered(chair, cast, small):
    rows = foreign_rows(cast.year)
    first = send(chair, cast.year, rows).url
    page = chair.post(first)
    assert len(page.context["errors"]) == 1
    assert not ScoreUpload.objects.exists()

    [asked] = [select for select in page.context["selects"] if select.is_asked]
    answer = {asked.name: str(seat_of(cast, FARMERS))}
    assert chair.post(first, answer).url == address(
        "upload_preview", cast.year, ScoreUpload.objects.get().pk
    )
    [kept] = RememberedMapping.objects.all()
    assert (kept.bloc, kept.by) == (cast.bloc, cast.chair)

    again = send(chair, cast.year, rows).url
    page = chair.get(again)
    assert page.context["matching"].proposal.remembered
    assert not any(select.is_asked for select in page.context["selects"])
    assert chair.post(again).status_code == 302
    assert RememberedMapping.objects.count() == 1


def test_an_alias_of_the_organisation_names_its_column(chair, cast, small):
    OrganisationAlias.objects.create(
        organisation=cast.organisations.farmers, alias="Các bác nông dân"
    )
    page = chair.get(send(chair, cast.year, foreign_rows(cast.year)).url)
    assert not any(select.is_asked for select in page.context["selects"])


def test_problems_are_listed_and_marked_in_a_copy(chair, cast, small):
    rows = foreign_rows(cast.year, strange=False)
    rows[4][3] = 41
    first = send(chair, cast.year, rows).url
    page = chair.post(first)
    [problem] = page.context["problems"]
    [kept] = ReceivedWorkbook.objects.all()
    marked = address("received_marked", cast.year, kept.pk)

    assert problem.cell == "D5"
    assert marked in page.content.decode()
    assert comments(chair.get(marked)) == {"D5"}
    assert not ChairAct.objects.exists()


def test_questions_are_marked_in_a_copy_too(chair, cast, small):
    send(chair, cast.year, foreign_rows(cast.year))
    marked = address("received_marked", cast.year, ReceivedWorkbook.objects.get().pk)
    assert comments(chair.get(marked)) == {"D3"}


def comments(response):
    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    cells = (cell for row in sheet.iter_rows() for cell in row)
    # The issued workbook has notes at the texts of its criteria, in column B: how each is counted.
    return {c.coordinate for c in cells if getattr(c, "comment", None) and c.column_letter != "B"}


def test_an_issued_workbook_with_problems_is_handed_back_with_marks(chair, cast, small):
    cells = {(cast.seats["farmers"], "I.1"): 41, (cast.seats["union"], "III"): "x"}
    file = uploaded("x.xlsx", workbook(cast.year, cells))
    page = chair.post(address("upload", cast.year), {"workbook": file})
    [kept] = ReceivedWorkbook.objects.all()
    marked = address("received_marked", cast.year, kept.pk)

    assert marked in page.content.decode()
    assert comments(chair.get(marked)) == {"F9", "E15"}
    assert chair.get(address("received_columns", cast.year, kept.pk)).status_code == 404
    assert not ScoreUpload.objects.exists()


def test_a_file_without_any_score_table_is_refused_and_not_kept(chair, cast, small):
    page = send(chair, cast.year, [["Họ tên", "Ngày sinh"], ["An", "1/1/1980"]])

    [problem] = page.context["problems"]
    assert problem.cell == ""
    assert not ReceivedWorkbook.objects.exists()


def test_another_sheet_can_be_chosen(chair, cast, small):
    rows = foreign_rows(cast.year, strange=False)
    content = xlsx(rows, title="Lần 1", more={"Lần 2": rows})
    file = uploaded("x.xlsx", content)
    first = chair.post(address("upload", cast.year), {"workbook": file}).url
    assert chair.post(first).context["errors"]

    chosen = chair.get(first, {"sheet": 1, "turned": 0, "first": 9, "last": 9, "shown": "0-0"})
    assert chosen.context["matching"].proposal.grid.name == "Lần 2"
    assert chair.post(f"{first}?sheet=1").status_code == 302
    assert ScoreUpload.objects.get().mapping["sheet"] == 1
    lost = chair.get(first, {"sheet": 1, "turned": 0, "first": 400, "code": 90})
    assert lost.status_code == 200


def test_staff_give_their_reason_once(client, cast, small):
    client.force_login(cast.staff)
    file = uploaded("x.xlsx", xlsx(foreign_rows(cast.year, strange=False)))
    data = {"workbook": file, "reason": "thay khối trưởng"}
    first = client.post(address("upload", cast.year), data).url
    client.post(first)

    assert [act.reason for act in ChairAct.objects.all()] == ["thay khối trưởng"]


def test_hostile_cells_are_shown_as_text(chair, cast, small):
    hostile = "<script>alert(1)</script>"
    rows = [[hostile], *foreign_rows(cast.year), [hostile, hostile, hostile, 5]]
    rows[3][4] = hostile
    page = chair.get(send(chair, cast.year, rows).url).content.decode()

    assert "&lt;script&gt;alert(1)" in page
    assert hostile not in page


def test_the_number_of_queries_does_not_grow_with_the_rows(chair, cast, small):
    rows = foreign_rows(cast.year)
    few, many = (
        send(chair, cast.year, [*rows, *([["", f"Việc số {n}", "", n] for n in range(count)])]).url
        for count in (0, 60)
    )
    counts = []
    for url in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert chair.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_a_file_of_another_year_is_not_found(chair, cast, small):
    make.small_set(cast.last_year)
    kept = received(cast.last_year, by=cast.chair)
    for name in ("received_columns", "received_marked"):
        assert chair.get(address(name, cast.year, kept.pk)).status_code == 404


def test_what_no_longer_fits_when_previewed_again_is_listed_and_marked(chair, cast, small):
    """The year's criteria may change until the first score; a kept file is then read anew."""
    rows = foreign_rows(cast.year, strange=False)
    first = chair.post(send(chair, cast.year, rows).url)
    upload = ScoreUpload.objects.get()
    small.criteria.filter(code="I.1").update(maximum=39)
    page = chair.post(address("upload_again", cast.year, upload.pk))
    marked = address("upload_marked", cast.year, upload.pk)

    assert first.url == address("upload_preview", cast.year, upload.pk)
    [problem] = page.context["problems"]
    assert (problem.cell, marked in page.content.decode()) == ("", True)
    assert comments(chair.get(marked)) == {"A1"}
    upload.refresh_from_db()
    assert upload.is_pending
