"""A standing is announced as a whole; it is corrected only by a new version, with a reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair

from ..announcing import stored
from ..models import Announcement
from ..sheet import read_standing
from .lateness import fill_lateness


@transaction.atomic
def announce(year, *, announced_on, document="", replace_reason="", by, at, reason=""):
    """Keep the standing as it now is as the year's next announced version, and return it.

    From the second on it replaces the last one and `replace_reason` says why. `reason` is for staff
    who stand in. Raises NotChair, or Refused.
    """
    what = f"Công bố kết quả xếp hạng năm {year.year}"
    act = act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)
    year = act.emulation_year
    fill_lateness(year, at=at)
    sheet = read_standing(year)
    _check(sheet, announced_on, at)
    last = year.announcements.order_by("-number").first()
    standing = stored(sheet)
    _check_replacing(last, standing, replace_reason)
    return Announcement.objects.create(
        emulation_year=year,
        criteria_set=sheet.criteria_set,
        number=last.number + 1 if last else 1,
        announced_on=announced_on,
        document=document,
        standing=standing,
        act=act,
        replaces=last,
        replace_reason=replace_reason if last else "",
    )


def _check(sheet, announced_on, at):
    if sheet is None or not sheet.standings:
        raise Refused(_("There is nothing to announce yet."))
    names = [r.member.organisation.label for r in sheet.standings if r.missing and not r.barred]
    if names:
        sentence = _("Not fully scored yet: %(members)s. Score them, or record why not.")
        raise Refused(sentence % {"members": ", ".join(names)})
    if announced_on > timezone.localdate(at):
        raise Refused(_("This day is still to come."))


def _check_replacing(last, standing, replace_reason):
    if last is None:
        return
    if last.standing == standing:
        raise Refused(_("The standing is as it was announced: there is nothing to replace."))
    if not replace_reason.strip():
        raise Refused(_("Say why the announced standing is replaced."))
