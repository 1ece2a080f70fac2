"""A member fills in its own sheet: row by row where scripts run, else whole; evidence; submit."""

from functools import partial

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out
from files.serving import serve
from pledges.models import ProgressFile
from vietnamese.numbers import show_decimal

from ..columns import papers_of, read_columns, words_of
from ..member_rows import lines, was
from ..missing import missing_of_self
from ..models import Criterion, SheetState, Stage
from ..row_forms import EvidenceForm, RowsForm, shown_row
from ..sheet_permissions import can_score_itself, can_submit
from ..workflow import add_evidence, save_self, submit_self, withdraw_evidence
from .finding_sheets import find_columns, find_evidence, find_leaf, own_sheet


def self_score(request, slug, year, seat_pk):
    columns, seat = own_sheet(request, slug, year, seat_pk)
    form = RowsForm(request.POST or None, stands_in=False, pks=_pks(columns))
    verb = partial(save_self, seat, by=request.user, at=timezone.now())
    saved = carried_out(form, verb) if request.method == "POST" else None
    if request.method == "POST" and wants_json(request):
        return _answer(request, columns, seat, form, saved)
    if saved is not None:
        messages.success(request, _("The self-score is saved."))
        return redirect("scoring:self_score", slug, columns.year.year, seat.pk)
    return render(request, "scoring/self_score.html", _context(request, columns, seat, form))


def self_submit(request, slug, year, seat_pk):
    columns, seat = own_sheet(request, slug, year, seat_pk)
    require(can_submit, request.user, seat)
    back = reverse("scoring:self_score", args=[slug, columns.year.year, seat.pk])
    if request.method == "POST":
        try:
            submit_self(seat, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(back)
        messages.success(request, _("The self-score has been submitted."))
        return redirect("scoring:sheet_detail", slug, columns.year.year, seat.pk)
    context = {
        "year": columns.year,
        "title": _("Submit the self-score of %(member)s?") % {"member": seat},
        "sentences": [
            _("From then on it stands. It changes only when who checks it sends it back."),
            _("Until the last day of all members nobody but you sees it."),
        ],
        "submit": _("Submit the self-score"),
        "cancel_url": back,
        "harmless": True,
    }
    return render(request, "scoring/scores_confirm.html", context)


def evidence_add(request, slug, year, seat_pk, pk):
    columns, seat = own_sheet(request, slug, year, seat_pk)
    node = find_leaf(columns, pk)
    known = ProgressFile.objects.filter(report__seat=seat, withdrawn_at=None)
    form = EvidenceForm(
        request.POST or None,
        request.FILES or None,
        progress_files=known.select_related("file"),
    )
    how = {"criterion": Criterion(pk=pk), "by": request.user, "at": timezone.now()}
    back = _row_of(columns, seat, pk)
    if request.method == "POST" and carried_out(form, partial(add_evidence, seat, **how)):
        messages.success(request, _("The evidence has been added."))
        return redirect(back)
    context = {"year": columns.year, "columns": columns, "seat": seat, "criterion": node}
    return render(request, "scoring/evidence_add.html", {**context, "form": form, "back": back})


@require_POST
def evidence_withdraw(request, slug, year, pk):
    columns = find_columns(request, slug, year)
    file, seat = find_evidence(columns, pk)
    require(can_score_itself, request.user, seat)
    try:
        withdraw_evidence(file, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The file has been withdrawn."))
    return redirect(_row_of(columns, seat, file.criterion_id))


def evidence_file(request, slug, year, pk):
    file, _seat = find_evidence(find_columns(request, slug, year), pk)
    return serve(file.stored)


def wants_json(request):
    return request.headers.get("Accept") == "application/json"


def rows_answer(form, saved, found, total, parts=None):
    """For the script: the lines as they stand and their sum, or what is wrong.

    `parts` are {name: HTML} of what else on the page follows from the rows.
    """
    if saved is None:
        problems = [error for errors in form.errors.values() for error in errors]
        return JsonResponse({"problem": " ".join(problems)}, status=409)
    entered = [line for line in found if not line.node.children]
    points = {line.node.pk: _points(line) for line in entered}
    stored = {line.node.pk: shown_row(line.entry) for line in entered if line.node.pk in saved}
    answer = {"rows": points, "stored": stored, "total": _shown(total), "text": _("saved")}
    return JsonResponse({**answer, "parts": parts or {}})


def _points(line):
    return render_to_string("scoring/_row_points.html", {"line": line}).strip()


def _answer(request, columns, seat, form, saved):
    columns = read_columns(columns.year, request.user, more=True)
    own = next(each for each in columns.seats if each.pk == seat.pk)
    context = _context(request, columns, own, None)
    submit = {name: context[name] for name in ("missing", "may_submit", "year", "seat")}
    parts = {"submit": render_to_string("scoring/_self_submit.html", submit)}
    return rows_answer(form, saved, context["lines"], _total(columns, own), parts)


def _context(request, columns, seat, form):
    found = _lines(columns, seat, form)
    sheet = seat.current
    is_sent_back = bool(sheet) and sheet.state == SheetState.SENT_BACK
    is_draft = sheet is None or sheet.state == SheetState.DRAFT
    is_late = columns.procedure.is_over(Stage.SELF, seat.pk)
    evidenced = {line.node.pk for line in found if any(not p["refused"] for p in line.papers)}
    return {
        "year": columns.year,
        "columns": columns,
        "seat": seat,
        "form": form,
        "lines": found,
        "was": was(found, request.POST),
        "total": _shown(_total(columns, seat)),
        "is_open": columns.is_open and (is_sent_back or (is_draft and not is_late)),
        "is_sent_back": is_sent_back,
        "sent_back_for": _sent_back_for(seat) if is_sent_back else "",
        "last_day": columns.procedure.last_day(Stage.SELF, seat.pk),
        "rule": columns.procedure.rule(Stage.SELF),
        "missing": missing_of_self(columns.leaves, columns.scores_of(seat, Stage.SELF), evidenced),
        "may_submit": can_submit(request.user, seat),
    }


def _lines(columns, seat, form):
    papers, words = papers_of(seat), words_of(seat)
    return lines(columns, seat, Stage.SELF, form=form, papers=papers, words=words)


def _total(columns, seat):
    return columns.total_of(seat, Stage.SELF)


def _shown(total):
    return "" if total is None else show_decimal(total, places=2)


def _sent_back_for(seat):
    return next((row["why"] for row in reversed(seat.step_rows) if row["step"] == "sent_back"), "")


def _pks(columns):
    return [node.pk for node in columns.leaves]


def _row_of(columns, seat, pk):
    at = [columns.year.bloc.slug, columns.year.year, seat.pk]
    return reverse("scoring:self_score", args=at) + f"#c{pk}"
