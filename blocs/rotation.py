"""Whose turn it is to chair. A suggestion from plain values; people decide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Turn:
    """A member and the last year in which it chaired (None: not recorded)."""

    member: int
    last_year: int | None


def turns(members, chaired):
    """Order the members by how long ago they last chaired, then as the protocol lists them.

    `members` are identifiers in protocol order; `chaired` are pairs (member, year), any number.
    Who is not recorded as chair comes first. Nobody is left out: the bloc may choose anyone
    (docs/field.md §2.4: rotation is the custom, not a rule).
    """
    last = {}
    for member, year in chaired:
        last[member] = max(year, last.get(member, year))
    order = sorted(members, key=lambda member: last.get(member, 0))  # stable: protocol order stays
    return [Turn(member, last.get(member)) for member in order]
