"""How many commendations a member gave and received in a period, by level and class.

These are numbers that a member reports. Decisions on commendations, once they are held as records
of their own, stand beside them and are never added to them: both tell of the same commendations.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat

from ..commending import Count, Direction, Level, Recipients, Span
from .entered import Entered


class CommendationReportQuerySet(models.QuerySet):
    def with_counts(self):
        """Bring each report's numbers along with the same query, for `plain_counts`."""
        counts = CommendationCount.objects.filter(report=OuterRef("pk")).order_by("pk")
        cell = JSONObject(
            direction="direction", level="level", recipients="recipients", number="number"
        )
        return self.annotate(read_counts=ArraySubquery(counts.values(cell=cell)))


@tracked()
class CommendationReport(Entered):
    """A member's table for a span of the year; without a row nothing was reported."""

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="commendation_reports",
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="commendation_reports", verbose_name=_("member")
    )
    span = models.CharField(_("part of the year"), max_length=9, choices=Span)

    objects = CommendationReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report on commendations")
        ordering = ["emulation_year", "span", "seat__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="commendation_report_belongs_to_its_year"
            ),
            models.UniqueConstraint(
                fields=["seat", "span"], name="member_reports_commendations_once_a_span"
            ),
            models.CheckConstraint(
                condition=Q(span__in=Span.values), name="commendation_span_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.seat} ({self.get_span_display()})"

    @property
    def plain_counts(self):
        """The Counts of a row that `with_counts` read."""
        return [Count(member=self.seat_id, **cell) for cell in self.read_counts]


@tracked()
class CommendationCount(models.Model):
    """One number of a report. No row means not reported, which is not 0."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    report = models.ForeignKey(
        CommendationReport, models.CASCADE, related_name="counts", verbose_name=_("report")
    )
    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    recipients = models.CharField(_("recipients"), max_length=13, choices=Recipients)
    number = models.IntegerField(_("number"))

    class Meta:
        verbose_name = _("number of commendations")
        ordering = ["report", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "direction", "level", "recipients"],
                name="commendations_are_counted_once",
            ),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values),
                name="commendation_direction_is_known",
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values), name="commendation_level_is_known"
            ),
            models.CheckConstraint(
                condition=Q(recipients__in=Recipients.values),
                name="commendation_recipients_are_known",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=0), name="commendations_are_not_negative"
            ),
        ]

    def __str__(self):
        return f"{self.get_recipients_display()}: {self.number}"
