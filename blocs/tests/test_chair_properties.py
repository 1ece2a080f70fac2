"""Whatever people do, in whatever order: never two chairs on a day, never a gap at a handover."""

import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.refusal import Refused
from blocs import workflow
from blocs.chairing import chair_in_force
from blocs.models import ChairAct, ChairRight, Handover, Term

from . import make
from .together import at_once, kinds_of

START = dt.date(2026, 1, 1)
DAYS = st.integers(0, 120).map(lambda n: START + dt.timedelta(days=n))
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["appoint", "hand_over", "hand_over", "edit", "revoke", "undo", "act"]),
        st.integers(0, 5),
        DAYS,
        st.none() | DAYS,
    ),
    min_size=20,
    max_size=60,
)


def noon(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def take(step, bloc, seats, by):
    """Try one step as a person would; a refusal changes nothing."""
    verb, pick, day, other = step
    terms = list(Term.objects.chairs().filter(bloc=bloc).order_by("pk"))
    term = terms[pick % len(terms)] if terms else None
    seat = seats[pick % len(seats)]
    if verb == "appoint":
        workflow.appoint(seat, from_on=day, until=other, by=by)
    elif term is None:
        return
    elif verb == "hand_over":
        workflow.hand_over(
            term, receiver=seat, held_on=other or day, effective_on=day,
            past_day_reason="muộn" if other else "", by=by, at=noon(other or day),
        )  # fmt: skip
    elif verb == "edit":
        workflow.change_term(
            term, from_on=day, until=other, selection=term.selection, note="", by=by, why="nhầm"
        )
    elif verb == "revoke":
        workflow.revoke_term(term, by=by, at=noon(day), reason="nhầm")
    elif verb == "undo" and (handover := Handover.objects.valid().filter(bloc=bloc).last()):
        workflow.revoke_handover(handover, by=by, at=noon(day), reason="nhầm")
    elif verb == "act" and (chair := chair_in_force(bloc.pk, on=day)):
        who = chair.seat.organisation.posts.get().user
        workflow.act_as_chair(
            chair.seat.emulation_year, right=ChairRight.NOTICES, what="x", by=who, at=noon(day)
        )


def check(bloc):
    """Look at every day with the naked eye, not through the constraint that is to hold it."""
    chairs, last = Counter(), START + dt.timedelta(days=200)
    for term in Term.objects.filter(bloc=bloc, role="chair", revoked_at=None):
        day, until = term.period.lower, term.period.upper or last
        while day < until:
            chairs[day] += 1
            day += dt.timedelta(days=1)
    assert all(count == 1 for count in chairs.values())
    for handover in Handover.objects.filter(bloc=bloc, revoked_at=None):
        before = handover.effective_on - dt.timedelta(days=1)
        assert (chairs[before], chairs[handover.effective_on]) == (1, 1)


@given(steps=STEPS)
@settings(
    max_examples=75,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_thousands_of_random_steps_leave_one_chair_a_day(db, steps):
    with transaction.atomic():
        bloc = make.bloc(slug="x")
        year = make.year(bloc)
        seats = [make.seat(year, make.organisation(f"Hội {n}")) for n in range(4)]
        for n, seat in enumerate(seats):
            make.representative(make.user(f"user-{n}"), seat.organisation)
        by = make.user("keeper")
        done = Counter()
        for step in steps:
            try:
                take(step, bloc, seats, by)
                done[step[0]] += 1
            except Refused:
                done["refused"] += 1
        check(bloc)
        transaction.set_rollback(True)


@pytest.fixture
def two_seats(transactional_db):
    bloc = make.bloc(slug="song-song")
    year = make.year(bloc)
    seats = [make.seat(year, make.organisation(name)) for name in ("A", "B", "C")]
    for seat in seats:
        make.representative(make.user(f"rep-{seat.organisation.name.lower()}"), seat.organisation)
    return year, seats, make.term(seats[0], START)


@pytest.mark.parametrize("_round", range(3))
def test_two_handovers_at_the_same_instant_give_one_success_and_one_refusal(two_seats, _round):
    _year, seats, term = two_seats
    at = noon(dt.date(2026, 6, 1))

    def to(receiver):
        return lambda: workflow.hand_over(
            term, receiver=receiver, held_on=at.date(), effective_on=at.date(), by=None, at=at
        )

    answers = at_once(to(seats[1]), to(seats[2]))

    assert kinds_of(answers) == ["Handover", "Refused"]
    assert Handover.objects.count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_an_act_and_a_handover_at_the_same_instant_have_an_order(two_seats, _round):
    """Either the old chair acted before it handed over, or it is refused: never an act after."""
    year, seats, term = two_seats
    at = noon(dt.date(2026, 6, 1))
    old_chair = seats[0].organisation.posts.get().user

    handover, act = at_once(
        lambda: workflow.hand_over(
            term, receiver=seats[1], held_on=at.date(), effective_on=at.date(), by=None, at=at
        ),
        lambda: workflow.act_as_chair(
            year, right=ChairRight.NOTICES, what="x", by=old_chair, at=at
        ),
    )

    assert isinstance(handover, Handover)
    assert isinstance(act, (ChairAct, workflow.NotChair))
    assert ChairAct.objects.count() == (1 if isinstance(act, ChairAct) else 0)
