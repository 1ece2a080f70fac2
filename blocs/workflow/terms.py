"""Terms of chair and deputy: appointing, recording the past, correcting, revoking."""

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from vietnamese.dates import short_date

from ..models import Handover, Seat, Selection, Term, TermRole
from .locks import SENTENCES, lock_bloc, lock_open_year, refusing

UNCHANGED = object()
SIDES = ("giver_term", "receiver_term", "deputy_term")


@transaction.atomic
def appoint(
    seat,
    *,
    role=TermRole.CHAIR,
    from_on,
    until=None,
    selection=Selection.UNKNOWN,
    note="",
    source=None,
    inferred="",
    by,
):
    """Give a member an office from a day on. Where a chair is, hand over instead.

    Raises Refused if the year is closed, the member has left by then, or the days are taken.
    """
    year = lock_open_year(seat.emulation_year_id)
    seat = Seat.objects.get(pk=seat.pk)
    _days_in_order(from_on, until)
    _still_a_member(seat, from_on, until)
    with because(by, note), refusing():
        return Term.objects.create(
            seat=seat,
            bloc=year.bloc,
            role=role,
            period=DateRange(from_on, until),
            selection=selection,
            note=note,
            source=source,
            inferred=inferred,
        )


@transaction.atomic
def record_past_term(
    seat, *, role=TermRole.CHAIR, selection=Selection.UNKNOWN, note="", source=None, inferred="", by
):
    """Record who held an office in a year, without days: it answers the question, and no more."""
    lock_bloc(seat.bloc_id)
    with because(by, note), refusing():
        return Term.objects.create(
            seat=seat,
            bloc_id=seat.bloc_id,
            role=role,
            selection=selection,
            note=note,
            source=source,
            inferred=inferred,
        )


@transaction.atomic
def change_term(
    term, *, from_on, until, selection, note, source=UNCHANGED, inferred=UNCHANGED, by, why
):
    """Correct the days or the manner of a term, and where it is known from, with a reason.

    Raises Refused without a reason, for a revoked term, for days that are taken or on which the
    member had left, and for a day fixed by a handover: correcting it here would leave the bloc
    without chair.
    """
    lock_bloc(term.bloc_id)
    term = Term.objects.select_related("seat").get(pk=term.pk)
    _may_be_changed(term, why)
    _days_in_order(from_on, until)
    if term.period is not None:
        _still_a_member(term.seat, from_on, until)
        if until != term.period.upper and _handovers(deputy_term=term).exists():
            raise Refused(SENTENCES["handover_joins_its_terms"]())
    with because(by, why), refusing():
        if term.period is not None:
            term.period = DateRange(from_on, until)
        term.selection, term.note = selection, note
        if source is not UNCHANGED:
            term.source = source
        if inferred is not UNCHANGED:
            term.inferred = inferred
        term.save()
    return term


@transaction.atomic
def revoke_term(term, *, by, at, reason):
    """Take back a term that was entered by mistake; it stays on record, struck through.

    Raises Refused without a reason, once its right was used, or while a handover rests on it.
    """
    lock_bloc(term.bloc_id)
    term = Term.objects.get(pk=term.pk)
    _may_be_changed(term, reason)
    if term.acts.exists():
        raise Refused(_("Acts already rest on this term. End it instead, or hand over."))
    if any(_handovers(**{side: term}).exists() for side in SIDES):
        raise Refused(_("A handover rests on this term. Revoke the handover instead."))
    with because(by, reason):
        term.revoked_at, term.revoked_by, term.revoke_reason = at, by, reason
        term.save()
    return term


def _handovers(**side):
    return Handover.objects.valid().filter(**side)


def _may_be_changed(term, why):
    if term.revoked_at:
        raise Refused(_("This term was already revoked."))
    if not why.strip():
        raise Refused(_("Say why the term is corrected."))


def _days_in_order(from_on, until):
    if from_on is not None and until is not None and until <= from_on:
        raise Refused(_("The last day must not come before the first."))


def _still_a_member(seat, from_on, until):
    if seat.has_left_by(from_on):
        raise Refused(_("A member that has left the bloc cannot take office."))
    if seat.left_on and (until is None or until > seat.left_on):
        raise Refused(
            _("This member left the bloc on %(day)s. Let its term end before that day.")
            % {"day": short_date(seat.left_on)}
        )
