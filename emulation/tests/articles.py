"""What the tests of the articles share: loading them, and asking a bloc."""

import datetime as dt
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.test import override_settings

from blocs.models import Bloc, Seat, Term
from blocs.tests import make
from emulation.demo.articles import ARTICLES, load_article

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)
TODAY = dt.date(2026, 11, 22)


@contextmanager
def loaded_once(blocker):
    """Load the five blocs for a whole file of tests, and take them away after it."""
    with blocker.unblock(), TemporaryDirectory() as folder, transaction.atomic():
        with override_settings(PRIVATE_ROOT=Path(folder) / "private"):
            load_articles()
        yield
        transaction.set_rollback(True)


def load_articles():
    """Load the five blocs, and the administrator who issues the report of one of them."""
    administrator = make.user("nguoi-nap-bai-viet")
    make.administrator(administrator)
    for facts in ARTICLES:
        load_article(facts, at=AT, issued_by=administrator)


def bloc_at(slug):
    return Bloc.objects.get(slug=slug)


def years(bloc):
    return sorted(bloc.years.values_list("year", flat=True))


def members(bloc, year):
    seats = Seat.objects.filter(emulation_year__bloc=bloc, emulation_year__year=year)
    return list(seats.values_list("organisation__name", flat=True))


def chairs(bloc):
    terms = Term.objects.chairs().filter(bloc=bloc).order_by("seat__emulation_year__year")
    return [(term.seat.emulation_year.year, term.seat.organisation.name) for term in terms]


def today_of(province):
    """The name of the province that this one went over into, up to today."""
    while step := province.successions.select_related("successor").first():
        province = step.successor
    assert TODAY in province.validity
    return province.full_name
