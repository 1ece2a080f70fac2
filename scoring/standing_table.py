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


@dataclass(frozen=True)
class StoredNode:
    """A criterion as an announced standing keeps it."""

    code: str
    text: str
    kind: str
    maximum: Decimal


@dataclass(frozen=True)
class StoredLine:
    node: StoredNode
    level: int


def announced_table(year, standing):
    """Return the `StandingTable` of a standing as it was announced (`scoring.announcing.stored`).

    Its members stand in the order of the announcement. No query.
    """
    rows = [
        StoredLine(
            StoredNode(row["code"], row["text"], row["kind"], Decimal(row["maximum"])), row["level"]
        )
        for row in standing["rows"]
    ]
    return StandingTable(
        title=f"KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG NĂM {year.year} – {year.name}",
        warning=SAMPLE if year.bloc.is_sample else "",
        lines=tuple(rows),
        members=tuple(_stored(place, line) for place, line in enumerate(standing["lines"])),
    )


def _stored(place, line):
    points = {code: Decimal(value) for code, value in line["points"].items()}
    return MemberLine(
        name=line["name"],
        position=place,
        rank=line["rank"],
        total=Decimal(line["total"]) if points else None,
        grade=line["grade"],
        remark=line["remark"],
        points=points,
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
