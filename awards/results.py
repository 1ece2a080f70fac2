"""The result of a ballot. Everything that shows or prints one reads it here, after the close."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

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
    """Return the `Result` of a closed ballot: three queries. Raises Refused before the close."""
    papers = take_out(ballot)
    nominees = tuple(_with_first_count(_nominees(ballot)))
    voters = tuple(voters_of(ballot))
    online = sum(not voter.on_paper for voter in voters)
    # In the system every voter holds a ballot, cast or not.
    count = replace(count_marks(papers, [nominee.pk for nominee in nominees]), issued=online)
    if any(voter.on_paper for voter in voters):  # closed: all that were entered are alike
        count += _first_count(nominees)
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
    """The nominees in protocol order, with their members: one query."""
    return list(_nominees(ballot))


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


def _nominees(ballot):
    nominees = ballot.nominees.select_related("seat__organisation")
    return nominees.order_by("seat__position", "pk")


def _with_first_count(nominees):
    """Bring with each nominee its line of the count that was entered first, and that count."""
    lines = PaperCountLine.objects.filter(nominee=OuterRef("pk")).order_by("count_id")
    row = {name: name for name in ("agree", "disagree", "silent")}
    row |= {name: f"count__{name}" for name in ("issued", "returned", "valid", "invalid")}
    return nominees.annotate(counted=Subquery(lines.values(row=JSONObject(**row))[:1]))


def _first_count(nominees):
    """The Count from what came with the nominees."""
    rows = {nominee.pk: nominee.counted for nominee in nominees}
    whole = next(iter(rows.values()))
    return Count(
        *(whole[name] for name in ("issued", "returned", "valid", "invalid")),
        tuple(Line(pk, row["agree"], row["disagree"], row["silent"]) for pk, row in rows.items()),
    )


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
