"""Who sat in a bloc over the years, as rows of organisations and columns of years."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A seat in one year: the office held, and the days of who joined or left in mid-year."""

    is_chair: bool
    is_deputy: bool
    joined_on: dt.date | None
    left_on: dt.date | None


@dataclass(frozen=True)
class MemberRow:
    """One organisation: its name, its names of today, and for each year a Cell or None."""

    name: str
    names_today: list
    cells: list


def matrix(office_years, lineage):
    """Return a MemberRow for each organisation that sat in one of the years of a Roster.

    `office_years` come newest first: the members of the newest year come first in protocol order,
    then those of earlier years that are not among them.
    """
    names = {}
    for each in office_years:
        for member in each.year.members:
            names.setdefault(member["organisation"], member["name"])
    columns = [_cells(each) for each in office_years]
    return [
        MemberRow(name, lineage.names_today(pk), [column.get(pk) for column in columns])
        for pk, name in names.items()
    ]


def _cells(office_year):
    chairs = {term.seat.organisation_id for term in office_year.chairs}
    deputies = {term.seat.organisation_id for term in office_year.deputies}
    return {
        member["organisation"]: Cell(
            is_chair=member["organisation"] in chairs,
            is_deputy=member["organisation"] in deputies,
            joined_on=_day(member["joined_on"]),
            left_on=_day(member["left_on"]),
        )
        for member in office_year.year.members
    }


def _day(written):
    return written and dt.date.fromisoformat(written)
