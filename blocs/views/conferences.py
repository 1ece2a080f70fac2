"""Conferences of the blocs: the lists, one of them, recording, correcting and revoking."""

from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer, page_of

from ..chairing import acting_today
from ..forms.conferences import (
    ConferenceFilterForm,
    ConferenceForm,
    PurposeFilterForm,
    RevokeConferenceForm,
)
from ..models import ChairRight, Conference, ConferenceRole, Organisation
from ..page_tables import conference_table
from ..permissions import can_change_conference, can_record_conference
from ..reach import reach_of
from ..record_tables import attendance_table
from ..rollcall import count_of, roll
from ..workflow import (
    ConferenceChanged,
    ListChanged,
    change_conference,
    record_conference,
    record_past_conference,
    revoke_conference,
)
from .finding import find_conference, find_year

PAGE = 30


def conference_search(request):
    form = ConferenceFilterForm(request.GET or None, user=request.user)
    conferences = Conference.objects.visible_to(request.user).with_purposes()
    conferences = conferences.select_related("emulation_year", "bloc__province")
    context = {
        "filter": form,
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "page": page_of(request, form.filtered(conferences), PAGE),
    }
    return answer(request, "blocs/conference_search.html", context, conference_table)


def conference_list(request, slug, year):
    year = find_year(request, slug, year)
    form = PurposeFilterForm(request.GET or None)
    conferences = Conference.objects.serving([year]).with_purposes()
    conferences = conferences.select_related("emulation_year", "bloc").in_time()
    conferences = form.filtered(conferences, year)
    context = {
        "year": year,
        "filter": form,
        "is_filtered": bool(request.GET.get("purpose")),
        "page": page_of(request, conferences, PAGE),
        "may_record": can_record_conference(request.user, year),
    }
    return answer(request, "blocs/conference_list.html", context, conference_table)


def conference_detail(request, slug, pk):
    conference = find_conference(request, slug, pk)
    people = list(conference.people.select_related("seat__organisation").order_by("place"))
    seats = roll(conference)
    files = list(conference.files.select_related("file", "withdrawn_by"))
    context = {
        "conference": conference,
        "roles": _by_role(people),
        "seats": seats,
        "count": count_of(conference, seats),
        "pictures": [each for each in files if each.is_picture and not each.withdrawn_at],
        "files": [each for each in files if not each.is_picture and not each.withdrawn_at],
        "withdrawn": [each for each in files if each.withdrawn_at],
        "may_change": may_change(request.user, conference),
    }
    return answer(request, "blocs/conference_detail.html", context, attendance_table)


def conference_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_record_conference, request.user, year)
    form = ConferenceForm(request.POST or None, **_choices(request.user, year))
    verb = record_conference if year.is_open else record_past_conference
    verb = partial(verb, year, by=request.user, at=timezone.now())
    if conference := carried_out(form, verb):
        messages.success(request, _("The conference has been recorded. Add who attended."))
        return redirect(conference)
    context = {"year": year, "form": form, **capacity(request.user, year)}
    return render(request, "blocs/conference_create.html", context)


def conference_edit(request, slug, pk):
    conference = find_conference(request, slug, pk)
    require(can_change_conference, request.user, conference)
    form = ConferenceForm(
        request.POST or None,
        conference=conference,
        **_choices(request.user, conference.emulation_year, conference),
    )
    verb = partial(change_conference, conference, by=request.user, at=timezone.now())
    saved, changed = carried_out_unless_changed(form, verb)
    if saved:
        messages.success(request, _("The conference has been saved."))
        return redirect(saved)
    stored = changed and changed.conference
    context = {
        "conference": conference,
        "form": form,
        "changed": stored,
        "version": stored.version if stored else form["version"].value(),
        **capacity(request.user, conference.emulation_year, conference),
    }
    return render(request, "blocs/conference_edit.html", context)


def conference_revoke(request, slug, pk):
    conference = find_conference(request, slug, pk)
    require(can_change_conference, request.user, conference)
    shown = capacity(request.user, conference.emulation_year, conference)
    form = RevokeConferenceForm(request.POST or None, stands_in=shown["stands_in"])
    verb = partial(revoke_conference, conference, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The conference has been revoked."))
        return redirect(conference)
    context = {
        "conference": conference,
        "form": form,
        "title": _("Revoke “%(title)s”?") % {"title": conference},
        "sentences": [
            _("Only for a conference that was recorded by mistake: it stays, struck through."),
            _("What was recorded of it stays readable; nothing is changed in it any more."),
        ],
        "submit": _("Revoke the conference"),
        "cancel_url": conference.get_absolute_url(),
        **shown,
    }
    return render(request, "blocs/conference_confirm.html", context)


def may_change(user, conference):
    """Whether to offer it: in a closed year the verb would refuse what is not of the past."""
    is_open = conference.is_past or conference.emulation_year.is_open
    return is_open and can_change_conference(user, conference)


def capacity(user, year, conference=None):
    """Who holds the year's work today, and whether the person stands in: nobody for the past."""
    if conference.is_past if conference else not year.is_open:
        return {"chair": None, "stands_in": False, "is_past": True}
    chair = acting_today(year, ChairRight.YEAR_WORK)
    stands_in = bool(chair) and chair.organisation.pk not in reach_of(user).represented
    return {"chair": chair, "stands_in": stands_in, "is_past": False}


def carried_out_unless_changed(form, verb):
    """As `carried_out`, together with what somebody else stored meanwhile (or None)."""
    changed = []

    def telling(**data):
        try:
            return verb(**data)
        except (ConferenceChanged, ListChanged) as refusal:
            changed.append(refusal)
            raise

    done = carried_out(form, telling)
    return done, (changed[0] if changed else None)


def _choices(user, year, conference=None):
    """The years that it may serve (its own, the neighbours, those stated), and who may host."""
    stated = {row["year"] for row in conference.stated} if conference else set()
    near = {year.year - 1, year.year, year.year + 1}
    years = year.bloc.years.filter(year__in=near | stated)
    hosts = Q(seats__emulation_year=year)
    if conference and conference.host_id:
        hosts |= Q(pk=conference.host_id)
    shown = capacity(user, year, conference)
    return {
        "year": year,
        "years": list(years),
        "hosts": Organisation.objects.filter(hosts).distinct(),
        "is_past": shown["is_past"],
        "stands_in": shown["stands_in"],
    }


def _by_role(people):
    """`[(label of the role, its people)]` in the order of the minutes."""
    found = [
        (label, [p for p in people if p.role == role]) for role, label in ConferenceRole.choices
    ]
    return [(label, rows) for label, rows in found if rows]
