"""Criteria sets: by what a bloc scores its members in a year. Scores come to rest on them."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear
from vietnamese.fields import CharField, TextField

from ..kinds import CriterionKind


@tracked()
class CriteriaSet(models.Model):
    """The criteria of one bloc in one year (docs/field.md §3.1).

    `is_sample`: taken from a sample and not yet adopted by the bloc, which every page says.
    """

    emulation_year = models.OneToOneField(
        EmulationYear,
        models.PROTECT,
        related_name="criteria_set",
        editable=False,
        verbose_name=_("emulation year"),
    )
    title = CharField(_("title"), max_length=200)
    note = TextField(
        _("adoption and remarks"),
        blank=True,
        help_text=_("The meeting and the minutes that adopted it, the regulation it belongs to."),
    )
    is_sample = models.BooleanField(
        _("sample, not yet adopted by the bloc"),
        default=False,
        help_text=_("Untick it once the bloc has checked and adopted the criteria."),
    )
    copied_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name=_("copied from"),
    )

    class Meta:
        verbose_name = _("criteria set")
        ordering = ["emulation_year"]
        constraints = [
            # The pair that scores point to, so that they are of their year's criteria.
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="criteria_belong_to_their_year"
            ),
            models.CheckConstraint(
                condition=Q(copied_from=None) | ~Q(copied_from=models.F("pk")),
                name="criteria_set_is_not_copied_from_itself",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        year = self.emulation_year
        return reverse("scoring:criteria_detail", args=[year.bloc.slug, year.year])


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


# A section, its criteria, and what a criterion is made of: I, I.1, I.1.a.
DEEPEST_LEVEL = 3


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
        ]

    def __str__(self):
        return f"{self.code}. {self.text}"

    @property
    def is_section(self):
        return self.parent_id is None

    @property
    def may_have_children(self):
        return self.level < DEEPEST_LEVEL
