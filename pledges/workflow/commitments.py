"""The commitments of a draft: added, written, moved, removed, with targets for each member."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import Seat
from blocs.workflow.locks import refusing

from ..models import Commitment, Target
from .drafting import DraftChanged
from .locks import lock_draft

MOST_COMMITMENTS = 60


@transaction.atomic
def add_commitment(version, *, text, seat=None, by, at):
    """Add a commitment at the end: shared by all, or (`seat`) of one member.

    Raises NotChair, or Refused: no draft, no text, a member of another year, too many.
    """
    version = lock_draft(version, by=by, at=at)
    count = version.commitments.count()
    if count >= MOST_COMMITMENTS:
        raise Refused(
            _("A covenant has at most %(most)d commitments.") % {"most": MOST_COMMITMENTS}
        )
    _check(version, text, seat)
    with because(by), refusing():
        return Commitment.objects.create(
            covenant_version=version, number=count + 1, text=text, seat=seat
        )


@transaction.atomic
def save_commitment(commitment, *, text, seat=None, revision, by, at):
    """Store the text of a commitment and whose it is; unchanged words are not stored again.

    Raises DraftChanged where `revision` is not the present one, NotChair, or Refused.
    """
    commitment = _locked(commitment, by, at)
    if (commitment.text, commitment.seat_id) == (text, seat and seat.pk):
        return commitment
    if commitment.revision != revision:
        raise DraftChanged(commitment)
    _check(commitment.covenant_version, text, seat)
    commitment.text, commitment.seat = text, seat
    commitment.revision += 1
    with because(by), refusing():
        commitment.save()
        if seat:  # a member's own commitment has no targets of others
            commitment.targets.exclude(seat=seat).delete()
    return commitment


@transaction.atomic
def move_commitment(commitment, *, up, by, at):
    """Let a commitment change numbers with its neighbour; at the end of the row it stays."""
    commitment = _locked(commitment, by, at)
    other = commitment.number + (-1 if up else 1)
    neighbour = commitment.covenant_version.commitments.filter(number=other).first()
    if neighbour:
        with because(by), refusing():
            commitment.number, neighbour.number = neighbour.number, commitment.number
            commitment.save()
            neighbour.save()
    return commitment


@transaction.atomic
def remove_commitment(commitment, *, by, at):
    """Remove a commitment from the draft; those behind it close up."""
    commitment = _locked(commitment, by, at)
    version, number = commitment.covenant_version, commitment.number
    with because(by), refusing():
        commitment.delete()
        for later in version.commitments.filter(number__gt=number).order_by("number"):
            later.number -= 1
            later.save()


@transaction.atomic
def set_targets(commitment, *, name, unit, lower_is_better=False, planned, before="", by, at):
    """Store one target of a commitment for its members: `planned` is {seat pk: figure or None}.

    A member without a figure has no such target. `before` is the name under which it stood;
    without any figure it is gone. Raises NotChair, or Refused: no draft, a figure below zero,
    another target of that name, a member that the commitment does not concern.
    """
    commitment = _locked(commitment, by, at)
    figures = {seat: figure for seat, figure in planned.items() if figure is not None}
    _check_targets(commitment, name, unit, figures, before)
    known = {each.seat_id: each for each in commitment.targets.filter(name=before or name)}
    with because(by), refusing():
        for seat, target in known.items():
            if seat not in figures:
                target.delete()
        for seat, figure in figures.items():
            target = known.get(seat) or Target(commitment=commitment, seat_id=seat)
            target.name, target.unit, target.planned = name, unit, figure
            target.lower_is_better = lower_is_better
            target.save()
    return commitment


def _check(version, text, seat):
    if not text.strip():
        raise Refused(_("A commitment needs a text."))
    if seat and seat.emulation_year_id != version.covenant.emulation_year_id:
        raise Refused(_("This member does not sit in the bloc that year."))


def _check_targets(commitment, name, unit, figures, before):
    if not name.strip() or not unit.strip():
        raise Refused(_("A target needs a name and a unit."))
    if any(figure < 0 for figure in figures.values()):
        raise Refused(_("A planned figure is not below zero."))
    if name != before and commitment.targets.filter(name=name).exists():
        raise Refused(_("This commitment already has a target of that name."))
    seats = Seat.objects.filter(emulation_year=commitment.covenant_version.covenant.emulation_year)
    if commitment.seat_id:
        seats = seats.filter(pk=commitment.seat_id)
    if set(figures) - set(seats.values_list("pk", flat=True)):
        raise Refused(_("This commitment does not concern that member."))


def _locked(commitment, by, at):
    version = lock_draft(commitment.covenant_version, by=by, at=at)
    found = version.commitments.filter(pk=commitment.pk).first()
    if found is None:
        raise Refused(_("This commitment has been removed meanwhile."))
    found.covenant_version = version
    return found
