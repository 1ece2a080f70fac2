"""The commendation of a province: its years, and all blocs of a year at once."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.utils import timezone

from accounts.permissions import require
from blocs.models import EmulationYear
from blocs.permissions import can_keep_province
from blocs.reach import reach_of
from files.exporting import answer

from ...council_tables import overview_table
from ...models import Award, CouncilSession, Decision
from ...overview import overview_of
from ...permissions import reads_a_province
from .finding import find_province


def council_home(request):
    """The provinces that the person reads, each with its emulation years: one query."""
    require(reads_a_province, request.user, None)
    reach = reach_of(request.user)
    years = EmulationYear.objects.exclude(bloc__province=None)
    if not reach.is_administrator:
        years = years.filter(bloc__province__in=reach.read_provinces)
    rows = years.order_by("bloc__province__is_sample", "bloc__province__sort_key", "-year")
    found = {}
    for each in rows.select_related("bloc__province"):
        province = each.bloc.province
        found.setdefault(province, dict.fromkeys([])).setdefault(each.year)
    provinces = [(province, list(numbers)) for province, numbers in found.items()]
    return render(request, "awards/council_home.html", {"provinces": provinces})


def province_awards(request, pk, year):
    """Khen thưởng năm N: submissions, the Government's flag, the council, decisions."""
    province = find_province(request, pk, year)
    overview = overview_of(province, year, today=timezone.localdate())
    sessions = CouncilSession.objects.filter(province=province, year=year)
    context = {
        "province": province,
        "year": year,
        "overview": overview,
        "sessions": sessions.annotate(voted=Count("votes")).order_by("held_on", "pk"),
        "decisions": _decisions(province, year),
        "undecided": overview.count("passed"),
        "for_the_council": overview.count("appraised"),
        "can_keep": can_keep_province(request.user, province),
    }
    return answer(request, "awards/province_awards.html", context, overview_table)


def _decisions(province, year):
    """The decisions that hold awards of the year, with how many of them stand."""
    of_year = Award.objects.filter(year=year, emulation_year__isnull=False)
    rows = Decision.objects.filter(province=province, pk__in=of_year.values("decision"))
    standing = Q(awards__year=year, awards__revoked_on=None)
    return rows.annotate(count=Count("awards", filter=standing)).order_by("dated", "pk")
