"""Fetch the progress of a year's commitments, as far as a person may read it."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from blocs.deadlines import deadlines_of
from blocs.reach import reach_of

from ..commending import Span
from ..keeping_back import is_kept_back
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
    """A file that supports a report. A withdrawn one is only for who may report for its member, one
    that is kept back only for its member until its day.
    """
    files = ProgressFile.objects.select_related(
        "file", "report__seat__organisation", "report__commitment",
        "report__seat__emulation_year__bloc__province",
    )  # fmt: skip
    file = get_object_or_404(in_year(files, request, slug, year), pk=pk)
    if file.withdrawn_at and not can_report(request.user, file.report.seat):
        raise Http404
    if file.kept_back_for and _is_closed(request.user, file):
        raise Http404
    return file


def kept_back(request, year, seat, cells):
    """The keys of the files of a member's cells that are kept back from the person today."""
    kinds = {file.pk: file.kept_back_for for cell in cells for file in cell.file_lines}
    if not any(kinds.values()):
        return set()
    closed = partial(_is_kept_back, request.user, year, seat)
    return {pk for pk, kind in kinds.items() if closed(kind)}


def _is_closed(user, file):
    seat = file.report.seat
    return _is_kept_back(user, seat.emulation_year, seat, file.kept_back_for)


def _is_kept_back(user, year, seat, kind):
    own = year.seats.filter(organisation__in=reach_of(user).represented)
    return is_kept_back(
        kind,
        deadlines_of([year])[year.pk].get(kind),
        seat.pk,
        set(own.values_list("pk", flat=True)),
        on=timezone.localdate(),
        is_year_open=year.is_open,
    )
