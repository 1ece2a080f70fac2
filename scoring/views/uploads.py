"""Uploaded workbooks: chosen, previewed, saved or dropped, undone, listed."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.refusal import Refused, carried_out
from blocs.permissions import capacity
from files.exporting import answer, page_of
from files.serving import serve

from ..arriving import is_foreign, why_not_received
from ..books import book_of
from ..models import ScoreUpload
from ..previews import preview_of
from ..score_forms import ActForm, WorkbookForm
from ..sheet import read_sheet
from ..upload_tables import preview_table, upload_table
from ..workflow import (
    WrongWorkbook,
    drop_upload,
    preview_again,
    preview_upload,
    receive,
    save_upload,
    undo_upload,
)
from .answering import marked_answer
from .finding import enter_scores, enter_sheet, find_upload

PAGE = 30


def upload(request, slug, year):
    sheet = enter_sheet(request, slug, year)
    chair, stands_in = capacity(request.user, sheet.year)
    form = WorkbookForm(request.POST or None, request.FILES or None, stands_in=stands_in)
    context = {"sheet": sheet, "year": sheet.year, "form": form, "problems": (), "received": None}
    try:
        if came := carried_out(form, partial(_take, sheet, by=request.user)):
            name = "upload_preview" if isinstance(came, ScoreUpload) else "received_columns"
            return redirect(f"scoring:{name}", slug, sheet.year.year, came.pk)
    except WrongWorkbook as wrong:
        context["problems"] = wrong.problems
        context["received"] = _kept_for_marks(sheet.year, form, wrong.problems, request.user)
    context |= {"chair": chair, "stands_in": stands_in}
    return render(request, "scoring/upload.html", context)


def _take(sheet, *, workbook, by, reason=""):
    """Preview an issued workbook; receive any other table, once it is clear that it is one."""
    act = {"accepted": workbook, "by": by, "at": timezone.now(), "reason": reason}
    if not is_foreign(workbook):
        return preview_upload(sheet.year, **act)
    if problem := why_not_received(workbook, book_of(sheet)):
        raise WrongWorkbook([problem])
    return receive(sheet.year, **act)


def _kept_for_marks(year, form, problems, by):
    """Keep an issued workbook whose cells are wrong, so that it can be handed back with marks."""
    if not any(problem.cell for problem in problems):
        return None
    given = form.cleaned_data
    return receive(
        year,
        accepted=given["workbook"],
        by=by,
        at=timezone.now(),
        reason=given.get("reason", ""),
    )


def upload_preview(request, slug, year, pk):
    found = find_upload(request, slug, year, pk)
    if request.method == "POST":
        why = request.POST.get("why", "")[:300]
        verb = partial(save_upload, found, removals=request.POST.getlist("remove"), why=why)
        return _do(request, found, verb, _("The scores have been saved."))
    return _preview_page(request, found)


def _preview_page(request, found, problems=()):
    sheet = read_sheet(found.emulation_year)
    context = {"upload": found, "year": found.emulation_year, "sheet": sheet}
    _chair, stands_in = capacity(request.user, found.emulation_year)
    context |= {"preview": preview_of(found, sheet), "stands_in": stands_in, "problems": problems}
    return answer(request, "scoring/upload_preview.html", context, preview_table)


@require_POST
def upload_drop(request, slug, year, pk):
    found = find_upload(request, slug, year, pk)
    return _do(request, found, partial(drop_upload, found), _("The upload has been dropped."))


@require_POST
def upload_again(request, slug, year, pk):
    found = find_upload(request, slug, year, pk)
    reason = request.POST.get("reason", "")
    try:
        fresh = preview_again(found, by=request.user, at=timezone.now(), reason=reason)
    except WrongWorkbook as wrong:
        return _preview_page(request, found, wrong.problems)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        return _to(fresh)
    return _to(found)


def upload_undo(request, slug, year, pk):
    found = find_upload(request, slug, year, pk)
    _chair, stands_in = capacity(request.user, found.emulation_year)
    form = ActForm(request.POST if request.method == "POST" else None, stands_in=stands_in)
    verb = partial(undo_upload, found, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The scores are again as they were before the upload."))
        return redirect("scoring:upload_list", slug, year)
    count = len(found.kept)
    text = ngettext("%(count)d score is put back.", "%(count)d scores are put back.", count)
    context = {
        "year": found.emulation_year,
        "form": form,
        "title": _("Undo the upload “%(name)s”?") % {"name": found.file.name},
        "sentences": [
            text % {"count": count},
            _("If one of them has been changed since, nothing is put back and it is named."),
        ],
        "submit": _("Undo the upload"),
        "cancel_url": reverse("scoring:upload_list", args=[slug, year]),
    }
    return render(request, "scoring/scores_confirm.html", context)


def upload_list(request, slug, year):
    year = enter_scores(request, slug, year)
    uploads = ScoreUpload.objects.filter(emulation_year=year).select_related(
        "file", "previewed__by", "saved__by", "undone__by"
    )
    context = {"year": year, "page": page_of(request, uploads, PAGE)}
    return answer(request, "scoring/upload_list.html", context, upload_table)


def upload_file(request, slug, year, pk):
    return serve(find_upload(request, slug, year, pk).file)


def upload_marked(request, slug, year, pk):
    found = find_upload(request, slug, year, pk)
    return marked_answer(found, read_sheet(found.emulation_year))


def _do(request, found, verb, sentence):
    reason = request.POST.get("reason", "")
    try:
        verb(by=request.user, at=timezone.now(), reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, sentence)
    return _to(found)


def _to(found):
    year = found.emulation_year
    return redirect("scoring:upload_preview", year.bloc.slug, year.year, found.pk)
