"""A member's own workbook: what comes back unchanged changes nothing; saved, undone, refused."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from scoring import workflow
from scoring.entries import Entry
from scoring.entry_plan import from_json
from scoring.hidden import hidden_seats, without_hidden
from scoring.models import Score, ScoreSheet, SheetEntry, SheetUpload
from scoring.tests.stage_books import (
    accepted,
    all_scores,
    cell,
    saved,
    self_workbook,
    sheet_of,
    with_over,
)
from scoring.tests.stage_scene import DAY, earlier, last_days, rows, scored
from scoring.workflow import NotTheirs, WrongWorkbook, save_self, submit_self

NOW = timezone.now


@pytest.fixture
def criteria(cast):
    return with_over(cast.year, today=cast.today)


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def own(cast, front, cells=None, by=None):
    content = self_workbook(cast.year, front, by or cast.member, cells)
    return workflow.preview_self(front, accepted=accepted(content), by=by or cast.member, at=NOW())


def said(upload):
    codes = {each.criterion_id: each.criterion.code for each in Score.objects.all()}
    return {codes.get(c.criterion, c.criterion): c.new.content for c in from_json(upload.plan)}


def test_a_self_score_comes_back_unchanged_and_three_cells_are_just_these(cast, criteria, front):
    entries = {"I_1": Entry(Decimal(80), Decimal(160)), "I_2": Entry(Decimal(18), reason="a  =b")}
    entries |= {"II_1": "50", "II_2": Entry(applies=False, reason="Không có"), "III_1": "2"}
    scored(criteria, front, cast.member, at=earlier(), **entries)
    assert own(cast, front).plan == []

    cells = {("I.1", "so-lieu"): "120,5", ("I.2", "diem"): 20, ("II.2", "so-lieu"): "có"}
    upload = own(cast, front, cells)
    assert said(upload) == {
        "I.1": (Decimal("120.5"), Decimal(160), True),
        "I.2": (20, None, True),
        "II.2": (1, None, True),
    }


def test_saving_counts_points_by_the_rule_and_undoing_puts_everything_back(cast, criteria, front):
    scored(criteria, cast.seats["union"], cast.deputy, at=earlier(), II_1="100")
    scored(
        criteria, front, cast.member, at=earlier(), I_1=Entry(Decimal(50), Decimal(100), True, "cũ")
    )
    before = all_scores()
    cells = {("I.1", "so-lieu"): 210, ("I.1", "chi-tieu"): 200, ("I.1", "giai-trinh"): None}
    cells |= {("I.2", "diem"): 15, ("I.2", "giai-trinh"): "thiếu", ("II.1", "so-lieu"): 200}
    upload = saved(own(cast, front, cells), cast.member)

    found = {
        (score.seat, score.criterion.code): score.points
        for score in Score.objects.select_related("seat", "criterion")
    }
    assert (found[front, "I.1"], found[front, "I.2"], found[front, "II.1"]) == (40, 15, 20)
    assert found[front, "III.2"] == 2  # five per cent above the target, one per cent of 40 each
    assert found[cast.seats["union"], "II.1"] == 10  # against a better one
    assert ScoreSheet.objects.get(seat=front).state == "draft"
    assert not SheetEntry.objects.exists()

    upload = workflow.undo_sheet_upload(upload, by=cast.member, at=NOW())
    assert (all_scores(), upload.state) == (before, "undone")


def test_undoing_names_what_was_typed_since_and_stops_once_submitted(cast, criteria, front):
    cells = {("I.1", "so-lieu"): 100, ("I.2", "diem"): 20, ("II.1", "so-lieu"): 5}
    cells[("II.2", "so-lieu")] = 1
    upload = saved(own(cast, front, cells), cast.member)
    pk = criteria.criteria.get(code="I.2").pk
    typed = {pk: (Entry(Decimal(20)), Entry(Decimal(20), reason="mới"))}
    save_self(front, rows=typed, by=cast.member, at=NOW())
    with pytest.raises(Refused, match=r"I\.2"):
        workflow.undo_sheet_upload(upload, by=cast.member, at=NOW())
    submit_self(front, by=cast.former_chair, at=NOW())
    with pytest.raises(Refused, match="has been submitted"):
        workflow.undo_sheet_upload(upload, by=cast.member, at=NOW())


def test_a_stale_preview_is_refused_and_removals_only_where_ticked(cast, criteria, front):
    scored(criteria, front, cast.member, at=earlier(), I_1="80")
    upload = own(cast, front, {("I.1", "so-lieu"): None, ("I.2", "diem"): 20})
    [removal] = [each for each in from_json(upload.plan) if each.is_removal]
    save_self(front, rows=rows(criteria, II_1="3"), by=cast.member, at=NOW())
    with pytest.raises(Refused, match="Preview the file again"):
        saved(upload, cast.member)
    again = workflow.preview_sheets_again(upload, by=cast.member, at=NOW())
    # The file has no figure at II.1, where one stands now: another removal.
    assert len([each for each in from_json(again.plan) if each.is_removal]) == 2
    saved(again, cast.member, removals=[removal.key])
    codes = Score.objects.filter(seat=front).exclude(criterion__code="III.2")
    assert set(codes.values_list("criterion__code", flat=True)) == {"I.2", "II.1"}


def test_problems_of_a_self_score_name_their_cells(cast, criteria, front):
    cells = {
        ("I.1", "so-lieu"): "nhiều", ("I.2", "so-lieu"): 5, ("I.2", "diem"): 21,
        ("II.1", "diem"): 20, ("II.2", "so-lieu"): 7, ("III.1", "so-lieu"): 1.5,
        ("III.1", "giai-trinh"): "x" * 301, ("III.2", "so-lieu"): 3,
    }  # fmt: skip
    content = self_workbook(cast.year, front, cast.member, cells)
    with pytest.raises(WrongWorkbook) as wrong:
        workflow.preview_self(front, accepted=accepted(content), by=cast.member, at=NOW())

    sheet, found = sheet_of(content), {each.cell for each in wrong.value.problems}
    places = set(cells) - {("III.1", "so-lieu")}  # its reason is looked at first
    assert found == {cell(sheet, front, *place) for place in places}
    assert not SheetUpload.objects.exists()


def test_only_its_own_representatives_in_time_at_its_own_stage(cast, criteria, front):
    content = self_workbook(cast.year, front, cast.member, {("I.2", "diem"): 20})
    take = {"accepted": accepted(content), "at": NOW()}
    for who in ("chair", "staff", "administrator", "deputy", "observer"):
        with pytest.raises(NotTheirs):
            workflow.preview_self(front, by=cast.people[who], **take)
    with pytest.raises(WrongWorkbook, match="another member"):
        workflow.preview_self(cast.seats["union"], by=cast.deputy, **take)
    with pytest.raises(WrongWorkbook, match=r"another stage.*self-scored.*agreed"):
        workflow.preview_upload(cast.year, by=cast.chair, **take)
    with pytest.raises(WrongWorkbook, match=r"another stage.*self-scored.*cross-checked"):
        workflow.preview_check(cast.year, by=cast.chair, **take)
    late = {**take, "at": NOW() + 2 * DAY}
    with pytest.raises(Refused, match="last day to score yourselves"):
        workflow.preview_self(front, by=cast.member, **late)
    upload = workflow.preview_self(front, by=cast.member, **take)
    with pytest.raises(Refused, match="last day to score yourselves"):
        workflow.save_sheets(upload, by=cast.member, at=NOW() + 2 * DAY)
    with pytest.raises(NotTheirs):
        saved(upload, cast.chair)
    workflow.lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo")
    with pytest.raises(Refused, match="are locked"):
        saved(upload, cast.member)


def test_points_that_compare_are_not_told_in_a_workbook_before_all_have_reported(
    cast, criteria, front
):
    scored(criteria, cast.seats["union"], cast.deputy, at=earlier(), II_1="100")
    scored(criteria, front, cast.member, at=earlier(), II_1="50")
    sheet = sheet_of(self_workbook(cast.year, front, cast.member))
    assert sheet[cell(sheet, front, "II.1", "diem")].value.count("tính khi tải lên") == 2


def test_a_dropped_or_saved_workbook_is_not_saved_again(cast, criteria, front):
    upload = own(cast, front, {("I.2", "diem"): 20})
    workflow.drop_sheets(upload, by=cast.member, at=NOW())
    for verb in (workflow.save_sheets, workflow.drop_sheets, workflow.preview_sheets_again):
        with pytest.raises(Refused, match="already handled"):
            verb(upload, by=cast.member, at=NOW() + dt.timedelta(seconds=1))
    with pytest.raises(Refused, match="was saved can be undone"):
        workflow.undo_sheet_upload(upload, by=cast.member, at=NOW())


def test_a_preview_is_put_away_after_the_last_day_too(cast, criteria, front):
    upload = own(cast, front, {("I.2", "diem"): 20})
    last_days(cast.year, cast.today - DAY, cast.today + DAY)
    workflow.lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo số 1")
    with pytest.raises(Refused):
        workflow.preview_sheets_again(upload, by=cast.member, at=NOW())
    with pytest.raises(NotTheirs):
        workflow.drop_sheets(upload, by=cast.chair, at=NOW())
    assert workflow.drop_sheets(upload, by=cast.member, at=NOW()).state == "dropped"


def test_the_audit_log_leaves_out_what_is_uploaded_before_its_day(cast, criteria, front):
    own(cast, front, {("I.2", "diem"): 20})
    events = SheetUpload.pgh_event_model.objects
    assert events.exists()
    assert not without_hidden(events, hidden_seats(cast.administrator, on=cast.today)).exists()
    assert without_hidden(events, hidden_seats(cast.member, on=cast.today)).exists()
