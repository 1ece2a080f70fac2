"""Criteria sets: by what a bloc scores its members in a year, and how it is counted."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear
from vietnamese.fields import CharField, TextField

from ..kinds import NotApplicable


class SetState(models.TextChoices):
    """Where a version of a year's criteria stands."""

    DRAFT = "draft", _("amendment being drafted")
    CURRENT = "current", _("in force")
    REPLACED = "replaced", _("replaced by a later version")


class CriteriaSetQuerySet(models.QuerySet):
    def current(self):
        """The version of each year by which its members are scored."""
        return self.filter(state=SetState.CURRENT)


def current_set(year):
    """Return the criteria by which the members of a year are scored, or None: one query."""
    return CriteriaSet.objects.current().filter(emulation_year=year).first()


def draft_set(year):
    """Return the amendment of a year's criteria that is being drafted, or None."""
    return CriteriaSet.objects.filter(emulation_year=year, state=SetState.DRAFT).first()


@tracked()
class CriteriaSet(models.Model):
    """A version of the criteria of one bloc in one year (docs/field.md §3.1).

    One is in force. What is changed after the first score is a new version, which begins as a
    draft: it rests on minutes (`adopted_on`, `minutes`) and has a `reason`. An earlier one stays
    with its scores. `is_sample`: taken from a sample and not yet adopted by the bloc, which every
    page says.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="criteria_sets",
        editable=False,
        verbose_name=_("emulation year"),
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    state = models.CharField(
        _("state"), max_length=8, choices=SetState, default=SetState.CURRENT, editable=False
    )
    adopted_on = models.DateField(_("day of the minutes"), null=True, blank=True)
    minutes = CharField(_("number of the minutes"), max_length=100, blank=True)
    reason = CharField(_("reason"), max_length=300, blank=True)
    in_force_at = models.DateTimeField(_("put in force at"), null=True, editable=False)
    in_force_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("put in force by"),
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

    objects = CriteriaSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("criteria set")
        ordering = ["emulation_year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year"],
                condition=Q(state=SetState.CURRENT),
                name="year_has_one_current_criteria_set",
            ),
            models.UniqueConstraint(
                fields=["emulation_year"],
                condition=Q(state=SetState.DRAFT),
                name="year_has_one_draft_of_criteria",
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "number"], name="criteria_version_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=SetState.values), name="criteria_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(number=1)
                | (Q(adopted_on__isnull=False) & ~Q(minutes="") & ~Q(reason="")),
                name="amended_criteria_rest_on_minutes",
            ),
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
        if self.state == SetState.CURRENT:
            return reverse("scoring:criteria_detail", args=[year.bloc.slug, year.year])
        return reverse("scoring:criteria_version", args=[year.bloc.slug, year.year, self.number])

    @property
    def is_draft(self):
        return self.state == SetState.DRAFT

    @property
    def is_replaced(self):
        return self.state == SetState.REPLACED
