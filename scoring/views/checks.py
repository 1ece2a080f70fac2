"""Who checks a member fills in the check beside the self-score; sends back; finishes."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import require
from accounts.refusal import Refused, carried_out

from ..columns import papers_of, read_columns, words_of
from ..member_rows import lines, was
from ..missing import missing_of_check
from ..models import SheetState, Stage
from ..permissions import can_enter_scores
from ..row_forms import RefuseFileForm, RowsForm, WhyForm
from ..score_forms import ActForm
from ..sheet_permissions import can_check, stands_in_checking
from ..workflow import (
    accept_rest,
    draw_checker,
    finish_check,
    refuse_evidence,
    save_check,
    send_back,
)
from .finding_sheets import checked_sheet, find_columns, find_evidence, find_sheet
from .self_scores import rows_answer, wants_json


def cross_check(request, slug, year, seat_pk):
    columns, seat = checked_sheet(request, slug, year, seat_pk)
    stands_in = stands_in_checking(columns, seat)
    pks = [node.pk for node in columns.leaves]
    form = RowsForm(request.POST or None, stands_in=stands_in, pks=pks)
    how = {"by": request.user, "at": timezone.now()}
    saved = carried_out(form, partial(save_check, seat, **how)) if request.POST else None
    if request.POST and wants_json(request):
        return _answer(request, columns, seat, form, saved)
    if saved is not None:
        messages.success(request, _("The check is saved."))
        return redirect("scoring:cross_check", slug, columns.year.year, seat.pk)
    context = _context(request, columns, seat, form)
    return render(request, "scoring/cross_check.html", {**context, "stands_in": stands_in})


@require_POST
def check_accept(request, slug, year, seat_pk):
    columns, seat = checked_sheet(request, slug, year, seat_pk)
    sentence = _("What was not checked yet now stands as the member scored it.")
    return _do(request, columns, seat, partial(accept_rest, seat), sentence)


@require_POST
def check_finish(request, slug, year, seat_pk):
    columns, seat = checked_sheet(request, slug, year, seat_pk)
    sentence = _("The check is finished: the member sees it and may answer.")
    return _do(request, columns, seat, partial(finish_check, seat), sentence)


def sheet_send_back(request, slug, year, seat_pk):
    columns, seat = checked_sheet(request, slug, year, seat_pk)
    stands_in = stands_in_checking(columns, seat)
    form = WhyForm(request.POST or None, stands_in=stands_in)
    verb = partial(send_back, seat, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The sheet has been sent back."))
        return redirect("scoring:sheet_detail", slug, columns.year.year, seat.pk)
    context = {
        "title": _("Send the sheet of %(member)s back?") % {"member": seat},
        "sentences": [
            _("The member may change its self-score until it submits again."),
            _("What was checked so far stays."),
        ],
        "submit": _("Send the sheet back"),
        "cancel_url": _check_of(columns, seat),
    }
    return _confirm(request, columns, form, context)


def evidence_refuse(request, slug, year, pk):
    columns = find_columns(request, slug, year)
    file, seat = find_evidence(columns, pk)
    require(can_check, request.user, (columns, seat))
    stands_in = stands_in_checking(columns, seat)
    form = RefuseFileForm(request.POST or None, stands_in=stands_in)
    verb = partial(refuse_evidence, file, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The file has been refused."))
        return redirect(_check_of(columns, seat))
    context = {
        "title": _("Refuse the file “%(name)s” as evidence?") % {"name": file.stored.name},
        "sentences": [
            _("It stays on record with your reason."),
            _("Send the sheet back, so that the member brings another."),
        ],
        "submit": _("Refuse the file"),
        "cancel_url": _check_of(columns, seat),
    }
    return _confirm(request, columns, form, context)


def checker_draw(request, slug, year, seat_pk):
    columns, seat = find_sheet(request, slug, year, seat_pk)
    require(can_enter_scores, request.user, columns.year)
    if not columns.checkers.needs_draw(seat):
        raise Http404
    acting = columns.checkers.acting
    stands_in = acting is not None and acting.organisation.pk not in _represented(columns)
    form = ActForm(request.POST if request.method == "POST" else None, stands_in=stands_in)
    verb = partial(draw_checker, seat, by=request.user, at=timezone.now())
    if carried_out(form, verb):
        messages.success(request, _("The checker has been drawn."))
        return redirect("scoring:sheet_detail", slug, columns.year.year, seat.pk)
    context = {
        "title": _("Draw who checks the sheet of %(member)s?") % {"member": seat},
        "sentences": [
            _("One of the other members is drawn at random. It is drawn once."),
            _("How it was drawn is kept and shown, so that anybody can draw it again."),
        ],
        "submit": _("Draw"),
        "cancel_url": _detail_of(columns, seat),
    }
    return _confirm(request, columns, form, context)


def _represented(columns):
    return {seat.organisation_id for seat in columns.seats if seat.pk in columns.viewer.own}


def _confirm(request, columns, form, context):
    context |= {"year": columns.year, "form": form, "harmless": True}
    return render(request, "scoring/scores_confirm.html", context)


def _do(request, columns, seat, verb, sentence):
    reason = request.POST.get("reason", "")
    try:
        verb(by=request.user, at=timezone.now(), reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, sentence)
    return redirect(_check_of(columns, seat))


def _answer(request, columns, seat, form, saved):
    columns = read_columns(columns.year, request.user, more=True)
    own = next(each for each in columns.seats if each.pk == seat.pk)
    total = columns.total_of(own, Stage.CHECKED)
    missing = missing_of_check(columns.leaves, columns.scores_of(own, Stage.CHECKED))
    parts = {"missing": render_to_string("scoring/_check_missing.html", {"missing": missing})}
    return rows_answer(form, saved, lines(columns, own, Stage.CHECKED), total, parts)


def _context(request, columns, seat, form):
    papers = papers_of(seat) if columns.shows_evidence(seat) else {}
    found = lines(columns, seat, Stage.CHECKED, form=form, papers=papers, words=words_of(seat))
    has_begun = columns.procedure.is_over(Stage.SELF, seat.pk)
    sheet = seat.current
    is_ready = sheet is None or (
        sheet.state in (SheetState.DRAFT, SheetState.SUBMITTED, SheetState.IN_CHECK)
        and not sheet.is_checked
    )
    answers = bool(sheet) and sheet.is_checked and sheet.state == SheetState.IN_CHECK
    return {
        "year": columns.year,
        "columns": columns,
        "seat": seat,
        "form": form,
        "lines": found,
        "answers": columns.is_open and answers and any(line.is_contested for line in found),
        "was": was(found, request.POST),
        "total": columns.total_of(seat, Stage.CHECKED),
        "self_total": columns.total_of(seat, Stage.SELF),
        "has_begun": has_begun,
        "is_open": columns.is_open and has_begun and is_ready,
        "is_over": columns.procedure.is_over(Stage.CHECKED),
        "last_day": columns.procedure.last_day(Stage.CHECKED),
        "checker": columns.checkers.of(seat),
        "missing": missing_of_check(columns.leaves, columns.scores_of(seat, Stage.CHECKED)),
    }


def _check_of(columns, seat):
    return reverse("scoring:cross_check", args=_at(columns, seat))


def _detail_of(columns, seat):
    return reverse("scoring:sheet_detail", args=_at(columns, seat))


def _at(columns, seat):
    return [columns.year.bloc.slug, columns.year.year, seat.pk]
