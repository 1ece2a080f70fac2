"""By what a bloc ranks and grades: tie-breaks and grades of a criteria set (docs/field.md §3.6)."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField

from ..kinds import GradeBase, TieBreakKind
from .criteria import Criterion
from .sets import CriteriaSet

_FROZEN = """
IF EXISTS (
    SELECT FROM scoring_announcement a
    WHERE a.criteria_set_id IN (OLD.criteria_set_id, NEW.criteria_set_id)
) THEN
    RAISE check_violation USING MESSAGE = 'ranking_rules_are_frozen_once_announced',
    CONSTRAINT = 'ranking_rules_are_frozen_once_announced';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


def _frozen():
    return pgtrigger.Trigger(
        name="frozen_once_announced",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=_FROZEN,
    )


@tracked()
class RankingRules(models.Model):
    """What a set's ranks and grades rest on besides the points.

    `is_proposal`: the usual list was taken over and the bloc has not adopted it yet, which the
    pages say. `clause` names where the bloc's regulation says so.
    """

    criteria_set = models.OneToOneField(
        CriteriaSet,
        models.CASCADE,
        related_name="ranking_rules",
        editable=False,
        verbose_name=_("criteria"),
    )
    clause = CharField(_("clause of the regulation"), max_length=300, blank=True)
    grade_base = models.CharField(
        _("grades are measured by"),
        max_length=8,
        choices=GradeBase,
        default=GradeBase.WITHOUT_BONUS,
    )
    is_proposal = models.BooleanField(_("proposal, not yet adopted by the bloc"), default=False)

    class Meta:
        verbose_name = _("rules of ranking and grades")
        ordering = ["criteria_set"]
        triggers = [_frozen()]
        constraints = [
            models.CheckConstraint(
                condition=Q(grade_base__in=GradeBase.values), name="base_of_grades_is_known"
            ),
        ]

    def __str__(self):
        return self.clause or str(self.criteria_set)


@tracked()
class TieBreak(models.Model):
    """What decides between equal totals, at its place in the declared order.

    `criterion` is the section or criterion whose points are compared, `text` says in the words of
    the regulation what is decided elsewhere. The database holds that the criterion is of the set.
    """

    criteria_set = models.ForeignKey(
        CriteriaSet,
        models.CASCADE,
        related_name="tie_breaks",
        editable=False,
        verbose_name=_("criteria"),
    )
    position = models.PositiveSmallIntegerField(_("place"), editable=False)
    kind = models.CharField(_("tie-break"), max_length=9, choices=TieBreakKind)
    criterion = models.ForeignKey(
        Criterion,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="tie_breaks",
        verbose_name=_("criterion"),
    )
    text = CharField(_("what decides"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("tie-break")
        ordering = ["criteria_set", "position"]
        triggers = [_frozen()]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria_set", "position"],
                name="tie_break_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["criteria_set", "kind", "criterion", "text"],
                name="tie_break_is_declared_once",
                nulls_distinct=False,
            ),
            # What an order from elsewhere is matched with.
            models.UniqueConstraint(
                fields=["id", "criteria_set"], name="tie_break_belongs_to_its_set"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=TieBreakKind.values), name="tie_break_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=TieBreakKind.POINTS, criterion__isnull=False, text="")
                | Q(kind=TieBreakKind.PENALTIES, criterion=None, text="")
                | (Q(kind=TieBreakKind.ELSEWHERE, criterion=None) & ~Q(text="")),
                name="tie_break_says_what_it_looks_at",
            ),
        ]

    def __str__(self):
        return self.text or (self.criterion and self.criterion.code) or self.get_kind_display()


@tracked()
class Grade(models.Model):
    """A band of grades: from a share of the maximum on, with a floor for every criterion.

    Both are per cent. A band ends where the next higher one begins, so there are no gaps.
    """

    criteria_set = models.ForeignKey(
        CriteriaSet,
        models.CASCADE,
        related_name="grades",
        editable=False,
        verbose_name=_("criteria"),
    )
    name = CharField(_("name"), max_length=80)
    at_least = models.DecimalField(_("from per cent"), max_digits=5, decimal_places=2)
    floor = models.DecimalField(
        _("no criterion below per cent"), max_digits=5, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("grade")
        ordering = ["criteria_set", "-at_least"]
        triggers = [_frozen()]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria_set", "at_least"], name="grades_begin_at_different_shares"
            ),
            models.UniqueConstraint(
                fields=["criteria_set", "name"], name="grade_name_is_given_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="grade_has_a_name"),
            models.CheckConstraint(
                condition=Q(at_least__gte=0) & (Q(floor=None) | Q(floor__gte=0, floor__lte=100)),
                name="grade_shares_are_per_cent",
            ),
        ]

    def __str__(self):
        return self.name
