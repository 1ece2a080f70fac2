"""Who was at a conference, and its pictures and files."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.serving import serve

from ..conferring import digest
from ..forms.conference_lists import (
    AddFilesForm,
    AttendanceForm,
    PeopleFormSet,
    SeenForm,
    WithdrawFileForm,
)
from ..models import ConferenceRole
from ..permissions import can_change_conference
from ..rollcall import roll
from ..workflow import (
    add_conference_files,
    record_attendance,
    record_people,
    withdraw_conference_file,
)
from ..workflow.conference_lists import attendance_of, people_of
from .conferences import capacity, carried_out_unless_changed
from .finding import find_conference


def conference_people(request, slug, pk):
    conference, shown = _to_change(request, slug, pk)
    seats = {seat.pk: seat.organisation.name for seat in roll(conference)}
    stored = people_of(conference)
    form = SeenForm(request.POST or None, stands_in=shown["stands_in"])
    people = PeopleFormSet(
        request.POST or None,
        initial=[vars(line) for line in stored],
        form_kwargs={"seats": list(seats.items())},
    )
    saved = changed = None
    if people.is_bound and people.is_valid():
        verb = partial(record_people, conference, people=people.lines())
        verb = partial(verb, by=request.user, at=timezone.now())
        saved, changed = carried_out_unless_changed(form, verb)
    if saved:
        messages.success(request, _("Who attended has been saved."))
        return redirect(saved)
    context = {
        "conference": conference,
        "form": form,
        "people": people,
        "stored": _told(changed, seats),
        "seen": _seen(request, changed, stored),
        **shown,
    }
    return render(request, "blocs/conference_people.html", context)


def conference_attendance(request, slug, pk):
    conference, shown = _to_change(request, slug, pk)
    seats = roll(conference)
    form = AttendanceForm(request.POST or None, seats=seats, stands_in=shown["stands_in"])
    verb = partial(record_attendance, conference, by=request.user, at=timezone.now())
    saved, changed = carried_out_unless_changed(form, verb)
    if saved:
        messages.success(request, _("The attendance has been saved."))
        return redirect(saved)
    context = {
        "conference": conference,
        "form": form,
        "changed": changed,
        "seats": seats,
        "seen": _seen(request, changed, attendance_of(conference)),
        **shown,
    }
    return render(request, "blocs/conference_attendance.html", context)


def conference_file_add(request, slug, pk):
    conference, shown = _to_change(request, slug, pk)
    form = AddFilesForm(request.POST or None, request.FILES or None, stands_in=shown["stands_in"])
    verb = partial(add_conference_files, conference, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The files have been added."))
        return redirect(conference)
    context = {"conference": conference, "form": form, **shown}
    return render(request, "blocs/conference_file_add.html", context)


def conference_file(request, slug, pk, file_pk):
    """The bytes of a file; those of a withdrawn one nobody reads any more."""
    file = _file(find_conference(request, slug, pk), file_pk)
    if file.withdrawn_at:
        raise Http404
    return serve(file.file)


def conference_file_withdraw(request, slug, pk, file_pk):
    conference, shown = _to_change(request, slug, pk)
    file = _file(conference, file_pk)
    form = WithdrawFileForm(request.POST or None, stands_in=shown["stands_in"])
    verb = partial(withdraw_conference_file, file, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The file has been withdrawn."))
        return redirect(conference)
    context = {
        "conference": conference,
        "form": form,
        "title": _("Withdraw “%(file)s”?") % {"file": file},
        "sentences": [
            _("Nobody can open the file any more; its name stays, with your reason."),
            _("It cannot be put back: add the file anew instead."),
        ],
        "submit": _("Withdraw the file"),
        "cancel_url": conference.get_absolute_url(),
        **shown,
    }
    return render(request, "blocs/conference_confirm.html", context)


def _to_change(request, slug, pk):
    conference = find_conference(request, slug, pk)
    require(can_change_conference, request.user, conference)
    return conference, capacity(request.user, conference.emulation_year, conference)


def _file(conference, file_pk):
    return get_object_or_404(conference.files.select_related("file"), pk=file_pk)


def _seen(request, changed, stored):
    """The digest that the page carries: of what it shows, also of what somebody else stored."""
    if changed:
        return digest(changed.lines)
    return request.POST.get("seen") or digest(stored)


def _told(changed, seats):
    """The list as somebody else stored it meanwhile: `[(role, line, organisation)]`, or None."""
    if not changed:
        return None
    roles = dict(ConferenceRole.choices)
    return [
        (roles[line.role], line, seats.get(line.seat, line.organisation)) for line in changed.lines
    ]
