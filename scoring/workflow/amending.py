"""Versions of a criteria set: a draft is begun on minutes, edited like any set, put in force.

Every verb raises NotChair for who holds neither the year's work nor its records at that moment.
"""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..amending import amendment_of
from ..balance import problems
from ..models import CriteriaSet, Score, SetState, current_set, draft_set
from ..tree import grow
from .locked import refuse_if_locked
from .locks import keep_act, lock_set, lock_year
from .ranking_rules import copy_ranking_rules
from .sets import plant
from .stages import copy_stages


@transaction.atomic
def start_amendment(year, *, adopted_on, minutes, reason, by, at):
    """Begin the next version of a year's criteria as a draft copy of the one in force.

    `adopted_on` and `minutes` are the day and the number of the minutes that decided it (docs/
    field.md §3.1). Raises Refused without a scored set, with a draft there, or without minutes.
    """
    year = lock_year(year, by=by, at=at)
    current = current_set(year)
    if current is None or not current.scores.exists():
        raise Refused(_("Nobody has been scored by these criteria yet: change them directly."))
    if draft_set(year):
        raise Refused(_("An amendment of these criteria has been begun already."))
    if not minutes.strip() or not reason.strip():
        raise Refused(_("Name the minutes that decided the amendment, and its reason."))
    if adopted_on > timezone.localdate(at):
        raise Refused(_("The minutes cannot be of a day that is still to come."))
    last = year.criteria_sets.aggregate(last=Max("number"))["last"]
    keep_act(year, what=f"Soạn phiên bản {last + 1} bộ tiêu chí năm {year.year}", by=by, at=at)
    copied = ("title", "note", "is_sample", "rounding_step", "not_applicable")
    with because(by, reason):
        draft = CriteriaSet.objects.create(
            emulation_year=year,
            number=last + 1,
            state=SetState.DRAFT,
            adopted_on=adopted_on,
            minutes=minutes,
            reason=reason,
            **{name: getattr(current, name) for name in copied},
        )
        plant(draft, grow(current.criteria.all()))
        copy_ranking_rules(current, draft)
        copy_stages(current, draft)
    return draft


@transaction.atomic
def put_criteria_in_force(draft, *, seen, by, at):
    """Let a draft take the place of the version in force, with all scores carried over.

    `seen` is that of the Amendment that was shown. Raises Refused if it is no draft any more, does
    not add up, the scores are locked, one of them cannot go over, or anything has changed since.
    """
    draft = lock_set(draft.pk, by=by, at=at)
    year = draft.emulation_year
    if draft.state != SetState.DRAFT:
        raise Refused(_("This version is no draft any more."))
    refuse_if_locked(year)
    change = amendment_of(year, draft)
    if found := problems(change.sections, draft.not_applicable):
        raise Refused(" ".join(problem.sentence for problem in found))
    if change.blocked:
        raise Refused(" ".join(change.blocked))
    if change.seen != seen:
        raise Refused(_("Scores or criteria have changed since this preview. Look at it again."))
    what = f"Áp dụng phiên bản {draft.number} bộ tiêu chí năm {year.year}"
    keep_act(year, what=what, by=by, at=at)
    with because(by, draft.reason):
        current = current_set(year)
        current.state = SetState.REPLACED
        current.save()
        draft.state, draft.in_force_at, draft.in_force_by = SetState.CURRENT, at, by
        draft.save()
        Score.objects.bulk_create(change.scores)
    return draft
