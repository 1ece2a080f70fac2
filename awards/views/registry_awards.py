"""The awards of a decision: entered row by row or from Excel, corrected, taken out."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused, carried_out

from ..bodies import Bodies
from ..forms.registry import BookForm, WhyForm
from ..forms.registry_rows import AwardForm, Kinds, rows_form
from ..history import plan_for
from ..permissions import can_keep_decision
from ..workflow import add_awards, correct_award, remove_award
from .finding_awards import find_award, kept_decision
from .registry_decisions import confirm

MOST_NAMES = 500  # offered while one types; others are written whole


def registry_decision_add(request, pk):
    decision = kept_decision(request, pk)
    rows, refusal = rows_form(request.POST or None, decision), ""
    if rows.is_bound and rows.is_valid():
        try:
            made = add_awards(decision, rows=rows.rows(), by=request.user)
            return _added(request, decision, made)
        except Refused as refused:
            refusal = str(refused)
    names = (each.name for each in rows.form_kwargs["bodies"].all[:MOST_NAMES])
    context = {"decision": decision, "rows": rows, "refusal": refusal, "names": names}
    return render(request, "awards/registry_decision_add.html", context)


def registry_decision_workbook(request, pk):
    """Awards of one decision from the issued workbook: all of them, or every problem."""
    decision = kept_decision(request, pk)
    form = BookForm(request.POST or None, request.FILES or None)
    context = {"decision": decision, "form": form, "problems": ()}
    if form.is_valid():
        content = form.cleaned_data["workbook"].content
        plan = plan_for(decision, content, today=timezone.localdate())
        context["problems"] = plan.problems
        form.cleaned_data = {"rows": [each.row for each in plan.new]}
        verb = partial(add_awards, decision, by=request.user)
        if not plan.problems and (made := carried_out(form, verb)) is not None:
            return _added(request, decision, made)
    return render(request, "awards/registry_decision_workbook.html", context)


def registry_award_edit(request, pk):
    award = find_award(request, pk)
    require(can_keep_decision, request.user, award.decision)
    bodies = Bodies(award.decision.province)
    form = AwardForm(request.POST or None, award=award, kinds=Kinds(), bodies=bodies)
    if form.is_valid():
        form.cleaned_data = {"row": form.row(), "why": form.cleaned_data["why"]}
        verb = partial(correct_award, award, by=request.user, at=timezone.now())
        if carried_out(form, verb):
            messages.success(request, _("The award has been corrected."))
            return redirect("awards:registry_award", award.pk)
    context = {"award": award, "form": form}
    return render(request, "awards/registry_award_edit.html", context)


def registry_award_remove(request, pk):
    award = find_award(request, pk)
    require(can_keep_decision, request.user, award.decision)
    decision, form = award.decision, WhyForm(request.POST or None)
    if form.is_valid() and _removed(form, award, request.user):
        messages.success(request, _("The award has been taken out."))
        return redirect("awards:registry_decision", decision.pk)
    sentences = [
        _("Only for what was entered by mistake. The audit log keeps the award and your reason."),
        _("An award that was really given is revoked by a decision instead."),
    ]
    title = _("Take out “%(award)s”?") % {"award": award}
    context = {"title": title, "sentences": sentences, "submit": _("Take out")}
    return confirm(request, decision, form, context)


def _removed(form, award, by):
    try:
        remove_award(award, why=form.cleaned_data["why"], by=by, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _added(request, decision, made):
    messages.success(request, _("Awards entered: %(count)s.") % {"count": len(made)})
    return redirect("awards:registry_decision", decision.pk)
