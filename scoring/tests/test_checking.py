"""Cross-check: who checks whom, from when until when, what differs and why, what is sent back."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct, Term
from blocs.workflow import NotChair
from files import gate
from files.tests.make import PDF, upload
from scoring.checkers import Manner, checkers_on
from scoring.drawing import drawn
from scoring.entries import Entry
from scoring.models import CheckerDraw, EvidenceFile, Score, ScoreSheet, SheetState
from scoring.tests.stage_scene import DAY, codes, earlier, last_days, rows, scored, staged
from scoring.workflow import (
    NotTheirs,
    accept_rest,
    add_evidence,
    draw_checker,
    finish_check,
    refuse_evidence,
    save_check,
    save_self,
    send_back,
    submit_self,
)

NOW = timezone.now


@pytest.fixture
def criteria(cast):
    criteria = staged(cast.year, today=cast.today)
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    scored(criteria, cast.seats["farmers"], cast.chair, at=earlier(), I_1="90")
    return criteria


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def checked(criteria, seat, by, *, at=None, reason="", **entries):
    how = {"by": by, "at": at or NOW(), "reason": reason}
    return save_check(seat, rows=rows(criteria, **entries), **how)


def points(seat, stage="checked"):
    scores = Score.objects.filter(seat=seat, stage=stage)
    return dict(scores.values_list("criterion__code", "points"))


def test_the_check_stands_beside_the_self_score(cast, criteria, front):
    checked(criteria, front, cast.chair, I_1=Entry(Decimal(70), reason="Biên bản số 3"), I_2="20")

    assert points(front) == {"I.1": 28, "I.2": 20}
    assert points(front, "self") == {"I.1": 32, "I.2": 20, "II.1": 20, "II.2": 10}
    sheet = ScoreSheet.objects.get(seat=front)
    assert (sheet.state, sheet.checker) == (SheetState.IN_CHECK, cast.organisations.farmers)
    act = ChairAct.objects.get()
    assert (act.capacity, sheet.entries.get().act) == ("chair", act)


def test_only_differences_need_a_reason(cast, criteria, front):
    with pytest.raises(Refused, match=r"I\.1: say why"):
        checked(criteria, front, cast.chair, I_1="70", I_2="20")
    assert points(front) == {}
    checked(criteria, front, cast.chair, I_2="20")
    assert points(front) == {"I.2": 20}


def test_nobody_checks_its_own_sheet_the_deputy_does(cast, criteria):
    own = cast.seats["farmers"]
    with pytest.raises(NotTheirs, match="its own"):
        checked(criteria, own, cast.chair, I_1="90")
    checked(criteria, own, cast.deputy, I_1="90")
    assert points(own) == {"I.1": 36}
    assert not ChairAct.objects.exists()
    with pytest.raises(NotTheirs):
        checked(criteria, cast.seats["front"], cast.deputy, I_1="80")


def test_the_database_knows_that_nobody_checks_its_own_sheet(cast, criteria):
    sheet = ScoreSheet.objects.get(seat=cast.seats["farmers"])
    sheet.checker = cast.organisations.farmers
    with pytest.raises(IntegrityError, match="nobody_checks_its_own_sheet"), transaction.atomic():
        sheet.save()
    draw = CheckerDraw(
        emulation_year=cast.year, seat=sheet.seat, organisation=cast.organisations.farmers,
        candidates=[], seed="x", at=NOW(),
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="nobody_checks_its_own_sheet"), transaction.atomic():
        draw.save()


def test_where_there_is_no_deputy_the_checker_is_drawn_so_that_anybody_can_draw_again(
    cast, criteria
):
    own = cast.seats["farmers"]
    with pytest.raises(Refused, match="Nobody has to be drawn"):
        draw_checker(own, by=cast.chair, at=NOW())
    Term.objects.filter(role="deputy").delete()
    with pytest.raises(NotChair):
        draw_checker(own, by=cast.member, at=NOW())
    draw = draw_checker(own, by=cast.chair, at=NOW())

    others = [cast.organisations.front.pk, cast.organisations.union.pk, cast.organisations.youth.pk]
    assert draw.candidates == others
    assert draw.organisation_id == drawn(others, draw.seed)
    checker = checkers_on(cast.year, on=cast.today).of(own)
    assert (checker.organisation, checker.manner) == (draw.organisation, Manner.DRAWN)
    by_organisation = {"front": cast.member, "union": cast.deputy, "youth": cast.coming_chair}
    name = next(n for n in by_organisation if cast.seats[n].organisation_id == draw.organisation_id)
    checked(criteria, own, by_organisation[name], I_1="90")
    with pytest.raises(IntegrityError, match="checker_is_drawn_once"), transaction.atomic():
        CheckerDraw.objects.create(
            emulation_year=cast.year, seat=own, organisation=draw.organisation, candidates=[],
            seed="x", at=NOW(),
        )  # fmt: skip


def test_every_seed_draws_one_of_the_candidates():
    found = [drawn([3, 5, 8], f"seed {n}") for n in range(300)]
    assert all(60 < found.count(each) < 140 for each in (3, 5, 8))
    assert drawn([3, 5, 8], "seed 1") == drawn([3, 5, 8], "seed 1")


def test_the_province_stands_in_visibly(cast, criteria, front):
    with pytest.raises(Refused, match="in place of the chair"):
        checked(criteria, front, cast.staff, I_1="80")
    checked(criteria, front, cast.staff, reason="Khối trưởng chậm", I_1="80")
    act = ChairAct.objects.get()
    assert (act.capacity, act.reason) == ("stand_in", "Khối trưởng chậm")
    assert ScoreSheet.objects.get(seat=front).checker is None
    checked(criteria, cast.seats["farmers"], cast.staff, reason="Chưa có khối phó", I_1="90")


def test_the_check_begins_when_nobody_can_be_drawn_after_it(cast, criteria, front):
    with pytest.raises(Refused, match="begins after the last day"):
        checked(criteria, front, cast.chair, at=earlier(), I_1="80")


def test_after_the_last_day_no_check_moves_and_the_province_adds_what_is_missing(
    cast, criteria, front
):
    checked(criteria, front, cast.chair, I_2="20")
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    with pytest.raises(Refused, match="no check moves"):
        checked(criteria, front, cast.chair, I_1="80")
    staff = {"by": cast.staff, "reason": "Khối trưởng chậm"}
    moved = {codes(criteria)["I.2"]: (Entry(Decimal(20)), Entry(Decimal(19), reason="x"))}
    with pytest.raises(Refused, match="no check moves"):
        save_check(front, rows=moved, at=NOW(), **staff)
    checked(criteria, front, **staff, I_1="80")
    assert points(front) == {"I.1": 32, "I.2": 20}


def test_a_sheet_is_sent_back_corrected_and_checked_again(cast, criteria, front):
    with pytest.raises(Refused, match="Say why"):
        send_back(front, why=" ", by=cast.chair, at=NOW())
    sheet = send_back(front, why="Thiếu biên bản", by=cast.chair, at=NOW())
    assert (sheet.state, sheet.entries.get().why) == (SheetState.SENT_BACK, "Thiếu biên bản")
    with pytest.raises(Refused, match="has been sent back"):
        checked(criteria, front, cast.chair, I_1="80")

    scored(criteria, front, cast.member, at=NOW(), III_1="2")
    bonus = criteria.criteria.get(code="III.1")
    file = gate.accept(upload("qd.pdf", PDF))
    add_evidence(front, criterion=bonus, uploads=[file], by=cast.member, at=NOW())
    submit_self(front, by=cast.former_chair, at=NOW())
    checked(criteria, front, cast.chair, I_1="80", III_1="2")
    assert points(front) == {"I.1": 32, "III.1": 2}


def test_a_check_of_a_figure_that_its_member_changed_since_counts_no_more(cast, criteria, front):
    checked(criteria, front, cast.chair, I_1="80", I_2="20")
    send_back(front, why="Sai số liệu", by=cast.chair, at=NOW())
    moved = {codes(criteria)["I.1"]: (Entry(Decimal(80)), Entry(Decimal(60)))}
    save_self(front, rows=moved, by=cast.member, at=NOW())
    submit_self(front, by=cast.former_chair, at=NOW())
    assert points(front) == {"I.2": 20}
    kept = {
        (k["code"], k["stage"]): k["figure"]
        for k in ScoreSheet.objects.get(seat=front, number=1).kept
    }
    assert kept["I.1", "checked"] == "80.00"
    with pytest.raises(Refused, match=r"I\.1"):
        finish_check(front, by=cast.chair, at=NOW())


def test_the_rest_is_taken_over_and_the_check_finished(cast, criteria, front):
    checked(criteria, front, cast.chair, I_1=Entry(Decimal(70), reason="Biên bản số 3"))
    with pytest.raises(Refused, match=r"I\.2, II\.1, II\.2"):
        finish_check(front, by=cast.chair, at=NOW())
    accept_rest(front, by=cast.chair, at=NOW())
    sheet = finish_check(front, by=cast.chair, at=NOW())

    assert points(front) == {"I.1": 28, "I.2": 20, "II.1": 20, "II.2": 10}
    assert (sheet.state, sheet.is_checked) == (SheetState.IN_CHECK, True)
    with pytest.raises(Refused, match="finished"):
        checked(criteria, front, cast.chair, II_2="0")


def test_evidence_is_refused_with_a_reason_and_stays(cast, criteria, front):
    bonus = criteria.criteria.get(code="III.1")
    file = gate.accept(upload("qd.pdf", PDF))
    [row] = add_evidence(front, criterion=bonus, uploads=[file], by=cast.member, at=earlier())
    with pytest.raises(NotTheirs):
        refuse_evidence(row, refuse_reason="Sai năm", by=cast.member, at=NOW())
    with pytest.raises(Refused, match="Say why"):
        refuse_evidence(row, refuse_reason="", by=cast.chair, at=NOW())
    refuse_evidence(row, refuse_reason="Sai năm", by=cast.chair, at=NOW())
    row.refresh_from_db()
    assert (row.counts, row.refused_by) == (False, cast.chair)
    with pytest.raises(Refused, match="no longer counts"):
        refuse_evidence(row, refuse_reason="Sai năm", by=cast.chair, at=NOW())
    with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        EvidenceFile.objects.all().delete()


def test_after_a_handover_the_new_chair_checks_and_the_old_one_does_not(cast, criteria, front):
    tomorrow = NOW() + dt.timedelta(days=1)
    with pytest.raises(NotTheirs):
        checked(criteria, front, cast.chair, at=tomorrow, I_1="80")
    checked(criteria, front, cast.coming_chair, at=tomorrow, I_1="80")
    assert ScoreSheet.objects.get(seat=front).checker == cast.organisations.youth
