"""Workbooks of the cross-check: figures and reasons, whose they are, what nobody may see."""

from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct
from scoring import workflow
from scoring.entries import Entry
from scoring.entry_plan import from_json
from scoring.models import Score, ScoreSheet, SheetEntry
from scoring.tests.stage_books import (
    accepted,
    all_scores,
    cell,
    check_workbook,
    saved,
    self_workbook,
    sheet_of,
    with_over,
)
from scoring.tests.stage_scene import DAY, earlier, last_days, rows, scored
from scoring.workflow import NotTheirs, WrongWorkbook, save_check

NOW = timezone.now
WHY = "Biên bản kiểm tra số 3"


@pytest.fixture
def criteria(cast):
    return with_over(cast.year, today=cast.today)


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def checked(cast, cells=None, *, by=None, reason=""):
    by = by or cast.chair
    content = accepted(check_workbook(cast.year, by, cells))
    return workflow.preview_check(cast.year, accepted=content, by=by, at=NOW(), reason=reason)


def begin_checks(cast):
    last_days(cast.year, cast.today - DAY, cast.today + 10 * DAY)


@pytest.fixture
def to_check(cast, criteria, front):
    """The Front and the farmers have scored themselves; the checks have begun."""
    entries = {
        "I_1": Entry(Decimal(80), Decimal(100)),
        "I_2": Entry(Decimal(18), reason="Thiếu một"),
    }
    scored(criteria, front, cast.member, at=earlier(), **entries, II_1="50", II_2="1")
    scored(criteria, cast.seats["farmers"], cast.chair, at=earlier(), I_1="90")
    begin_checks(cast)
    return criteria


def test_a_check_comes_back_unchanged_and_three_cells_are_just_these(cast, to_check, front):
    how = {"by": cast.chair, "at": NOW()}
    save_check(front, rows=rows(to_check, I_2=Entry(Decimal(17), reason=WHY), II_2="1"), **how)
    assert checked(cast).plan == []

    cells = {(front, "I.1", "kiem-tra"): 80, (front, "I.2", "kiem-tra"): 16}
    cells[cast.seats["union"], "I.2", "kiem-tra"] = 20
    upload = checked(cast, cells)
    assert [change.new.content for change in from_json(upload.plan)] == [
        (80, 100, True), (16, None, True), (20, None, True),
    ]  # fmt: skip


def test_a_check_stores_figures_and_is_undone_exactly(cast, to_check, front):
    save_check(front, rows=rows(to_check, I_2="18"), by=cast.chair, at=NOW())
    before = all_scores()
    cells = {
        (front, "I.1", "kiem-tra"): 70,
        (front, "I.1", "ly-do"): WHY,
        (front, "II.1", "kiem-tra"): 50,
    }
    upload = saved(checked(cast, cells), cast.chair)

    score = Score.objects.get(seat=front, criterion__code="I.1", stage="checked")
    assert (score.points, score.figure, score.target, score.reason) == (28, 70, 100, WHY)
    sheet = ScoreSheet.objects.get(seat=front)
    assert (sheet.state, sheet.is_checked, sheet.checker) == (
        "in_check",
        False,
        cast.organisations.farmers,
    )
    assert SheetEntry.objects.get().step == "taken_up"
    assert ChairAct.objects.count() == 2

    workflow.undo_sheet_upload(upload, by=cast.chair, at=NOW())
    assert all_scores() == before
    sheet.refresh_from_db()
    assert sheet.state == "in_check"  # it was taken up by typing, before the workbook


def test_a_check_that_is_undone_leaves_the_sheet_where_it_was(cast, to_check, front):
    cells = {(front, "I.2", "kiem-tra"): 18, (cast.seats["union"], "I.2", "kiem-tra"): 20}
    upload = saved(checked(cast, cells), cast.chair)
    workflow.undo_sheet_upload(upload, by=cast.chair, at=NOW())
    for seat in (front, cast.seats["union"]):
        sheet = ScoreSheet.objects.get(seat=seat)
        assert (sheet.state, sheet.checker, sheet.is_checked) == ("draft", None, False)
        assert [entry.step for entry in sheet.entries.all()] == ["taken_up", "put_back"]
        assert sheet.entries.last().act.by == cast.chair


def test_a_check_that_goes_on_after_the_workbook_stays_taken_up(cast, to_check, front):
    upload = saved(checked(cast, {(front, "I.2", "kiem-tra"): 18}), cast.chair)
    save_check(front, rows=rows(to_check, II_2="1"), by=cast.chair, at=NOW())
    workflow.undo_sheet_upload(upload, by=cast.chair, at=NOW())
    assert ScoreSheet.objects.get(seat=front).state == "in_check"


def test_what_differs_needs_its_reason_and_the_own_column_stays_empty(cast, to_check, front):
    own_seat = cast.seats["farmers"]
    cells = {
        (front, "I.1", "kiem-tra"): 70,
        (own_seat, "I.1", "kiem-tra"): 90,
        (front, "I.2", "kiem-tra"): 18,
    }
    content = check_workbook(cast.year, cast.chair, cells)
    with pytest.raises(WrongWorkbook) as wrong:
        workflow.preview_check(cast.year, accepted=accepted(content), by=cast.chair, at=NOW())

    sheet = sheet_of(content)
    found = {each.cell: each.sentence for each in wrong.value.problems}
    reason, locked = cell(sheet, front, "I.1", "ly-do"), cell(sheet, own_seat, "I.1", "kiem-tra")
    assert set(found) == {reason, locked}
    assert "say why it differs" in found[reason]
    assert "own sheet" in found[locked]
    assert sheet[locked].protection.locked


def test_the_chairs_own_sheet_goes_to_the_deputy(cast, to_check, front):
    own_seat = cast.seats["farmers"]
    cells = {(own_seat, "I.1", "kiem-tra"): 90}
    upload = saved(checked(cast, cells, by=cast.deputy), cast.deputy)
    assert (upload.members, ChairAct.objects.count()) == ([own_seat.pk], 0)
    with pytest.raises(NotTheirs):
        workflow.undo_sheet_upload(upload, by=cast.chair, at=NOW())
    for who in ("member", "outsider", "observer", "coming_chair"):
        content = accepted(check_workbook(cast.year, cast.chair))
        with pytest.raises(NotTheirs):
            workflow.preview_check(cast.year, accepted=content, by=cast.people[who], at=NOW())


def test_staff_stand_in_with_a_reason(cast, to_check, front):
    upload = checked(cast, {(front, "I.1", "kiem-tra"): 80}, by=cast.staff)
    with pytest.raises(Refused, match="Say why"):
        saved(upload, cast.staff)
    saved(upload, cast.staff, reason="Khối trưởng ốm")
    assert ChairAct.objects.get().reason == "Khối trưởng ốm"


def test_a_check_that_is_not_open_is_refused_with_the_members_name(cast, to_check, front):
    content = accepted(check_workbook(cast.year, cast.chair, {(front, "I.1", "kiem-tra"): 80}))
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    with pytest.raises(Refused, match="Ủy ban MTTQ: The last day to check"):
        workflow.preview_check(cast.year, accepted=content, by=cast.chair, at=NOW())


def test_a_check_is_put_away_after_its_last_day_too(cast, to_check, front):
    upload = checked(cast, {(front, "I.1", "kiem-tra"): 80})
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    for who in ("deputy", "member", "outsider"):
        with pytest.raises(NotTheirs):
            workflow.drop_sheets(upload, by=cast.people[who], at=NOW())
    assert workflow.drop_sheets(upload, by=cast.chair, at=NOW()).state == "dropped"


def test_a_workbook_holds_nothing_that_its_reader_may_not_see(cast, criteria, front):
    """Before the last day nobody's column, then what is seen; never a check under way."""
    scored(criteria, front, cast.member, at=earlier(), I_1=Entry(Decimal(77), reason="BÍ MẬT"))
    texts = _texts(check_workbook(cast.year, cast.chair)) | _texts(
        check_workbook(cast.year, cast.staff)
    )
    assert not any("BÍ MẬT" in text or text == "77" for text in texts)
    assert "BÍ MẬT" not in "".join(
        _texts(self_workbook(cast.year, cast.seats["union"], cast.deputy))
    )

    begin_checks(cast)
    assert any("BÍ MẬT" in text for text in _texts(check_workbook(cast.year, cast.chair)))
    scored_farmers = rows(criteria, I_1=Entry(Decimal(66), reason="SOÁT"))
    save_check(cast.seats["farmers"], rows=scored_farmers, by=cast.deputy, at=NOW())
    assert "SOÁT" not in "".join(_texts(check_workbook(cast.year, cast.chair)))
    assert "BÍ MẬT" not in "".join(_texts(check_workbook(cast.year, cast.deputy)))


def _texts(content):
    found = set()
    for row in sheet_of(content).iter_rows():
        for each in row:
            found |= {str(each.value)} | ({each.comment.text} if each.comment else set())
    return found
