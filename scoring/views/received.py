"""Tables that were not issued here: columns and rows confirmed, and the copy with marks."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.refusal import Refused

from ..foreign.answers import answers_of, choice_of, query_of
from ..foreign.grids import Unreadable
from ..foreign.mapping import to_remember
from ..foreign.xlsx import was_issued_here
from ..matching import body_lines, column_selects, head_lines, matching_of, missing, signs
from ..received_forms import SheetForm
from ..sheet import read_sheet
from ..workflow import WrongWorkbook, confirm_mapping, preview_received
from .answering import marked_answer
from .finding import find_received


def received_columns(request, slug, year, pk):
    received, sheet, matching, choice = _matched(request, slug, year, pk)
    context = {"received": received, "year": received.emulation_year, "sheet": sheet}
    context |= {"matching": matching, "chosen": query_of(choice), "problems": (), "errors": ()}
    if matching.proposal:
        answers = answers_of(matching.proposal, request.POST, matching.book)
        if request.method == "POST" and answers.mapping:
            upload, context["problems"] = _confirmed(request, received, matching, answers)
            if upload:
                return redirect("scoring:upload_preview", slug, year, upload.pk)
        elif request.method == "POST":
            context["errors"] = answers.errors
        context |= shown(matching, answers.given, "all" in request.GET)
    context["form"] = SheetForm(matching=matching)
    return render(request, "scoring/received_columns.html", context)


def received_marked(request, slug, year, pk):
    received = find_received(request, slug, year, pk)
    return marked_answer(received, read_sheet(received.emulation_year))


def _matched(request, slug, year, pk):
    """The file with its proposal; what was issued here, or can no longer be read, has no page."""
    received = find_received(request, slug, year, pk)
    sheet = read_sheet(received.emulation_year)
    is_issued = was_issued_here(received.file.path.read_bytes())
    choice = choice_of(request.GET)
    try:
        if sheet is None or is_issued:
            raise Http404
        return received, sheet, matching_of(received, sheet, choice), choice
    except Unreadable as error:
        raise Http404 from error


def _confirmed(request, received, matching, answers):
    """(upload, problems): what came of the confirmed mapping; a refusal is said as a message."""
    remembered = to_remember(matching.proposal, answers.mapping, matching.book)
    act = {"by": request.user, "at": timezone.now()}
    try:
        confirm_mapping(received, mapping=answers.mapping, answers=remembered, **act)
        return preview_received(received, **act), ()
    except WrongWorkbook as wrong:
        return None, wrong.problems
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None, ()


def shown(matching, given, everything):
    absent = missing(matching)
    return {
        "selects": column_selects(matching, given),
        "heads": head_lines(matching),
        "lines": body_lines(matching, given, everything=everything),
        "everything": everything,
        "sheet_known": given["sheet-known"] == "1",
        "signs": [(sign, words, given["sign"] == sign) for sign, words in signs()],
        "missing_members": absent[0],
        "missing_criteria": absent[1],
    }
