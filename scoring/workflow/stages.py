"""Which stages a year uses, what silence means at the end of each, what is then shown."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.workflow.locks import refusing

from ..models import SetStage, Stage
from ..procedure import ORDER, procedure_of
from .locks import keep_act, lock_set


@transaction.atomic
def choose_stages(criteria_set, *, rules, by, at):
    """Let a set use the stages of these `StageRule`s; what the bloc agrees upon is one of them.

    A stage that has scores, or whose days have begun, stays as it is: what silence means at its end
    is declared before it opens. Raises NotChair, or Refused.
    """
    criteria_set = lock_set(criteria_set.pk, by=by, at=at)
    wanted = {rule.stage: rule for rule in rules}
    if Stage.AGREED not in wanted:
        raise Refused(_("What the bloc agrees upon is always a stage."))
    if Stage.CHECKED in wanted and Stage.SELF not in wanted:
        raise Refused(_("A cross-check needs the self-scores before it."))
    stored = {row.stage: row for row in criteria_set.stages.all()}
    year = criteria_set.emulation_year
    _refuse_begun(procedure_of(year, on=timezone.localdate(at)), stored, wanted)
    keep_act(year, what=f"Quy định các bước chấm điểm năm {year.year}", by=by, at=at)
    with because(by), refusing():
        for stage in ORDER:
            _bring(criteria_set, stage, stored.get(stage), wanted.get(stage))
    return criteria_set


def copy_stages(from_set, to_set):
    """Give a set the stages of another; the caller stands in a `because`."""
    for row in from_set.stages.all():
        row.pk, row.criteria_set = None, to_set
        row.save(force_insert=True)


def _refuse_begun(procedure, stored, wanted):
    begun = [
        row.get_stage_display()
        for stage, row in stored.items()
        if stage != ORDER[0] and procedure.before(stage) and procedure.has_opened(stage)
        if stage not in wanted or _differs(row, wanted[stage])
    ]
    if begun:
        names = ", ".join(begun)
        raise Refused(
            _("These stages have begun, so they stay as declared: %(names)s.") % {"names": names}
        )


def _differs(row, rule):
    return (row.silence, row.shown, row.answer_days) != (rule.silence, rule.shown, rule.answer_days)


def _bring(criteria_set, stage, row, rule):
    if rule is None:
        if row is not None:
            row.delete()
        return
    row = row or SetStage(criteria_set=criteria_set, stage=stage)
    if row.pk and not _differs(row, rule):
        return
    row.silence, row.shown, row.answer_days = rule.silence, rule.shown, rule.answer_days
    row.save()
