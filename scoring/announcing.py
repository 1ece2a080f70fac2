"""A standing as stored values, and what two announced versions differ in. Values in, values out.

What is stored is a record, so its words are Vietnamese whatever the page speaks.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from .kinds import CriterionKind, Effect, Fact
from .standing import flat
from .table import ranking

# How a remark names the facts that bar a member, whatever words stand around them.
FACTS = re.compile(rf"\(({'|'.join(Fact.values)})\)")


@dataclass(frozen=True)
class Difference:
    """One value of a member that another version has otherwise; "" where it has none.

    `what` is "rank", "total", "grade", "barred", or the code of a criterion.
    """

    member: str
    what: str
    before: str
    after: str


def stored(sheet):
    """Return the whole standing of a sheet as values that JSON keeps; points are texts."""
    with translation.override("vi"):
        return {
            "criteria": sheet.criteria_set.title,
            "version": sheet.version,
            "rows": [_row(row) for row in sheet.rows],
            "lines": [_line(place) for place in ranking(sheet)],
        }


def differences(before, after):
    """Return what a later stored standing has otherwise than an earlier one, member by member.

    Only what was decided: a remark is worded anew each time, by the program of that time.
    """
    old = {line["seat"]: line for line in before["lines"]}
    new = {line["seat"]: line for line in after["lines"]}
    found = []
    for seat in [*new, *(seat for seat in old if seat not in new)]:
        both = [line for line in (old.get(seat), new.get(seat)) if line]
        told = all("barred" in line for line in both)
        one, two = _values(old.get(seat), told), _values(new.get(seat), told)
        name = (new.get(seat) or old[seat])["name"]
        for what in [*two, *(each for each in one if each not in two)]:
            if one.get(what, "") != two.get(what, ""):
                found.append(Difference(name, what, one.get(what, ""), two.get(what, "")))
    return found


def lines(standing):
    """Return the lines of a stored standing with points as Decimals again, for pages and papers.

    `sections` are (code, points, whether they are subtracted).
    """
    return [
        {
            **line,
            "total": Decimal(line["total"]),
            "sections": [
                (row["code"], _points(line, row["code"]), row["kind"] == CriterionKind.PENALTY)
                for row in standing["rows"]
                if not row["level"] - 1
            ],
        }
        for line in standing["lines"]
    ]


def _points(line, code):
    points = line["points"].get(code)
    return None if points is None else Decimal(points)


def _row(row):
    node = row.node
    return {
        "code": node.code,
        "text": node.text,
        "kind": node.kind,
        "level": row.level,
        "maximum": str(node.maximum),
    }


def _line(place):
    result = place.result
    graded = result.grade and result.grade.band
    return {
        "seat": result.member.pk,
        "name": result.member.organisation.name,
        "rank": result.rank,
        "total": f"{result.total:.2f}",
        "grade": graded.name if graded else "",
        "remark": remark_of(place),
        "barred": [[each.fact.value, each.effect.value] for each in place.barrings],
        "points": {
            each.node.code: f"{each.points:.2f}"
            for each in flat(result.figures).values()
            if each.scored
        },
    }


def remark_of(place):
    """What decided the rank besides the total, took it, or has not decided it yet."""
    parts = [f"{each.effect.label} ({each.fact.value})" for each in place.barrings]
    if place.tie:
        parts.append(_("Equal total, decided by: %(tie)s") % {"tie": place.tie})
    if place.waits:
        parts.append(_("Equal rank, waits for: %(tie)s") % {"tie": place.waits})
    elif place.result.ranked.equals:
        parts.append(_("equal rank"))
    return "; ".join(parts)


def _values(line, with_effects):
    """{what: text} of a stored line; {} of none."""
    if line is None:
        return {}
    rank = "–" if line["rank"] is None else str(line["rank"])
    told = {name: line[name] for name in ("total", "grade")}
    return {"rank": rank, **told, "barred": _barred(line, with_effects), **line["points"]}


def _barred(line, with_effects):
    """Which facts bar the member; of an early announcement the remark alone names them."""
    if with_effects:
        with translation.override("vi"):
            return "; ".join(f"{Effect(effect).label} ({fact})" for fact, effect in line["barred"])
    if "barred" in line:
        return "; ".join(fact for fact, _effect in line["barred"])
    return "; ".join(FACTS.findall(line["remark"]))
