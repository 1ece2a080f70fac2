"""Scores: the points of a member for a criterion at a stage, with who, when and why."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat
from vietnamese.fields import CharField

from .criteria import Criterion
from .sets import CriteriaSet, SetState


class Stage(models.TextChoices):
    """The step of the procedure that gave the points, in their order (docs/field.md §3.1)."""

    SELF = "self", _("self-scored")
    CHECKED = "checked", _("cross-checked")
    AGREED = "agreed", _("agreed by the bloc")
    VERIFIED = "verified", _("verified")
    OFFICIAL = "official", _("official")


_FITS = """
IF EXISTS (
    SELECT FROM scoring_criterion c WHERE c.id = NEW.criterion_id AND NEW.points > c.maximum
) THEN
    RAISE check_violation
    USING MESSAGE = 'score_is_within_the_maximum', CONSTRAINT = 'score_is_within_the_maximum';
END IF;
IF EXISTS (SELECT FROM scoring_criterion c WHERE c.parent_id = NEW.criterion_id) THEN
    RAISE check_violation
    USING MESSAGE = 'score_is_of_an_undivided_criterion',
    CONSTRAINT = 'score_is_of_an_undivided_criterion';
END IF;
RETURN NULL;
"""


# Scores of a version that a later one has replaced stay as they were.
_STANDS = """
IF EXISTS (
    SELECT FROM scoring_criteriaset c
    WHERE c.id IN (OLD.criteria_set_id, NEW.criteria_set_id) AND c.state = 'replaced'
) THEN
    RAISE check_violation USING MESSAGE = 'scores_of_a_replaced_version_stand',
    CONSTRAINT = 'scores_of_a_replaced_version_stand';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


class ScoreQuerySet(models.QuerySet):
    def current(self):
        """Those by the version of the criteria that is in force; older versions keep theirs."""
        return self.filter(criteria_set__state=SetState.CURRENT)


@tracked()
class Score(models.Model):
    """Points of a member; penalties are positive too (docs/field.md §3.3). No row means not scored.

    Year and criteria set are kept here as well, so that the database holds that seat and criterion
    are of the same year (migration 0002). `by` is None for what the demonstration brought.
    `figure` and `target` are what the points follow from, where they were not given as points.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="scores", verbose_name=_("emulation year")
    )
    criteria_set = models.ForeignKey(
        CriteriaSet, models.PROTECT, related_name="scores", verbose_name=_("criteria")
    )
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="scores", verbose_name=_("member"))
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="scores", verbose_name=_("criterion")
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.AGREED)
    points = models.DecimalField(_("points"), max_digits=7, decimal_places=2)
    figure = models.DecimalField(
        _("figure reached"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    target = models.DecimalField(
        _("the member's own target"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    applies = models.BooleanField(_("concerns the member"), default=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="scores_given",
        verbose_name=_("by whom"),
    )
    at = models.DateTimeField(_("at what time"))
    reason = CharField(_("remark"), max_length=300, blank=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("points")
        ordering = ["emulation_year", "criterion", "seat"]
        triggers = [
            pgtrigger.Trigger(
                name="fits_its_criterion",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                func=_FITS,
            ),
            pgtrigger.Trigger(
                name="stands_once_replaced",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_STANDS,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "criterion", "stage"], name="member_is_scored_once_at_a_stage"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="score_stage_is_known"
            ),
            models.CheckConstraint(condition=Q(points__gte=0), name="score_is_not_negative"),
            models.CheckConstraint(
                condition=(Q(figure=None) | Q(figure__gte=0, applies=True))
                & (Q(target=None) | Q(target__gte=0, figure__isnull=False)),
                name="score_rests_on_a_figure_of_its_member",
            ),
        ]

    def __str__(self):
        return f"{self.seat} {self.criterion.code}: {self.points}"
