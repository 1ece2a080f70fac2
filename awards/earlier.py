"""What organisations had before: their results by year, and the awards of a year."""

from dataclasses import dataclass

from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast

from .conditions import EXCELLENT, SHOW_EXCELLENCE
from .models import Award, Method, Recipient, YearlyResult

YEARS_BACK = 10  # so far back chains of years are read


@dataclass(frozen=True)
class History:
    """What organisations have: years of excellent results, years with any, and regular awards.

    Each is {organisation: …}; predecessors are joined in by who asks (`joined`).
    """

    years: dict
    recorded: dict
    awards: dict


def joined(table, lineage):
    """What organisations that went over into one another have together, of a table of a History."""
    return [each for one in sorted(lineage) for each in table.get(one, ())]


def read_history(organisations, year):
    """Return the History of organisations until a year: one query over results and awards."""
    since = year - YEARS_BACK
    results = YearlyResult.objects.filter(
        organisation__in=organisations, year__gt=since, year__lte=year
    )
    awards = Award.objects.valid().filter(
        organisation__in=organisations,
        year__gt=since,
        year__lte=year,
        recipient=Recipient.COLLECTIVE,
    )
    columns = ("organisation", "year", "code", "name", "text", "method")
    results = results.order_by().values_list(*_columns({"text": "rating"}))
    of_award = {
        "code": "kind__code", "name": "kind__name", "text": "achievement", "method": "method",
    }  # fmt: skip
    awards = awards.order_by().values_list(*_columns(of_award))
    rows = [dict(zip(columns, row, strict=True)) for row in results.union(awards, all=True)]
    return _history(rows, year)


def _columns(named):
    """The columns of both tables in one order and of one type; "" where a table has none."""
    yield Cast("organisation", IntegerField())
    yield Cast("year", IntegerField())
    for name in ("code", "name", "text", "method"):
        column = named.get(name)
        yield Cast(column, CharField()) if column else Value("", CharField())


def _history(rows, year):
    years, recorded, awards = {}, {}, {}
    for row in rows:
        one, is_award = row["organisation"], bool(row["code"])
        if not is_award or row["code"] in SHOW_EXCELLENCE:
            recorded.setdefault(one, set()).add(row["year"])
        if row["code"] in SHOW_EXCELLENCE or (not is_award and row["text"] == EXCELLENT):
            years.setdefault(one, set()).add(row["year"])
        if is_award and row["year"] == year and row["method"] == Method.REGULAR:
            awards.setdefault(one, []).append((row["text"], row["name"]))
    return History(years, recorded, awards)
