"""The sheets of a year: all members with how far they have come, one member, the stages chosen."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import carried_out
from files.exporting import answer

from ..chair_duties import duties_of
from ..columns import answer_until, may_answer, papers_of, steps_of, words_of
from ..history import earlier_figures
from ..member_rows import side_by_side
from ..models import CheckerDraw, SheetState, Stage
from ..page_tables import member_sheet_table, sheet_table
from ..permissions import can_enter_scores
from ..seeing import Sees
from ..sheet_permissions import can_check, can_choose_stages, can_score_itself, can_verify
from ..silence import met_at, silent_answers
from ..stage_forms import StagesForm
from ..stage_now import stage_now
from ..versions import versions_of
from ..workflow import choose_stages
from .finding_sheets import find_columns, find_sheet


def sheet_list(request, slug, year):
    columns = find_columns(request, slug, year)
    rows = [_row(request, columns, seat) for seat in columns.seats if not seat.left_on]
    context = {
        "year": columns.year,
        "columns": columns,
        "stages": _stages(columns),
        "shown": [rule.stage for rule in columns.procedure.stages],
        "rows": rows,
        "now": _now(columns),
        "may_upload_checks": columns.is_open and any(row["may_check"] for row in rows),
        **_offers(request, columns),
    }
    return answer(request, "scoring/sheet_list.html", context, sheet_table)


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
        "rows": side_by_side(columns, seat, stages, papers, words, _earlier(columns, seat, stages)),
        "totals": [columns.total_of(seat, stage) for stage in stages],
        "steps": steps_of(seat),
        "versions": versions_of(columns, seat, stages),
        "version_stages": [s for s in stages if columns.sees(seat, s) == Sees.EVERYTHING],
        "may_answer": may_answer(columns, seat),
        "may_reply": can_check(request.user, (columns, seat)) and columns.year.is_open,
        "answer_until": _answer_until(columns, seat),
        "draw": draws.first() if seat.drawn else None,
        "missed": [each for each in duties_of(columns) if each.seat == seat],
        **_may(request, columns, seat),
    }
    return answer(request, "scoring/sheet_detail.html", context, member_sheet_table)


def stages_edit(request, slug, year):
    columns = find_columns(request, slug, year)
    require(can_choose_stages, request.user, columns.year)
    form = StagesForm(request.POST or None, procedure=columns.procedure)
    at = {"by": request.user, "at": timezone.now()}
    if carried_out(form, partial(choose_stages, columns.criteria_set, **at)):
        messages.success(request, _("The stages of the scoring are set."))
        return redirect("scoring:sheet_list", slug, columns.year.year)
    return render(request, "scoring/stages_edit.html", {"year": columns.year, "form": form})


def _now(columns):
    states = {seat.current.state for seat in columns.seats if seat.current}
    return stage_now(
        columns.procedure,
        locked_on=columns.lock and timezone.localdate(columns.lock.at),
        is_official=SheetState.PUBLISHED in states,
    )


def _offers(request, columns):
    """What the person may do with all sheets at once."""
    procedure, year = columns.procedure, columns.year
    does_work = columns.is_open and can_enter_scores(request.user, year)
    return {
        "may_take_over": procedure.uses(Stage.CHECKED) and does_work,
        "may_agree": procedure.is_staged and does_work,
        "may_publish": bool(columns.lock)
        and procedure.uses(Stage.VERIFIED)
        and can_verify(request.user, year),
        "may_choose": can_choose_stages(request.user, year),
    }


def _answer_until(columns, seat):
    """The last day to answer the check, while the bloc has not agreed."""
    is_open = seat.current is not None and seat.current.state == SheetState.IN_CHECK
    return answer_until(columns, seat) if is_open else None


def _earlier(columns, seat, stages):
    """What points were before, at the stages of which the person sees them."""
    seen = [stage for stage in stages if columns.sees(seat, stage) == Sees.EVERYTHING]
    return earlier_figures(seat, [node.pk for node in columns.leaves], seen)


def _stages(columns):
    """Each stage with its last day, what silence means, whom it met; the answers after the check.

    What was made official comes with its publication: there nobody waits for a day.
    """
    procedure, found = columns.procedure, []
    for rule in procedure.stages:
        if rule.stage == Stage.OFFICIAL:
            continue
        found.append(
            {
                "name": rule.stage.label,
                "last_day": procedure.last_day(rule.stage),
                "is_over": procedure.is_over(rule.stage),
                "meaning": rule.silence.label,
                "met": met_at(rule, procedure, columns.seats),
            }
        )
        if rule.answer_days:
            found.append(_answering(columns, rule))
    return found


def _answering(columns, rule):
    met = silent_answers(columns.procedure, columns.seats, partial(answer_until, columns))
    meaning = _("whoever says nothing agrees with the check")
    return {"name": _("explanation"), "days": rule.answer_days, "meaning": meaning, "met": met}


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
