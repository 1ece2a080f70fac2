"""The activities of a year: the plan month by month, and what became of it."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..activities import by_month, plan_of
from ..forms.activities import ActivityForm, CompleteForm, DropForm, PastActivityForm
from ..models import ChairRight
from ..page_tables import activity_table
from ..permissions import can_do_year_work, can_keep_year, capacity
from ..workflow import (
    change_activity,
    complete_activity,
    drop_activity,
    plan_activity,
    record_past_activity,
)
from .finding import find_activity, find_year


def activity_list(request, slug, year):
    year, today = find_year(request, slug, year), timezone.localdate()
    activities = list(year.activities.with_members().select_related("source"))
    may_write = year.is_open and can_do_year_work(request.user, year)
    context = {
        "year": year,
        "months": by_month(activities, year.year, today=today),
        "plan": plan_of(activities, year.year, today=today),
        "may_write": may_write,
        "may_record": not year.is_open and can_keep_year(request.user, year),
    }
    return answer(request, "blocs/activity_list.html", context, activity_table)


def activity_create(request, slug, year):
    """Plan an activity; in a closed year its keepers record one of the past."""
    year = find_year(request, slug, year)
    require(can_do_year_work, request.user, year)
    if not year.is_open:
        return _record(request, year)
    form, context = _acting(request, year, ActivityForm, year=year, today=timezone.localdate())
    if carried_out(form, _verb(plan_activity, year, request)):
        messages.success(request, _("The activity has been added."))
        return _back(year)
    return render(request, "blocs/activity_form.html", {**context, "activity": None})


def activity_edit(request, slug, year, pk):
    activity = find_activity(request, slug, year, pk)
    year = activity.emulation_year
    require(can_do_year_work, request.user, year)
    about = {"year": year, "today": timezone.localdate(), "instance": activity}
    form, context = _acting(request, year, ActivityForm, **about)
    if carried_out(form, _verb(change_activity, activity, request)):
        messages.success(request, _("The activity has been changed."))
        return _back(year)
    return render(request, "blocs/activity_form.html", {**context, "activity": activity})


def activity_complete(request, slug, year, pk):
    activity = find_activity(request, slug, year, pk)
    require(can_do_year_work, request.user, activity.emulation_year)
    shown = {"done_on": activity.done_on or _past(activity.planned_on), "result": activity.result}
    form, context = _acting(request, activity.emulation_year, CompleteForm, initial=shown)
    if carried_out(form, _verb(complete_activity, activity, request)):
        messages.success(request, _("The result has been recorded."))
        return _back(activity.emulation_year)
    return render(request, "blocs/activity_complete.html", {**context, "activity": activity})


def activity_drop(request, slug, year, pk):
    activity = find_activity(request, slug, year, pk)
    require(can_do_year_work, request.user, activity.emulation_year)
    form, context = _acting(request, activity.emulation_year, DropForm)
    if carried_out(form, _verb(drop_activity, activity, request)):
        messages.success(request, _("It is recorded that the activity was not carried out."))
        return _back(activity.emulation_year)
    return render(request, "blocs/activity_drop.html", {**context, **_dropping(activity)})


def _record(request, year):
    form = PastActivityForm(request.POST or None, year=year, today=timezone.localdate())
    if carried_out(form, partial(record_past_activity, year, by=request.user)):
        messages.success(request, _("The activity has been added."))
        return _back(year)
    context = {"year": year, "form": form, "activity": None, "chair": None, "stands_in": False}
    return render(request, "blocs/activity_form.html", context)


def _acting(request, year, form_class, /, **about):
    """The form of an act by the chair's right, and what its page says of the capacity."""
    chair, stands_in = capacity(request.user, year, ChairRight.YEAR_WORK)
    posted = request.POST if request.method == "POST" else None
    form = form_class(posted, stands_in=stands_in, **about)
    return form, {"year": year, "form": form, "chair": chair, "stands_in": stands_in}


def _past(day):
    """The day if it has come: what lies ahead is not proposed as a day on which it took place."""
    return day if day and day <= timezone.localdate() else None


def _verb(verb, subject, request):
    return partial(verb, subject, by=request.user, at=timezone.now())


def _back(year):
    return redirect("blocs:activity_list", year.bloc.slug, year.year)


def _dropping(activity):
    year = activity.emulation_year
    return {
        "title": _("“%(activity)s” is not carried out?") % {"activity": activity},
        "sentences": [
            _("The activity stays in the plan, with your reason."),
            _("Should it be carried out after all, record its result then."),
        ],
        "submit": _("Record as not carried out"),
        "harmless": True,
        "cancel_url": reverse("blocs:activity_list", args=[year.bloc.slug, year.year]),
    }
