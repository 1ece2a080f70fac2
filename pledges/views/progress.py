"""How far the members have come: the board, one member's commitments, entering a report."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer
from files.serving import serve
from vietnamese.numbers import show_decimal

from ..commending import Span
from ..forms.progress import ProgressForm, WithdrawFileForm
from ..models import Commitment
from ..page_tables import progress_table
from ..permissions import can_report
from ..progressing import Status
from ..workflow import record_past_progress, save_progress, withdraw_progress_file
from .entering import entered, signed, stored_lines, writing
from .finding_progress import find_file, find_member_of, kept_back, read


def progress_board(request, slug, year):
    year = find_year(request, slug, year)
    span, progress = read(request, year)
    context = {"year": year, "span": span, "spans": Span, "progress": progress}
    if progress:
        context |= _board(progress, reach_of(request.user).represented)
    return answer(request, "pledges/progress_board.html", context, progress_table)


def progress_member(request, slug, year, seat_pk):
    seat, span, progress, member = find_member_of(request, slug, year, seat_pk)
    own = [(line, cell) for line in progress.lines if (cell := line.cell_of(seat.pk))]
    may_report = can_report(request.user, seat)
    missing = [line.number for line, cell in own if not cell.status]
    context = {
        "year": seat.emulation_year,
        "seat": seat,
        "span": span,
        "spans": Span,
        "progress": progress,
        "member": member,
        "lines": own,
        "missing": missing,
        "may_report": may_report,
        "kept_back": kept_back(request, seat.emulation_year, seat, [cell for _line, cell in own]),
        "next": missing[0] if missing and may_report else None,
    }
    return render(request, "pledges/progress_member.html", context)


def progress_edit(request, slug, year, seat_pk, pk):
    seat, span, progress, member = find_member_of(request, slug, year, seat_pk)
    require(can_report, request.user, seat)
    line, cell = _asked_of(progress, seat, pk)
    way = writing(request.user, seat.emulation_year, seat)
    form, verb = _entering(request, seat, span, cell, way, pk)
    saved, stored = entered(form, verb)
    back = _of_member(seat, span, line.number)
    if saved:
        text = _("The report on commitment %(number)s is saved.")
        messages.success(request, text % {"number": line.number})
        return redirect(back)
    context = {"year": seat.emulation_year, "seat": seat, "span": span, "line": line, "cell": cell}
    context |= {"form": form, "way": way, "back": back, "stored": _stored(stored), "member": member}
    return render(request, "pledges/progress_form.html", context)


def progress_file(request, slug, year, pk):
    return serve(find_file(request, slug, year, pk).file)


def progress_file_withdraw(request, slug, year, pk):
    file = find_file(request, slug, year, pk)
    seat = file.report.seat
    require(can_report, request.user, seat)
    if not seat.emulation_year.is_open or file.withdrawn_at:
        raise Http404
    way = writing(request.user, seat.emulation_year, seat)
    data = request.POST if request.method == "POST" else None
    form = WithdrawFileForm(data, stands_in=way.stands_in)
    back = _of_member(seat, file.report.span)
    if carried_out(form, partial(withdraw_progress_file, file, **signed(request))):
        messages.success(request, _("The file has been withdrawn."))
        return redirect(back)
    context = {"form": form, "way": way, "year": seat.emulation_year, **_withdrawing(file, back)}
    return render(request, "pledges/progress_confirm.html", context)


def _board(progress, represented):
    """The members' rows, one's own first; how many cells have which status; who is missing."""
    missing = {seat: len(numbers) for seat, _name, numbers in progress.missing}
    rows = [
        {
            "member": member,
            "is_own": member.organisation in represented,
            "cells": [line.cell_of(member.seat) for line in progress.lines],
            "of": len(progress.of(member.seat)),
            "missing": missing.get(member.seat, 0),
        }
        for member in progress.members
    ]
    counts = progress.counts
    return {
        "rows": sorted(rows, key=lambda row: not row["is_own"]),
        "own": [row["member"] for row in rows if row["is_own"]],
        "incomplete": len(missing),
        "unreported": counts[""],
        "counts": [(each.value, each.label, counts[each]) for each in Status if counts[each]],
        "names": {member.seat: member.name for member in progress.members},
    }


def _asked_of(progress, seat, pk):
    """The commitment of the version that counts, and the member's cell; 404 if not its own."""
    line = next((each for each in progress.lines if each.pk == pk), None)
    cell = line and line.cell_of(seat.pk)
    if cell is None:
        raise Http404
    return line, cell


def _entering(request, seat, span, cell, way, pk):
    """The form of a report and the verb that stores it.

    The form carries the version of the report on this very commitment; what counts from an earlier
    one is not it.
    """
    commitment = get_object_or_404(
        Commitment.objects.select_related("covenant_version__covenant"), pk=pk
    )
    version = cell.row.version if cell.row and cell.row.commitment_id == pk else 0
    form = ProgressForm(
        request.POST or None,
        request.FILES or None,
        writing=way,
        span=span,
        cell=cell,
        version=version,
    )
    save = record_past_progress if way.is_history else save_progress
    return form, partial(save, commitment, seat=seat, span=span, **signed(request))


def _of_member(seat, span, number=None):
    year = seat.emulation_year
    url = reverse("pledges:progress_member", args=[year.bloc.slug, year.year, seat.pk])
    return f"{url}?ky={span}" + (f"#c{number}" if number else "")


def _stored(report):
    """What somebody else has stored meanwhile, as lines of label and value."""
    if report is None:
        return []
    figures = [
        (figure.target.name, f"{show_decimal(figure.value)} {figure.target.unit}")
        for figure in report.figures.select_related("target")
    ]
    return [*stored_lines(report, ["status", "note"]), *figures]


def _withdrawing(file, back):
    return {
        "title": _("Withdraw the file “%(name)s”?") % {"name": file.file.name},
        "sentences": [
            _("It stays on record with your reason, and is shown as withdrawn."),
            _("Only who may report for the member can still open it."),
        ],
        "submit": _("Withdraw the file"),
        "cancel_url": back,
    }
