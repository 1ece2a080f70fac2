"""Preparing a ballot: what is voted on, by which rules, and who is nominated. No act yet."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import lock_as_chair
from blocs.workflow.locks import refusing
from vietnamese.dates import short_date

from ..electorate import members_on
from ..models import Ballot, BallotState, Nominee
from ..results import result_of

RULES = (
    "title", "quota", "threshold", "basis", "electorate", "self_vote", "allows_proxy",
    "consulted_on", "consultation",
)  # fmt: skip


@transaction.atomic
def prepare_ballot(year, *, nominees, by, at, **rules):
    """Begin a ballot of a year with its rules and the seats (keys) that are nominated.

    Raises NotChair, or Refused: nobody nominated, more places than nominees, consulted later.
    """
    year = lock_as_chair(year, right=ChairRight.YEAR_WORK, by=by, at=at).year
    return _write(Ballot(emulation_year=year), nominees, rules, by, at)


@transaction.atomic
def change_ballot(ballot, *, nominees, by, at, **rules):
    """Change a ballot that is not open yet; raises as `prepare_ballot` does."""
    ballot = held(ballot, by=by, at=at)
    if not ballot.is_prepared:
        raise Refused(_("The ballot is not being prepared any more: its rules stand."))
    return _write(ballot, nominees, rules, by, at)


@transaction.atomic
def start_second_round(ballot, *, by, at):
    """Prepare the second round among those whom the first did not settle, by the same rules."""
    ballot = held(ballot, by=by, at=at)
    found = result_of(ballot).outcome
    if ballot.first_round_id or not found.second_round:
        raise Refused(_("No second round follows from this result."))
    if Ballot.objects.filter(first_round=ballot).exists():
        raise Refused(_("The second round is prepared already."))
    rules = {name: getattr(ballot, name) for name in RULES} | {"quota": found.left}
    with because(by), refusing():
        second = Ballot.objects.create(
            emulation_year=ballot.emulation_year, first_round=ballot, **rules
        )
        for nominee in ballot.nominees.filter(pk__in=found.second_round):
            Nominee.objects.create(ballot=second, seat_id=nominee.seat_id)
    return second


def held(ballot, *, by, at):
    """Lock the bloc for whoever holds the year's work, and read the ballot as it now stands."""
    lock_as_chair(ballot.emulation_year, right=ChairRight.YEAR_WORK, by=by, at=at)
    return Ballot.objects.select_related("emulation_year__bloc").get(pk=ballot.pk)


def _write(ballot, nominees, rules, by, at):
    for name in RULES:
        setattr(ballot, name, rules[name])
    today = timezone.localdate(at)
    members = {seat.pk for seat in members_on(ballot.emulation_year, today)}
    nominees = set(nominees)
    if not nominees or nominees - members:
        raise Refused(_("Nominate members of the year, one at least."))
    if ballot.quota > len(nominees):
        raise Refused(_("There are more places than nominees."))
    if ballot.consulted_on > today:
        raise Refused(
            _("The consultation comes first: it cannot be after today (%(day)s).")
            % {"day": short_date(today)}
        )
    ballot.state = BallotState.PREPARED
    with because(by), refusing():
        ballot.save()
        ballot.nominees.exclude(seat__in=nominees).delete()
        known = set(ballot.nominees.values_list("seat", flat=True))
        for seat in sorted(nominees - known):
            Nominee.objects.create(ballot=ballot, seat_id=seat)
    return ballot
