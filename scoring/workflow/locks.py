"""What every change of a stored criteria set begins with."""

from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.workflow.locks import lock_open_year

from ..models import CriteriaSet


def lock_set(pk):
    """Take the set's bloc and return the set as it now stands; refuse if its year is closed."""
    year_id = CriteriaSet.objects.filter(pk=pk).values_list("emulation_year", flat=True).first()
    year = year_id and lock_open_year(year_id)
    criteria_set = year and CriteriaSet.objects.filter(pk=pk).first()
    if not criteria_set:
        raise Refused(_("These criteria have been removed meanwhile."))
    return criteria_set


def lock_unscored_set(pk):
    """The same for what may change only until the first score: the criteria themselves."""
    criteria_set = lock_set(pk)
    if criteria_set.scores.exists():
        raise Refused(
            _(
                "Members have been scored by these criteria, so they no longer change. To change "
                "them, empty all scores first: undo the uploads, or clear the cells."
            )
        )
    return criteria_set
