"""What organisations had before: years of excellent results, and the awards of a year."""

from dataclasses import dataclass

from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast

from .conditions import EXCELLENT, SHOW_EXCELLENCE
from .models import Award, Method, Recipient, YearlyResult

YEARS_BACK = 10  # so far back chains of years are read


@dataclass(frozen=True)
class History:
    """What organisations have: years of excellent results, and regular awards of the year.

    Each is {organisation: …}; predecessors are joined in by who asks.
    """

    years: dict
    awards: dict


def read_history(organisations, year):
    """Return the History of organisations until a year: one query over results and awards."""
    since = year - YEARS_BACK
    results = YearlyResult.objects.filter(
        organisation__in=organisations, year__gt=since, rating=EXCELLENT
    )
    awards = Award.objects.valid().filter(
        organisation__in=organisations, year__gt=since, recipient=Recipient.COLLECTIVE
    )
    columns = ("organisation", "year", "code", "name", "text", "method")
    results = results.order_by().values_list(*_columns(results, {}))
    of_award = {"code": "kind__code", "name": "kind__name", "text": "achievement"}
    awards = awards.order_by().values_list(*_columns(awards, {**of_award, "method": "method"}))
    rows = [dict(zip(columns, row, strict=True)) for row in results.union(awards, all=True)]
    return _history(rows, year)


def _columns(rows, named):
    """The columns of both tables in one order and of one type; "" where a table has none."""
    yield Cast("organisation", IntegerField())
    yield Cast("year", IntegerField())
    for name in ("code", "name", "text", "method"):
        column = named.get(name)
        yield Cast(column, CharField()) if column else Value("", CharField())


def _history(rows, year):
    years, awards = {}, {}
    for row in rows:
        one = row["organisation"]
        if not row["code"] or row["code"] in SHOW_EXCELLENCE:
            years.setdefault(one, set()).add(row["year"])
        if row["code"] and row["year"] == year and row["method"] == Method.REGULAR:
            awards.setdefault(one, []).append((row["text"], row["name"]))
    return History(years, awards)
