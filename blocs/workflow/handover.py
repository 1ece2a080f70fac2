"""The handover of the chair: two terms that meet on one day, written in one transaction."""

import datetime as dt

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import (
    Capacity,
    ChairAct,
    Completion,
    Handover,
    HandoverItem,
    HandoverPerson,
    Seat,
    Selection,
    Term,
    TermRole,
    YearState,
)
from .locks import lock_bloc, refusing


@transaction.atomic
def hand_over(
    giver_term,
    *,
    receiver,
    held_on,
    effective_on,
    place="",
    selection=Selection.UNKNOWN,
    past_day_reason="",
    note="",
    people=(),
    inventory=(),
    completes=None,
    by,
    at,
):
    """Hand the chair from a term to a seat of the same bloc, from 00:00 of `effective_on` on.

    `people` are unsaved HandoverPerson rows, `inventory` unsaved HandoverItem rows in order, and
    `completes` maps open years to the first day on which the giver no longer completes them.
    The giver's term ends where the receiver's begins, whatever end it had before; a deputy that
    becomes chair is deputy no longer.
    Raises Refused if the giver has handed over already, the receiver has left or its year is
    closed, the days do not fit, or a past day has no reason.
    """
    bloc = lock_bloc(giver_term.bloc_id)
    giver_term = Term.objects.select_related("seat").get(pk=giver_term.pk)
    receiver = Seat.objects.select_related("emulation_year").get(pk=receiver.pk)
    today = timezone.localdate(at)
    _check(giver_term, receiver, effective_on, today, past_day_reason)
    if held_on > today:
        raise Refused(_("Record the handover once it has been held."))
    deputy = _deputy_term(receiver, effective_on)
    with because(by, past_day_reason or note), refusing():
        deputy_ended_on = _end(deputy, effective_on) if deputy else None
        ended_on = _end(giver_term, effective_on)
        receiver_term = Term.objects.create(
            seat=receiver,
            bloc=bloc,
            role=TermRole.CHAIR,
            period=DateRange(effective_on, None),
            selection=selection,
        )
        handover = Handover.objects.create(
            bloc=bloc,
            giver_term=giver_term,
            receiver_term=receiver_term,
            held_on=held_on,
            place=place,
            effective_on=effective_on,
            selection=selection,
            past_day_reason=past_day_reason,
            note=note,
            giver_ended_on=ended_on,
            deputy_term=deputy,
            deputy_ended_on=deputy_ended_on,
            recorded_at=at,
            recorded_on=today,
            recorded_by=by,
        )
        _write_lists(handover, people, inventory)
        _leave_to_giver(handover, completes or {})
    return handover


def _check(giver_term, receiver, effective_on, today, past_day_reason):
    if giver_term.revoked_at or giver_term.role != TermRole.CHAIR or giver_term.period is None:
        raise Refused(_("Only a chair with a dated term can hand over."))
    if Handover.objects.valid().filter(giver_term=giver_term).exists():
        raise Refused(_("This chair has already handed over. Look at the handover on record."))
    if receiver.bloc_id != giver_term.bloc_id:
        raise Refused(_("The receiver must be a member of the same bloc."))
    if receiver.pk == giver_term.seat_id:
        raise Refused(_("Giver and receiver are the same."))
    if not receiver.emulation_year.is_open:
        raise Refused(_("The receiver's emulation year is closed."))
    if receiver.left_on:  # or is to leave: the term that begins has no end
        raise Refused(_("A member that has left the bloc cannot take office."))
    if effective_on <= giver_term.period.lower:
        raise Refused(_("The giver must have been chair for at least one day."))
    if effective_on < today and not past_day_reason.strip():
        raise Refused(_("Say why the receiver is to act from a day in the past."))


def _deputy_term(receiver, effective_on):
    """The receiver's term as deputy that its taking the chair puts an end to, or None."""
    terms = Term.objects.deputies().in_force_on(effective_on).filter(bloc=receiver.bloc_id)
    terms = terms.filter(seat__organisation=receiver.organisation_id)
    return terms.filter(period__startswith__lt=effective_on).first()


def _end(term, until):
    """Let a term end on another day, and return the end it had."""
    ended_on = term.period.upper
    term.period = DateRange(term.period.lower, until)
    term.save()
    return ended_on


def _write_lists(handover, people, inventory):
    for person in people:
        person.handover = handover
    HandoverPerson.objects.bulk_create(people)
    for position, item in enumerate(inventory, start=1):
        item.handover, item.position = handover, position
    HandoverItem.objects.bulk_create(inventory)


def _leave_to_giver(handover, completes):
    for year, until in completes.items():
        if year.bloc_id != handover.bloc_id or year.state != YearState.OPEN:
            raise Refused(_("Only an open year of this bloc can be completed."))
        if until <= handover.effective_on:
            raise Refused(_("The giver completes a year until a day after the handover."))
        Completion.objects.create(handover=handover, emulation_year=year, until=until)


def acts_since(term, day):
    """List the acts by a term from 00:00 of a day on: what a past handover would straddle."""
    midnight = timezone.make_aware(dt.datetime.combine(day, dt.time.min))
    acts = ChairAct.objects.filter(term=term, at__gte=midnight)
    return acts.select_related("by", "emulation_year", "organisation")


def acts_of_receiver(handover):
    """The receiver's own acts; what staff did in its place does not count as its acting."""
    acts = ChairAct.objects.filter(term=handover.receiver_term_id)
    return acts.exclude(capacity=Capacity.STAND_IN)


@transaction.atomic
def revoke_handover(handover, *, by, at, reason):
    """Take back a mistaken handover: the giver is chair again, as if nothing had been recorded.

    Raises Refused without a reason, once the receiver has acted, or when it has itself handed over.
    After that a mistake is corrected by a new handover.
    """
    lock_bloc(handover.bloc_id)
    sides = Handover.objects.select_related("giver_term", "receiver_term", "deputy_term")
    handover = sides.get(pk=handover.pk)
    giver, receiver = handover.giver_term, handover.receiver_term
    if handover.revoked_at:
        raise Refused(_("This handover was already revoked."))
    if not reason.strip():
        raise Refused(_("Say why the handover is revoked."))
    if acts := acts_of_receiver(handover).count():
        raise Refused(
            _("The receiver has already acted (%(count)s acts). Record a new handover instead.")
            % {"count": acts}
        )
    if Handover.objects.valid().filter(giver_term=receiver).exists():
        raise Refused(_("The receiver has itself handed over. Revoke that handover first."))
    with because(by, reason), refusing():
        # Who chaired a past year was recorded by itself and stays known.
        for row in (handover,) if handover.effective_on is None else (handover, receiver):
            row.revoked_at, row.revoked_by, row.revoke_reason = at, by, reason
            row.save()
        if giver.period is not None:
            _end(giver, handover.giver_ended_on)
        if handover.deputy_term:
            _end(handover.deputy_term, handover.deputy_ended_on)
    return handover


@transaction.atomic
def record_past_handover(
    giver_term,
    receiver_term,
    *,
    held_on,
    place="",
    selection=Selection.UNKNOWN,
    note="",
    source=None,
    inferred="",
    by,
    at,
):
    """Record that a handover was held, from which day the receiver acted being unknown.

    Both terms are historical ones, without period. Raises Refused if one of them is not, if they
    are not two chairs of one bloc, or if one was already handed over.
    """
    bloc = lock_bloc(giver_term.bloc_id)
    if giver_term.period is not None or receiver_term.period is not None:
        raise Refused(_("A historical handover joins two terms without days."))
    if receiver_term.bloc_id != bloc.pk:
        raise Refused(_("The receiver must be a member of the same bloc."))
    if giver_term.pk == receiver_term.pk:
        raise Refused(_("Giver and receiver are the same."))
    with because(by, note), refusing():
        return Handover.objects.create(
            bloc=bloc,
            giver_term=giver_term,
            receiver_term=receiver_term,
            held_on=held_on,
            place=place,
            selection=selection,
            note=note,
            source=source,
            inferred=inferred,
            recorded_at=at,
            recorded_on=timezone.localdate(at),
            recorded_by=by,
        )
