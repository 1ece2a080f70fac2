"""The pages of progress: the board, one member's commitments, entering, files."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.models import Deadline
from blocs.workflow import close_year
from files.tests.make import PDF
from pledges import workflow
from pledges.commending import Span
from pledges.models import ProgressFile, ProgressReport

from . import make

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def version(cast):
    """In force: two shared commitments, a target of the front in the first, one of the union."""
    draft = make.draft(cast, texts=("Một", HOSTILE), own=("union", "Riêng của công đoàn"))
    make.target(draft.commitments.get(number=1), {cast.seats["front"]: 1200}, by=cast.chair)
    opened = make.open_it(draft, by=cast.chair)
    make.sign(cast, opened)
    return workflow.put_in_force(opened, by=cast.chair, at=make.now())


@pytest.fixture
def to(cast):
    def address(name, *rest, period="half_year"):
        url = reverse(f"pledges:{name}", args=[cast.bloc.slug, cast.year.year, *rest])
        return f"{url}?ky={period}"

    return address


@pytest.fixture
def edit(cast, version, to):
    return to("progress_edit", cast.seats["front"].pk, version.commitments.get(number=1).pk)


def figure_of(cast, version):
    return version.commitments.get(number=1).targets.get(seat=cast.seats["front"]).pk


def report(cast, version, number=1, member="front", **fields):
    fields = {"status": "on_track", "figures": {}, "by": cast.chair, "at": make.now(), **fields}
    commitment = version.commitments.get(number=number)
    return workflow.save_progress(
        commitment, seat=cast.seats[member], span=Span.HALF_YEAR, **fields
    )


def text_of(response):
    return response.content.decode()


def content_of(response):
    return b"".join(response.streaming_content)


def test_a_clerk_reports_one_commitment_with_figure_and_file(client, cast, version, to, edit):
    client.force_login(cast.member)
    page = text_of(client.get(to("progress_member", cast.seats["front"].pk)))
    assert page.count("btn-primary") == 1
    target = figure_of(cast, version)
    data = {
        "status": "on_track",
        f"figure_{target}": "600,5",
        "note": HOSTILE,
        "version": 0,
        "uploads": SimpleUploadedFile("minh-chung.pdf", PDF),
    }
    response = client.post(edit, data)
    assert response.url == to("progress_member", cast.seats["front"].pk) + "#c1"
    row = ProgressReport.objects.get()
    assert (row.entered_by, row.span, row.figures.get().value) == (
        cast.member,
        "half_year",
        Decimal("600.50"),
    )
    page = text_of(client.get(response.url))
    assert "đúng tiến độ" in page
    assert "50 %" in page
    assert "minh-chung.pdf" in page
    assert HOSTILE not in page


def test_what_was_typed_is_kept_where_it_is_refused(client, cast, version, edit):
    client.force_login(cast.member)
    target = figure_of(cast, version)
    data = {"status": "", f"figure_{target}": "mười", "note": "Đã gõ", "version": 0}
    page = text_of(client.post(edit, data))
    assert "Đã gõ" in page
    assert "mười" in page
    assert not ProgressReport.objects.exists()


def test_the_second_writer_sees_what_is_stored_and_what_was_typed(client, cast, version, edit):
    report(cast, version, note="Của khối trưởng", figures={figure_of(cast, version): Decimal(7)})
    client.force_login(cast.member)
    page = text_of(client.post(edit, {"status": "behind", "note": "Của tôi", "version": 0}))
    assert "Của khối trưởng" in page
    assert "Của tôi" in page
    response = client.post(edit, {"status": "behind", "note": "Của tôi", "version": 1})
    assert response.status_code == 302
    assert ProgressReport.objects.get().note == "Của tôi"


def test_the_board_has_ones_own_row_first_and_counts_what_is_missing(client, cast, version, to):
    report(cast, version)
    client.force_login(cast.deputy)  # of the union
    response = client.get(to("progress_board"))
    rows = response.context["rows"]
    assert [row["is_own"] for row in rows] == [True, False, False, False]
    assert rows[0]["member"].seat == cast.seats["union"].pk
    assert {row["member"].label: row["missing"] for row in rows} == {
        cast.organisations.union.label: 3,
        cast.organisations.front.label: 1,
        cast.organisations.farmers.label: 2,
        cast.organisations.youth.label: 2,
    }
    assert (response.context["incomplete"], response.context["unreported"]) == (4, 8)
    page = text_of(response)
    assert "chưa báo cáo" in page
    assert HOSTILE not in page


def test_a_late_report_says_so_with_its_day(client, cast, version, to):
    late = cast.today - dt.timedelta(days=1)
    Deadline.objects.create(emulation_year=cast.year, kind="half_year_report", due_on=late)
    report(cast, version)
    client.force_login(cast.observer)
    assert "nộp muộn" in text_of(client.get(to("progress_board")))
    page = text_of(client.get(to("progress_member", cast.seats["front"].pk)))
    assert "nộp muộn" in page
    assert "nhập thay thành viên" in page
    assert (
        to("progress_edit", cast.seats["front"].pk, 1).split("/noi-dung/")[0] + "/noi" not in page
    )


def test_the_two_parts_of_the_year_stand_apart(client, cast, version, to):
    report(cast, version)
    client.force_login(cast.member)
    assert client.get(to("progress_board")).context["unreported"] == 8
    assert client.get(to("progress_board", period="year")).context["unreported"] == 9
    assert client.get(to("progress_board", period="x")).status_code == 200


def test_a_commitment_of_another_member_is_not_found(client, cast, version, to):
    own = version.commitments.get(number=3).pk
    client.force_login(cast.chair)
    assert client.get(to("progress_edit", cast.seats["front"].pk, own)).status_code == 404
    assert client.get(to("progress_edit", cast.seats["union"].pk, own)).status_code == 200


def test_staff_in_the_chairs_place_give_a_reason(client, cast, version, edit):
    client.force_login(cast.staff)
    data = {"status": "on_track", "version": 0}
    assert client.post(edit, data).status_code == 200
    assert client.post(edit, data | {"reason": "Gửi bản giấy"}).status_code == 302
    assert ProgressReport.objects.get().act.capacity == "stand_in"


def test_a_file_is_withdrawn_and_then_only_for_who_reports(client, cast, version, to):
    report(cast, version, uploads=[make.scan()])
    file = ProgressFile.objects.get()
    client.force_login(cast.observer)
    assert content_of(client.get(to("progress_file", file.pk))) == PDF
    assert client.get(to("progress_file_withdraw", file.pk)).status_code == 403
    client.force_login(cast.member)
    assert client.post(to("progress_file_withdraw", file.pk), {}).status_code == 200
    response = client.post(to("progress_file_withdraw", file.pk), {"withdraw_reason": HOSTILE})
    assert response.status_code == 302
    page = text_of(client.get(response.url))
    assert "đã thu hồi" in page
    assert HOSTILE not in page
    assert content_of(client.get(to("progress_file", file.pk))) == PDF
    client.force_login(cast.observer)
    assert client.get(to("progress_file", file.pk)).status_code == 404


def test_a_closed_year_is_read_and_its_keepers_record_history(client, cast, version, edit, to):
    report(cast, version, uploads=[make.scan()])
    close_year(cast.year, by=cast.staff, at=make.now())
    client.force_login(cast.member)
    page = client.get(to("progress_member", cast.seats["front"].pk))
    assert (page.status_code, page.context["may_report"]) == (200, False)
    assert client.get(edit).status_code == 403
    client.force_login(cast.staff)
    data = {
        "status": "achieved",
        "version": 1,
        "inferred": "Theo báo cáo",
        "reported_on": "05/06/2026",
    }
    assert client.post(edit, data).status_code == 302
    row = ProgressReport.objects.get()
    assert (row.inferred, row.reported_on) == ("Theo báo cáo", dt.date(2026, 6, 5))
    file = ProgressFile.objects.get()
    assert client.get(to("progress_file_withdraw", file.pk)).status_code == 404


def test_without_a_covenant_in_force_the_board_leads_to_it(client, cast, to):
    client.force_login(cast.member)
    assert "Chưa có giao ước đang hiệu lực" in text_of(client.get(to("progress_board")))
    assert client.get(to("progress_member", cast.seats["front"].pk)).status_code == 404


def test_a_report_on_an_earlier_version_is_marked_until_a_new_one_is_saved(
    client, cast, version, to
):
    report(cast, version, 2)
    second = make.amended(cast, version)
    make.sign(cast, second)
    second = workflow.put_in_force(second, by=cast.chair, at=make.now())
    client.force_login(cast.member)
    seat = cast.seats["front"].pk
    assert "báo cáo theo bản 1" in text_of(client.get(to("progress_member", seat)))
    assert "theo bản 1" in text_of(client.get(to("progress_board")))
    edit = to("progress_edit", seat, second.commitments.get(number=2).pk)
    assert "bản 1" in text_of(client.get(edit))
    assert client.post(edit, {"status": "behind", "version": 0}).status_code == 302
    assert "báo cáo theo bản 1" not in text_of(client.get(to("progress_member", seat)))
    old = to("progress_edit", seat, version.commitments.get(number=2).pk)
    assert client.get(old).status_code == 404


@pytest.mark.parametrize("name", ["progress_board", "progress_member"])
def test_a_page_costs_the_same_with_many_reports(client, cast, version, to, name):
    client.force_login(cast.chair)
    rest = [] if name == "progress_board" else [cast.seats["front"].pk]

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(to(name, *rest)).status_code == 200
        return len(found)

    report(cast, version, uploads=[make.scan()])
    few = queries()
    for member in cast.seats:
        report(cast, version, 2, member, uploads=[make.scan(), make.scan()])
    assert queries() == few <= 12
