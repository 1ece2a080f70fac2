"""What every change of criteria begins with: the lock, the right, and whether they may change."""

from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import Capacity, ChairRight, EmulationYear
from blocs.workflow import act_as_chair, lock_as_chair
from blocs.workflow.locks import lock_open_year

from ..models import CriteriaSet

RIGHT = ChairRight.YEAR_WORK


def lock_year(year, *, by, at):
    """Take the year's bloc and return the year, for who may keep its criteria.

    That is who holds the year's work at that moment, the staff of the province, and a command
    (`by` None). Raises NotChair for anyone else, Refused for a closed year.
    """
    if by is None:
        return lock_open_year(year.pk)
    return lock_as_chair(year, right=RIGHT, by=by, at=at).year


def lock_set(pk, *, by, at):
    """The same for a stored set, which is returned as it now stands."""
    year = EmulationYear.objects.filter(criteria_sets=pk).first()
    year = year and lock_year(year, by=by, at=at)
    criteria_set = year and CriteriaSet.objects.filter(pk=pk).first()
    if not criteria_set:
        raise Refused(_("These criteria have been removed meanwhile."))
    return criteria_set


def lock_unscored_set(pk, *, by, at):
    """The same for what may change only until the first score: the criteria themselves."""
    criteria_set = lock_set(pk, by=by, at=at)
    if criteria_set.is_replaced:
        raise Refused(_("A later version is in force: this one stays as it was."))
    if criteria_set.scores.exists():
        raise Refused(
            _(
                "Members have been scored by these criteria, so they no longer change. What the "
                "bloc decides to change is an amendment: begin one with its minutes."
            )
        )
    return criteria_set


def keep_act(year, *, what, by, at):
    """Keep an act where the chair, or who completes the year, begins or removes a whole set.

    None for the staff: keeping criteria is keeping the records, which they do by their own post.
    The caller has locked the year.
    """
    if by is None:
        return
    capacity = lock_as_chair(year, right=RIGHT, by=by, at=at).capacity
    if capacity in (Capacity.CHAIR, Capacity.COMPLETING):
        act_as_chair(year, right=RIGHT, what=what[:300], by=by, at=at)
