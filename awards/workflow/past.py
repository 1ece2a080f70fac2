"""Nominations of past years, from old papers: recorded, corrected, taken out again.

No act and no step: the year may be closed, and nobody's right is used. No submission can ever use a
nomination without a known member (docs/field.md §9.4).
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import EmulationYear
from blocs.workflow.locks import SENTENCES, lock_bloc, refusing

from ..models import Nomination
from .nominating import next_place

SENTENCES |= {
    "nomination_names_a_member_or_what_is_stated": lambda: _(
        "Choose the member, or write what the source says."
    ),
    "member_is_nominated_once_for_a_kind": lambda: _(
        "This member is on the list for this award already."
    ),
}


@transaction.atomic
def record_past_nomination(
    year, *, kind, seat=None, member_stated="", source=None, inferred="", by
):
    """Record a nomination of the past with its source; `member_stated` where no member is known.

    Raises Refused for a known member of an open year: there the chair nominates.
    """
    lock_bloc(year.bloc_id)
    nomination = Nomination(emulation_year=year, position=next_place(year))
    said = {"kind": kind, "seat": seat, "member_stated": member_stated}
    return _write(nomination, said | {"source": source, "inferred": inferred}, by, "")


@transaction.atomic
def correct_past_nomination(nomination, *, why, by, **said):
    """Put right what is recorded: kind, seat, member_stated, source, inferred. Raises Refused."""
    return _write(_held(nomination, why), said, by, why)


@transaction.atomic
def remove_past_nomination(nomination, *, why, by):
    """Take out what was entered by mistake; the evidence keeps it with the reason."""
    nomination = _held(nomination, why)
    with because(by, why), refusing():
        nomination.delete()


def _held(nomination, why):
    lock_bloc(nomination.emulation_year.bloc_id)
    if not why.strip():
        raise Refused(_("Say why it is corrected."))
    row = Nomination.objects.past().filter(pk=nomination.pk).first()
    if row is None:
        raise Refused(_("This is no record of the past any more. Load the page again."))
    return row


def _write(nomination, said, by, why):
    if said["seat"] and EmulationYear.objects.get(pk=nomination.emulation_year_id).is_open:
        raise Refused(_("The year is open: there the chair nominates its members."))
    for name, value in said.items():
        setattr(nomination, name, value)
    with because(by, why), refusing():
        nomination.save()
    return nomination
