"""Uploaded workbooks of a stage: chosen, previewed, saved or dropped, undone."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.refusal import Refused, carried_out
from files.exporting import answer
from files.serving import serve

from ..arriving import is_foreign, why_not_received
from ..foreign.applying import columns_book
from ..models import SheetUpload, Stage
from ..score_forms import ActForm, WorkbookForm
from ..sheet_permissions import can_check, can_submit, stands_in_checking
from ..sheet_previews import sheet_preview
from ..stage_books import check_book, self_book
from ..upload_tables import sheet_preview_table, sheet_upload_table
from ..workflow import (
    WrongWorkbook,
    drop_sheets,
    keep_wrong_check,
    keep_wrong_self,
    preview_check,
    preview_self,
    preview_sheets_again,
    receive_check,
    receive_self,
    save_sheets,
    undo_sheet_upload,
)
from .finding_sheets import checked_sheets, find_sheet_upload, own_sheet
from .sheet_marks import problems_now

MOST_SHOWN = 20


def self_upload(request, slug, year, seat_pk):
    columns, seat = own_sheet(request, slug, year, seat_pk)
    at = [slug, columns.year.year, seat.pk]
    context = {
        "seat": seat,
        "workbook_url": reverse("scoring:self_workbook", args=at),
        "back_url": reverse("scoring:self_score", args=at),
        "uploads": _uploads(columns, seat=seat),
    }
    return _upload_page(request, columns, context, partial(_take_self, columns, seat))


def check_upload(request, slug, year):
    columns = checked_sheets(request, slug, year)
    at = [slug, columns.year.year]
    members = [seat.pk for seat in columns.seats if can_check(request.user, (columns, seat))]
    context = {
        "seat": None,
        "workbook_url": reverse("scoring:check_workbook", args=at),
        "back_url": reverse("scoring:sheet_list", args=at),
        "uploads": [u for u in _uploads(columns, seat=None) if set(u.members) <= set(members)],
        "book": check_book(columns, request.user),
    }
    return _upload_page(request, columns, context, partial(_take_check, columns))


def _upload_page(request, columns, context, take):
    stands_in = context["seat"] is None and _stands_in(request, columns)
    form = WorkbookForm(request.POST or None, request.FILES or None, stands_in=stands_in)
    context |= {"columns": columns, "year": columns.year, "form": form, "problems": ()}
    context["kept"] = None
    try:
        if came := carried_out(form, partial(take, by=request.user)):
            name = "sheet_upload_columns" if came.is_received else "sheet_upload_preview"
            return redirect(f"scoring:{name}", columns.year.bloc.slug, columns.year.year, came.pk)
    except WrongWorkbook as wrong:
        context["problems"] = wrong.problems
        context["kept"] = _kept_for_marks(request, columns, context["seat"], form, wrong.problems)
    return answer(request, "scoring/sheet_upload.html", context, sheet_upload_table)


def _kept_for_marks(request, columns, seat, form, problems):
    """Keep a workbook whose cells are wrong, so that it can be handed back with marks."""
    if not any(problem.cell for problem in problems):
        return None
    given = form.cleaned_data
    act = {"accepted": given["workbook"], "by": request.user, "at": timezone.now()}
    if seat is not None:
        return keep_wrong_self(seat, **act)
    return keep_wrong_check(columns.year, reason=given.get("reason", ""), **act)


def _take_self(columns, seat, *, workbook, by):
    """Preview an issued workbook; receive any other table, once it is clear that it is one."""
    act = {"accepted": workbook, "by": by, "at": timezone.now()}
    if not is_foreign(workbook):
        return preview_self(seat, **act)
    if problem := why_not_received(workbook, columns_book(self_book(columns, seat))):
        raise WrongWorkbook([problem])
    return receive_self(seat, **act)


def _take_check(columns, *, workbook, by, reason=""):
    act = {"accepted": workbook, "by": by, "at": timezone.now(), "reason": reason}
    if not is_foreign(workbook):
        return preview_check(columns.year, **act)
    if problem := why_not_received(
        workbook, columns_book(check_book(columns, by, open_only=False))
    ):
        raise WrongWorkbook([problem])
    return receive_check(columns.year, **act)


def sheet_upload_preview(request, slug, year, pk):
    columns, found = find_sheet_upload(request, slug, year, pk)
    if request.method == "POST":
        return _save(request, columns, found)
    if found.is_received:
        return redirect("scoring:sheet_upload_columns", slug, columns.year.year, found.pk)
    return _preview_page(request, columns, found, problems_now(request, columns, found))


def _save(request, columns, found):
    """Save what was previewed; what was typed stays on the page where it cannot be saved."""
    typed = request.POST
    verb = partial(
        save_sheets,
        found,
        removals=typed.getlist("remove"),
        reasons=[(name[4:], text) for name, text in typed.items() if name.startswith("why-")],
        why=typed.get("why", ""),
    )
    if not _done(request, verb, _("The scores have been saved.")):
        found.refresh_from_db(fields=["state"])
        if found.is_pending and found.asks_reasons:
            return _preview_page(request, columns, found, typed=typed.dict())
    return _to(columns, found)


def _preview_page(request, columns, found, problems=(), typed=()):
    context = {
        "upload": found,
        "columns": columns,
        "year": columns.year,
        "preview": sheet_preview(found, columns, dict(typed)),
        "problems": problems,
        "why": dict(typed).get("why", ""),
        "stands_in": not found.is_self_score and _stands_in(request, columns),
        "back_url": _back(columns, found),
        "may_submit": found.is_self_score and found.is_saved and _may_submit(request, found),
    }
    return answer(request, "scoring/sheet_upload_preview.html", context, sheet_preview_table)


@require_POST
def sheet_upload_drop(request, slug, year, pk):
    columns, found = find_sheet_upload(request, slug, year, pk)
    sentence = _("The upload has been dropped.")
    return _do(request, columns, found, partial(drop_sheets, found), sentence)


@require_POST
def sheet_upload_again(request, slug, year, pk):
    columns, found = find_sheet_upload(request, slug, year, pk)
    reason = request.POST.get("reason", "")[:300]
    try:
        found = preview_sheets_again(found, by=request.user, at=timezone.now(), reason=reason)
    except WrongWorkbook as wrong:
        return _preview_page(request, columns, found, wrong.problems)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _to(columns, found)


def sheet_upload_undo(request, slug, year, pk):
    columns, found = find_sheet_upload(request, slug, year, pk)
    stands_in = not found.is_self_score and _stands_in(request, columns)
    form = ActForm(request.POST if request.method == "POST" else None, stands_in=stands_in)
    verb = partial(undo_sheet_upload, found, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The scores are again as they were before the upload."))
        return _to(columns, found)
    text = ngettext("%(count)d score is put back.", "%(count)d scores are put back.", found.size)
    context = {
        "year": columns.year,
        "form": form,
        "title": _("Undo the upload “%(name)s”?") % {"name": found.file.name},
        "sentences": [
            text % {"count": found.size},
            _("If one of them has been changed since, nothing is put back and it is named."),
        ],
        "submit": _("Undo the upload"),
        "cancel_url": _preview_of(columns, found),
    }
    return render(request, "scoring/scores_confirm.html", context)


def sheet_upload_file(request, slug, year, pk):
    return serve(find_sheet_upload(request, slug, year, pk)[1].file)


def _uploads(columns, seat):
    """The newest uploads of a member's own sheet, or of checks."""
    stage = Stage.CHECKED if seat is None else Stage.SELF
    found = SheetUpload.objects.filter(emulation_year=columns.year, stage=stage, seat=seat)
    return found.select_related("file__uploaded_by", "saved_by", "closed_by")[:MOST_SHOWN]


def _stands_in(request, columns):
    """Whether one of the sheets that the person may check is another's to check."""
    mine = (seat for seat in columns.seats if can_check(request.user, (columns, seat)))
    return any(stands_in_checking(columns, seat) for seat in mine)


def _may_submit(request, found):
    return can_submit(request.user, found.seat)


def _do(request, columns, found, verb, sentence):
    _done(request, verb, sentence)
    return _to(columns, found)


def _done(request, verb, sentence):
    """Carry a step out and say so; say why where it was refused."""
    reason = request.POST.get("reason", "")[:300]
    try:
        verb(by=request.user, at=timezone.now(), reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, sentence)
    return True


def _back(columns, found):
    at = [columns.year.bloc.slug, columns.year.year]
    if found.is_self_score:
        return reverse("scoring:self_score", args=[*at, found.seat_id])
    return reverse("scoring:sheet_list", args=at)


def _preview_of(columns, found):
    at = [columns.year.bloc.slug, columns.year.year, found.pk]
    return reverse("scoring:sheet_upload_preview", args=at)


def _to(columns, found):
    return redirect(_preview_of(columns, found))
