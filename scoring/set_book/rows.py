"""One row of the workbook of a criteria set, cell by cell."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vietnamese.numbers import UnreadableNumber, read_decimal
from vietnamese.text import nfc, search_key

from ..arithmetic import JUDGED, Rule, Tier
from ..asking import kept
from ..examples import Example
from ..kinds import Method
from ..workbook.heads import Problem
from ..workbook.points import WrongPoints, number_of
from .layout import (
    BEGINS,
    BEST,
    DEADLINES,
    FIGURE,
    KINDS,
    METHODS,
    NO,
    NUMBERS,
    TARGET,
    YES,
)

LIMITS = {"maximum": 10**5, "each": 10**5, "over_cap": 10**5, "target": 10**13}
PERCENT = 10**3
LONGEST_TEXT = 4000


class Wrong(ValueError):
    """A cell that cannot be used; the message says how to mend it."""


@dataclass(frozen=True)
class Line:
    """A criterion as its row says; not `is_whole` where one of its cells could not be read."""

    row: int
    code: str
    parent: str
    text: str
    kind: str
    maximum: Decimal
    rule: Rule = JUDGED
    examples: tuple = ()
    is_whole: bool = True


def read_line(row, cells, columns, problems):
    """Return the Line of a row, or None where it is empty; what is wrong is added to `problems`."""
    known = {name: cells[column] for name, column in columns.items() if column in cells}
    if not known:
        return None
    before = len(problems)

    def get(name, reader, empty=None):
        if name not in known:
            return empty
        try:
            return reader(known[name])
        except Wrong as wrong:
            problems.append(Problem(known[name].address, str(wrong)))
            return empty

    code = get("code", lambda cell: words(cell, 20), "")
    text = get("text", lambda cell: words(cell, LONGEST_TEXT, "\n"), "")
    figures = {name: get(name, _limited(name)) for name in NUMBERS}
    maximum = figures.pop("maximum")
    rule = Rule(
        method=get("method", lambda cell: chosen(cell, METHODS), Method.JUDGED),
        unit=get("unit", lambda cell: words(cell, 40), ""),
        deadline=get("deadline", lambda cell: chosen(cell, DEADLINES), ""),
        tiers=get("tiers", lambda cell: _each_line(cell, _tier), ()),
        may_not_apply=get("may_not_apply", lambda c: chosen(c, {True: YES, False: NO}), False),
        **figures,
    )
    examples = get("examples", lambda cell: _each_line(cell, _example), ())
    kind = get("kind", lambda cell: chosen(cell, KINDS), "")
    parent = get("parent", lambda cell: words(cell, 20), "")
    first = next(iter(known.values())).address
    for missing, sentence in (
        (code, _("This row has no code.")),
        (text, _("This row has no text.")),
        (maximum, _("The maximum is missing; it must be above 0.")),
    ):
        if not missing and len(problems) == before:
            problems.append(Problem(first, sentence))
    is_whole = len(problems) == before
    return Line(
        row, code, parent, text, kind, maximum or Decimal(1), kept(rule), examples, is_whole
    )


def words(cell, longest, keep=""):
    """Return the text of a cell; `keep` says which white space stays. Raises Wrong if too long."""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = nfc(str("" if value is None else value)).strip()
    text = text if keep else " ".join(text.split())
    if len(text) > longest:
        raise Wrong(_("The text is too long: %(most)s letters at most.") % {"most": longest})
    return text


def number(cell):
    """Return the number of a cell. Raises Wrong."""
    try:
        return number_of(cell, most=max(LIMITS.values()))
    except WrongPoints as wrong:
        raise Wrong(str(wrong)) from None


def chosen(cell, choices):
    """Return the key of `{key: word}` that a cell names. Raises Wrong with the words there are."""
    known = {search_key(word): key for key, word in choices.items()}
    key = search_key(cell.text)
    if key not in known:
        listed = "; ".join(word for word in choices.values() if word)
        raise Wrong(
            _("“%(text)s” is unknown. Write one of: %(words)s.")
            % {"text": cell.text[:60], "words": listed}
        )
    return known[key]


def _limited(name):
    def reader(cell):
        value = number(cell)
        most = LIMITS.get(name, PERCENT)
        if not 0 <= value < most:
            raise Wrong(_("Write a number from 0 to below %(most)s.") % {"most": most})
        return value

    return reader


def _each_line(cell, reader):
    text = nfc(str(cell.value or ""))
    return tuple(reader(line.strip()) for line in text.splitlines() if line.strip())


def _tier(line):
    named, colon, points = line.rpartition(":")
    if not colon:
        raise Wrong(
            _("“%(line)s”: write a tier as “≥ 95: 80” or “good: 80”.") % {"line": line[:60]}
        )
    named = named.strip()
    match = BEGINS.fullmatch(named)
    label = named if match is None else match["label"] or ""
    begins = match and (match["from"] or match["alone"])
    if len(label) > 1 and label[0] == label[-1] == '"':
        label = label[1:-1]
    if len(label) > 120:
        raise Wrong(_("The text is too long: %(most)s letters at most.") % {"most": 120})
    return Tier(_figure(points, line), label, None if begins is None else _figure(begins, line))


def _example(line):
    given, equals, points = line.rpartition("=")
    found = {}
    for part in given.split(";"):
        name = next((n for n in (FIGURE, TARGET, BEST) if part.strip().startswith(n)), None)
        if name:
            found[name] = _figure(part.strip().removeprefix(name), line)
    if not equals or FIGURE not in found:
        sentence = _("“%(line)s”: write an example as “thực hiện 1083; kế hoạch 1200 = 36,1”.")
        raise Wrong(sentence % {"line": line[:60]})
    return Example(found[FIGURE], _figure(points, line), found.get(TARGET), found.get(BEST))


def _figure(text, line):
    try:
        value = read_decimal(text)
    except UnreadableNumber as error:
        raise Wrong(f"“{line[:60]}”: {error}") from None
    if abs(value) >= LIMITS["target"]:
        raise Wrong(_("“%(line)s”: this number is too large.") % {"line": line[:60]})
    return value
