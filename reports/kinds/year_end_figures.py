"""The figures of a year-end report as texts: members, ranking, all scores. Pure, from a sheet."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils import translation

from scoring.kinds import CriterionKind
from scoring.table import lines
from scoring.why import tie_break_words
from scoring.wording import in_vietnamese
from vietnamese.numbers import write_decimal

NOT_SCORED, NONE, NO_FIGURES = "chưa chấm", "–", "không có số liệu"
LEFT_OUT = "không áp dụng"
# How many columns fit: sections beside a name, members in a part of the table of scores.
MOST_SECTIONS, MOST_UPRIGHT, MOST_ACROSS = 6, 5, 9
KINDS = {
    CriterionKind.ORDINARY: "Điểm các mục",
    CriterionKind.BONUS: "Điểm thưởng",
    CriterionKind.PENALTY: "Điểm trừ",
}


@dataclass(frozen=True)
class Ranked:
    """A member's line in the ranking; `missing` says why it has no rank, or what decided it."""

    rank: str
    name: str
    points: tuple[str, ...]
    total: str
    missing: str = ""


@dataclass(frozen=True)
class Ranking:
    heads: tuple[str, ...]
    lines: tuple[Ranked, ...]


@dataclass(frozen=True)
class ScoreLine:
    """A criterion across the members of one part of the table; `rule` says how it is counted.

    The first part says it, where the criteria are read first.
    """

    code: str
    text: str
    maximum: str
    cells: tuple[str, ...]
    is_section: bool
    rule: str = ""


@dataclass(frozen=True)
class ScorePart:
    """All criteria for as many members as fit beside each other."""

    members: tuple[str, ...]
    lines: tuple[ScoreLine, ...]
    totals: tuple[str, ...]
    ranks: tuple[str, ...]


@dataclass(frozen=True)
class Scores:
    """The table of all scores: `is_wide` lies across the page."""

    parts: tuple[ScorePart, ...]
    is_wide: bool


def ranking(sheet):
    """Return the ranking of a sheet of scores: first to last, then who is not ranked."""
    if len(sheet.sections) > MOST_SECTIONS:
        kinds = [kind for kind in KINDS if any(each.kind == kind for each in sheet.sections)]
        heads = tuple(KINDS[kind] for kind in kinds)
    else:
        kinds, heads = None, tuple(_head(section) for section in sheet.sections)
    return Ranking(heads, tuple(_ranked(sheet, result, kinds) for result in sheet.standings))


def scores(sheet):
    """Return every score, in as few parts of about equal width as the page allows."""
    results = sheet.in_protocol_order
    is_wide = len(results) > MOST_UPRIGHT
    rows = lines(sheet)
    shares = _shared_out(len(results), MOST_ACROSS)
    parts = (_part(rows, results, places, first=places == shares[0]) for places in shares)
    return Scores(tuple(parts), is_wide)


def points_of(figure):
    """Write a figure as a paper prints it: never 0 for what was not scored; caps are shown."""
    if figure.is_left_out:
        return LEFT_OUT
    if not figure.scored:
        return NOT_SCORED if figure.missing else NONE
    if figure.is_capped:
        return f"{_points(figure.sum)} → {_points(figure.points)} (trần)"
    minus = "-" if figure.node.kind == CriterionKind.PENALTY and figure.points else ""
    return f"{minus}{_points(figure.points)}"


def _points(value):
    return write_decimal(value, places=2)


def _head(section):
    if section.kind == CriterionKind.ORDINARY:
        return f"Mục {section.code}"
    return f"{KINDS[section.kind]} ({section.code})"


def _of_kind(result, kind):
    figures = [figure for figure in result.figures if figure.node.kind == kind]
    if not any(figure.scored for figure in figures):
        return NOT_SCORED if any(figure.missing for figure in figures) else NONE
    points = sum(figure.points for figure in figures)
    return f"-{_points(points)}" if kind == CriterionKind.PENALTY and points else _points(points)


def _ranked(sheet, result, kinds):
    """A member's line: its points by section, or by kind where there are too many sections."""
    if kinds:
        points = tuple(_of_kind(result, kind) for kind in kinds)
    else:
        points = tuple(points_of(figure) for figure in result.figures)
    name = result.member.organisation.name
    if result.missing:
        missing = ", ".join(result.missing) if result.scored else "tất cả tiêu chí"
        return Ranked(NONE, name, points, NONE, f"Chưa chấm: {missing}")
    rank = NONE if result.rank is None else str(result.rank)
    return Ranked(rank, name, points, _points(result.total), remark(sheet, result))


def remark(sheet, result):
    """Say in Vietnamese the grade, and what took a rank, decided it, or has still to decide it."""
    graded = result.grade and result.grade.band
    with translation.override("vi"):
        parts = [f"xếp loại {graded.name}"] if graded else []
        parts += [str(each.effect.label) for each in sheet.deciding.barrings_of(result.member)]
        if decided := result.ranked.decided_by:
            parts.append(f"bằng điểm, xếp theo: {tie_break_words(decided.tie_break, sheet.nodes)}")
        if waits := result.ranked.waits_for:
            parts.append(f"đồng hạng, chờ: {tie_break_words(waits, sheet.nodes)}")
        elif result.ranked.equals:
            parts.append("đồng hạng")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _shared_out(count, most):
    """Split places 0 … count into parts of at most `most`, as equal as may be."""
    parts = -(-count // most)
    ends = [count * part // parts for part in range(parts + 1)] if parts else []
    return [slice(*pair) for pair in pairwise(ends)]


def _part(rows, results, places, *, first):
    chosen = results[places]
    return ScorePart(
        members=tuple(result.member.organisation.label for result in chosen),
        lines=tuple(
            ScoreLine(
                row.node.code,
                row.node.text,
                _points(row.node.maximum),
                tuple(points_of(cell.figure) for cell in cells[places]),
                row.level == 1,
                _rule(row.node) if first else "",
            )
            for row, cells in rows
        ),
        totals=tuple(NONE if r.missing else _points(r.total) for r in chosen),
        ranks=tuple(NONE if r.rank is None else str(r.rank) for r in chosen),
    )


def _rule(node):
    """How the points of a criterion follow; "" for what is divided further."""
    return "" if node.children else in_vietnamese(node.rule, node.maximum, node.kind)
