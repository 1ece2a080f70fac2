"""Fetch the sheets of a year as far as a person sees them; what it may not see does not exist."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import require
from blocs.chairing import holder_of_year_work
from blocs.models import EmulationYear

from ..automatic import countings
from ..chair_duties import with_duties
from ..columns import read_columns, sheet_from
from ..models import EvidenceFile, SheetUpload, Stage
from ..procedure import with_procedure
from ..sheet_permissions import can_check, can_score_itself
from ..silence import is_due, sheets_now
from ..workflow import close_year, fill_lateness


def find_columns(request, slug, year, *, more=False):
    """Return the Columns of the year for the person; 404 without criteria.

    What silence means at the end of a stage is done first, and what came late is counted, where the
    command has not come to it: every page shows the same figures.
    """
    years = EmulationYear.objects.visible_to(request.user).select_related("bloc__province")
    years = with_duties(with_procedure(years)).annotate(
        holder=holder_of_year_work(on=timezone.localdate())
    )
    year = get_object_or_404(years, bloc__slug=slug, year=year)
    columns = read_columns(year, request.user, more=more)
    if columns is None:
        raise Http404
    if columns.year.is_open and is_due(
        columns.procedure,
        sheets_now(columns.seats, columns.scores, columns.leaves, columns.procedure),
        is_locked=columns.lock is not None,
    ):
        close_year(columns.year, at=timezone.now())
        columns = read_columns(year, request.user, more=more)
    if countings(sheet_from(columns), on=timezone.localdate()):
        fill_lateness(columns.year, at=timezone.now())
        columns = read_columns(year, request.user, more=more)
    return columns


def find_sheet(request, slug, year, seat_pk):
    """Return (Columns with what was said and done, the seat); 404 where there are no stages."""
    columns = find_columns(request, slug, year, more=True)
    seat = next((seat for seat in columns.seats if seat.pk == seat_pk), None)
    if seat is None or not columns.procedure.is_staged:
        raise Http404
    seat.emulation_year = columns.year  # the same object: what was read for it is not read again
    return columns, seat


def own_sheet(request, slug, year, seat_pk):
    """The same of a member that the person acts for, where members score themselves."""
    columns, seat = find_sheet(request, slug, year, seat_pk)
    require(can_score_itself, request.user, seat)
    if not columns.procedure.uses(Stage.SELF):
        raise Http404
    return columns, seat


def checked_sheet(request, slug, year, seat_pk):
    """The same of a member that the person checks."""
    columns, seat = find_sheet(request, slug, year, seat_pk)
    require(can_check, request.user, (columns, seat))
    if not columns.procedure.uses(Stage.CHECKED):
        raise Http404
    return columns, seat


def checked_sheets(request, slug, year):
    """Return the Columns of a year of which the person checks at least one sheet."""
    columns = find_columns(request, slug, year)
    if not columns.procedure.uses(Stage.CHECKED):
        raise Http404
    require(_checks_any, request.user, columns)
    return columns


def find_sheet_upload(request, slug, year, pk):
    """Return (Columns, an upload) that holds sheets of the person's own, or that it checks."""
    columns = find_columns(request, slug, year)
    uploads = SheetUpload.objects.select_related(
        "file__uploaded_by", "saved_by", "closed_by", "seat__organisation"
    )
    upload = get_object_or_404(uploads, pk=pk, emulation_year=columns.year)
    seats = [seat for seat in columns.seats if seat.pk in upload.members]
    may = _may_score if upload.is_self_score else _may_check
    if len(seats) != len(upload.members) or not all(may(request, columns, s) for s in seats):
        raise Http404
    upload.emulation_year = columns.year
    return columns, upload


def _may_score(request, columns, seat):
    return can_score_itself(request.user, seat)


def _may_check(request, columns, seat):
    return can_check(request.user, (columns, seat))


def _checks_any(user, columns):
    return any(can_check(user, (columns, seat)) for seat in columns.seats if not seat.left_on)


def find_leaf(columns, pk):
    """Return the criterion that is scored, as a node of the set, without another query; or 404."""
    node = next((node for node in columns.leaves if node.pk == pk), None)
    if node is None:
        raise Http404
    return node


def find_evidence(columns, pk):
    """Return a file of evidence, where the person sees every point of its member's self-score."""
    files = EvidenceFile.objects.select_related(
        "file", "progress_file__file", "seat__organisation", "criterion"
    )
    file = get_object_or_404(files, pk=pk, emulation_year=columns.year)
    seat = next(seat for seat in columns.seats if seat.pk == file.seat_id)
    is_own = seat.pk in columns.viewer.own
    if not is_own and (file.withdrawn_at or not columns.shows_evidence(seat)):
        raise Http404
    if file.progress_file and file.progress_file.withdrawn_at and not is_own:
        raise Http404
    return file, seat
