"""Fetch what a person may see and, to change it, may keep: no year 404, no right 403."""

from django.shortcuts import get_object_or_404

from accounts.permissions import require
from blocs.views.finding import find_year

from ..models import CriteriaSet, Criterion
from ..permissions import can_keep_criteria


def keep_year(request, slug, year):
    """Return the year whose criteria the person keeps."""
    year = find_year(request, slug, year)
    require(can_keep_criteria, request.user, year)
    return year


def keep_set(request, slug, year):
    """Return the year's criteria set, which the person keeps."""
    sets = CriteriaSet.objects.select_related("emulation_year__bloc__province")
    return get_object_or_404(sets, emulation_year=keep_year(request, slug, year))


def keep_criterion(request, slug, year, pk):
    """Return a criterion of the year, which the person keeps."""
    criteria = Criterion.objects.select_related("parent", "criteria_set__emulation_year__bloc")
    return get_object_or_404(
        criteria, pk=pk, criteria_set__emulation_year=keep_year(request, slug, year)
    )
