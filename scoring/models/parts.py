"""What stands beside a criterion: its tiers, and the examples that the regulation works out."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField

from ..arithmetic import Tier as PlainTier
from ..examples import Example as PlainExample
from .criteria import Criterion, figure_field

_FROZEN = """
IF EXISTS (
    SELECT FROM scoring_score s JOIN scoring_criterion c USING (criteria_set_id)
    WHERE c.id IN (OLD.criterion_id, NEW.criterion_id)
) THEN
    RAISE check_violation USING MESSAGE = 'criteria_are_frozen_once_scored',
    CONSTRAINT = 'criteria_are_frozen_once_scored';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


def _frozen():
    return pgtrigger.Trigger(
        name="frozen_once_scored",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=_FROZEN,
    )


@tracked()
class Tier(models.Model):
    """A step of a criterion by tiers: from a figure on, or chosen by its name (docs/field.md §3.2).

    `at_least` is in the unit of the criterion, in per cent of the target where there is one, in
    days of a penalty for lateness; steps are half-open, so there are no gaps.
    """

    criterion = models.ForeignKey(
        Criterion,
        models.CASCADE,
        related_name="tiers",
        editable=False,
        verbose_name=_("criterion"),
    )
    position = models.PositiveSmallIntegerField(_("place"), editable=False)
    label = CharField(_("name"), max_length=120, blank=True)
    at_least = figure_field(_("from"))
    points = models.DecimalField(_("points"), max_digits=7, decimal_places=2)

    class Meta:
        verbose_name = _("tier")
        ordering = ["criterion", "position"]
        triggers = [_frozen()]
        constraints = [
            models.UniqueConstraint(
                fields=["criterion", "position"],
                name="tier_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["criterion", "at_least"],
                condition=Q(at_least__isnull=False),
                name="tiers_begin_at_different_figures",
            ),
            models.CheckConstraint(condition=Q(points__gte=0), name="tier_is_not_negative"),
            models.CheckConstraint(
                condition=~Q(label="") | Q(at_least__isnull=False),
                name="tier_has_a_name_or_a_beginning",
            ),
        ]

    def __str__(self):
        return self.label or str(self.at_least)

    @property
    def plain(self):
        return PlainTier(self.points, self.label, self.at_least)


@tracked()
class WorkedExample(models.Model):
    """A figure with the points that the regulation says it gives; checked whenever it is saved.

    `figure` is what would be entered for a member (of lateness the days); `best` the best figure of
    the bloc, where the rule compares.
    """

    criterion = models.ForeignKey(
        Criterion,
        models.CASCADE,
        related_name="worked_examples",
        editable=False,
        verbose_name=_("criterion"),
    )
    position = models.PositiveSmallIntegerField(_("place"), editable=False)
    figure = models.DecimalField(_("figure reached"), max_digits=15, decimal_places=2)
    target = figure_field(_("target"))
    best = figure_field(_("best figure of the bloc"))
    points = models.DecimalField(_("points"), max_digits=7, decimal_places=2)

    class Meta:
        verbose_name = _("worked example")
        ordering = ["criterion", "position"]
        triggers = [_frozen()]
        constraints = [
            models.UniqueConstraint(
                fields=["criterion", "position"],
                name="example_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(figure__gte=0)
                & Q(points__gte=0)
                & (Q(target=None) | Q(target__gte=0))
                & (Q(best=None) | Q(best__gte=0)),
                name="example_is_not_negative",
            ),
        ]

    def __str__(self):
        return f"{self.figure} → {self.points}"

    @property
    def plain(self):
        return PlainExample(self.figure, self.points, self.target, self.best)
