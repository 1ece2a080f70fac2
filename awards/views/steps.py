"""The chair's steps in a ballot: opening, ending early, extending, cancelling, closing."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import carried_out
from blocs.permissions import capacity

from .. import workflow
from ..electorate import FEW, candidates
from ..forms.ballots import ExtendForm, OpenForm, ReasonForm, StepForm
from ..thresholds import needed
from .finding import led_ballot


def ballot_open(request, slug, year, pk):
    """Everything is said beforehand: who votes, how many votes are needed, what could be learnt."""
    ballot = led_ballot(request, slug, year, pk)
    if not ballot.is_prepared:
        raise Http404
    chair, stands_in = capacity(request.user, ballot.emulation_year)
    found = candidates(ballot, timezone.localdate())
    form = OpenForm(request.POST or None, ballot=ballot, candidates=found, stands_in=stands_in)
    verb = partial(workflow.open_ballot, ballot, by=request.user, at=timezone.now())
    if carried_out(form, lambda **_data: verb(**form.opening())):
        messages.success(request, _("The ballot is open."))
        return redirect("awards:ballot_detail", slug, year, pk)
    context = {
        **_context(ballot, form, chair, stands_in),
        "candidates": found,
        "needed": needed(ballot.threshold, len(found)),
        "few": len(found) < FEW,
        "is_announced": ballot.emulation_year.announcements.exists(),
    }
    return render(request, "awards/ballot_open.html", context)


def ballot_end(request, slug, year, pk):
    sentences = [
        _("Nobody votes in the system any more from this moment on."),
        _("The reason stands on the page of the ballot. Counting and closing follow."),
    ]
    page = (
        _("End voting early?"), sentences, _("End voting"), _("Voting has ended."),
    )  # fmt: skip
    return _step(request, (slug, year, pk), workflow.end_early, page, ReasonForm)


def ballot_extend(request, slug, year, pk):
    sentences = [
        _("Voting goes on until the moment that you choose. Votes already cast stand."),
        _("The reason stands on the page of the ballot."),
    ]
    page = _("Extend voting?"), sentences, _("Extend"), _("Voting is extended.")
    return _step(request, (slug, year, pk), workflow.extend_ballot, page, ExtendForm)


def ballot_cancel(request, slug, year, pk):
    sentences = [
        _("Votes already cast are destroyed, and nobody ever reads them."),
        _("The ballot stays on the list, cancelled, with your reason. A new one can be prepared."),
    ]
    page = (
        _("Cancel the ballot?"), sentences, _("Cancel the ballot"), _("The ballot is cancelled."),
    )  # fmt: skip
    return _step(request, (slug, year, pk), workflow.cancel_ballot, page, ReasonForm)


def ballot_close(request, slug, year, pk):
    sentences = [
        _("From now on everybody who reads this year sees the result, and who has voted."),
        _("It cannot be opened again; nothing of it changes any more."),
    ]
    page = (
        _("Close the ballot for good?"), sentences, _("Close the ballot"),
        _("The ballot is closed. This is its result."),
    )  # fmt: skip
    return _step(request, (slug, year, pk), workflow.close_ballot, page, StepForm)


def _step(request, address, verb, page, form):
    """Show what a step will do, carry it out, go back to the ballot."""
    ballot = led_ballot(request, *address)
    chair, stands_in = capacity(request.user, ballot.emulation_year)
    form = form(request.POST if request.method == "POST" else None, stands_in=stands_in)
    step = partial(verb, ballot, by=request.user, at=timezone.now())
    if carried_out(form, lambda **_data: step(**form.taken())):
        messages.success(request, page[3])
        return redirect("awards:ballot_detail", *address)
    title, sentences, submit, _said = page
    context = _context(ballot, form, chair, stands_in)
    context |= {"title": title, "sentences": sentences, "submit": submit}
    return render(request, "awards/ballot_step.html", context)


def _context(ballot, form, chair, stands_in):
    year = ballot.emulation_year
    return {
        "year": year,
        "ballot": ballot,
        "form": form,
        "chair": chair,
        "stands_in": stands_in,
        "cancel_url": reverse("awards:ballot_detail", args=[year.bloc.slug, year.year, ballot.pk]),
    }
