"""A member scores itself: who, until when, what follows from its figures, what is missing."""

from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import Extension
from files import gate
from files.tests.make import PDF, upload
from scoring.entries import EMPTY, Entry
from scoring.models import EvidenceFile, Score, ScoreSheet, SheetState
from scoring.tests.stage_scene import DAY, codes, earlier, last_days, rows, scored, staged
from scoring.workflow import NotTheirs, add_evidence, save_self, submit_self, withdraw_evidence


@pytest.fixture
def criteria(cast):
    return staged(cast.year, today=cast.today)


@pytest.fixture
def front(cast):
    return cast.seats["front"]


def points(seat, stage="self"):
    scores = Score.objects.filter(seat=seat, stage=stage)
    return dict(scores.values_list("criterion__code", "points"))


def test_points_follow_from_the_figures_and_keep_them(cast, criteria, front):
    scored(criteria, front, cast.member, at=earlier(), I_1="80", I_2="15", II_2="1", III_1="2")

    assert points(front) == {"I.1": 32, "I.2": 15, "II.2": 10, "III.1": 2}
    score = Score.objects.get(seat=front, criterion__code="I.1")
    assert (score.figure, score.by, score.stage) == (80, cast.member, "self")
    assert ScoreSheet.objects.get(seat=front).state == SheetState.DRAFT


def test_what_compares_is_counted_anew_for_everybody(cast, criteria, front):
    union = cast.seats["union"]
    scored(criteria, front, cast.member, at=earlier(), II_1="50")
    assert points(front) == {"II.1": 20}

    scored(criteria, union, cast.deputy, at=earlier(), II_1="100")

    assert points(union) == {"II.1": 20}
    assert points(front) == {"II.1": 10}
    recounted = Score.objects.get(seat=front)
    assert recounted.by == cast.member
    told = recounted.events.latest("pgh_id").pgh_context
    assert (told["by"], "Tính lại" in told["why"]) == (cast.deputy.pk, True)


def test_what_does_not_concern_a_member_has_what_the_set_says(cast, criteria, front):
    scored(criteria, front, cast.member, at=earlier(), II_2=Entry(applies=False))
    assert points(front) == {"II.2": 10}
    with pytest.raises(Refused, match=r"I\.1: this criterion concerns every member"):
        scored(criteria, front, cast.member, at=earlier(), I_1=Entry(applies=False))


@pytest.mark.parametrize(
    ("code", "value", "sentence"),
    [
        ("I_2", "20.5", "write points from 0 to 20"),
        ("I_2", "-1", "write points"),
        ("I_1", "-1", "figure of 0 or more"),
        ("II_2", "2", "yes or no"),
        ("III_1", "1.5", "whole number"),
    ],
)
def test_wrong_figures_are_refused_in_words(cast, criteria, front, code, value, sentence):
    with pytest.raises(Refused, match=sentence):
        scored(criteria, front, cast.member, at=earlier(), **{code: value})
    assert not Score.objects.exists()


@pytest.mark.parametrize("who", ["chair", "staff", "administrator", "deputy", "observer"])
def test_nobody_but_the_member_scores_it(cast, criteria, front, who):
    with pytest.raises(NotTheirs):
        scored(criteria, front, cast.people[who], at=earlier())


def test_after_the_last_day_nothing_moves(cast, criteria, front):
    with pytest.raises(Refused, match="last day"):
        scored(criteria, front, cast.member, at=timezone.now())
    assert not Score.objects.exists()


def test_a_members_own_extension_gives_it_more_days(cast, criteria, front):
    Extension.objects.create(
        emulation_year=cast.year, kind="self_score", seat=front, until=cast.today,
        reason="Bão", by=cast.staff, at=earlier(),
    )  # fmt: skip
    scored(criteria, front, cast.member, at=timezone.now())
    with pytest.raises(Refused, match="last day"):
        scored(criteria, cast.seats["union"], cast.deputy, at=timezone.now())


def test_two_clerks_do_not_overwrite_each_other(cast, criteria, front):
    pk = codes(criteria)["I.2"]
    scored(criteria, front, cast.member, at=earlier(), I_2="15")
    with pytest.raises(Refused, match="Somebody else"):
        scored(criteria, front, cast.member, at=earlier(), I_2="16")
    seen = {pk: (Entry(Decimal(15)), Entry(Decimal(16)))}
    save_self(front, rows=seen, by=cast.member, at=earlier())
    assert points(front) == {"I.2": 16}
    save_self(front, rows={pk: (Entry(Decimal(16)), EMPTY)}, by=cast.member, at=earlier())
    assert points(front) == {}


def test_who_signs_submits_what_is_complete(cast, criteria, front):
    head = cast.former_chair  # of the front too, and may sign
    at = earlier()
    with pytest.raises(NotTheirs):
        submit_self(front, by=cast.member, at=at)
    with pytest.raises(Refused, match=r"I\.1, I\.2, II\.1, II\.2"):
        submit_self(front, by=head, at=at)
    scored(criteria, front, cast.member, at=at, I_1="80", I_2="15", II_1="9", II_2="1", III_1="1")
    with pytest.raises(Refused, match=r": I\.2, III\.1\."):
        submit_self(front, by=head, at=at)

    pk = codes(criteria)["I.2"]
    better = {pk: (Entry(Decimal(15)), Entry(Decimal(15), reason="Còn hai việc"))}
    save_self(front, rows=better, by=cast.member, at=at)
    bonus = criteria.criteria.get(code="III.1")
    file = gate.accept(upload("qd.pdf", PDF))
    add_evidence(front, criterion=bonus, uploads=[file], by=cast.member, at=at)
    sheet = submit_self(front, by=head, at=at)

    assert sheet.state == SheetState.SUBMITTED
    assert [(e.step, e.by) for e in sheet.entries.all()] == [("submitted", head)]
    with pytest.raises(Refused, match="has been submitted"):
        scored(criteria, front, cast.member, at=at, II_2="0")
    with pytest.raises(Refused, match="has been submitted"):
        withdraw_evidence(EvidenceFile.objects.get(), by=cast.member, at=at)


def test_evidence_is_withdrawn_while_drafting_and_stays_on_record(cast, criteria, front):
    bonus = criteria.criteria.get(code="III.1")
    file = gate.accept(upload("qd.pdf", PDF))
    with pytest.raises(NotTheirs):
        add_evidence(front, criterion=bonus, uploads=[file], by=cast.staff, at=earlier())
    [row] = add_evidence(front, criterion=bonus, uploads=[file], by=cast.member, at=earlier())
    withdraw_evidence(row, by=cast.member, at=earlier())
    row.refresh_from_db()
    assert (row.counts, row.withdrawn_by) == (False, cast.member)
    with pytest.raises(Refused, match="already withdrawn"):
        withdraw_evidence(row, by=cast.member, at=earlier())


def test_years_without_self_scores_know_none(cast, front):
    criteria = staged(cast.year, today=cast.today)
    criteria.stages.exclude(stage="agreed").delete()
    last_days(cast.year, cast.today + DAY, cast.today + DAY)
    with pytest.raises(Refused, match="do not score themselves"):
        save_self(front, rows=rows(criteria, I_1="1"), by=cast.member, at=timezone.now())
