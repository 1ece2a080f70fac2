"""The chair's steps: opening, withdrawing, putting in force, amending, closing. Each confirmed."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import carried_out
from blocs.permissions import capacity

from .. import workflow
from ..board import unsigned
from ..forms.signing import AmendForm, OpenForm, StepForm
from .finding import board_of, find_draft, written_covenant


def covenant_open(request, slug, year):
    found = written_covenant(request, slug, year)
    sentences = [
        _("The text stands from now on: it changes only by an amendment."),
        _("Every member sees it and signs it in the system or on paper."),
        _("Until somebody has signed, the opening can be withdrawn."),
    ]
    page = _("Open for signing?"), sentences, _("Open for signing"), _("Signing is open.")
    return _step(request, found, workflow.open_signing, page, form=OpenForm)


def covenant_withdraw(request, slug, year):
    found = written_covenant(request, slug, year)
    sentences = [
        _("The covenant becomes a draft again, and members no longer see this version."),
        _("This is possible only as long as nobody has signed."),
    ]
    page = (
        _("Withdraw the opening?"), sentences, _("Withdraw the opening"),
        _("The covenant is a draft again."),
    )  # fmt: skip
    return _step(request, found, workflow.withdraw_opening, page)


def covenant_enter(request, slug, year):
    """Putting in force names those that have not signed."""
    found = written_covenant(request, slug, year)
    missing = [] if found.newest.is_draft else unsigned(board_of(found, found.newest))
    sentences = [_("The covenant is in force from today.")]
    if found.newest.number > 1:
        sentences.append(_("The version before it ends today; it stays readable."))
    if missing:
        sentences.append(_("The record names those that have not signed:"))
        sentences += [each.member.name for each in missing]
    page = (
        _("Put the covenant in force?"), sentences, _("Put in force"),
        _("The covenant is in force."),
    )  # fmt: skip
    return _step(request, found, workflow.put_in_force, page)


def covenant_amend(request, slug, year):
    found = written_covenant(request, slug, year)
    sentences = [
        _("A new version begins as a draft with the words of the present one."),
        _("What is in force stays so until the new version takes its place."),
        _("Only members that the changes concern sign again."),
    ]
    page = _("Amend the covenant?"), sentences, _("Begin the amendment"), _("The draft has begun.")
    verb = partial(workflow.start_amendment, found.covenant)
    return _step(
        request, found, lambda _row, **how: verb(**how), page, form=AmendForm, to="covenant_edit"
    )


def covenant_close(request, slug, year):
    found = written_covenant(request, slug, year)
    sentences = [
        _("The covenant is no longer in force, is not signed and not amended any more."),
        _("Text, signatures and papers stay readable."),
    ]
    page = (
        _("Close the covenant?"),
        sentences,
        _("Close the covenant"),
        _("The covenant is closed."),
    )
    verb = partial(workflow.close_covenant, found.covenant)
    return _step(request, found, lambda _row, **how: verb(**how), page)


def covenant_drop(request, slug, year):
    """Dropping the draft of an amendment is no act of the chair: nothing had come of it."""
    found = find_draft(request, slug, year)
    form = StepForm(request.POST if request.method == "POST" else None, stands_in=False)
    verb = partial(workflow.drop_amendment, found.newest.row)
    if carried_out(form, lambda: verb(by=request.user, at=timezone.now()) or True):
        messages.success(request, _("The draft of the amendment is dropped."))
        return redirect("pledges:covenant_detail", slug, found.year.year)
    sentences = [_("The draft goes; the version before it stays as it is.")]
    page = _("Drop this draft?"), sentences, _("Drop the draft"), ""
    return render(request, "pledges/covenant_step.html", _context(found, form, page, None, False))


def _step(request, found, verb, page, *, form=StepForm, to="covenant_detail"):
    """Show what a step will do, carry it out, go on."""
    chair, stands_in = capacity(request.user, found.year)
    data = request.POST if request.method == "POST" else None
    form = form(data, stands_in=stands_in)
    step = partial(verb, found.newest.row, by=request.user, at=timezone.now())
    if carried_out(form, step):
        messages.success(request, page[3])
        return redirect(f"pledges:{to}", found.year.bloc.slug, found.year.year)
    context = _context(found, form, page, chair, stands_in)
    return render(request, "pledges/covenant_step.html", context)


def _context(found, form, page, chair, stands_in):
    title, sentences, submit, _said = page
    year = found.year
    return {
        "year": year,
        "form": form,
        "title": title,
        "sentences": sentences,
        "submit": submit,
        "chair": chair,
        "stands_in": stands_in,
        "shows_chair": bool(chair) or stands_in,
        "cancel_url": reverse("pledges:covenant_detail", args=[year.bloc.slug, year.year]),
    }
