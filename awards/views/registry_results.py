"""Yearly results: of one organisation over the years, of one year over a province's members."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import Organisation
from blocs.permissions import can_keep_organisation, can_keep_records

from ..forms.yearly_results import ResultsForm, YearOfProvince
from ..models import YearlyResult
from ..workflow import record_results
from .finding_awards import find_organisation

PAGE = 60
YEARS = 10


def registry_results(request, pk):
    """The last ten years of an organisation."""
    organisation = find_organisation(request, pk)
    require(can_keep_organisation, request.user, organisation)
    this_year = timezone.localdate().year
    form = _form(request, [(organisation, this_year - ago) for ago in range(YEARS)])
    if _kept(request, form):
        return redirect("awards:registry_organisation", pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "awards/registry_results.html", context)


def registry_results_year(request):
    """A year of a province: the members of its blocs, and whoever has a result of that year."""
    require(can_keep_records, request.user, None)
    last_year = timezone.localdate().year - 1
    of = YearOfProvince(request.GET, user=request.user, year=last_year)
    organisations = _organisations(of) if of.chosen_province else Organisation.objects.none()
    page = Paginator(organisations, PAGE).get_page(request.GET.get("page"))
    form = _form(request, [(each, of.chosen_year) for each in page])
    if _kept(request, form):
        return redirect(request.get_full_path())
    context = {"of": of, "page": page, "form": form}
    return render(request, "awards/registry_results_year.html", context)


def _organisations(of):
    seats = {
        "seats__emulation_year__year": of.chosen_year,
        "seats__bloc__province": of.chosen_province,
    }
    told = {"yearly_results__year": of.chosen_year, "province": of.chosen_province}
    return Organisation.objects.filter(Q(**seats) | Q(**told)).distinct()


def _form(request, places):
    pks = [organisation.pk for organisation, _year in places]
    results = YearlyResult.objects.filter(organisation__in=pks)
    stored = {(each.organisation_id, each.year): each for each in results}
    return ResultsForm(request.POST or None, places=places, stored=stored)


def _kept(request, form):
    changed = carried_out(form, partial(record_results, by=request.user))
    if changed is None:
        return False
    messages.success(request, _("Results changed: %(count)s.") % {"count": changed})
    return True
