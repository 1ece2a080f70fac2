"""A handover on record: reading it, taking a mistaken one back, recording one of the past."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..forms.handovers import PastHandoverForm, RevokeHandoverForm
from ..models import EmulationYear, Handover
from ..permissions import can_keep_bloc
from ..record_tables import inventory_table
from ..workflow import record_past_handover, revoke_handover
from ..workflow.handover import acts_of_receiver
from .finding import find_bloc, find_handover

SHOWN_ACTS = 20


def handover_record_past(request, slug):
    bloc = find_bloc(request, slug)
    require(can_keep_bloc, request.user, bloc)
    form = PastHandoverForm(request.POST or None, user=request.user, bloc=bloc)
    verb = partial(record_past_handover, by=request.user, at=timezone.now())
    if handover := carried_out(form, verb):
        messages.success(request, _("The handover has been recorded."))
        return redirect("blocs:handover_detail", handover.pk)
    return render(request, "blocs/handover_record_past.html", {"bloc": bloc, "form": form})


def handover_detail(request, pk):
    handover = find_handover(request, pk)
    years = EmulationYear.objects.visible_to(request.user)
    completions = handover.completions.filter(emulation_year__in=years)
    context = {
        "handover": handover,
        "state": _state(handover),
        "people": handover.people.all(),
        "items": handover.items.all(),
        "completions": completions.select_related("emulation_year"),
        "acts": list(_acts(handover, request.user)[:SHOWN_ACTS]),
        "given_on": _given_on(handover),
        "can_keep": can_keep_bloc(request.user, handover.bloc),
    }
    return answer(request, "blocs/handover_detail.html", context, inventory_table)


def handover_revoke(request, pk):
    handover = find_handover(request, pk)
    require(can_keep_bloc, request.user, handover.bloc)
    form = RevokeHandoverForm(request.POST or None)
    verb = partial(revoke_handover, handover, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The handover has been revoked."))
        return redirect("blocs:handover_detail", handover.pk)
    acts = list(_acts(handover, request.user)[:SHOWN_ACTS])
    context = {"form": form, "acts": acts, **_revoking(handover)}
    return render(request, "blocs/handover_revoke.html", context)


def _revoking(handover):
    names = {"giver": handover.giver_term.seat, "receiver": handover.receiver_term.seat}
    sentences = [
        _("The handover stays on record, struck through, with your reason."),
        _("The receiver's term is revoked with it: %(receiver)s.") % names,
    ]
    if handover.effective_on:
        sentences.append(
            _("%(giver)s is chair again for as long as before the handover was recorded.") % names
        )
    return {
        "bloc": handover.bloc,
        "title": _("Revoke the handover %(giver)s → %(receiver)s?") % names,
        "sentences": sentences,
        "submit": _("Revoke the handover"),
        "cancel_url": reverse("blocs:handover_detail", args=[handover.pk]),
    }


def _state(handover):
    if handover.revoked_at:
        return "revoked"
    if handover.effective_on is None:
        return "past"
    return "planned" if handover.effective_on > timezone.localdate() else "in_force"


def _acts(handover, user):
    """The receiver's acts in years that the person may read, the latest first."""
    years = EmulationYear.objects.visible_to(user)
    acts = acts_of_receiver(handover).filter(emulation_year__in=years)
    return acts.select_related("by", "emulation_year")


def _given_on(handover):
    """The handover by which the receiver itself gave the chair on, or None."""
    return Handover.objects.valid().filter(giver_term=handover.receiver_term).first()
