"""The draft of a covenant: its editor, commitment by commitment."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from blocs.views.finding import find_year

from .. import workflow
from ..covenant_permissions import can_write_covenant
from ..covenants import last_covenant
from ..forms.drafting import CommitmentForm, HeadForm, TargetForm
from .finding import find_commitment, find_draft


@require_POST
def covenant_begin(request, slug, year):
    year = find_year(request, slug, year)
    require(can_write_covenant, request.user, year)
    return _done(request, year, workflow.begin_covenant, year)


def covenant_edit(request, slug, year):
    """The editor; a POST stores the head."""
    found = find_draft(request, slug, year)
    form = _head_form(request, found)
    verb = partial(workflow.save_head, found.newest.row, by=request.user, at=timezone.now())
    try:
        saved = carried_out_or_changed(form, verb)
    except workflow.DraftChanged as refusal:
        form.add_error(None, str(refusal))
        return _editor(request, found, head=form, head_changed=refusal.stored)
    if saved:
        messages.success(request, _("Saved."))
        return redirect("pledges:covenant_edit", slug, found.year.year)
    return _editor(request, found, head=form)


@require_POST
def covenant_take_over(request, slug, year):
    found = find_draft(request, slug, year)
    origin = _origin(found)
    if origin is None:
        messages.error(request, _("No earlier covenant of this bloc is recorded."))
        return redirect(_editor_of(found.year))
    return _done(request, found.year, workflow.take_over, found.newest.row, origin=origin)


@require_POST
def commitment_add(request, slug, year):
    found = find_draft(request, slug, year)
    form = CommitmentForm(request.POST, seats=found.newest.members)
    verb = partial(workflow.add_commitment, found.newest.row, by=request.user, at=timezone.now())
    if commitment := carried_out(form, verb):
        return redirect(f"{_editor_of(found.year)}#c{commitment.pk}")
    return _editor(request, found, adding=form)


@require_POST
def commitment_save(request, slug, year, pk):
    commitment, found = find_commitment(request, slug, year, pk)
    form = CommitmentForm(request.POST, seats=found.newest.members, commitment=commitment)
    verb = partial(workflow.save_commitment, commitment, by=request.user, at=timezone.now())
    stored = None
    try:
        saved = carried_out_or_changed(form, verb)
    except workflow.DraftChanged as refusal:
        saved, stored = None, refusal.stored
        form.add_error(None, str(refusal))
    if saved:
        text = _("Commitment %(number)s is saved.") % {"number": saved.number}
        messages.success(request, text)
        return redirect(f"{_editor_of(found.year)}#c{pk}")
    return _editor(request, found, posted=(pk, form, stored))


@require_POST
def commitment_move(request, slug, year, pk):
    commitment, found = find_commitment(request, slug, year, pk)
    up = request.POST.get("way") == "up"
    return _done(request, found.year, workflow.move_commitment, commitment, up=up, to=f"#c{pk}")


def commitment_remove(request, slug, year, pk):
    commitment, found = find_commitment(request, slug, year, pk)
    if request.method == "POST":
        return _done(request, found.year, workflow.remove_commitment, commitment)
    context = {
        "year": found.year,
        "title": _("Remove commitment %(number)s?") % {"number": commitment.number},
        "sentences": [
            _("Its text and targets go; those behind it close up."),
            commitment.text,
        ],
        "submit": _("Remove"),
        "cancel_url": _editor_of(found.year),
    }
    return render(request, "blocs/year_confirm.html", context)


def commitment_targets(request, slug, year, pk):
    """The targets of a commitment, each in a form of its own, and an empty one for another."""
    commitment, found = find_commitment(request, slug, year, pk)
    pledge = next(each for each in found.newest.text.pledges if each.pk == pk)
    members = [m for m in found.newest.members if pledge.seat in (None, m.pk)]
    posted = None
    if request.method == "POST":
        posted = TargetForm(request.POST, members=members, auto_id="posted-%s")
        verb = partial(workflow.set_targets, commitment, by=request.user, at=timezone.now())
        if carried_out(posted, lambda **_data: verb(**posted.setting())):
            messages.success(request, _("The targets are saved."))
            return redirect(request.path)
    forms = _target_forms(pledge, members, posted)
    context = {"year": found.year, "commitment": commitment, "forms": forms, "members": members}
    return render(request, "pledges/commitment_targets.html", context)


def _target_forms(pledge, members, posted):
    """(heading or nothing, form) for each target and an empty one; the one posted as it was."""
    by_name = {}
    for each in pledge.targets:
        by_name.setdefault(each.name, []).append(each)
    before = posted.data.get("before", "") if posted else None
    found = [
        (name, posted)
        if name == before
        else (name, TargetForm(members=members, targets=targets, auto_id=f"t{place}-%s"))
        for place, (name, targets) in enumerate(by_name.items())
    ]
    empty = posted if posted and before not in by_name else TargetForm(members=members)
    return [*found, ("", empty)]


def carried_out_or_changed(form, verb):
    """As `carried_out`, but what somebody else has stored meanwhile is the caller's to show."""
    if not form.is_valid():
        return None
    try:
        return verb(**form.cleaned_data)
    except workflow.DraftChanged:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _editor(request, found, *, head=None, head_changed=None, posted=None, adding=None):
    version = found.newest
    commitments = list(version.row.commitments.order_by("number"))
    seats = version.members
    context = {
        "year": found.year,
        "version": version,
        "head": head or _head_form(request, found, bound=False),
        "head_changed": head_changed,
        "cards": [_card(each, version, seats, posted) for each in commitments],
        "adding": adding or CommitmentForm(seats=seats),
        "origin": None if commitments else _origin(found),
    }
    return render(request, "pledges/covenant_edit.html", context)


def _card(commitment, version, seats, posted):
    """A commitment with its form, its targets, and what somebody else has stored meanwhile."""
    form, stored = None, None
    if posted and posted[0] == commitment.pk:
        _pk, form, stored = posted
    pledge = next(each for each in version.text.pledges if each.pk == commitment.pk)
    names = list(dict.fromkeys(target.name for target in pledge.targets))
    form = form or CommitmentForm(seats=seats, commitment=commitment)
    revision = (stored or commitment).revision
    return {"commitment": commitment, "form": form, "stored": stored, "targets": names,
            "revision": revision}  # fmt: skip


def _head_form(request, found, *, bound=True):
    data = request.POST if bound and request.method == "POST" else None
    province, today = found.year.bloc.province, timezone.localdate()
    return HeadForm(data, version=found.newest.row, province=province, today=today)


def _origin(found):
    """The version to take over: of the last year before that has one."""
    years = found.year.bloc.years.filter(year__lt=found.year.year, covenant__isnull=False)
    before = years.order_by("-year").first()
    return before and last_covenant(before)


def _done(request, year, verb, subject, *, to="", **how):
    """Carry out a step of one button, and go back to the editor with the refusal, if any."""
    try:
        verb(subject, **how, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("pledges:covenant_detail", year.bloc.slug, year.year)
    return redirect(f"{_editor_of(year)}{to}")


def _editor_of(year):
    return reverse("pledges:covenant_edit", args=[year.bloc.slug, year.year])
