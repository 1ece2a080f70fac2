"""From a sheet to the plain table that is exported: Vietnamese, as it goes out of the house."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import translation

from vietnamese.text import slug

from .announcing import remark_of
from .standing import flat
from .table import ranking
from .workbook.issue import SAMPLE


@dataclass(frozen=True)
class MemberLine:
    """A member; `points` are {code: points} of what was scored, `rank` None is not ranked."""

    name: str
    position: int
    rank: int | None
    total: Decimal | None
    grade: str
    remark: str
    points: dict


@dataclass(frozen=True)
class StandingTable:
    title: str
    warning: str
    lines: tuple
    members: tuple

    @property
    def in_protocol_order(self):
        return sorted(self.members, key=lambda member: member.position)


def standing_table(sheet):
    """Return the `StandingTable` of a sheet, its members in order of rank."""
    year = sheet.year
    with translation.override("vi"):
        return StandingTable(
            title=f"KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG NĂM {year.year} – {year.name}",
            warning=SAMPLE if sheet.is_sample else "",
            lines=tuple(sheet.rows),
            members=tuple(_member(place) for place in ranking(sheet)),
        )


def standing_file_name(year):
    return f"xep-hang-{slug(year.bloc.slug)}-{year.year}.xlsx"


def _member(place):
    result = place.result
    graded = result.grade and result.grade.band
    figures = flat(result.figures).values()
    return MemberLine(
        name=result.member.organisation.name,
        position=result.member.position,
        rank=result.rank,
        total=result.total if result.scored else None,
        grade=graded.name if graded else "",
        remark=remark_of(place),
        points={each.node.code: each.points for each in figures if each.scored},
    )
