"""Fetch what a person reads of a province: its staff, its observers, administrators."""

from django.db.models import Min, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import require
from blocs.models import EmulationYear, Province
from blocs.permissions import can_keep_province
from blocs.reach import reach_of

from ...case import case_of, with_case
from ...details import detailed, with_opinions
from ...findings import findings_of, nominations_of
from ...models import AgencyOpinion, Award, CouncilSession, Decision, Submission

BLOC = "emulation_year__bloc__province"


def find_province(request, pk, year):
    """The province with a year that can be one; 404 for who does not read its records."""
    if not 1948 <= year <= 2100:
        raise Http404
    return get_object_or_404(Province.objects.filter(_read(request.user, "pk")), pk=pk)


def find_submission(request, pk):
    rows = Submission.objects.filter(_read(request.user, BLOC))
    rows = rows.select_related(BLOC, "act__by", "act__organisation", "returned__by")
    return get_object_or_404(rows, pk=pk)


def find_nomination(request, pk):
    """The nomination with what the rules find: (nomination, (Noted, …))."""
    nominations, found = judged(_case(request, nominations__pk=pk))
    nomination = next((row for row in nominations if row.pk == pk and row.submission_id), None)
    if nomination is None:
        raise Http404
    return nomination, found.get(pk, ())


def case_of_submission(submission):
    """The Case of a submission's year: one query."""
    years = with_case(EmulationYear.objects.all(), on=timezone.localdate())
    return case_of(years.select_related("bloc__province").get(pk=submission.emulation_year_id))


def judged(case):
    """All nominations of a year with steps and opinions, and {key: (Noted, …)} of what waits."""
    rows = with_opinions(detailed(nominations_of(case.year))).select_related(
        "kind__basis", "seat__organisation", "ballot", "source", "report", "submission",
        "appraisal__by",
    )  # fmt: skip
    nominations = list(rows)
    for each in nominations:
        each.emulation_year = case.year
    return nominations, findings_of(case, nominations)


def _case(request, **which):
    years = EmulationYear.objects.filter(_read(request.user, "bloc__province"))
    years = with_case(years, on=timezone.localdate()).select_related("bloc__province")
    return case_of(get_object_or_404(years, **which))


def find_opinion(request, pk):
    path = f"nomination__{BLOC}"
    rows = AgencyOpinion.objects.filter(_read(request.user, path))
    rows = rows.select_related(
        "file", path, "nomination__seat__organisation", "nomination__kind", "nomination__submission"
    )
    return get_object_or_404(rows, pk=pk)


def find_session(request, pk):
    rows = CouncilSession.objects.filter(_read(request.user, "province"))
    return get_object_or_404(rows.select_related("province", "file"), pk=pk)


def find_decision(request, pk):
    """The decision, with `first_year`: the first of the years of its awards."""
    rows = Decision.objects.filter(_read(request.user, "province"))
    rows = rows.annotate(first_year=Min("awards__year"))
    return get_object_or_404(rows.select_related("province", "file"), pk=pk)


def find_award(request, pk):
    rows = Award.objects.filter(_read(request.user, "decision__province"))
    return get_object_or_404(rows.select_related("kind", "decision__province"), pk=pk)


def kept(request, found, province):
    """What was found, for who keeps the records of its province: 403 for others."""
    require(can_keep_province, request.user, province)
    return found


def province_of(year):
    return year.bloc.province


def _read(user, path):
    reach = reach_of(user)
    return Q() if reach.is_administrator else Q(**{f"{path}__in": reach.read_provinces})
