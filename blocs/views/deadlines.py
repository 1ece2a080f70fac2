"""The deadlines of a year, and the days that a province or the country sets for every year."""

from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..deadlines import deadlines_of, remaining, usual_days
from ..forms.deadlines import DeadlinesForm, ExtensionForm, RulesForm
from ..models import ChairRight, DeadlineKind, DeadlineRule, Province
from ..page_tables import deadline_table
from ..permissions import (
    can_do_year_work,
    can_keep_province,
    capacity,
    is_administrator,
)
from ..record_tables import deadline_rule_table
from ..workflow import extend_deadline, set_deadline_rules, set_deadlines
from .finding import find_year


def deadline_list(request, slug, year):
    year, today = find_year(request, slug, year), timezone.localdate()
    dues = deadlines_of([year])[year.pk]
    extensions = year.extensions.select_related("seat__organisation", "by", "act__organisation")
    may_write = year.is_open and can_do_year_work(request.user, year)
    context = {
        "year": year,
        "rows": remaining(dues.values(), today),
        "unset": [kind.label for kind in DeadlineKind if kind not in dues],
        "extensions": extensions.order_by("-pk"),
        "may_write": may_write,
        "may_extend": may_write and bool(dues),
        "may_keep": year.bloc.province and can_keep_province(request.user, year.bloc.province),
    }
    return answer(request, "blocs/deadline_list.html", context, deadline_table)


def deadline_edit(request, slug, year):
    year = find_year(request, slug, year)
    require(can_do_year_work, request.user, year)
    chair, stands_in = capacity(request.user, year, ChairRight.YEAR_WORK)
    own = dict(year.deadlines.values_list("kind", "due_on"))
    form = DeadlinesForm(_posted(request), own=own, usual=usual_days(year), stands_in=stands_in)
    verb = partial(set_deadlines, year, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The deadlines have been saved."))
        return redirect("blocs:deadline_list", slug, year.year)
    context = {"year": year, "form": form, "chair": chair, "stands_in": stands_in}
    return render(request, "blocs/deadline_edit.html", context)


def extension_create(request, slug, year):
    year = find_year(request, slug, year)
    require(can_do_year_work, request.user, year)
    chair, stands_in = capacity(request.user, year, ChairRight.YEAR_WORK)
    dues = deadlines_of([year])[year.pk]
    form = ExtensionForm(_posted(request), year=year, dues=dues, stands_in=stands_in)
    if carried_out(form, partial(extend_deadline, year, by=request.user, at=timezone.now())):
        messages.success(request, _("The deadline has been extended."))
        return redirect("blocs:deadline_list", slug, year.year)
    context = {"year": year, "form": form, "chair": chair, "stands_in": stands_in}
    return render(request, "blocs/extension_create.html", context)


def province_deadlines(request, pk):
    province = get_object_or_404(Province.objects.visible_to(request.user), pk=pk)
    require(can_keep_province, request.user, province)
    return _set_rules(request, province, "blocs/province_deadlines.html")


def usual_deadlines(request):
    require(is_administrator, request.user, None)
    return _set_rules(request, None, "blocs/usual_deadlines.html")


def _set_rules(request, province, template):
    rules = list(DeadlineRule.objects.filter(Q(province=None) | Q(province=province)))
    form = RulesForm(
        _posted(request), province=province, rules=rules, year=timezone.localdate().year
    )
    verb = partial(set_deadline_rules, province, by=request.user)
    if carried_out(form, verb) is not None:
        messages.success(request, _("The deadlines have been saved."))
        return redirect(request.path)
    own = [rule for rule in rules if rule.province_id == (province and province.pk)]
    order = list(DeadlineKind.values)
    own.sort(key=lambda rule: (-rule.from_year, order.index(rule.kind)))
    context = {"province": province, "form": form, "rules": own}
    return answer(request, template, context, deadline_rule_table)


def _posted(request):
    """What was sent, an empty form too: each field of it may stay empty."""
    return request.POST if request.method == "POST" else None
