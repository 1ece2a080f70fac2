"""What a decision will record, shown before it is recorded: names of its day, money, findings."""

import hashlib
from dataclasses import dataclass

from blocs.lineage import Lineage
from blocs.models import Organisation

from .answers import MoneyAnswer, in_dong, no_row
from .law import Law
from .models import Award, AwardKind, Method, Nomination
from .rules import (
    Finding,
    Given,
    bases_in_force,
    money_of_the_day,
    not_awarded_already,
    statistics_complete,
)

COLLECTIVE = "collective"


def achievement_of(year):
    """The achievement for which a member is commended by its bloc, as awards are recorded."""
    return f"Thành tích xuất sắc trong phong trào thi đua năm {year}"


@dataclass(frozen=True)
class Line:
    """One award of a decision to be. `kind` is the one of the day, None where none is given then.

    `organisation` is the one that bears the name on the day of the decision.
    """

    nomination: Nomination
    kind: AwardKind | None
    organisation: Organisation
    money: MoneyAnswer | None
    findings: tuple

    @property
    def name(self):
        return self.organisation.name


@dataclass(frozen=True)
class DecisionPlan:
    """The lines in the order of the kinds, and what the rules say of the whole."""

    lines: tuple
    total: int

    @property
    def findings(self):
        return [found for line in self.lines for found in line.findings]

    @property
    def total_text(self):
        return in_dong(self.total)

    @property
    def fingerprint(self):
        """Equal as long as the same would be recorded."""
        told = [
            (line.nomination.pk, line.kind and line.kind.pk, line.name, line.money.amount)
            for line in self.lines
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def plan_of(nominations, *, dated, achievement):
    """Return the DecisionPlan of nominations decided on a day: seven queries at most.

    They come with kind, year and organisation. Base salary, multiple and kinds are those of the day
    (R7); the legal bases of both are checked for that day (R8), the dimensions of statistics (R9),
    and whether the same achievement has an award already (R4).
    """
    law = Law()
    kinds = {kind.code: kind for kind in law.kinds_on(dated)}
    names = names_on(nominations, dated)
    earlier = _earlier(nominations, names)
    lines = [
        _line(row, kinds.get(row.kind.code), names[row.pk], earlier, law, dated, achievement)
        for row in sorted(nominations, key=_order)
    ]
    return DecisionPlan(tuple(lines), sum(line.money.amount or 0 for line in lines))


def names_on(nominations, day):
    """Return {nomination: the organisation that bears its member's name on the day}.

    Renamed and merged organisations are recorded under what they had become by then.
    """
    lineage = Lineage(on=day)
    today = {row.pk: lineage.one(row.seat.organisation_id) for row in nominations}
    known = {row.seat.organisation_id: row.seat.organisation for row in nominations}
    missing = set(today.values()) - known.keys()
    if missing:
        known |= Organisation.objects.in_bulk(missing)
    return {pk: known[organisation] for pk, organisation in today.items()}


def _order(row):
    return (row.kind.position, row.emulation_year.bloc.sort_key, row.position, row.pk)


def _line(row, kind, organisation, earlier, law, dated, achievement):
    asked = kind or row.kind
    money = law.money(asked, dated)
    found = money_of_the_day(money.amount, money)
    grounds = [
        asked.basis,
        *(each.row.basis for each in (money.salary, money.multiple) if each.row),
    ]
    found += bases_in_force(dict.fromkeys(filter(None, grounds)), dated)
    found += statistics_complete(
        row.member_name, recipient_class=COLLECTIVE, method=Method.REGULAR, recipient=COLLECTIVE
    )
    year = row.emulation_year.year
    proposed = Given(organisation.name, achievement, Method.REGULAR, year, asked.name)
    found += not_awarded_already(proposed, earlier.get(organisation.pk, ()))
    if kind is None:
        found.append(Finding("R8", asked.clause_text, no_row(asked.label, dated)))
    return Line(row, kind, organisation, money, tuple(found))


def _earlier(nominations, names):
    """{organisation: its awards as `Given`}."""
    organisations = {each.pk: each for each in names.values()}
    rows = Award.objects.valid().filter(organisation__in=organisations, recipient=COLLECTIVE)
    found = {}
    for row in rows.select_related("kind"):
        name = organisations[row.organisation_id].name
        given = Given(name, row.achievement, row.method, row.year, row.kind.name)
        found.setdefault(row.organisation_id, []).append(given)
    return found
