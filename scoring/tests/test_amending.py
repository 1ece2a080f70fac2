"""Versions of criteria: begun on minutes, previewed, put in force with all scores, kept."""

import datetime as dt
from decimal import Decimal as D

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from accounts.refusal import Refused
from blocs.models import ChairAct
from scoring import workflow
from scoring.amending import amendment_of
from scoring.arithmetic import Rule
from scoring.kinds import Method
from scoring.models import CriteriaSet, Score, current_set, draft_set
from scoring.sheet import read_sheet
from scoring.tests import make
from scoring.tests.scene import LATER, NOW, previewed, score

MINUTES = {
    "adopted_on": dt.date(2026, 1, 5),
    "minutes": "05/BB-KTĐ",
    "reason": "Hội nghị quyết định",
}
FULL = {"I.1": 40, "I.2.a": 12, "I.2.b": 8}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def scored(cast):
    """Two members scored by the small set: the Front leads with 60 to 50."""
    made = make.small_set(cast.year)
    for code, points in FULL.items():
        score(cast.year, cast.seats["front"], code, points, by=cast.chair, reason="họp khối")
        score(cast.year, cast.seats["union"], code, points - 10 if code == "I.1" else points)
    return made


@pytest.fixture
def draft(cast, scored):
    return workflow.start_amendment(cast.year, **MINUTES, by=cast.chair, at=NOW)


def change(draft, code, by, **fields):
    criterion = draft.criteria.get(code=code)
    kept = {name: getattr(criterion, name) for name in ("code", "text", "maximum")}
    return workflow.change_criterion(criterion, **{**kept, **fields}, by=by, at=NOW)


def put(cast, draft, by=None):
    seen = amendment_of(cast.year, draft).seen
    return workflow.put_criteria_in_force(draft, seen=seen, by=by or cast.chair, at=LATER)


def test_a_draft_is_a_copy_on_minutes_and_changes_nothing_yet(cast, scored, draft):
    assert make.outline(draft) == make.outline(scored)
    assert (draft.number, draft.minutes, current_set(cast.year)) == (2, "05/BB-KTĐ", scored)
    assert ChairAct.objects.filter(what__contains="phiên bản 2").exists()
    assert read_sheet(cast.year).criteria_set == scored


def test_an_amendment_needs_scores_minutes_and_no_other_draft(cast):
    def start(**more):
        return workflow.start_amendment(cast.year, **{**MINUTES, **more}, by=cast.staff, at=NOW)

    with pytest.raises(Refused, match="change them directly"):
        start()
    make.small_set(cast.year)
    with pytest.raises(Refused, match="change them directly"):
        start()
    score(cast.year, cast.seats["front"], "I.1", 5)
    for missing in ({"minutes": " "}, {"reason": ""}):
        with pytest.raises(Refused, match="Name the minutes"):
            start(**missing)
    with pytest.raises(Refused, match="still to come"):
        start(adopted_on=timezone.localdate(NOW) + dt.timedelta(days=1))
    start()
    with pytest.raises(Refused, match="begun already"):
        start()


def test_the_version_in_force_is_frozen_and_its_draft_is_not(cast, scored, draft):
    with pytest.raises(Refused, match="amendment"):
        change(scored, "I.1", cast.chair, maximum=D(35))
    change(draft, "I.1", cast.chair, text="Chỉ tiêu sửa")
    assert draft.criteria.get(code="I.1").text == "Chỉ tiêu sửa"


def test_the_preview_says_whose_total_and_rank_would_change(cast, scored, draft):
    change(draft, "I.1", cast.chair, maximum=D(50))
    change(draft, "I", cast.chair, maximum=D(70))
    score(cast.year, cast.seats["union"], "II.1", 5)
    assert amendment_of(cast.year, draft).moved == ()

    change(draft, "II", cast.chair, maximum=D(3), kind="bonus")
    change(draft, "II.1", cast.chair, maximum=D(5))
    [moved] = amendment_of(cast.year, draft).moved
    assert moved.seat == cast.seats["union"]
    assert (moved.old_total, moved.new_total) == (55, 53)
    assert (moved.old_rank, moved.new_rank) == (2, 2)


def test_what_follows_from_figures_is_counted_by_the_new_rule(cast, scored, draft):
    Score.objects.filter(seat=cast.seats["front"], criterion__code="I.1").update(
        figure=D(90), target=D(100), points=D(36)
    )
    rule = Rule(Method.PRO_RATA, floor=D(95))
    change(draft, "I.1", cast.chair, rule=rule)

    found = amendment_of(cast.year, draft)
    moved = found.moved[-1]  # the union moves up to the first place
    assert (moved.seat, moved.old_total, moved.new_total) == (cast.seats["front"], 56, 20)
    assert (moved.old_rank, moved.new_rank) == (1, 2)


def test_scores_go_over_with_who_when_and_why_and_the_old_ones_stand(cast, scored, draft):
    put(cast, draft)

    draft.refresh_from_db()
    scored.refresh_from_db()
    assert (current_set(cast.year), scored.state, draft.in_force_by) == (
        draft,
        "replaced",
        cast.chair,
    )
    kept = [
        list(each.scores.order_by("seat", "criterion__code").values_list(
            "seat", "criterion__code", "stage", "points", "by", "at", "reason"
        ))
        for each in (scored, draft)
    ]  # fmt: skip
    assert kept[0] == kept[1]
    assert len(kept[0]) == 6
    assert read_sheet(cast.year).criteria_set == draft
    assert sorted(read_sheet(cast.year, number=1).points.values()) == [8, 8, 12, 12, 30, 40]


def test_scores_that_cannot_go_over_are_named_and_refused(cast, scored, draft):
    change(draft, "I.1", cast.chair, maximum=D(35))
    change(draft, "I.2.a", cast.chair, maximum=D(17))
    change(draft, "I.2", cast.chair, maximum=D(25))
    workflow.remove_criterion(draft.criteria.get(code="I.2.b"), by=cast.chair, at=NOW)
    change(draft, "I.2.a", cast.chair, maximum=D(25))

    blocked = " ".join(amendment_of(cast.year, draft).blocked)
    assert "MTTQ has 40 points for I.1, more than its new maximum of 35" in blocked
    assert "has 8 points for I.2.b, which the new version does not score" in blocked
    with pytest.raises(Refused, match=r"I\.2\.b"):
        put(cast, draft)
    assert current_set(cast.year) == scored


def test_a_new_criterion_has_still_to_be_scored(cast, scored, draft):
    parent = draft.criteria.get(code="I")
    change(draft, "I", cast.chair, maximum=D(65))
    workflow.add_criterion(
        draft, parent=parent, code="I.3", text="Mới", maximum=D(5), by=cast.chair, at=NOW
    )
    found = amendment_of(cast.year, draft)
    assert found.unscored == ("I.3",)
    assert {moved.new_rank for moved in found.moved} == {None}


def test_what_does_not_add_up_is_not_put_in_force(cast, scored, draft):
    change(draft, "I", cast.chair, maximum=D(61))
    with pytest.raises(Refused, match="1 are missing"):
        put(cast, draft)


def test_what_is_confirmed_is_what_was_shown(cast, scored, draft):
    seen = amendment_of(cast.year, draft).seen
    Score.objects.filter(seat=cast.seats["union"], criterion__code="I.1").update(points=31)
    with pytest.raises(Refused, match="changed since this preview"):
        workflow.put_criteria_in_force(draft, seen=seen, by=cast.chair, at=LATER)


def test_nothing_is_put_in_force_while_the_scores_are_locked(cast, scored, draft):
    workflow.lock(cast.year, by=cast.chair, at=NOW, why="Báo cáo")
    with pytest.raises(Refused, match="are locked"):
        put(cast, draft)


def test_a_draft_is_dropped_and_another_begun(cast, scored, draft):
    workflow.remove_set(draft, by=cast.chair, at=NOW)
    assert draft_set(cast.year) is None
    again = workflow.start_amendment(cast.year, **MINUTES, by=cast.chair, at=NOW)
    put(cast, again)
    with pytest.raises(Refused, match="no draft any more"):
        put(cast, again)
    with pytest.raises(Refused, match="stays as it was"):
        change(scored, "I.1", cast.chair, text="x")


def test_an_upload_by_the_old_version_is_not_undone(cast, scored):
    upload = previewed(cast.year, {(cast.seats["farmers"], "I.1"): 5}, by=cast.chair)
    workflow.save_upload(upload, by=cast.chair, at=NOW)
    draft = workflow.start_amendment(cast.year, **MINUTES, by=cast.chair, at=NOW)
    put(cast, draft)
    with pytest.raises(Refused, match="amended since the upload"):
        workflow.undo_upload(upload, by=cast.chair, at=LATER)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("year_has_one_current_criteria_set", {"state": "current"}),
        ("year_has_one_draft_of_criteria", {"state": "draft"}),
        ("criteria_version_is_numbered_once", {"number": 2}),
        ("criteria_state_is_known", {"state": "lost"}),
        ("amended_criteria_rest_on_minutes", {"minutes": ""}),
        ("amended_criteria_rest_on_minutes", {"adopted_on": None}),
    ],
)
def test_versions_are_numbered_have_one_in_force_and_rest_on_minutes(cast, draft, name, fields):
    fields = {"state": "replaced", "number": 3, **MINUTES, "title": "x", **fields}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        CriteriaSet.objects.create(emulation_year=cast.year, **fields)


def test_the_scores_of_a_replaced_version_stand_in_the_database_too(cast, scored, draft):
    put(cast, draft)
    for touch in (
        lambda: Score.objects.filter(criteria_set=scored).update(points=1),
        lambda: Score.objects.filter(criteria_set=scored).delete(),
    ):
        with (
            pytest.raises(IntegrityError, match="scores_of_a_replaced_version_stand"),
            transaction.atomic(),
        ):
            touch()
