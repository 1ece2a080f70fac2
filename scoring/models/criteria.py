"""Criteria: what is scored, with what maximum, and by which rule. Scores come to rest on them."""

from dataclasses import fields
from decimal import Decimal
from functools import cache

import pgtrigger
from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import DeadlineKind
from vietnamese.fields import CharField, TextField

from ..arithmetic import Rule
from ..arithmetic import Tier as PlainTier
from ..examples import Example as PlainExample
from ..kinds import CriterionKind, Method
from ..tree import DEEPEST_LEVEL
from .sets import CriteriaSet

_FROZEN = """
IF EXISTS (
    SELECT FROM scoring_score s
    WHERE s.criteria_set_id IN (OLD.criteria_set_id, NEW.criteria_set_id)
) THEN
    RAISE check_violation USING MESSAGE = 'criteria_are_frozen_once_scored',
    CONSTRAINT = 'criteria_are_frozen_once_scored';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


def figure_field(name):
    """A figure of any unit, which may be empty."""
    return models.DecimalField(name, max_digits=15, decimal_places=2, null=True, blank=True)


def _percent(name):
    return models.DecimalField(name, max_digits=5, decimal_places=2, null=True, blank=True)


_PLAIN = models.TextField()


# From which deadline of the year days late are counted.
FOLLOWED = [("", _("none: the days are entered by hand")), *DeadlineKind.choices]


class CriterionManager(models.Manager):
    """Criteria come with their tiers and examples, in the same query."""

    def get_queryset(self):
        queryset = super().get_queryset()
        queryset.query = _with_parts(self.model).clone()
        return queryset


@cache
def _with_parts(model):
    """The query that all begin with: to put it together takes longer than most queries take."""
    tiers = _rows("Tier", "points", "at_least", label="label")
    examples = _rows("WorkedExample", "figure", "target", "best", "points")
    return models.QuerySet(model).annotate(tier_rows=tiers, example_rows=examples).query


def _rows(model, *figures, **texts):
    """The parts of a criterion as plain rows, figures as text, in their order."""
    parts = apps.get_model("scoring", model).objects.filter(criterion=OuterRef("pk"))
    plain = JSONObject(**{name: Cast(name, _PLAIN) for name in figures}, **texts)
    return ArraySubquery(parts.order_by("position").values(row=plain))


@tracked()
class Criterion(models.Model):
    """A section (level 1), a criterion in it, or a part of a criterion.

    What has nothing below it is what will be scored, from 0 to its maximum. The maximum of what has
    something below it is the sum of those where points are ordinary, and a cap where they are bonus
    or penalty points; penalties are positive too (docs/field.md §3.2). The database holds that the
    parent is of the same set and kind and one level up, so that there are no circles.
    """

    criteria_set = models.ForeignKey(
        CriteriaSet,
        models.CASCADE,
        related_name="criteria",
        editable=False,
        verbose_name=_("criteria"),
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        editable=False,
        verbose_name=_("part of"),
    )
    level = models.PositiveSmallIntegerField(_("level"), default=1, editable=False)
    position = models.PositiveSmallIntegerField(_("place"), editable=False)
    kind = models.CharField(
        _("kind"), max_length=8, choices=CriterionKind, default=CriterionKind.ORDINARY
    )
    code = CharField(_("code"), max_length=20)
    text = TextField(_("content"))
    maximum = models.DecimalField(_("maximum points"), max_digits=7, decimal_places=2)
    method = models.CharField(
        _("how it is counted"), max_length=10, choices=Method, default=Method.JUDGED
    )
    unit = CharField(_("unit"), max_length=40, blank=True)
    target = figure_field(_("target"))
    floor = _percent(_("no points below this share of the target"))
    each = models.DecimalField(
        _("points for each"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    meets = _percent(_("share of the maximum for reaching the target"))
    over = _percent(_("per cent of the maximum for each per cent above the target"))
    over_cap = models.DecimalField(
        _("most points for exceeding it"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    may_not_apply = models.BooleanField(_("may not concern a member"), default=False)
    deadline = models.CharField(
        _("counted from the deadline"),
        max_length=16,
        choices=FOLLOWED,
        default="",
        blank=True,
    )

    objects = CriterionManager()

    class Meta:
        verbose_name = _("criterion")
        ordering = ["criteria_set", "level", "position", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_scored",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_FROZEN,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria_set", "code"], name="criterion_code_is_unique_in_its_set"
            ),
            models.UniqueConstraint(
                fields=["criteria_set", "parent", "position"],
                name="criterion_has_its_own_place",
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
            # What a child's parent is matched with; see migration 0002.
            models.UniqueConstraint(
                fields=["id", "criteria_set", "kind", "level"],
                name="criterion_belongs_to_its_set_kind_and_level",
            ),
            models.UniqueConstraint(
                fields=["id", "criteria_set"], name="criterion_belongs_to_its_set"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=CriterionKind.values), name="criterion_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(code=""), name="criterion_has_a_code"),
            models.CheckConstraint(
                condition=Q(maximum__gt=0), name="criterion_maximum_is_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(parent=None, level=1)
                | Q(parent__isnull=False, level__gt=1, level__lte=DEEPEST_LEVEL),
                name="criterion_is_a_section_or_has_a_parent",
            ),
            models.CheckConstraint(
                condition=Q(method__in=Method.values), name="criterion_method_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(method__in=[Method.PER_OCCURRENCE, Method.STEPS_DOWN])
                | Q(each__gt=0, each__isnull=False),
                name="criterion_counted_by_number_has_points_for_each",
            ),
            models.CheckConstraint(
                condition=~Q(method=Method.LEADER)
                | Q(meets__gt=0, meets__lt=100, meets__isnull=False),
                name="criterion_led_by_the_best_has_a_share_for_the_target",
            ),
            models.CheckConstraint(
                condition=~Q(method=Method.DAYS_LATE) | Q(kind=CriterionKind.PENALTY),
                name="days_late_are_a_penalty",
            ),
            models.CheckConstraint(
                condition=~Q(method=Method.OVER_FULFILMENT) | Q(kind=CriterionKind.BONUS),
                name="exceeded_targets_are_a_bonus",
            ),
            models.CheckConstraint(
                condition=(Q(target=None) | Q(target__gte=0))
                & (Q(floor=None) | Q(floor__gte=0))
                & (Q(over=None) | Q(over__gt=0))
                & (Q(over_cap=None) | Q(over_cap__gt=0, over__isnull=False)),
                name="criterion_figures_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(may_not_apply=False) | Q(kind=CriterionKind.ORDINARY),
                name="only_ordinary_criteria_may_not_apply",
            ),
            models.CheckConstraint(
                condition=Q(deadline__in=[kind for kind, _label in FOLLOWED]),
                name="criterion_deadline_is_known",
            ),
            models.CheckConstraint(
                condition=Q(deadline="") | Q(method=Method.DAYS_LATE),
                name="only_days_late_follow_a_deadline",
            ),
        ]

    def __str__(self):
        return f"{self.code}. {self.text}"

    @property
    def rule(self):
        """How its points follow from a figure, as the arithmetic takes it."""
        rows = self.__dict__.get("tier_rows")
        tiers = map(_tier, rows) if rows is not None else (each.plain for each in self.tiers.all())
        names = (each.name for each in fields(Rule) if each.name != "tiers")
        return Rule(**{name: getattr(self, name) for name in names}, tiers=tuple(tiers))

    @property
    def examples(self):
        """The worked examples beside it, as plain values in their order."""
        rows = self.__dict__.get("example_rows")
        if rows is None:
            return tuple(each.plain for each in self.worked_examples.all())
        return tuple(
            PlainExample(**{name: value and Decimal(value) for name, value in row.items()})
            for row in rows
        )

    @property
    def is_section(self):
        return self.parent_id is None

    @property
    def may_have_children(self):
        return self.level < DEEPEST_LEVEL


def _tier(row):
    at_least = row["at_least"]
    return PlainTier(
        Decimal(row["points"]), row["label"], None if at_least is None else Decimal(at_least)
    )
