"""The sheets of a year: all members with how far they have come, one member, the stages chosen."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out

from ..columns import answer_until, may_answer, papers_of, steps_of, words_of
from ..member_rows import side_by_side
from ..models import CheckerDraw, Stage
from ..permissions import can_enter_scores
from ..sheet_permissions import can_check, can_choose_stages, can_score_itself, can_verify
from ..stage_forms import StagesForm
from ..workflow import choose_stages
from .finding_sheets import find_columns, find_sheet


def sheet_list(request, slug, year):
    columns = find_columns(request, slug, year)
    rows = [_row(request, columns, seat) for seat in columns.seats if not seat.left_on]
    context = {
        "year": columns.year,
        "columns": columns,
        "stages": [_stage(columns, rule) for rule in columns.procedure.stages],
        "shown": [rule.stage for rule in columns.procedure.stages],
        "rows": rows,
        "may_upload_checks": columns.is_open and any(row["may_check"] for row in rows),
        "may_take_over": columns.procedure.uses(Stage.CHECKED)
        and columns.is_open
        and can_enter_scores(request.user, columns.year),
        "may_publish": bool(columns.lock)
        and columns.procedure.uses(Stage.VERIFIED)
        and can_verify(request.user, columns.year),
        "may_choose": can_choose_stages(request.user, columns.year),
    }
    return render(request, "scoring/sheet_list.html", context)


def sheet_detail(request, slug, year, seat_pk):
    columns, seat = find_sheet(request, slug, year, seat_pk)
    shows = columns.shows_evidence(seat)
    stages = [rule.stage for rule in columns.procedure.stages]
    papers, words = (papers_of(seat), words_of(seat)) if shows else ({}, {})
    draws = CheckerDraw.objects.filter(seat=seat).select_related("organisation", "by")
    context = {
        "year": columns.year,
        "columns": columns,
        "seat": seat,
        "stages": stages,
        "shows": shows,
        "rows": side_by_side(columns, seat, stages, papers, words),
        "totals": [columns.total_of(seat, stage) for stage in stages],
        "steps": steps_of(seat),
        "may_answer": may_answer(columns, seat),
        "may_reply": can_check(request.user, (columns, seat)) and columns.year.is_open,
        "answer_until": answer_until(columns, seat),
        "draw": draws.first() if seat.drawn else None,
        **_may(request, columns, seat),
    }
    return render(request, "scoring/sheet_detail.html", context)


def stages_edit(request, slug, year):
    columns = find_columns(request, slug, year)
    require(can_choose_stages, request.user, columns.year)
    form = StagesForm(request.POST or None, procedure=columns.procedure)
    at = {"by": request.user, "at": timezone.now()}
    if carried_out(form, partial(choose_stages, columns.criteria_set, **at)):
        messages.success(request, _("The stages of the scoring are set."))
        return redirect("scoring:sheet_list", slug, columns.year.year)
    return render(request, "scoring/stages_edit.html", {"year": columns.year, "form": form})


def _stage(columns, rule):
    """A stage with its last day, what silence means, and whom it met."""
    procedure = columns.procedure
    met = []
    if rule.stage == Stage.SELF:
        met = [s for s in columns.seats if not s.left_on and _is_silent(procedure, s)]
    elif rule.stage == Stage.CHECKED and procedure.is_over(Stage.CHECKED):
        met = [
            s for s in columns.seats if not s.left_on and not (s.current and s.current.is_checked)
        ]
    return {
        "rule": rule,
        "last_day": procedure.last_day(rule.stage),
        "is_over": procedure.is_over(rule.stage),
        "met": met,
    }


def _is_silent(procedure, seat):
    sheet = seat.current
    is_draft = sheet is None or sheet.state == "draft"
    return is_draft and procedure.is_over(Stage.SELF, seat.pk)


def _row(request, columns, seat):
    stages = [rule.stage for rule in columns.procedure.stages]
    return {
        "seat": seat,
        "checker": columns.checkers.of(seat) if columns.procedure.uses(Stage.CHECKED) else None,
        "totals": [(stage, columns.total_of(seat, stage)) for stage in stages],
        **_may(request, columns, seat),
    }


def _may(request, columns, seat):
    procedure, year = columns.procedure, columns.year
    checks = procedure.uses(Stage.CHECKED) and can_check(request.user, (columns, seat))
    needs_draw = procedure.uses(Stage.CHECKED) and columns.checkers.needs_draw(seat)
    return {
        "is_own": seat.pk in columns.viewer.own,
        "may_score": procedure.uses(Stage.SELF) and can_score_itself(request.user, seat),
        "may_check": checks and year.is_open,
        "needs_draw": needs_draw,
        "may_verify": procedure.uses(Stage.VERIFIED)
        and bool(columns.lock)
        and year.is_open
        and can_verify(request.user, year),
        "may_draw": needs_draw and can_enter_scores(request.user, year),
    }
