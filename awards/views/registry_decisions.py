"""Decisions: recorded directly with their awards, corrected, made public and taken back."""

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.permissions import can_keep_records
from files.exporting import answer, page_of
from files.serving import serve

from ..forms.registry import AnnouncementForm, DecisionFilter, WhyForm
from ..forms.registry_rows import DecisionForm
from ..models import Award, Decision
from ..permissions import can_keep_decision, reads_province_of
from ..registry_tables import decision_list_table, decision_table
from ..workflow import correct_decision, publish_decision, record_decision, take_back_decision
from .finding_awards import find_decision, kept_decision

PAGE = 50


def registry_decision_list(request):
    narrowing = DecisionFilter(request.GET)
    decisions = narrowing.narrow(Decision.objects.visible_to(request.user))
    decisions = decisions.select_related("province").order_by("-dated", "-pk")
    page = page_of(request, decisions, PAGE)
    # Of the page alone: counted in the list, all awards would be read.
    counts = Award.objects.filter(decision__in=list(page)).order_by().values_list("decision")
    counts = counts.annotate(Count("pk"), Count("revoked_on"))
    counts = {pk: (every, revoked) for pk, every, revoked in counts}
    for decision in page:
        decision.award_count, decision.revoked_count = counts.get(decision.pk, (0, 0))
    context = {
        "filter": narrowing,
        "page": page,
        "is_sample": any(decision.province.is_sample for decision in page),
        "may_keep": can_keep_records(request.user),
    }
    return answer(request, "awards/registry_decision_list.html", context, decision_list_table)


def registry_decision(request, pk):
    """The announcement, readable and printable: who was commended, and how the decision stands."""
    decision = find_decision(request, pk)
    awards = decision.awards.select_related("kind", "organisation", "emulation_year__bloc")
    awards = awards.order_by("kind__position", "sort_key", "pk")
    page = page_of(request, awards, 300)
    context = {
        "decision": decision,
        "page": page,
        "revoked": decision.awards.exclude(revoked_on=None).count(),
        "may_keep": can_keep_decision(request.user, decision) and not decision.is_void,
        "reads_province": reads_province_of(request.user, decision),
    }
    return answer(request, "awards/registry_decision.html", context, decision_table)


def registry_decision_record(request):
    require(can_keep_records, request.user, None)
    form = DecisionForm(request.POST or None, request.FILES or None, user=request.user)
    verb = partial(record_decision, by=request.user, at=timezone.now())
    if decision := carried_out(form, verb):
        messages.success(request, _("The decision has been recorded. Enter its awards now."))
        return redirect("awards:registry_decision_add", decision.pk)
    context = {
        "form": form,
        "decision": None,
        "cancel_url": reverse("awards:registry_decision_list"),
    }
    return render(request, "awards/registry_decision_form.html", context)


def registry_decision_edit(request, pk):
    """Correct any decision, for a reason; `?ve=hoi-dong` leads back to the page of the council."""
    decision = kept_decision(request, pk)
    if decision.is_void:
        raise Http404
    is_councils = request.GET.get("ve") == "hoi-dong"
    back = "awards:council_decision" if is_councils else "awards:registry_decision"
    # A second copy: a refused form must not change the heading.
    copy = find_decision(request, pk)
    form = DecisionForm(
        request.POST or None, request.FILES or None, instance=copy, user=request.user
    )
    verb = partial(correct_decision, decision, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The decision has been corrected."))
        return redirect(back, decision.pk)
    context = {"form": form, "decision": decision, "cancel_url": reverse(back, args=[pk])}
    return render(request, "awards/registry_decision_form.html", context)


def registry_decision_publish(request, pk):
    decision = kept_decision(request, pk)
    initial = {"announcement": decision.announcement}
    form = AnnouncementForm(request.POST or None, initial=initial)
    if carried_out(form, partial(publish_decision, decision, by=request.user)):
        messages.success(request, _("Everybody who signs in can read the decision now."))
        return redirect("awards:registry_decision", decision.pk)
    sentences = [
        _("Everybody who signs in finds the decision and its awards, also from other provinces."),
        _("You can take it back with a reason."),
    ]
    title = _("Make %(number)s public?") % {"number": decision.number}
    context = {"title": title, "sentences": sentences, "submit": _("Make public")}
    return confirm(request, decision, form, {**context, "harmless": True})


def registry_decision_take_back(request, pk):
    decision = kept_decision(request, pk)
    form = WhyForm(request.POST or None)
    if carried_out(form, partial(take_back_decision, decision, by=request.user)):
        messages.success(request, _("The decision is no longer public."))
        return redirect("awards:registry_decision", decision.pk)
    sentences = [_("Only those who read the province find it then. The reason is kept.")]
    title = _("Take %(number)s back?") % {"number": decision.number}
    context = {"title": title, "sentences": sentences, "submit": _("Make public no longer")}
    return confirm(request, decision, form, context)


def registry_decision_file(request, pk):
    decision = find_decision(request, pk)
    if decision.file is None:
        raise Http404
    return serve(decision.file)


def confirm(request, decision, form, context):
    """The confirm page of a decision."""
    cancel_url = reverse("awards:registry_decision", args=[decision.pk])
    context = {"decision": decision, "form": form, "cancel_url": cancel_url, **context}
    return render(request, "awards/registry_confirm.html", context)
