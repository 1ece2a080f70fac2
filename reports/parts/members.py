"""Members, chair and deputies of a year, with the changes in it."""

from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q

from blocs.models import Seat, TermRole
from vietnamese.dates import clerical_date, last_day


@dataclass(frozen=True)
class Member:
    number: int
    name: str
    office: str
    note: str


def members(year):
    """Every member of the year with its offices and changes, from one query."""
    terms = FilteredRelation("terms", condition=Q(terms__revoked_at=None))
    rows = Seat.objects.filter(emulation_year=year).annotate(valid=terms)
    rows = rows.order_by("position", "valid__period", "valid__pk").values(
        "pk", "joined_on", "left_on", "reason",
        name=F("organisation__name"), role=F("valid__role"), period=F("valid__period"),
    )  # fmt: skip
    by_seat = {}
    for row in rows:
        by_seat.setdefault(row["pk"], []).append(row)
    several = {role: sum(row["role"] == role for row in rows) > 1 for role in TermRole.values}
    return tuple(
        Member(number, held[0]["name"], _offices(held, year.bloc, several), _changes(held[0]))
        for number, held in enumerate(by_seat.values(), start=1)
    )


def _offices(held, bloc, several):
    words = {TermRole.CHAIR: bloc.chair_word, TermRole.DEPUTY: bloc.deputy_word}
    offices = [
        words[row["role"]].capitalize() + (_days(row["period"]) if several[row["role"]] else "")
        for row in held
        if row["role"]
    ]
    return "; ".join(offices) or "Thành viên"


def _days(period):
    if period is None:
        return ""
    until = f" đến hết ngày {clerical_date(last_day(period.upper))}" if period.upper else ""
    return f" (từ ngày {clerical_date(period.lower)}{until})"


def _changes(row):
    joined = row["joined_on"] and f"tham gia từ ngày {clerical_date(row['joined_on'])}"
    left = row["left_on"] and f"thôi tham gia từ ngày {clerical_date(row['left_on'])}"
    said = "; ".join(each for each in (joined, left) if each)
    return f"{said[0].upper()}{said[1:]} ({row['reason']})" if said else ""
