"""Adding a dated row of the law: what was shown is what is done."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import SENTENCES, refusing

from ..changing import plan_of


def _at_once():
    return _("Somebody else recorded the same at the same moment. Open the page again.")


ONE_ANSWER = (
    "award_kind_is_one_a_day",
    "base_salary_is_one_a_day",
    "award_money_is_one_a_day",
    "share_is_one_a_day",
    "quota_is_one_a_year_and_size",
)
SENTENCES |= dict.fromkeys(ONE_ANSWER, _at_once)


@transaction.atomic
def add_row(row, *, fingerprint=None, by, why=""):
    """Store a row whose span says from when it holds; return it. It ends the row before it.

    `fingerprint` is that of the Plan which was shown. Raises Refused where something else would
    happen now, or where a quota of the same beginning covers other sizes.
    """
    plan = plan_of(row, row.rivals().select_for_update(no_key=True))
    if fingerprint is not None and fingerprint != plan.fingerprint:
        raise Refused(_("The rows have changed meanwhile. Look again at what will happen."))
    with because(by, why), refusing():
        for old in plan.ends:
            since = getattr(plan.row, plan.row.SPAN).lower
            setattr(old, old.SPAN, type(getattr(old, old.SPAN))(_first(old), since))
            old.save()
        if plan.corrects:
            row.pk, row._state.adding = plan.corrects.pk, False
        row.save()
    return row


def _first(row):
    return getattr(row, row.SPAN).lower
