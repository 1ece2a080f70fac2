"""A table of sheets of another layout: what its columns are, confirmed before it is read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused

from ..foreign.answers import answers_of, choice_of, query_of
from ..foreign.grids import Unreadable
from ..foreign.mapping import to_remember
from ..matching import matching_of_upload, remembered_book
from ..received_forms import SheetForm
from ..stage_books import check_book, self_book
from ..workflow import WrongWorkbook, confirm_sheet_columns, preview_sheet_table
from .finding_sheets import find_sheet_upload
from .received import shown


def sheet_upload_columns(request, slug, year, pk):
    columns, found, book, matching, choice = _matched(request, slug, year, pk)
    context = {"received": found, "year": columns.year, "sheet": columns, "matching": matching}
    context |= {"chosen": query_of(choice), "problems": (), "errors": ()}
    if matching.proposal:
        answers = answers_of(matching.proposal, request.POST, matching.book)
        if request.method == "POST" and answers.mapping:
            remembered = to_remember(matching.proposal, answers.mapping, remembered_book(book))
            context["problems"] = _confirmed(request, found, answers.mapping, remembered)
            if context["problems"] is None:
                return redirect("scoring:sheet_upload_preview", slug, year, found.pk)
        elif request.method == "POST":
            context["errors"] = answers.errors
        context |= shown(matching, answers.given, "all" in request.GET)
    context["form"] = SheetForm(matching=matching)
    context |= {"seat": found.seat, "back_url": _back(columns, found)}
    return render(request, "scoring/sheet_upload_columns.html", context)


def book_of_upload(columns, found, user):
    """The `StageBook` of the sheets that an upload is about, with what the person sees."""
    if not found.is_self_score:
        return check_book(columns, user, open_only=False)
    return self_book(columns, next(seat for seat in columns.seats if seat.pk == found.seat_id))


def _back(columns, found):
    at = [columns.year.bloc.slug, columns.year.year]
    if found.is_self_score:
        return reverse("scoring:self_upload", args=[*at, found.seat_id])
    return reverse("scoring:check_upload", args=at)


def _matched(request, slug, year, pk):
    """The table with its proposal; what is no such table, or was handled, has no page."""
    columns, found = find_sheet_upload(request, slug, year, pk)
    choice = choice_of(request.GET)
    if not found.is_received:
        raise Http404
    try:
        book = book_of_upload(columns, found, request.user)
        return columns, found, book, matching_of_upload(found, book, choice), choice
    except Unreadable as error:
        raise Http404 from error


def _confirmed(request, found, mapping, answers):
    """The problems of the file by the confirmed mapping; None once it is previewed."""
    act = {"by": request.user, "at": timezone.now()}
    try:
        kept = confirm_sheet_columns(found, mapping=mapping, answers=answers, **act)
        preview_sheet_table(kept, **act)
    except WrongWorkbook as wrong:
        return wrong.problems
    except Refused as refusal:
        messages.error(request, str(refusal))
        return ()
    return None
