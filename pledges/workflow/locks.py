"""What every change of a covenant begins with, and what the database says where it refuses."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.chairing import who_acts
from blocs.models import ChairRight
from blocs.reach import Reach
from blocs.workflow import NotChair
from blocs.workflow.locks import SENTENCES, lock_open_year

from ..models import CovenantState, CovenantVersion

SENTENCES |= {
    "member_signs_a_version_once": lambda: _("This member has already signed this version."),
    "member_registers_for_an_award_once": lambda: _(
        "This member has already registered for this award."
    ),
    "covenant_text_is_frozen": lambda: _(
        "The text stands since signing was opened. Change it by an amendment."
    ),
    "commitments_run_from_one": lambda: _("The commitments are not numbered from 1 without gaps."),
    "opened_targets_have_a_plan": lambda: _(
        "Some targets have no figure yet. Fill them in, or remove these targets."
    ),
    "covenant_has_one_version_under_way": lambda: _("Another version is already being drawn up."),
    "signed_text_is_never_reopened": lambda: _(
        "A member has already signed: the text changes by an amendment only."
    ),
}


def lock_writing(year_id, *, by, at):
    """Take the open year for this transaction; raise NotChair for who may not write in it.

    Writing a draft is no act of the chair; a reason for standing in is asked when it is opened.
    """
    year = lock_open_year(year_id)
    on = timezone.localdate(at)
    reach = Reach.on(by, on)
    if reach.is_administrator or year.bloc.province_id in reach.kept:
        return year
    acting = who_acts(year, ChairRight.YEAR_WORK, on=on)
    if acting is None or acting.organisation.pk not in reach.represented:
        raise NotChair(_("Only the chair of the bloc may do this today."))
    return year


def lock_draft(version, *, by, at):
    """Take the year of a version and return the version as it now stands: a draft, or Refused."""
    lock_writing(version.covenant.emulation_year_id, by=by, at=at)
    version = locked_version(version)
    if version.state != CovenantState.DRAFT:
        raise Refused(_("The text stands since signing was opened. Change it by an amendment."))
    return version


def locked_version(version):
    """Read a version again, under the lock of its bloc."""
    versions = CovenantVersion.objects.select_related("covenant__emulation_year__bloc")
    found = versions.filter(pk=version.pk).first()
    if found is None:
        raise Refused(_("This draft has been dropped meanwhile."))
    return found
