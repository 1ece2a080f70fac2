"""Fetch the progress of a year's commitments, as far as a person may read it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from blocs.deadlines import deadlines_of

from ..commending import Span
from ..models import ProgressFile
from ..permissions import can_report
from ..progress_figures import build, reports_of, span_on
from ..reading import versions_of
from .finding_movements import find_member, in_year


def read(request, year):
    """(part of the year that is asked for, else the one of today; its Progress or None)"""
    dues = deadlines_of([year])[year.pk]
    asked = request.GET.get("ky")
    span = Span(asked) if asked in Span.values else span_on(year, dues, on=timezone.localdate())
    return span, build(versions_of(year), reports_of([year]), dues, span)


def find_member_of(request, slug, year, seat_pk):
    """(seat, part of the year, Progress, its MemberName); 404 for who does not report on it."""
    seat = find_member(request, slug, year, seat_pk)
    span, progress = read(request, seat.emulation_year)
    members = {member.seat: member for member in progress.members} if progress else {}
    if seat.pk not in members:
        raise Http404
    return seat, span, progress, members[seat.pk]


def find_file(request, slug, year, pk):
    """A file that supports a report. A withdrawn one is only for who may report for its member."""
    files = ProgressFile.objects.select_related(
        "file", "report__seat__organisation", "report__commitment",
        "report__seat__emulation_year__bloc__province",
    )  # fmt: skip
    file = get_object_or_404(in_year(files, request, slug, year), pk=pk)
    if file.withdrawn_at and not can_report(request.user, file.report.seat):
        raise Http404
    return file
