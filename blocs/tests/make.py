"""Builders: one row each, with what a test does not care about filled in."""

import datetime as dt
import itertools

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from blocs.models import (
    Bloc,
    Capacity,
    ChairAct,
    ChairRight,
    EmulationYear,
    Organisation,
    OrganisationKind,
    Post,
    PostKind,
    Province,
    Seat,
    Term,
    TermRole,
)

LONG_AGO = dt.date(2010, 1, 1)
PASSWORD = "mat-khau-thu-2026"
_numbers = itertools.count(1)


def user(username, full_name=None, **fields):
    """A person without a password: tests sign in with `client.force_login`."""
    return User.objects.create(
        username=username, full_name=full_name or f"Nguyễn Thị {username.title()}", **fields
    )


def province(name, *, since=LONG_AGO, until=None, **fields):
    return Province.objects.create(name=name, validity=DateRange(since, until), **fields)


def organisation(name, province=None, *, kind=OrganisationKind.POLITICAL_SOCIAL, **fields):
    return Organisation.objects.create(name=name, province=province, kind=kind, **fields)


def bloc(name="Khối thi đua số 1", province=None, **fields):
    fields.setdefault("slug", f"khoi-{next(_numbers)}")
    return Bloc.objects.create(name=name, province=province, **fields)


def year(bloc, number=2026, **fields):
    return EmulationYear.objects.create(bloc=bloc, year=number, name=bloc.name, **fields)


def seat(year, organisation, position=None, **fields):
    position = position or year.seats.count() + 1
    return Seat.objects.create(
        emulation_year=year, bloc=year.bloc, organisation=organisation, position=position, **fields
    )


def term(seat, since=LONG_AGO, until=None, *, role=TermRole.CHAIR, **fields):
    """A term with days; `since=None` makes a historical one without."""
    period = DateRange(since, until) if since else None
    return Term.objects.create(seat=seat, bloc=seat.bloc, role=role, period=period, **fields)


def act(year, *, by, at, right=ChairRight.YEAR_WORK):
    """An act for a bloc without chair."""
    return ChairAct.objects.create(
        emulation_year=year, right=right, capacity=Capacity.VACANT, what="thử", by=by, at=at
    )


def administrator(user, since=LONG_AGO, until=None):
    return _post(user, PostKind.ADMINISTRATOR, since, until)


def staff(user, province, since=LONG_AGO, until=None):
    return _post(user, PostKind.STAFF, since, until, province=province)


def observer(user, province, since=LONG_AGO, until=None):
    return _post(user, PostKind.OBSERVER, since, until, province=province)


def representative(user, organisation, since=LONG_AGO, until=None, *, may_sign=True):
    fields = {"organisation": organisation, "may_sign": may_sign, "position": "Chủ tịch"}
    return _post(user, PostKind.REPRESENTATIVE, since, until, **fields)


def _post(user, kind, since, until, **fields):
    return Post.objects.create(user=user, kind=kind, period=DateRange(since, until), **fields)
