"""What ballots come to: lines, sums that must fit, and the outcome. Pure (docs/field.md §4)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from .thresholds import is_reached, needed


@dataclass(frozen=True)
class Line:
    """The votes of one nominee, whatever the caller knows it by; silent is "no opinion"."""

    nominee: object
    agree: int = 0
    disagree: int = 0
    silent: int = 0

    @property
    def votes(self):
        return self.agree + self.disagree + self.silent

    def __add__(self, other):
        return Line(
            self.nominee,
            self.agree + other.agree,
            self.disagree + other.disagree,
            self.silent + other.silent,
        )


@dataclass(frozen=True)
class Count:
    """Ballots given out, taken in, valid and invalid, and a line for each nominee."""

    issued: int
    returned: int
    valid: int
    invalid: int
    lines: tuple[Line, ...]

    def __add__(self, other):
        """Add up two parts of one ballot: the lines are of the same nominees in one order."""
        return Count(
            self.issued + other.issued,
            self.returned + other.returned,
            self.valid + other.valid,
            self.invalid + other.invalid,
            tuple(a + b for a, b in zip(self.lines, other.lines, strict=True)),
        )


class Verdict(StrEnum):
    CHOSEN = "chosen"
    TIED = "tied"  # enough votes, equal at the edge of the quota: only a second round tells
    OVER_QUOTA = "over_quota"  # enough votes, but others had more
    SHORT = "short"


@dataclass(frozen=True)
class Outcome:
    """What follows: a verdict for each nominee, and who goes into a second round, if anybody.

    `left` is the number of places that the second round fills.
    """

    needed: int
    verdicts: dict
    second_round: tuple = ()
    left: int = 0

    @property
    def chosen(self):
        return tuple(n for n, verdict in self.verdicts.items() if verdict == Verdict.CHOSEN)


def count_marks(papers, nominees):
    """Count ballots that are all valid: pairs of the nominees agreed to and those refused."""
    papers = list(papers)
    lines = []
    for nominee in nominees:
        agree = sum(nominee in agreed for agreed, _refused in papers)
        disagree = sum(nominee in refused for _agreed, refused in papers)
        lines.append(Line(nominee, agree, disagree, len(papers) - agree - disagree))
    return Count(len(papers), len(papers), len(papers), 0, tuple(lines))


def problems(count, *, eligible, quota, names=None):
    """Say everything in a count that cannot be; an empty list where all sums fit.

    More agreeing marks than ballots allow cannot be either: each valid one has at most `quota`.
    `names` says how to call the nominees, where the lines know them by a key.
    """
    found = []
    if count.issued > eligible:
        found.append(
            _("%(issued)d ballots were given out, but only %(eligible)d may vote on paper.")
            % {"issued": count.issued, "eligible": eligible}
        )
    if count.returned > count.issued:
        found.append(
            _("%(returned)d ballots were taken in, but only %(issued)d given out.")
            % {"returned": count.returned, "issued": count.issued}
        )
    if count.valid + count.invalid != count.returned:
        found.append(
            _("Valid and invalid ballots are %(sum)d together, but %(returned)d were taken in.")
            % {"sum": count.valid + count.invalid, "returned": count.returned}
        )
    wrong = [line for line in count.lines if line.votes != count.valid]
    found += [_of_line(line, count.valid, names or {}) for line in wrong]
    agreed = sum(line.agree for line in count.lines)
    if agreed > quota * count.valid:
        found.append(
            _("%(agreed)d marks agree, but %(valid)d valid ballots allow %(most)d at most.")
            % {"agreed": agreed, "valid": count.valid, "most": quota * count.valid}
        )
    return found


def outcome(lines, *, eligible, threshold, quota, points=None):
    """Judge the lines of one round.

    Enough votes choose; more than the quota: those with more votes, then with more points
    (`points` {nominee: Decimal}); what is still equal at the edge goes into a second round. Nobody
    with enough votes: the first two do, and whoever has as many as the second.
    """
    enough = [line for line in lines if is_reached(threshold, line.agree, eligible)]
    order = _by_votes(points or {})
    verdicts = {line.nominee: Verdict.SHORT for line in lines}
    need = needed(threshold, eligible)
    if not enough:
        return Outcome(need, verdicts, _first_two(lines), quota)
    verdicts |= {line.nominee: Verdict.OVER_QUOTA for line in enough}
    enough.sort(key=order, reverse=True)
    if len(enough) <= quota:
        return Outcome(need, verdicts | {line.nominee: Verdict.CHOSEN for line in enough})
    edge = order(enough[quota - 1])
    tied = [line.nominee for line in enough if order(line) == edge]
    safe = [line.nominee for line in enough if order(line) > edge]
    if len(safe) + len(tied) == quota:
        return Outcome(need, verdicts | dict.fromkeys(safe + tied, Verdict.CHOSEN))
    verdicts |= dict.fromkeys(safe, Verdict.CHOSEN) | dict.fromkeys(tied, Verdict.TIED)
    return Outcome(need, verdicts, tuple(tied), quota - len(safe))


def _of_line(line, valid, names):
    values = {"name": names.get(line.nominee, line.nominee), "sum": line.votes, "valid": valid}
    return _("The line of %(name)s adds up to %(sum)d, but %(valid)d ballots are valid.") % values


def _by_votes(points):
    lowest = Decimal("-Infinity")
    return lambda line: (line.agree, points.get(line.nominee, lowest))


def _first_two(lines):
    """The two with most votes and their equals; nobody without a single vote."""
    votes = sorted((line.agree for line in lines), reverse=True)[:2]
    edge = max(votes[-1] if votes else 0, 1)
    return tuple(line.nominee for line in lines if line.agree >= edge)
