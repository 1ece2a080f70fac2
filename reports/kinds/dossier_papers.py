"""What goes with a submission and is never issued: index, nominees' reports, members' sheets.

Rendered when they are asked for, without number; the same facts make the same bytes.
"""

from dataclasses import dataclass
from decimal import Decimal

from scoring.kinds import CriterionKind
from vietnamese.numbers import write_decimal

from ..numbering import day_in_words
from ..papers import Entry, Sheet, Signature
from ..prose import Block, blocks

NOT_SCORED, NONE = "chưa chấm", "–"


@dataclass(frozen=True)
class Achievements:
    """A nominee's report in three parts; empty parts get dots for a hand to fill in."""

    member: str
    award: str
    year: str
    bloc: str
    parts: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Row:
    """A criterion of a member's sheet."""

    code: str
    text: str
    maximum: str
    points: str
    is_section: bool


@dataclass(frozen=True)
class MemberSheet:
    name: str
    rank: str
    total: str
    remark: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class MemberSheets:
    """The announced points of every member, a page each."""

    year: str
    bloc: str
    criteria: str
    announced: str
    members: tuple[MemberSheet, ...]


@dataclass(frozen=True)
class IndexLine:
    """One thing of the dossier; without `file` it is missing, and `note` says what."""

    number: int
    title: str
    file: str
    note: str


@dataclass(frozen=True)
class Index:
    year: str
    bloc: str
    lines: tuple[IndexLine, ...]
    missing: tuple[str, ...]


def achievements_sheet(nomination):
    """The report of a nominee on a sheet of its own; the nomination knows it as `report`."""
    report, year = nomination.report, nomination.emulation_year
    parts = (
        ("I. Đặc điểm, tình hình", blocks(report.situation)),
        ("II. Thành tích đạt được", blocks(report.achievements)),
        ("III. Các hình thức đã được khen thưởng", blocks(report.earlier_awards)),
    )
    signatures = (
        Signature(f"Xác nhận của {year.bloc.chair_word}"),
        Signature("Thủ trưởng đơn vị"),
    )
    return _sheet(
        "reports/achievements.html",
        f"Báo cáo thành tích - {nomination.member_name} - {nomination.kind.name}",
        nomination.member_name,
        Achievements(
            nomination.member_name, nomination.kind.name, str(year.year), year.name, parts
        ),
        year.bloc,
        signatures,
    )


def member_sheets(year, announced):
    """The announced points of each member by criterion, as the standing was announced."""
    rows = announced.standing["rows"]
    contents = MemberSheets(
        year=str(year.year),
        bloc=year.name,
        criteria=announced.standing["criteria"],
        announced=day_in_words(announced.on),
        members=tuple(_member(line, rows) for line in announced.standing["lines"]),
    )
    title = f"Bảng chấm điểm của từng đơn vị năm {year.year} - {year.name}"
    return _sheet("reports/member_sheets.html", title, year.name, contents, year.bloc)


def index_sheet(year, lines):
    """The index: what is there with its file, what is missing by name."""
    missing = tuple(line.title for line in lines if not line.file)
    title = f"Mục lục hồ sơ đề nghị khen thưởng năm {year.year} - {year.name}"
    contents = Index(str(year.year), year.name, tuple(lines), missing)
    return _sheet("reports/dossier_index.html", title, year.name, contents, year.bloc)


def _sheet(template, title, organisation, contents, bloc, signatures=()):
    """A sheet that stands on the paper of `organisation`, without number, place and day."""
    return Sheet(
        kind=None,
        template=template,
        title=title[:500],
        organisation=organisation,
        bloc=contents.bloc,
        entry=Entry("", signatures=signatures, is_unnumbered=True),
        contents=contents,
        is_sample=bloc.is_sample,
    )


def _member(line, rows):
    return MemberSheet(
        name=line["name"],
        rank=NONE if line["rank"] is None else str(line["rank"]),
        total=write_decimal(Decimal(line["total"]), places=2),
        remark="; ".join(filter(None, [line["grade"], line["remark"]])),
        rows=tuple(
            Row(
                row["code"],
                row["text"],
                write_decimal(Decimal(row["maximum"]), places=2),
                _points(line["points"].get(row["code"]), row["kind"]),
                row["level"] == 1,
            )
            for row in rows
        ),
    )


def _points(points, kind):
    if points is None:
        return NOT_SCORED if kind == CriterionKind.ORDINARY else NONE
    return write_decimal(Decimal(points), places=2)
