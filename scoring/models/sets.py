"""Criteria sets: by what a bloc scores its members in a year, and how it is counted."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear
from vietnamese.fields import CharField, TextField

from ..kinds import NotApplicable


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
    rounding_step = models.DecimalField(
        _("points are rounded to"), max_digits=4, decimal_places=2, default=Decimal("0.01")
    )
    not_applicable = models.CharField(
        _("what does not concern a member"),
        max_length=8,
        choices=NotApplicable,
        default=NotApplicable.NEVER,
        blank=True,
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
                condition=Q(rounding_step__gt=0), name="criteria_are_rounded_to_a_step"
            ),
            models.CheckConstraint(
                condition=Q(not_applicable__in=NotApplicable.values),
                name="policy_of_what_does_not_apply_is_known",
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
