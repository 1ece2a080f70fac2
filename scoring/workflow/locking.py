"""Locking a year's scores, and opening them again with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import lock_open_year

from ..models import ScoresLock
from .closing import close_year
from .lateness import fill_lateness
from .locked import lock_of
from .steps import lock_sheets, new_versions


@transaction.atomic
def lock(year, *, by, at, why):
    """Lock the scores of a year: until they are reopened nobody writes any.

    The caller has checked that `by` may. What silence meant until now, and what came late, is
    counted first. Locked scores stay as they are locked. Raises Refused without a reason, or for a
    closed year.
    """
    year = lock_open_year(year.pk)
    _reason_needed(why, _("Say why the scores are locked."))
    if found := lock_of(year):
        return found
    close_year(year, at=at)
    fill_lateness(year, at=at)
    with because(by, why):
        lock_sheets(year, by=by, at=at, why=why)
        return ScoresLock.objects.create(emulation_year=year, locked_at=at, locked_by=by, why=why)


@transaction.atomic
def reopen(year, *, by, at, why):
    """Open locked scores again. Raises Refused without a reason, or if they are not locked."""
    year = lock_open_year(year.pk)
    _reason_needed(why, _("Say why the scores are opened again."))
    found = lock_of(year)
    if found is None:
        raise Refused(_("The scores of %(year)s are not locked.") % {"year": year.year})
    with because(by, why):
        found.reopened_at, found.reopened_by, found.reopen_why = at, by, why
        found.save()
        new_versions(year, by=by, at=at, why=why)
    return found


def _reason_needed(why, sentence):
    if not why.strip():
        raise Refused(sentence)
