"""Reminders: what one was told oneself, and whom a year's reminders reach."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.notices import mark_read
from accounts.permissions import require
from blocs.models import EmulationYear
from files.exporting import answer

from ..page_tables import reminder_tables
from ..reminding import MOMENTS, can_remind, send, survey, told_of
from ..todo import with_open_work

PAGE = 30
NEWEST = 100  # of those told before, on the page of a year


def personal_notice_list(request):
    page = Paginator(request.user.personal_notices.all(), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "has_mail": settings.HAS_MAIL}
    return render(request, "desk/personal_notice_list.html", context)


@require_POST
def personal_notice_read(request, pk):
    """Mark it as read and go where it leads."""
    notice = get_object_or_404(request.user.personal_notices, pk=pk)
    mark_read(request.user.personal_notices.filter(pk=pk), at=timezone.now())
    return redirect(notice.path)


@require_POST
def personal_notices_read(request):
    mark_read(request.user.personal_notices.all(), at=timezone.now())
    messages.success(request, _("All notices are marked as read."))
    return redirect("desk:personal_notice_list")


def year_reminders(request, slug, year):
    now, today = timezone.now(), timezone.localdate()
    years = with_open_work(EmulationYear.objects.visible_to(request.user), on=today)
    year = get_object_or_404(years, bloc__slug=slug, year=year)
    require(can_remind, request.user, year)
    found = survey([year] if year.is_open else [], on=today)
    if request.method == "POST":
        new = send(found.reminders, at=now, site=f"{request.scheme}://{request.get_host()}")
        messages.success(request, _sent(len(new)))
        return redirect("desk:year_reminders", slug, year.year)
    context = {"year": year, "unreached": found.unreached, "moments": _days(), **_told(year, found)}
    return answer(request, "desk/year_reminders.html", context, reminder_tables)


def _told(year, found):
    """Who would be reminded now, and who was before."""
    told = list(told_of(year))
    keys = {(notice.user_id, notice.kind, notice.item) for notice in told}
    return {
        "reminders": [reminder for reminder in found.reminders if reminder.key not in keys],
        "told": told[:NEWEST],
        "has_mail": settings.HAS_MAIL,
    }


def _days():
    """How many days before, right before and after the last day somebody is reminded."""
    (ahead, _to), (last, _end), (_from, after) = MOMENTS.values()
    return {"ahead": ahead, "last": last, "after": -after}


def _sent(count):
    text = ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", count)
    return text % {"count": count}
