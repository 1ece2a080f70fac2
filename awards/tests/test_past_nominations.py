"""Nominations of past years: the staff record them from papers, correct them, take them out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from awards import workflow
from awards.models import Nomination
from awards.workflow.nominating import read_case
from awards.workflow.submitting import obstacles
from blocs.models import Source
from blocs.workflow import close_year

from .nominating import announced, kind, step

pytestmark = pytest.mark.usefixtures("law")
NOT_KNOWN = {"seat": None, "member_stated": "các đơn vị", "source": None, "inferred": ""}


@pytest.fixture
def closed(cast):
    close_year(cast.last_year, by=cast.staff, at=timezone.now(), why="Xong")
    cast.last_year.refresh_from_db()
    return cast.last_year


def address(name, year, *args):
    return reverse(f"awards:past_nomination_{name}", args=[year.bloc.slug, *args])


def test_a_known_member_is_recorded_once_and_only_of_a_closed_year(cast, closed):
    seat = closed.seats.first()
    said = {"kind": kind("CO_TINH"), "by": cast.staff}
    past = workflow.record_past_nomination(closed, seat=seat, **said)
    with pytest.raises(Refused, match="on the list for this award already"):
        workflow.record_past_nomination(closed, seat=seat, **said)
    with pytest.raises(Refused, match="there the chair nominates"):
        workflow.record_past_nomination(cast.year, seat=cast.seats["front"], **said)
    with pytest.raises(Refused, match="write what the source says"):
        workflow.record_past_nomination(closed, **said)

    assert list(Nomination.objects.past()) == [past]


def test_a_line_without_a_known_member_is_used_by_no_submission(cast):
    announced(cast, {"front": 1, "farmers": 2})
    workflow.record_past_nomination(
        cast.year, kind=kind("CO_CP"), member_stated="các đơn vị", by=cast.staff
    )
    with pytest.raises(Refused, match="Nobody is nominated yet"):
        workflow.record_submission(cast.year, by=cast.chair, at=timezone.now())
    assert obstacles(read_case(cast.year, timezone.now()), []) == ["Nobody is nominated yet."]


def test_a_correction_and_a_removal_have_a_reason_and_are_of_the_past_alone(cast, closed):
    past = workflow.record_past_nomination(
        closed, kind=kind("CO_CP"), member_stated="các đơn vị", by=cast.staff
    )
    seat, award = closed.seats.first(), kind("CO_TINH")
    with pytest.raises(Refused, match="Say why"):
        workflow.correct_past_nomination(past, kind=award, why=" ", by=cast.staff, **NOT_KNOWN)
    said = {**NOT_KNOWN, "seat": seat, "member_stated": ""}
    workflow.correct_past_nomination(past, kind=award, why="Đọc nhầm", by=cast.staff, **said)
    past.refresh_from_db()
    assert (past.seat, past.kind, past.member_stated) == (seat, award, "")

    step(past, by=cast.staff)
    with pytest.raises(Refused, match="no record of the past any more"):
        workflow.remove_past_nomination(past, why="Nhầm", by=cast.staff)


def test_staff_record_correct_and_take_out_on_pages(client, cast, closed):
    source = Source.objects.create(title="Báo tỉnh")
    client.force_login(cast.staff)
    form = {"kind": kind("CO_CP").pk, "seat": "", "member_stated": "", "inferred": ""}
    answer = client.post(address("add", closed, closed.year), form)
    assert answer.context["form"].errors["seat"]
    stated = {**form, "member_stated": "<b>các đơn vị</b>", "source": source.pk}
    client.post(address("add", closed, closed.year), stated)
    past = Nomination.objects.get(source=source)

    shown = client.get(address("list", closed)).content.decode()
    assert "&lt;b&gt;các đơn vị&lt;/b&gt;" in shown
    detail = reverse("awards:nomination_detail", args=[closed.bloc.slug, closed.year, past.pk])
    edit = address("edit", closed, closed.year, past.pk)
    assert edit in shown
    assert edit in client.get(detail).content.decode()
    assert client.get(edit).context["form"]["member_stated"].value() == "<b>các đơn vị</b>"
    client.post(edit, {**stated, "member_stated": "hai đơn vị", "why": "Đọc nhầm"})
    past.refresh_from_db()
    assert past.member_stated == "hai đơn vị"
    client.post(address("remove", closed, closed.year, past.pk), {"why": "Ghi nhầm năm"})
    assert not Nomination.objects.exists()

    client.force_login(cast.chair)
    assert client.get(address("list", closed)).status_code == 403


def test_the_page_of_a_past_year_shows_records_and_no_next_step(client, cast, closed):
    workflow.record_past_nomination(
        closed, kind=kind("CO_CP"), member_stated="các đơn vị", by=cast.staff
    )
    client.force_login(cast.staff)
    shown = client.get(reverse("awards:prospect", args=[closed.bloc.slug, closed.year]))
    page = shown.content.decode()
    assert "các đơn vị" in page
    assert address("list", closed) in page
    assert "tiếp theo" not in page


def test_the_list_costs_the_same_with_many_rows(client, cast, closed):
    client.force_login(cast.staff)

    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(address("list", closed))
        return len(found)

    how = {"member_stated": "các đơn vị", "by": cast.staff}
    workflow.record_past_nomination(closed, kind=kind("CO_CP"), **how)
    queries()  # the session's own
    first = queries()
    for code in ("CO_CP", "CO_TINH", "BK_TINH"):
        workflow.record_past_nomination(closed, kind=kind(code), **how)
    assert queries() == first <= 12
