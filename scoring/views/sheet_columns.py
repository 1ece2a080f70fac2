"""A member's own table of another layout: what its columns are, confirmed before it is read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused

from ..foreign.answers import answers_of, choice_of, query_of
from ..foreign.grids import Unreadable
from ..foreign.of_sheet import parts_book
from ..matching import matching_in
from ..received_forms import SheetForm
from ..stage_books import self_book
from ..workflow import WrongWorkbook, confirm_self_columns
from .finding_sheets import find_sheet_upload
from .received import shown


def sheet_upload_columns(request, slug, year, pk):
    columns, found, matching, choice = _matched(request, slug, year, pk)
    context = {"received": found, "year": columns.year, "sheet": columns, "matching": matching}
    context |= {"chosen": query_of(choice), "problems": (), "errors": ()}
    if matching.proposal:
        answers = answers_of(matching.proposal, request.POST, matching.book)
        if request.method == "POST" and answers.mapping:
            context["problems"] = _confirmed(request, found, answers.mapping)
            if context["problems"] is None:
                return redirect("scoring:sheet_upload_preview", slug, year, found.pk)
        elif request.method == "POST":
            context["errors"] = answers.errors
        context |= shown(matching, answers.given, "all" in request.GET)
    context["form"] = SheetForm(matching=matching)
    at = [slug, columns.year.year, found.seat_id]
    context |= {"seat": found.seat, "back_url": reverse("scoring:self_upload", args=at)}
    return render(request, "scoring/sheet_upload_columns.html", context)


def _matched(request, slug, year, pk):
    """The table with its proposal; what is no such table, or was handled, has no page."""
    columns, found = find_sheet_upload(request, slug, year, pk)
    choice = choice_of(request.GET)
    if not found.is_received:
        raise Http404
    try:
        seat = next(seat for seat in columns.seats if seat.pk == found.seat_id)
        book = parts_book(self_book(columns, seat))
        return columns, found, matching_in(found.file.path.read_bytes(), book, choice), choice
    except Unreadable as error:
        raise Http404 from error


def _confirmed(request, found, mapping):
    """The problems of the file by the confirmed mapping; None once it is previewed."""
    try:
        confirm_self_columns(found, mapping=mapping, by=request.user, at=timezone.now())
    except WrongWorkbook as wrong:
        return wrong.problems
    except Refused as refusal:
        messages.error(request, str(refusal))
        return ()
    return None
