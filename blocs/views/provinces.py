"""Provinces: read by those whose posts open them, written by administrators."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer, page_of

from ..forms.provinces import ProvinceFilter, ProvinceForm, ProvinceSuccessionForm
from ..models import Bloc, Organisation, Province
from ..permissions import can_keep_province, is_administrator
from ..record_tables import province_table
from ..workflow.provinces import succeed_province

PAGE = 50


def province_list(request):
    today = timezone.localdate()
    seen = Province.objects.visible_to(request.user)
    narrowing = ProvinceFilter(request.GET)
    rows = narrowing.narrow(seen, on=today).prefetch_related("successions__successor")
    context = {
        "filter": narrowing,
        "page": page_of(request, rows, PAGE),
        "present": seen.in_force_on(today).filter(is_sample=False).count(),
        "today": today,
        "may_write": is_administrator(request.user),
    }
    return answer(request, "blocs/province_list.html", context, province_table)


def province_detail(request, pk):
    seen = Province.objects.visible_to(request.user)
    province = get_object_or_404(seen.select_related("source"), pk=pk)
    context = {
        "province": province,
        "origins": province.origins.select_related("predecessor"),
        "successions": province.successions.select_related("successor"),
        "visible": set(seen.values_list("pk", flat=True)),
        "blocs": province.blocs.filter(pk__in=Bloc.objects.visible_to(request.user)).count(),
        "organisations": province.organisations.filter(
            pk__in=Organisation.objects.visible_to(request.user)
        ).count(),
        "today": timezone.localdate(),
        "may_write": is_administrator(request.user),
        "may_keep": can_keep_province(request.user, province),
    }
    return render(request, "blocs/province_detail.html", context)


def province_create(request):
    require(is_administrator, request.user, None)
    return _write(request, ProvinceForm(request.POST or None))


def province_edit(request, pk):
    province = _visible(request, pk)
    require(is_administrator, request.user, province)
    return _write(request, ProvinceForm(request.POST or None, instance=province), province)


def province_succeed(request, pk):
    province = _visible(request, pk)
    require(is_administrator, request.user, province)
    form = ProvinceSuccessionForm(request.POST or None, predecessor=province)
    if carried_out(form, partial(succeed_province, province, by=request.user)):
        messages.success(request, _("The change has been recorded."))
        return redirect("blocs:province_detail", pk=province.pk)
    context = {"province": province, "form": form}
    return render(request, "blocs/province_succeed.html", context)


def _write(request, form, province=None):
    # What stands in the crumbs is the stored name, not what a refused form tried to make of it.
    stored = province and province.full_name
    if form.is_valid():
        kept = form.save(by=request.user)
        messages.success(request, _("The province has been saved."))
        return redirect("blocs:province_detail", pk=kept.pk)
    context = {"form": form, "province": province, "stored": stored}
    return render(request, "blocs/province_form.html", context)


def _visible(request, pk):
    return get_object_or_404(Province.objects.visible_to(request.user), pk=pk)
