"""Fetch what a person may see and, to change it, may keep: no year 404, no right 403."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import require
from blocs.chairing import holder_of_year_work
from blocs.models import EmulationYear
from blocs.views.finding import find_year

from ..models import CriteriaSet, Criterion, ReceivedWorkbook, ScoreUpload, SetState
from ..permissions import can_enter_scores, can_keep_criteria
from ..procedure import with_procedure
from ..recounting import read_kept_standing
from ..sheet import read_sheet


def keep_year(request, slug, year):
    """Return the year whose criteria the person keeps."""
    year = find_year(request, slug, year)
    require(can_keep_criteria, request.user, year)
    return year


def keep_set(request, slug, year):
    """Return the criteria that the person edits: the amendment being drafted, else those
    in force.
    """
    sets = CriteriaSet.objects.select_related("emulation_year__bloc__province")
    sets = sets.filter(emulation_year=keep_year(request, slug, year))
    found = sets.exclude(state=SetState.REPLACED).order_by("-number").first()
    if found is None:
        raise Http404
    return found


def keep_draft(request, slug, year):
    """Return the amendment of the year's criteria that the person drafts; without one 404."""
    found = keep_set(request, slug, year)
    if not found.is_draft:
        raise Http404
    return found


def keep_criterion(request, slug, year, pk):
    """Return a criterion of the year, which the person keeps."""
    criteria = Criterion.objects.select_related("parent", "criteria_set__emulation_year__bloc")
    criteria = criteria.exclude(criteria_set__state=SetState.REPLACED)
    return get_object_or_404(
        criteria, pk=pk, criteria_set__emulation_year=keep_year(request, slug, year)
    )


def find_scored_year(request, slug, year):
    """Return the year, with its stages and last days read along; 404 for who does not see it."""
    years = EmulationYear.objects.visible_to(request.user)
    years = with_procedure(years.select_related("bloc__province", "source"))
    years = years.annotate(holder=holder_of_year_work(on=timezone.localdate()))
    return get_object_or_404(years, bloc__slug=slug, year=year)


def enter_scores(request, slug, year):
    """Return the year whose scores the person enters."""
    year = find_scored_year(request, slug, year)
    require(can_enter_scores, request.user, year)
    return year


def enter_sheet(request, slug, year, *, read=read_sheet):
    """Return the sheet of a year whose scores the person enters; without criteria 404."""
    sheet = read(enter_scores(request, slug, year))
    if sheet is None:
        raise Http404
    return sheet


def rank_sheet(request, slug, year):
    """The same by the points that rank the members, for who settles ties and announces."""
    sheet = read_kept_standing(enter_scores(request, slug, year))
    if sheet is None:
        raise Http404
    return sheet


def find_upload(request, slug, year, pk):
    """Return an uploaded workbook of a year whose scores the person enters."""
    uploads = ScoreUpload.objects.select_related(
        "file",
        "previewed__by",
        "saved__by",
        "undone__by",
        "dropped__by",
    )
    year = enter_scores(request, slug, year)
    upload = get_object_or_404(uploads, pk=pk, emulation_year=year)
    upload.emulation_year = year  # the same object: what was read for it is not read again
    return upload


def find_received(request, slug, year, pk):
    """Return a received workbook of a year whose scores the person enters."""
    year = enter_scores(request, slug, year)
    received = ReceivedWorkbook.objects.select_related("file__uploaded_by").with_remembered()
    received = get_object_or_404(received, pk=pk, emulation_year=year)
    received.emulation_year = year
    return received
