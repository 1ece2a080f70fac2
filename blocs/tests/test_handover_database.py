"""What of a handover the database itself refuses."""

import datetime as dt

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from blocs.models import Handover, Term

from . import make
from .handing import NEXT_DAY, hand_over


def store_now(rows, **changes):
    """Update and let the constraints that wait for the commit speak at once."""
    rows.update(**changes)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("side", ["giver_term", "receiver_term"])
def test_the_database_refuses_to_part_joined_terms(scene, side):
    handover = hand_over(scene)
    term = Term.objects.get(pk=getattr(handover, side).pk)
    later = term.period.lower + dt.timedelta(days=20)
    period = DateRange(later, term.period.upper and NEXT_DAY - dt.timedelta(days=1))
    with (
        pytest.raises(IntegrityError, match="handover_joins_its_terms"),
        transaction.atomic(),
    ):
        store_now(Term.objects.filter(pk=term.pk), period=period)


def test_the_database_refuses_two_chairs_on_a_day(scene):
    seats, term = scene[3], scene[4]
    with pytest.raises(IntegrityError, match="bloc_has_one_chair_a_day"), transaction.atomic():
        make.term(seats["B", 2026], dt.date(2026, 6, 1), dt.date(2026, 6, 2))
    assert Term.objects.get() == term


def test_the_database_refuses_a_past_day_without_reason(scene):
    handover = hand_over(scene)
    with (
        pytest.raises(IntegrityError, match="handover_to_a_past_day_has_a_reason"),
        transaction.atomic(),
    ):
        Handover.objects.filter(pk=handover.pk).update(recorded_on=dt.date(2026, 12, 31))


def test_the_database_refuses_a_handover_across_blocs(scene):
    handover = hand_over(scene)
    with (
        pytest.raises(IntegrityError, match="giver_is_of_the_handovers_bloc"),
        transaction.atomic(),
    ):
        store_now(Handover.objects.filter(pk=handover.pk), bloc=make.bloc("Khối khác"))


def test_the_database_never_deletes_a_handover(scene):
    handover = hand_over(scene)
    with pytest.raises(InternalError, match="never_deleted"), transaction.atomic():
        Handover.objects.filter(pk=handover.pk).delete()
