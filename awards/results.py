"""The result of a ballot. Everything that shows or prints one reads it here, after the close."""

from dataclasses import dataclass, replace
from functools import cached_property

from .counting import Count, Line, Outcome, count_marks, outcome
from .electorate import voters_of
from .models import Nominee, PaperCountLine
from .sealing import take_out
from .thresholds import percent


@dataclass(frozen=True)
class ResultLine:
    """One nominee in the order of votes; `percent` is of all who may vote."""

    nominee: Nominee
    line: Line
    percent: object
    verdict: str


@dataclass(frozen=True)
class Result:
    """Count and outcome of a closed ballot; lines of `count` hold keys of nominees."""

    eligible: int
    voters: tuple
    nominees: tuple
    count: Count
    outcome: Outcome

    @cached_property
    def lines(self):
        """The nominees by votes, equals in protocol order."""
        known = {nominee.pk: nominee for nominee in self.nominees}
        found = [
            ResultLine(
                known[line.nominee],
                line,
                percent(line.agree, self.eligible),
                self.outcome.verdicts[line.nominee].value,
            )
            for line in self.count.lines
        ]
        return sorted(found, key=lambda each: -each.line.agree)

    @property
    def is_unanimous(self):
        """Whether some line tells how everybody voted."""
        return any(
            self.count.valid in (line.agree, line.disagree, line.silent)
            for line in self.count.lines
        )


def result_of(ballot):
    """Return the `Result` of a closed ballot: four queries. Raises Refused before the close."""
    papers = take_out(ballot)
    nominees = tuple(nominees_of(ballot))
    voters = tuple(voters_of(ballot))
    online = sum(not voter.on_paper for voter in voters)
    # In the system every voter holds a ballot, cast or not.
    count = replace(count_marks(papers, [nominee.pk for nominee in nominees]), issued=online)
    if any(voter.on_paper for voter in voters):  # closed: all that were entered are alike
        count += next(iter(counts_of(ballot, nominees).values()))
    points = {n.pk: n.points for n in nominees if n.points is not None}
    judged = outcome(
        count.lines,
        eligible=len(voters),
        threshold=ballot.threshold,
        quota=ballot.quota,
        points=points,
    )
    return Result(len(voters), voters, nominees, count, judged)


def nominees_of(ballot):
    """The nominees in protocol order, with their members."""
    nominees = ballot.nominees.select_related("seat__organisation")
    return list(nominees.order_by("seat__position", "pk"))


def counts_of(ballot, nominees):
    """What each person counted on paper, {key of the person: Count}: one query.

    The lines are in the order of `nominees`. Whoever shows it sees to it that nobody reads what
    another person entered before both have entered theirs.
    """
    rows = PaperCountLine.objects.filter(count__ballot=ballot).select_related("count")
    found = {}
    for row in rows.order_by("count"):
        found.setdefault(row.count, {})[row.nominee_id] = row
    return {count.by_id: _plain(count, lines, nominees) for count, lines in found.items()}


def _plain(count, lines, nominees):
    return Count(
        count.issued,
        count.returned,
        count.valid,
        count.invalid,
        tuple(
            Line(n.pk, lines[n.pk].agree, lines[n.pk].disagree, lines[n.pk].silent)
            for n in nominees
        ),
    )
