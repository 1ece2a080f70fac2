"""What putting an amended criteria set in force would change: scores, totals, ranks.

Scores go over by the code of their criterion, with who, when and why. What was given as points
keeps its points; what follows from a figure is counted by the new rule (docs/field.md §3.1).
"""

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from blocs.models import Seat
from vietnamese.numbers import show_decimal

from .arithmetic import Given, WrongFigure
from .counting import count
from .kinds import Method
from .models import CriteriaSet, Criterion, Score, SetState, Stage, current_set
from .sheet import given_with, sheet_of, with_deciding
from .tree import grow, leaves, version
from .wording import why_wrong

CARRIED = (
    "emulation_year_id", "seat_id", "stage", "points", "figure", "target", "applies", "by_id",
    "at", "reason",
)  # fmt: skip


@dataclass(frozen=True)
class Moved:
    """A member whose total or rank would be another; None is not ranked."""

    seat: Seat
    old_total: Decimal
    new_total: Decimal
    old_rank: int | None
    new_rank: int | None


@dataclass(frozen=True)
class Amendment:
    """What a draft would do: `scores` to be stored, what is `blocked`, who is `moved`.

    `blocked` are sentences, each naming the member, the criterion and what to do. `unscored` are
    the codes of new ordinary criteria, by which everybody has still to be scored.
    """

    draft: CriteriaSet
    sections: tuple
    scores: tuple
    blocked: tuple
    moved: tuple
    unscored: tuple
    seen: str


def amendment_of(year, draft):
    """Work out what putting `draft` in force would do to the scores of its year."""
    (current, old_sections, old_given), (sections, new_given) = _criteria(year, draft)
    stored = list(
        Score.objects.filter(criteria_set=current)
        .select_related("criterion", "seat__organisation", "by")
        .order_by("seat__position", "criterion__position", "pk")
    )
    agreed = [score for score in stored if score.stage == Stage.AGREED]
    old = sheet_of(year, current, old_sections, agreed, given=old_given)
    blocked = [sentence for score in stored if (sentence := _blocked(score, sections))]
    scores, wrong = ([], []) if blocked else _carried(stored, sections, draft)
    new = _new_sheet(old, draft, sections, scores, new_given)
    return Amendment(
        draft=draft,
        sections=sections,
        scores=tuple(scores),
        blocked=(*blocked, *wrong),
        moved=() if blocked or wrong else _moved(old, new),
        unscored=_unscored(old, sections),
        seen=_digest(old, draft, sections, stored),
    )


def _criteria(year, draft):
    """The version in force and the draft, with sections and what ranks: one query, or two."""
    both = [SetState.CURRENT, SetState.DRAFT]
    criteria = Criterion.objects.filter(
        criteria_set__emulation_year=year, criteria_set__state__in=both
    )
    criteria = list(with_deciding(criteria).select_related("criteria_set"))
    new = [each for each in criteria if each.criteria_set_id == draft.pk]
    old = [each for each in criteria if each.criteria_set_id != draft.pk]
    current = old[0].criteria_set if old else current_set(year)
    return (current, grow(old), given_with(old)), (grow(new), given_with(new))


def _blocked(score, sections):
    """Say why a score cannot go over, or nothing."""
    node = {node.code: node for node in leaves(sections)}.get(score.criterion.code)
    values = {"member": score.seat.organisation.label, "code": score.criterion.code}
    values["points"] = show_decimal(score.points)
    if node is None:
        sentence = _(
            "%(member)s has %(points)s points for %(code)s, which the new version does not score. "
            "Remove that score first, or keep the criterion."
        )
        return sentence % values
    counted = node.rule.method != Method.JUDGED and score.figure is not None
    if score.points > node.maximum and not counted:
        sentence = _(
            "%(member)s has %(points)s points for %(code)s, more than its new maximum of "
            "%(maximum)s. Correct that score first."
        )
        return sentence % {**values, "maximum": show_decimal(node.maximum)}
    return ""


def _carried(stored, sections, draft):
    """The same scores on the criteria of the draft; and what a new rule cannot count."""
    nodes, counted, wrong = {node.code: node for node in leaves(sections)}, {}, []
    for stage in {score.stage for score in stored}:
        of_stage = [score for score in stored if score.stage == stage]
        try:
            counted |= _counted(of_stage, sections, draft, stage)
        except WrongFigure as problem:
            wrong.append(
                _("A figure cannot be counted by the new rules: %(why)s")
                % {"why": why_wrong(problem.code)}
            )
    return [_on(score, nodes, counted, draft) for score in stored], wrong


def _counted(stored, sections, draft, stage):
    nodes = {node.code: node for node in leaves(sections)}
    given = {
        (score.seat_id, nodes[score.criterion.code].pk): Given(
            score.figure, score.target, score.applies
        )
        for score in stored
    }
    found = count(sections, given, step=draft.rounding_step, not_applicable=draft.not_applicable)
    return {(stage, *place): each.points for place, each in found.items()}


def _on(score, nodes, counted, draft):
    node = nodes[score.criterion.code]
    points = counted.get((score.stage, score.seat_id, node.pk))
    follows = score.figure is not None or not score.applies
    follows |= node.rule.method == Method.OVER_FULFILMENT
    fields = {name: getattr(score, name) for name in CARRIED}
    if follows and points is not None:
        fields["points"] = points
    return Score(criteria_set=draft, criterion_id=node.pk, **fields)


def _new_sheet(old, draft, sections, scores, given):
    of_stage = {(s.seat_id, s.criterion_id): s for s in scores if s.stage == Stage.AGREED}
    return replace(old, criteria_set=draft, sections=sections, scores=of_stage, given=given)


def _moved(old, new):
    before = {result.member.pk: result for result in old.standings}
    pairs = [(before[result.member.pk], result) for result in new.standings]
    return tuple(
        Moved(then.member, then.total, now.total, then.rank, now.rank)
        for then, now in pairs
        if (then.total, then.rank) != (now.total, now.rank)
    )


def _unscored(old, sections):
    known = {node.code for node in old.leaves}
    return tuple(
        node.code for node in leaves(sections) if node.code not in known and node.kind == "ordinary"
    )


def _digest(old, draft, sections, stored):
    """Changes with anything that the preview rests on: what is confirmed is what was shown."""
    scores = [(s.pk, s.points, s.figure, s.target, s.applies, s.at) for s in stored]
    content = [old.fingerprint, draft.pk, version(sections), draft.rounding_step, scores]
    return hashlib.sha256(repr([*content, draft.not_applicable]).encode()).hexdigest()
