"""The share of nominees for the Government's flag as it comes along with a year: no query.

Its rows are few, and pages have twelve queries.
"""

from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import CharField
from django.db.models.functions import Cast, JSONObject
from django.utils.dateparse import parse_date

from blocs.models import LegalBasis

from .models import ShareKey, ShareRule


def share_rows():
    """An expression: all rows of the share, for `shares_of`."""
    row = JSONObject(
        percent=Cast("percent", CharField()),
        clause="clause",
        is_assumed="is_assumed",
        first="period__startswith",
        until="period__endswith",
        number="basis__number",
        ended="basis__ended_on",
    )
    rows = ShareRule.objects.filter(key=ShareKey.GOVERNMENT_NOMINEES).order_by("pk")
    return ArraySubquery(rows.values(row=row))


def shares_of(rows):
    """Return the ShareRules of `share_rows`, with as much of their basis as answers ask."""
    return [_share(**row) for row in rows]


def _share(*, percent, clause, is_assumed, first, until, number, ended):
    basis = LegalBasis(number=number, ended_on=_day(ended)) if number else None
    return ShareRule(
        key=ShareKey.GOVERNMENT_NOMINEES,
        percent=Decimal(percent),
        clause=clause,
        is_assumed=is_assumed,
        period=DateRange(_day(first), _day(until)),
        basis=basis,
    )


def _day(text):
    return text and parse_date(text)
