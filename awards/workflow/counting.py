"""Counting paper ballots: two persons enter what they counted, each without the other."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight, Seat
from blocs.reach import Reach
from blocs.workflow import NotChair, lock_as_chair
from blocs.workflow.locks import lock_open_year, refusing

from ..counting import problems
from ..electorate import is_over, turnout
from ..models import Ballot, PaperCount, PaperCountLine
from ..results import counts_of, nominees_of


class NotCounter(PermissionDenied):
    """The person counts no ballots of this year: the pages answer 403."""


@transaction.atomic
def enter_count(ballot, *, count, by, at):
    """Keep what a person counted, in the place of what they entered before.

    `count` has the keys of the nominees in its lines. Raises NotCounter; Refused while voting goes
    on, without ballots on paper, or with every sum that does not fit.
    """
    lock_open_year(ballot.emulation_year_id)
    _check_counter(ballot, by, at)
    ballot = Ballot.objects.get(pk=ballot.pk)
    voted = turnout(ballot)
    if not voted.on_paper:
        raise Refused(_("Nobody votes on paper in this ballot."))
    if not is_over(ballot, at, voted):
        raise Refused(_("Paper ballots are counted once voting is over."))
    names = {nominee.pk: str(nominee) for nominee in nominees_of(ballot)}
    if {line.nominee for line in count.lines} != set(names):
        raise Refused(_("The lines are not those of this ballot. Open the page again."))
    if found := problems(count, eligible=voted.on_paper, quota=ballot.quota, names=names):
        raise Refused(" ".join(found))
    with because(by), refusing():
        PaperCount.objects.filter(ballot=ballot, by=by).delete()
        return _write(ballot, count, by, at)


def agreed_count(ballot):
    """Return what two persons counted alike, or None: nobody's word alone is a count."""
    counts = list(counts_of(ballot, nominees_of(ballot)).values())
    alike = len(counts) >= 2 and all(count == counts[0] for count in counts)
    return counts[0] if alike else None


def _check_counter(ballot, by, at):
    """Who holds the year's work, its staff, and whoever acts for a member of the year."""
    represented = Reach.on(by, timezone.localdate(at)).represented
    seats = Seat.objects.filter(emulation_year=ballot.emulation_year_id)
    if seats.filter(organisation__in=represented).exists():
        return
    try:
        lock_as_chair(ballot.emulation_year, right=ChairRight.YEAR_WORK, by=by, at=at)
    except NotChair as error:
        raise NotCounter(str(error)) from error


def _write(ballot, count, by, at):
    row = PaperCount.objects.create(
        ballot=ballot,
        by=by,
        at=at,
        issued=count.issued,
        returned=count.returned,
        valid=count.valid,
        invalid=count.invalid,
    )
    for line in count.lines:
        PaperCountLine.objects.create(
            count=row,
            nominee_id=line.nominee,
            agree=line.agree,
            disagree=line.disagree,
            silent=line.silent,
        )
    return row
