"""Shares that offices are asked for: people working directly, women, leaders. Pure.

Counted are awards, not heads: a person with two awards counts twice, as in the state's forms
0601–0605 (docs/field.md §1.5). Where nobody is counted, or nobody's sex is known, nothing can be
said, which is not 0 %.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pledges.commending import Recipients

LEADERS = (Recipients.TOP_LEADER, Recipients.SENIOR_LEADER, Recipients.OTHER_LEADER)


@dataclass(frozen=True)
class Tally:
    """So many awards that agree in all of these."""

    year: int
    bloc: str
    kind: str
    method: str
    level: str
    recipient_class: str
    sex: str
    number: int


@dataclass(frozen=True)
class Part:
    """So many of so many; `percent` has one decimal, half up, and is None of nothing."""

    number: int
    of: int

    @property
    def percent(self):
        if not self.of:
            return None
        exact = Decimal(self.number) * 100 / Decimal(self.of)
        return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def width(self):
        """The length of its bar in hundredths, as SVG reads it in any language."""
        return "0" if self.percent is None else str(self.percent)


@dataclass(frozen=True)
class Figures:
    """What is said of a group of awards. `sex_unknown` persons are in no share of women."""

    awards: int
    collectives: int
    persons: int
    direct: Part
    women: Part
    leaders: Part
    entrepreneurs: int
    sex_unknown: int


@dataclass(frozen=True)
class Group:
    """A line of a table: its key in the records and its figures."""

    key: object
    figures: Figures


def figures(tallies):
    """Return the Figures of tallies."""
    tallies = list(tallies)

    def count(*classes, sexes=("female", "male", "")):
        return sum(t.number for t in tallies if t.recipient_class in classes and t.sex in sexes)

    everyone = [each for each in Recipients if each != Recipients.COLLECTIVE]
    persons = count(*everyone)
    women, known = count(*everyone, sexes=["female"]), count(*everyone, sexes=["female", "male"])
    return Figures(
        awards=sum(each.number for each in tallies),
        collectives=count(Recipients.COLLECTIVE),
        persons=persons,
        direct=Part(count(Recipients.DIRECT), persons),
        women=Part(women, known),
        leaders=Part(count(*LEADERS), persons),
        entrepreneurs=count(Recipients.ENTREPRENEUR),
        sex_unknown=persons - known,
    )


def groups(tallies, by, *, order=None):
    """Return a Group for each value of one of a Tally's fields, in the order of `order` or keys."""
    found = {}
    for each in tallies:
        found.setdefault(getattr(each, by), []).append(each)
    keys = sorted(found) if order is None else sorted(found, key=order)
    return [Group(key, figures(found[key])) for key in keys]
