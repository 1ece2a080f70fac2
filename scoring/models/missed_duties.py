"""What was decided about duties that a chair missed and the province did in its place."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import ChairAct, DeadlineKind, EmulationYear, Seat
from vietnamese.fields import CharField

# What the chair itself has to do by a day of the year (docs/field.md §2.1, §2.2).
DUTIES = [DeadlineKind.HALF_YEAR_REPORT, DeadlineKind.CROSS_CHECK, DeadlineKind.YEAR_END_REPORT]
CHOICES = [(duty.value, duty.label) for duty in DUTIES]


class DutyDecision(models.TextChoices):
    DEDUCTED = "deducted", _("points deducted")
    REFUSED = "refused", _("no points deducted")


@tracked()
class MissedDuty(models.Model):
    """The decision about one missed duty: points off, at which criterion, or none and why.

    That it was missed stands in the acts and is computed (`scoring.chair_duties`); without a row a
    deduction is only proposed. `code` is that of the criterion, which outlives its version.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="missed_duties",
        editable=False,
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="missed_duties", verbose_name=_("member")
    )
    duty = models.CharField(_("what was due"), max_length=16, choices=CHOICES)
    outcome = models.CharField(_("decision"), max_length=8, choices=DutyDecision)
    code = CharField(_("code"), max_length=20, blank=True)
    points = models.DecimalField(_("points"), max_digits=7, decimal_places=2, null=True)
    why = CharField(_("reason"), max_length=300, blank=True)
    act = models.ForeignKey(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=_("act of the chair")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by whom")
    )
    at = models.DateTimeField(_("at what time"))

    class Meta:
        verbose_name = _("missed duty of the chair")
        ordering = ["emulation_year", "seat__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["seat", "duty"], name="missed_duty_is_decided_once"),
            models.CheckConstraint(condition=Q(duty__in=DUTIES), name="missed_duty_is_the_chairs"),
            models.CheckConstraint(
                condition=Q(outcome__in=DutyDecision.values), name="duty_decision_is_known"
            ),
            models.CheckConstraint(
                condition=(
                    Q(outcome="deducted", points__gt=0, points__isnull=False, act__isnull=False)
                    & ~Q(code="")
                )
                | (Q(outcome="refused", points=None, act=None, code="") & ~Q(why="")),
                name="duty_decision_says_what_is_deducted_or_why_not",
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.get_duty_display()}"
