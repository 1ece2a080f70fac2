"""The result of a ballot. Everything that shows or prints one reads it here, after the close."""

from dataclasses import dataclass
from functools import cached_property

from .counting import Count, Line, Outcome, count_marks, outcome
from .models import Nominee
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
    """Return the `Result` of a closed ballot: six queries. Raises Refused before the close."""
    papers = take_out(ballot)
    nominees = tuple(nominees_of(ballot))
    voters = tuple(
        ballot.voters.select_related("seat__organisation", "person").order_by(
            "seat__position", "person__sort_key", "pk"
        )
    )
    count = count_marks(papers, [nominee.pk for nominee in nominees])
    on_paper = ballot.counts.prefetch_related("lines").first()
    if on_paper:
        count += count_of(on_paper, nominees)
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


def count_of(row, nominees):
    """Return a person's count of paper ballots as plain values, its lines in nominees' order."""
    lines = {line.nominee_id: line for line in row.lines.all()}
    return Count(
        row.issued,
        row.returned,
        row.valid,
        row.invalid,
        tuple(
            Line(n.pk, lines[n.pk].agree, lines[n.pk].disagree, lines[n.pk].silent)
            for n in nominees
        ),
    )
