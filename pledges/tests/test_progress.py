"""Members report how far they have come; late is marked, amended covenants carry it on."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import Deadline, Extension
from blocs.workflow import NotChair, close_year
from pledges import workflow
from pledges.commending import Span
from pledges.models import ProgressFile, ProgressReport
from pledges.progress_figures import FigureLine, incomplete, progress_of
from pledges.reading import versions_of
from pledges.workflow import (
    ChangedMeanwhile,
    record_past_progress,
    save_progress,
    withdraw_progress_file,
)

from . import make

HALF = Span.HALF_YEAR


@pytest.fixture
def version(cast):
    """In force: three shared commitments, a target in the first, and one of the union alone."""
    draft = make.draft(cast, own=("union", "Riêng của công đoàn"))
    planned = {cast.seats["front"]: 1200, cast.seats["union"]: 0}
    make.target(draft.commitments.get(number=1), planned, by=cast.chair)
    opened = make.open_it(draft, by=cast.chair)
    make.sign(cast, opened)
    return workflow.put_in_force(opened, by=cast.chair, at=make.now())


def report(cast, covenant, number=1, member="front", **fields):
    seat = cast.seats[member]
    commitment = covenant.commitments.get(number=number)
    figures = fields.pop("figures", {})
    targets = {t.name: t.pk for t in commitment.targets.filter(seat=seat)}
    fields = {
        "span": HALF,
        "status": "on_track",
        "note": "Đã làm",
        "by": cast.member,
        "at": make.now(),
        "figures": {targets[name]: Decimal(value) for name, value in figures.items()},
        **fields,
    }
    return save_progress(commitment, seat=seat, **fields)


def cell(cast, number=1, member="front", period=HALF):
    line = progress_of(cast.year, period=period).lines[number - 1]
    return line.cell_of(cast.seats[member].pk)


def test_a_clerk_of_the_member_reports_its_own(cast, version):
    row = report(cast, version, figures={"Kết nạp hội viên mới": "600.50"})
    assert (row.entered_by, row.act, row.reported_on) == (cast.member, None, cast.today)
    assert row.events.latest("pgh_id").pgh_context["by"] == cast.member.pk
    found = cell(cast)
    assert (found.status, found.status_label, found.note) == ("on_track", "on track", "Đã làm")
    assert found.figures == (
        FigureLine(
            "Kết nạp hội viên mới",
            "người",
            Decimal("1200.00"),
            Decimal("600.50"),
            Decimal("50.0"),
            False,
            version.commitments.get(number=1).targets.get(seat=cast.seats["front"]).pk,
        ),
    )
    assert (found.from_version, found.reported_on, found.files) == (1, cast.today, 0)


def test_the_chair_reports_in_the_members_stead_and_it_shows(cast, version):
    row = report(cast, version, by=cast.chair)
    assert (row.act.capacity, row.act.organisation) == ("chair", cast.organisations.farmers)
    assert "Nhập tiến độ 6 tháng đầu năm" in row.act.what
    with pytest.raises(Refused, match="in place of the chair"):
        report(cast, version, 2, by=cast.staff)
    assert report(cast, version, 2, by=cast.staff, reason="Gửi giấy").act.capacity == "stand_in"


@pytest.mark.parametrize("who", ["deputy", "coming_chair", "observer", "outsider", "nobody"])
def test_nobody_reports_for_another_member(cast, version, who):
    with pytest.raises(NotChair):
        report(cast, version, by=cast.people[who])
    assert not ProgressReport.objects.exists()


def test_there_is_one_report_for_commitment_member_and_span_and_the_second_writer_is_told(
    cast, version
):
    first = report(cast, version, version=0)
    with pytest.raises(ChangedMeanwhile) as refused:
        report(cast, version, note="Khác", version=0)
    assert refused.value.row == first
    report(cast, version, note="Khác", version=1)
    report(cast, version, span=Span.YEAR, status="achieved", version=0)
    assert sorted(ProgressReport.objects.values_list("span", "note", "version")) == [
        ("half_year", "Khác", 2),
        ("year", "Đã làm", 1),
    ]


def test_an_emptied_figure_is_not_reported_any_more(cast, version):
    name = "Kết nạp hội viên mới"
    report(cast, version, figures={name: "0"})
    assert cell(cast).figures[0].actual == 0
    report(cast, version)
    assert cell(cast).figures[0].actual is None
    assert cell(cast).figures[0].percent is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"status": "missed"}, "Choose how far"),
        ({"status": "behind", "span": Span.YEAR}, "Choose how far"),
        ({"number": 4}, "another member's own"),
        ({"figures": {"Kết nạp hội viên mới": "-1"}}, "0 or more"),
    ],
)
def test_what_cannot_be_is_refused(cast, version, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        report(cast, version, **fields)


def test_a_figure_of_another_members_target_is_refused(cast, version):
    target = version.commitments.get(number=1).targets.get(seat=cast.seats["union"])
    with pytest.raises(Refused, match="target that the member has"):
        save_progress(
            target.commitment, seat=cast.seats["front"], span=HALF, status="on_track",
            figures={target.pk: Decimal(1)}, by=cast.member, at=make.now(),
        )  # fmt: skip


def test_late_is_allowed_and_marked_with_its_day(cast, version):
    late = cast.today - dt.timedelta(days=1)
    Deadline.objects.create(emulation_year=cast.year, kind="half_year_report", due_on=late)
    report(cast, version)
    assert (cell(cast).is_late, cell(cast).reported_on) == (True, cast.today)
    act = report(cast, version, 2, by=cast.chair).act
    Extension.objects.create(
        emulation_year=cast.year, kind="half_year_report", seat=cast.seats["front"],
        by=cast.chair,
        until=cast.today, reason="x", act=act, at=make.now(),
    )  # fmt: skip
    assert not cell(cast).is_late
    assert cell(cast, member="union").is_late is False


def test_a_correction_does_not_make_a_report_late(cast, version):
    Deadline.objects.create(emulation_year=cast.year, kind="half_year_report", due_on=cast.today)
    report(cast, version)
    report(cast, version, note="Sửa", at=make.now() + dt.timedelta(days=3))
    assert (cell(cast).note, cell(cast).is_late) == ("Sửa", False)


def test_a_report_counts_for_the_commitment_that_continues_it(cast, version):
    name = "Kết nạp hội viên mới"
    report(cast, version, figures={name: "600"})
    second = workflow.start_amendment(
        version.covenant, amendment_reason="Giao thêm", by=cast.chair, at=make.now()
    )
    more = second.commitments.get(number=1)
    workflow.set_targets(
        more, before=name, name=name, unit="người", planned={cast.seats["front"].pk: Decimal(1500)},
        by=cast.chair, at=make.now(),
    )  # fmt: skip
    workflow.move_commitment(more, up=False, by=cast.chair, at=make.now())
    second = make.open_it(make.fresh(second), by=cast.chair)
    assert cell(cast).figures[0].planned == 1200  # not in force yet
    make.sign(cast, second)
    second = workflow.put_in_force(second, by=cast.chair, at=make.now())
    found = cell(cast, 2)
    assert (found.status, found.from_version) == ("on_track", 1)
    assert (found.figures[0].planned, found.figures[0].percent) == (1500, Decimal("40.0"))
    assert cell(cast, 1).status == ""
    short = {
        member.seat: numbers for member, numbers in incomplete(versions_of(cast.year), {}, HALF)
    }
    assert short[cast.seats["front"].pk] == [1, 3]
    assert ProgressReport.objects.count() == 1
    with pytest.raises(Refused, match="amended meanwhile"):
        report(cast, version)
    report(cast, second, 2, status="behind", version=0)
    assert (cell(cast, 2).status, cell(cast, 2).from_version) == ("behind", 2)


def test_files_are_kept_and_withdrawn_for_a_reason(cast, version):
    row = report(cast, version, uploads=[make.scan(), make.scan()])
    assert cell(cast).files == 2
    file = row.files.first()
    with pytest.raises(Refused, match="Say why"):
        withdraw_progress_file(file, withdraw_reason=" ", by=cast.member, at=make.now())
    with pytest.raises(NotChair):
        withdraw_progress_file(file, withdraw_reason="x", by=cast.deputy, at=make.now())
    withdraw_progress_file(file, withdraw_reason="Nhầm", by=cast.member, at=make.now())
    with pytest.raises(Refused, match="already withdrawn"):
        withdraw_progress_file(file, withdraw_reason="x", by=cast.member, at=make.now())
    assert cell(cast).files == 1
    assert [f.withdraw_reason for f in cell(cast).file_lines] == ["Nhầm", ""]
    by_chair = row.files.last()
    withdraw_progress_file(by_chair, withdraw_reason="Mờ", by=cast.chair, at=make.now())
    assert ProgressFile.objects.get(pk=by_chair.pk).act.what.startswith("Thu hồi tệp minh chứng")


def test_in_a_closed_year_nobody_reports_and_history_is_recorded(cast, version):
    row = report(cast, version, uploads=[make.scan()])
    close_year(cast.year, by=cast.staff, at=make.now())
    for who in (cast.member, cast.chair, cast.staff):
        with pytest.raises(Refused, match="is closed"):
            report(cast, version, by=who, reason="x")
        with pytest.raises(Refused, match="is closed"):
            withdraw_progress_file(
                row.files.get(), withdraw_reason="x", by=who, at=make.now(), reason="x"
            )
    past = record_past_progress(
        version.commitments.get(number=2), seat=cast.seats["front"], span=Span.YEAR,
        status="missed", inferred="Suy ra", by=cast.staff, at=make.now(),
    )  # fmt: skip
    assert (past.inferred, past.reported_on, past.act) == ("Suy ra", None, None)
    assert not cell(cast, 2, period=Span.YEAR).is_late


def test_progress_says_who_has_what_missing(cast, version):
    for number in (1, 2, 3):
        report(cast, version, number)
    report(cast, version, 3, "union", by=cast.deputy, status="behind")
    progress = progress_of(cast.year, period=HALF)
    seats = cast.seats
    assert next(name for _seat, name, _numbers in progress.missing) == str(seats["union"])
    missing = {seat: numbers for seat, _name, numbers in progress.missing}
    assert missing[seats["union"].pk] == [1, 2, 4]
    assert seats["front"].pk not in missing
    short = incomplete(versions_of(cast.year), {}, HALF)
    assert [(member.seat, numbers) for member, numbers in short] == list(missing.items())
    kept = {seat: counts for seat, _name, counts in progress.kept_and_missed}
    assert kept[seats["front"].pk] == {"on_track": 3}
    assert kept[seats["union"].pk] == {"": 3, "behind": 1}
    assert progress.counts["on_track"] == 3
    assert [cell.name for cell in progress.lines[0].cells] == [m.name for m in progress.members]
    assert [cell.seat for cell in progress.lines[3].cells] == [seats["union"].pk]


def test_who_has_left_before_the_end_of_the_half_year_is_not_missing(cast, version):
    seat = cast.seats["youth"]
    seat.left_on, seat.reason = dt.date(cast.year.year, 6, 30), "Sáp nhập"
    seat.save()
    assert cell(cast, member="youth") is None
    report(cast, version, member="youth", by=cast.chair)
    assert cell(cast, member="youth").status == "on_track"


def test_without_a_covenant_in_force_there_is_no_progress(cast):
    assert progress_of(cast.year, period=HALF) is None
    draft = make.draft(cast)
    assert progress_of(cast.year, period=HALF) is None
    with pytest.raises(Refused, match="amended meanwhile"):
        report(cast, draft)
    with pytest.raises(Refused, match="not in force yet"):
        record_past_progress(
            draft.commitments.get(number=1), seat=cast.seats["front"], span=HALF,
            status="on_track", by=None,
        )  # fmt: skip


def test_it_costs_three_queries(cast, version, django_assert_num_queries):
    report(cast, version, uploads=[make.scan()])
    with django_assert_num_queries(3):
        progress_of(cast.year, period=HALF)


def test_the_day_of_a_report_is_that_of_vietnam(cast, version):
    late_evening = dt.datetime.combine(cast.today, dt.time(18, 30), dt.UTC)
    row = report(cast, version, at=late_evening)
    assert row.reported_on == timezone.localdate(late_evening)
