"""How many awards a bloc or a province may propose, and whom the standing puts there. Pure.

The figures themselves are dated rows of each province; nothing here knows one (docs/field.md §5.2).
"""

from dataclasses import dataclass


def most_nominees(leaders, *, percent=20):
    """Return how many nominees for the Government's flag a province may have, rounded down.

    `leaders` is the number of blocs with a leader, `percent` the share in force on the day
    (docs/field.md §1.10, R2): of 18 blocs 3.
    """
    return leaders * percent // 100


@dataclass(frozen=True)
class Quota:
    """What a bloc of a size may propose: nominees for the Government's flag, flags, certificates.

    `nominee_within`: whether the nominee takes one of the flags; otherwise it comes beside them
    (Bắc Ninh 2022: six members, 1 nominee, 2 flags and 3 certificates for others).
    """

    nominees: int
    flags: int
    certificates: int
    nominee_within: bool = False


@dataclass(frozen=True)
class Line:
    """An award and those that the standing puts forward for it, in order of rank.

    `undecided` are members of equal rank of whom not all fit: nobody of them is chosen here, the
    bloc votes for `open_places` of them.
    """

    award: str
    members: tuple
    undecided: tuple = ()
    open_places: int = 0


NOMINEE, FLAG, CERTIFICATE = "nominee", "flag", "certificate"


def put_forward(ranking, quota, no_flag=frozenset()):
    """Return the lines of a quota from a ranking: [(member, rank or None)], best first.

    Who has no rank is put forward for nothing, who is in `no_flag` for no flag. Once places of a
    line are undecided, what comes after it is undecided too: whom the vote passes over may get the
    next award.
    """
    flags = quota.flags - min(quota.nominees, quota.flags) * quota.nominee_within
    wanted = ((NOMINEE, quota.nominees), (FLAG, flags), (CERTIFICATE, quota.certificates))
    left = [(member, rank) for member, rank in ranking if rank is not None]
    lines, waiting = [], ()
    for award, places in wanted:
        aside = [each for each in left if award != CERTIFICATE and each[0] in no_flag]
        line, rest = _line(award, places, [each for each in left if each not in aside], waiting)
        left = [each for each in left if each in rest or each in aside]
        waiting = line.undecided if line.open_places else waiting
        lines.append(line)
    return lines


def _line(award, places, left, waiting):
    """One line, and who is left after it; those who wait for a vote above it wait here too."""
    if waiting:
        count = min(places, len(waiting) + len(left))
        return Line(award, (), (*waiting, *(member for member, _ in left)), count), left
    chosen = [member for member, _rank in left[:places]]
    if places and len(left) > places and left[places - 1][1] == left[places][1]:
        rank = left[places][1]
        sure = [member for member, own in left[:places] if own != rank]
        tied = [member for member, own in left if own == rank]
        rest = [each for each in left if each[0] not in sure and each[0] not in tied]
        return Line(award, tuple(sure), tuple(tied), places - len(sure)), rest
    return Line(award, tuple(chosen)), left[len(chosen) :]
