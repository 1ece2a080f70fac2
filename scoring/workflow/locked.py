"""Whether a year's scores are locked: what every verb that writes some asks."""

from django.utils.translation import gettext as _

from accounts.refusal import Refused

from ..models import ScoresLock


def lock_of(year):
    """Return the lock in force, or None."""
    return ScoresLock.objects.filter(emulation_year=year, reopened_at=None).first()


def refuse_if_locked(year):
    """Raise Refused, with what to do, while the year's scores are locked."""
    if lock_of(year):
        raise Refused(
            _(
                "The scores of %(year)s are locked. The staff of the province can open them again, "
                "with a reason."
            )
            % {"year": year.year}
        )
