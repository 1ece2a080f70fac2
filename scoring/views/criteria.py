"""Sections and criteria, one at a time: added, changed, moved, removed."""

from functools import partial

from django.contrib import messages
from django.forms.models import model_to_dict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.refusal import Refused, carried_out

from ..balance import family_balance
from ..codes import next_code
from ..forms import CriterionForm, MoveForm, SectionForm
from ..tree import below, rows
from ..workflow import add_criterion, change_criterion, move_criterion, remove_criterion
from .finding import keep_criterion, keep_set


def section_create(request, slug, year):
    criteria_set = keep_set(request, slug, year)
    form = SectionForm(request.POST or None, initial={"code": _free_code(criteria_set)})
    if section := carried_out(
        form, partial(add_criterion, criteria_set, by=request.user, at=timezone.now())
    ):
        return _saved(request, _("Section %(code)s has been added."), section)
    return _form_page(request, criteria_set, form, _("Add a section"))


def criterion_create(request, slug, year, pk):
    parent = keep_criterion(request, slug, year, pk)
    criteria_set = parent.criteria_set
    initial = {"code": _free_code(criteria_set, parent)}
    form = CriterionForm(request.POST or None, initial=initial, kind=parent.kind)
    verb = partial(add_criterion, criteria_set, parent=parent, by=request.user, at=timezone.now())
    if criterion := carried_out(form, verb):
        return _saved(request, _("Criterion %(code)s has been added."), criterion)
    title = _("Add a criterion below %(code)s") % {"code": parent.code}
    balance = family_balance(parent, criteria_set.criteria.filter(parent=parent))
    return _form_page(request, criteria_set, form, title, parent=parent, balance=balance)


def criterion_edit(request, slug, year, pk):
    criterion = keep_criterion(request, slug, year, pk)
    form = _edit_form(request, criterion)
    if changed := carried_out(
        form, partial(change_criterion, criterion, by=request.user, at=timezone.now())
    ):
        return _saved(request, _("%(code)s has been saved."), changed)
    title = _("Edit %(code)s") % {"code": criterion.code}
    balance, parent = None, criterion.parent
    if parent:
        others = criterion.criteria_set.criteria.filter(parent=parent).exclude(pk=criterion.pk)
        balance = family_balance(parent, others)
    more = {"criterion": criterion, "balance": balance}
    return _form_page(request, criterion.criteria_set, form, title, **more)


def _edit_form(request, criterion):
    form_class = SectionForm if criterion.is_section else CriterionForm
    return form_class(
        request.POST or None,
        initial=model_to_dict(criterion, form_class.Meta.fields),
        rule=criterion.rule,
        examples=criterion.examples,
        kind=criterion.kind,
        is_divided=criterion.children.exists(),
    )


@require_POST
def criterion_move(request, slug, year, pk):
    criterion = keep_criterion(request, slug, year, pk)
    form = MoveForm(request.POST)
    if carried_out(form, partial(move_criterion, criterion, by=request.user, at=timezone.now())):
        return _saved(request, _("%(code)s has been moved."), criterion)
    for problem in form.non_field_errors() or [_("Say to which place the criterion is moved.")]:
        messages.error(request, problem)
    return redirect(criterion.criteria_set)


def criterion_remove(request, slug, year, pk):
    criterion = keep_criterion(request, slug, year, pk)
    criteria_set = criterion.criteria_set
    if request.method != "POST":
        parts = rows(below(criteria_set.criteria.all(), criterion.pk))
        context = {"criterion": criterion, "year": criteria_set.emulation_year, "parts": parts}
        return render(request, "scoring/criterion_remove.html", context)
    try:
        remove_criterion(criterion, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(criteria_set)
    return _saved(request, _("%(code)s has been removed."), criterion)


def _free_code(criteria_set, parent=None):
    taken = set(criteria_set.criteria.values_list("code", flat=True))
    return next_code(taken, parent.code if parent else "")


def _saved(request, sentence, criterion):
    messages.success(request, sentence % {"code": criterion.code})
    return redirect(criterion.criteria_set)


def _form_page(request, criteria_set, form, title, **more):
    context = {"criteria_set": criteria_set, "year": criteria_set.emulation_year}
    context |= {"form": form, "title": title, "parent": None, "criterion": None}
    context |= {"balance": None, **more}
    return render(request, "scoring/criterion_form.html", context)
