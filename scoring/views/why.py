"""“Vì sao?”: one member's total, or its points for a section or criterion, explained."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from blocs.reach import reach_of

from ..arithmetic import Given, WrongFigure
from ..automatic import is_automatic, lates, points_of
from ..counting import count
from ..history import changes, scores_by_stage
from ..kinds import Method
from ..models import Stage
from ..recounting import read_kept_standing
from ..standing import flat
from ..tree import leaves
from ..visible_stages import visible_stages
from ..why import why_criterion as lines_of_criterion
from ..why import why_grade, why_rank, why_section
from ..why import why_total as lines_of_total
from ..why_late import why_late
from .finding import find_scored_year


def why_total(request, slug, year, seat_pk):
    sheet, result = _result(request, slug, year, seat_pk)
    base = sheet.deciding.grading.base
    context = {
        "lines": lines_of_total(result),
        "grade_lines": why_grade(result.grade, base),
        "rank_lines": why_rank(result, sheet.nodes, lambda seat: seat.organisation.label),
        "barrings": sheet.deciding.barrings_of(result.member),
    }
    return render(request, "scoring/why_total.html", _about(sheet, result) | context)


def why_criterion(request, slug, year, seat_pk, pk):
    sheet, result = _result(request, slug, year, seat_pk)
    figure = flat(result.figures).get(pk)
    if figure is None:
        raise Http404
    node = figure.node
    stages = visible_stages(request.user, sheet, result.member, node)
    codes = {each.pk: each.code for each in leaves((node,))}
    context = {
        "figure": figure,
        "node": node,
        "lines": why_section(figure) if node.children else _lines(sheet, result.member, node),
        "scores": [] if node.children else scores_by_stage(result.member, pk, stages),
        "changes": [
            (codes[each.criterion], each)
            for each in changes(result.member, list(codes), _told_of(request.user, result, stages))
        ],
    }
    return render(request, "scoring/why_criterion.html", _about(sheet, result) | context)


def _told_of(user, result, stages):
    """The stages whose changes the person reads: how a self-score was drafted, only its member."""
    is_own = result.member.organisation_id in reach_of(user).represented
    return [stage for stage in stages if is_own or stage != Stage.SELF]


def _result(request, slug, year, seat_pk):
    """The sheet of a year the person sees and the result of one of its members, else 404."""
    year = find_scored_year(request, slug, year)
    sheet = read_kept_standing(year)
    found = [each for each in (sheet.standings if sheet else ()) if each.member.pk == seat_pk]
    if not found:
        raise Http404
    return sheet, found[0]


def _about(sheet, result):
    return {"sheet": sheet, "year": sheet.year, "result": result, "seat": result.member}


def _lines(sheet, seat, node):
    given = {place: _given(score) for place, score in sheet.scores.items()}
    criteria_set, counted = sheet.criteria_set, None
    how = {"step": criteria_set.rounding_step, "not_applicable": criteria_set.not_applicable}
    try:
        counted = count(sheet.sections, given, **how).get((seat.pk, node.pk))
    except WrongFigure:
        counted = None  # a figure that its rule has no answer for: the stored points alone speak
    return late_lines(sheet, seat, node) + lines_of_criterion(
        node,
        counted,
        sheet.points.get((seat.pk, node.pk)),
        step=criteria_set.rounding_step,
        policy=criteria_set.not_applicable,
        parts=_parts(sheet, seat, node, given, counted),
    )


def late_lines(sheet, seat, node):
    """What a penalty for lateness is counted from; nothing for any other criterion."""
    if node.rule.method != Method.DAYS_LATE or not node.rule.deadline:
        return []
    late = lates(sheet, on=timezone.localdate()).get((seat.pk, node.pk))
    if late is None:
        return []
    stored = sheet.scores.get((seat.pk, node.pk))
    return why_late(
        late,
        counted=points_of(sheet, node, late),
        given_points=stored and stored.points,
        is_own=stored is not None and not is_automatic(node, stored),
    )


def _given(score):
    return Given(score.figure, score.target, score.applies)


def _parts(sheet, seat, node, given, counted):
    """The criteria whose exceeded targets a criterion counts, with what was given for them."""
    if counted is None or node.rule.method != Method.OVER_FULFILMENT:
        return ()
    earning = {code for code, _points in counted.parts}
    return [(each, given[seat.pk, each.pk]) for each in sheet.leaves if each.code in earning]
