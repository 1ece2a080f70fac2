"""Which stages a year's scores pass through, and what silence means at the end of each."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked

from .scores import Stage
from .sets import CriteriaSet, SetState

LONGEST_ANSWER = 90  # days


class Silence(models.TextChoices):
    """What it means that nobody did anything until the last day of a stage."""

    EMPTY = "empty", _("what was not done stays empty")
    SUBMITTED = "submitted", _("what was entered counts as submitted")
    ACCEPTED = "accepted", _("the points of the stage before count as accepted")


class Shown(models.TextChoices):
    """What the other members see of the points of a stage once its last day is over."""

    TOTALS = "totals", _("totals only")
    EVERYTHING = "everything", _("every criterion, with its evidence")


_KEPT_ONCE_SCORED = """
IF EXISTS (
    SELECT FROM scoring_score s
    WHERE s.criteria_set_id = OLD.criteria_set_id AND s.stage = OLD.stage
) THEN
    RAISE check_violation USING MESSAGE = 'stage_is_kept_once_scored',
    CONSTRAINT = 'stage_is_kept_once_scored';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


class SetStageQuerySet(models.QuerySet):
    def current(self):
        """Those of the version of the criteria that is in force in each year."""
        return self.filter(criteria_set__state=SetState.CURRENT)


@tracked()
class SetStage(models.Model):
    """A stage that scores by a criteria set pass through. None stored: agreed by the bloc alone.

    `answer_days`: within so many days of its check a member may answer it, and contest a figure.
    """

    criteria_set = models.ForeignKey(
        CriteriaSet,
        models.CASCADE,
        related_name="stages",
        editable=False,
        verbose_name=_("criteria"),
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    silence = models.CharField(
        _("what silence means"), max_length=9, choices=Silence, default=Silence.EMPTY
    )
    shown = models.CharField(
        _("what other members see afterwards"),
        max_length=10,
        choices=Shown,
        default=Shown.TOTALS,
    )
    answer_days = models.PositiveSmallIntegerField(
        _("days to answer a check"), null=True, blank=True
    )

    objects = SetStageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage of the scoring")
        ordering = ["criteria_set", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="kept_once_scored",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_KEPT_ONCE_SCORED,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria_set", "stage"], name="stage_is_used_once_in_a_set"
            ),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="stage_is_known"),
            models.CheckConstraint(
                condition=Q(silence__in=Silence.values), name="silence_is_known"
            ),
            models.CheckConstraint(
                condition=Q(shown__in=Shown.values), name="what_is_shown_is_known"
            ),
            models.CheckConstraint(
                condition=(~Q(silence=Silence.SUBMITTED) | Q(stage=Stage.SELF))
                & (~Q(silence=Silence.ACCEPTED) | ~Q(stage=Stage.SELF)),
                name="silence_fits_its_stage",
            ),
            models.CheckConstraint(
                condition=Q(answer_days=None)
                | Q(stage=Stage.CHECKED, answer_days__gte=1, answer_days__lte=LONGEST_ANSWER),
                name="only_a_check_is_answered",
            ),
        ]

    def __str__(self):
        return self.get_stage_display()
