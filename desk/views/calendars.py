"""One's own calendar: its private address, which can be renewed, and the file behind it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.calendar import calendar_token, owner_of, renew_calendar

from ..calendar_feed import calendar_of


def calendar_detail(request):
    path = reverse("desk:calendar_file", args=[calendar_token(request.user)])
    return render(request, "desk/calendar.html", {"address": _site(request) + path, "path": path})


def calendar_renew(request):
    if request.method == "POST":
        renew_calendar(request.user)
        messages.success(request, _("Your calendar has a new address; the old one is void."))
        return redirect("desk:calendar_detail")
    context = {
        "title": _("Give your calendar a new address?"),
        "sentences": [
            _("The address of today stops working at once, wherever it was entered."),
            _("Enter the new one in your calendar program."),
        ],
        "submit": _("Make a new address"),
        "cancel_url": reverse("desk:calendar_detail"),
    }
    return render(request, "confirm.html", context)


@login_not_required
@require_safe
def calendar_file(request, owner_token):
    """Whoever knows the address reads it: calendar programs cannot sign in."""
    person = owner_of(owner_token)
    if person is None:
        raise Http404
    content = calendar_of(person, at=timezone.now(), site=_site(request))
    headers = {"Cache-Control": "private", "Content-Language": person.language}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _site(request):
    return f"{request.scheme}://{request.get_host()}"
