"""What stands between a member and an award: the rules of `awards.rules` together. Pure."""

from dataclasses import dataclass

from .chains import years_in_a_row
from .rules import leads_its_bloc, nobody_disqualified, targets_exceeded


@dataclass(frozen=True)
class Candidate:
    """What is known of a member when an award of a year is considered.

    `missing` are the codes not scored; `percents` {target: per cent or None}; `years` those with
    the result `what`, `recorded` those with any, its predecessors' joined in.
    """

    member: str
    year: int
    rank: int | None
    missing: tuple = ()
    percents: tuple = ()
    disqualifications: tuple = ()
    years: tuple = ()
    recorded: tuple = ()
    what: str = ""


@dataclass(frozen=True)
class Conditions:
    """What an award asks for: to lead, to exceed the targets, years in a row (0: none).

    `places` is how many ranks lead, where the quota gives more flags than one.
    """

    award: str
    clause: str = ""
    must_lead: bool = False
    must_exceed: bool = False
    years_needed: int = 0
    certain: bool = False
    places: int = 1


def eligibility(candidate, conditions):
    """Return everything that stands between a member and an award; nothing: an empty list."""
    name, clause, certain = candidate.member, conditions.clause, conditions.certain
    found = []
    if conditions.must_lead:
        rank, missing = candidate.rank, candidate.missing
        found += leads_its_bloc(
            name, rank, missing=missing, clause=clause, places=conditions.places
        )
        found += nobody_disqualified(name, candidate.disqualifications, clause=clause)
    if conditions.must_exceed:
        found += targets_exceeded(name, dict(candidate.percents), clause=clause, certain=certain)
    if conditions.years_needed:
        found += years_in_a_row(
            name,
            candidate.years,
            until=candidate.year,
            needed=conditions.years_needed,
            what=candidate.what,
            recorded=candidate.recorded,
            clause=clause,
            certain=certain,
        )
    return found
