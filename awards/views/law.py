"""Money and quotas: read by everybody who has signed in, on a chosen day; rows are only added."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from blocs.permissions import can_keep_records, is_administrator
from files.exporting import answer

from ..changing import plan_of
from ..forms.law import (
    AwardKindForm,
    BaseSalaryForm,
    DayFilter,
    MoneyForm,
    MoneyRuleForm,
    QuotaRuleForm,
    ShareRuleForm,
)
from ..law import Law
from ..law_pages import initial_of, quotas_of
from ..models import ShareKey
from ..page_tables import law_tables
from ..workflow import add_row

FORMS = {
    "kind": AwardKindForm,
    "salary": BaseSalaryForm,
    "money": MoneyRuleForm,
    "share": ShareRuleForm,
}


def law_list(request):
    narrowing = DayFilter(request.GET, today=timezone.localdate())
    day, law = narrowing.day, Law()
    context = {
        "filter": narrowing,
        "day": day,
        "salary": law.salary_on(day),
        "money": [(kind, law.money(kind, day)) for kind in law.kinds_on(day)],
        "shares": [law.share_on(key, day) for key in ShareKey],
        "quotas": quotas_of(request.user, day.year),
        "may_keep_law": is_administrator(request.user),
        "may_keep_quota": can_keep_records(request.user),
    }
    return answer(request, "awards/law_list.html", context, law_tables)


def law_money(request):
    law = Law()
    today = timezone.localdate()
    form = MoneyForm(request.GET or None, kinds=law.kinds, initial={"day": today})
    answer = law.money(*form.asked()) if form.is_valid() else None
    return render(request, "awards/law_money.html", {"form": form, "answer": answer})


def law_add(request, what):
    require(is_administrator, request.user, None)
    return _add(request, FORMS[what])


def law_quota_add(request):
    require(can_keep_records, request.user, None)
    return _add(request, QuotaRuleForm)


def _add(request, form_class):
    """Show first what a row will do, then do exactly that."""
    initial = initial_of(form_class, request.GET)
    form = form_class(request.POST or None, user=request.user, initial=initial)
    context = {"form": form, "title": form.title}
    if form.is_valid():
        try:
            plan = plan_of(form.row(), form.row().rivals())
            if request.POST.get("confirmed") == plan.fingerprint:
                return _carry_out(request, form, plan)
            context["plan"] = plan
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "awards/law_add.html", context)


def _carry_out(request, form, plan):
    why = form.cleaned_data["why"]
    add_row(plan.row, fingerprint=plan.fingerprint, by=request.user, why=why)
    messages.success(request, _("The row has been added."))
    return redirect("awards:law_list")
