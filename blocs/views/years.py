"""One year of a bloc: its name then, closing it and opening it again."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused, carried_out

from ..forms.years import ReopenForm, YearForm
from ..permissions import can_keep_year
from ..workflow import close_year, keep, reopen_year
from .finding import find_year


def year_edit(request, slug, year):
    known = find_year(request, slug, year)
    require(can_keep_year, request.user, known)
    # A second copy: a refused form must not change the year on the page.
    form = YearForm(request.POST or None, instance=find_year(request, slug, year))
    if form.is_valid():
        year = keep(form.instance, by=request.user)
        messages.success(request, _("The year has been saved."))
        return redirect(year)
    return render(request, "blocs/year_edit.html", {"year": known, "form": form})


def year_close(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_year, request.user, year)
    if request.method == "POST":
        try:
            close_year(year, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The year %(year)s has been closed.") % {"year": year.year})
        return redirect(year)
    return render(request, "blocs/year_confirm.html", _closing(year))


def year_reopen(request, slug, year):
    year = find_year(request, slug, year)
    require(can_keep_year, request.user, year)
    form = ReopenForm(request.POST or None)
    if carried_out(form, partial(reopen_year, year, by=request.user)):
        messages.success(request, _("The year %(year)s is open again.") % {"year": year.year})
        return redirect(year)
    return render(request, "blocs/year_confirm.html", {"form": form, **_reopening(year)})


def _closing(year):
    what = {"year": year.year, "bloc": year.bloc}
    return {
        "year": year,
        "title": _("Close the year %(year)s of %(bloc)s?") % what,
        "sentences": [
            _("From now on nobody changes this year: neither its members nor its notices."),
            _("Everybody who could read it still reads it."),
            _("The terms of chair and deputy go on: they do not end with the year."),
            _("The staff of the province can open it again, with a reason."),
        ],
        "submit": _("Close the year"),
        "cancel_url": year.get_absolute_url(),
    }


def _reopening(year):
    what = {"year": year.year, "bloc": year.bloc}
    return {
        "year": year,
        "title": _("Open the year %(year)s of %(bloc)s again?") % what,
        "sentences": [
            _("Its members and notices can be changed again."),
            _("Your reason is kept in the audit log."),
        ],
        "submit": _("Open the year again"),
        "cancel_url": year.get_absolute_url(),
        "harmless": True,
    }
