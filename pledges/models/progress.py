"""What a member reports of its commitments at mid-year and at the end of the year."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct, DeadlineKind, EmulationYear, Seat
from files.models import StoredFile
from vietnamese.fields import CharField, TextField

from ..commending import Span
from ..progressing import STATUSES, Status
from .commitments import Commitment, Target
from .entered import Entered
from .freezing import is_of_the_members_target, is_on_what_concerns_the_member

# "" is not kept back.
KEPT_BACK_FOR = [("", ""), *DeadlineKind.choices]


def _outside(span):
    """The states that a report on this part of the year does not have."""
    return [status.value for status in Status if status not in STATUSES[span]]


class ProgressReportQuerySet(models.QuerySet):
    def with_parts(self):
        """Bring each report's figures and files along with the same query.

        As `read_figures`, lines of target, name, unit, planned, lower and value (numbers as text:
        JSON would read them back as floats), and `read_files`, the oldest first.
        """
        figures = ProgressFigure.objects.filter(report=OuterRef("pk")).order_by("target")
        line = JSONObject(
            target="target_id",
            name="target__name",
            unit="target__unit",
            planned=Cast("target__planned", models.CharField()),
            lower="target__lower_is_better",
            value=Cast("value", models.CharField()),
        )
        stored = ProgressFile.objects.filter(report=OuterRef("pk")).order_by("pk")
        each = JSONObject(
            pk="pk",
            name="file__name",
            is_withdrawn=Q(withdrawn_at__isnull=False),
            withdraw_reason="withdraw_reason",
            kept_back_for="kept_back_for",
        )
        return self.annotate(
            read_figures=ArraySubquery(figures.values(line=line)),
            read_files=ArraySubquery(stored.values(each=each)),
        )


@tracked()
class ProgressReport(Entered):
    """A member's report on a commitment for a span of the year. No row means not reported.

    `reported_on` is the day of the first report, by which it is late or not; corrections leave it.
    It is empty where history does not know it. A report on an earlier version of the covenant
    counts for the commitment that continues its own (`pledges.progress_figures`).
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("emulation year"),
    )
    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="progress_reports", verbose_name=_("commitment")
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="progress_reports", verbose_name=_("member")
    )
    span = models.CharField(_("part of the year"), max_length=9, choices=Span)
    status = models.CharField(_("how far it has come"), max_length=11, choices=Status)
    note = TextField(_("note"), blank=True)
    reported_on = models.DateField(_("reported on"), null=True)

    objects = ProgressReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report on progress")
        ordering = ["emulation_year", "span", "seat__position", "pk"]
        triggers = [is_on_what_concerns_the_member()]
        constraints = [
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="progress_report_belongs_to_its_year"
            ),
            models.UniqueConstraint(
                fields=["commitment", "seat", "span"],
                name="member_reports_on_a_commitment_once_a_span",
            ),
            models.CheckConstraint(
                condition=Q(span__in=Span.values), name="progress_span_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="progress_status_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(span=Span.HALF_YEAR, status__in=_outside(Span.HALF_YEAR))
                & ~Q(span=Span.YEAR, status__in=_outside(Span.YEAR)),
                name="progress_status_fits_its_span",
            ),
        ]

    def __str__(self):
        return f"{self.seat} ({self.get_span_display()}): {self.get_status_display()}"


@tracked()
class ProgressFigure(models.Model):
    """What was reached of a target. No row means not reported, which is not 0."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    report = models.ForeignKey(
        ProgressReport, models.CASCADE, related_name="figures", verbose_name=_("report")
    )
    target = models.ForeignKey(
        Target, models.PROTECT, related_name="progress_figures", verbose_name=_("target")
    )
    value = models.DecimalField(_("figure reached"), max_digits=15, decimal_places=2)

    class Meta:
        verbose_name = _("figure of progress")
        ordering = ["report", "target"]
        triggers = [is_of_the_members_target()]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "target"], name="target_has_one_figure_in_a_report"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0), name="progress_figure_is_not_below_zero"
            ),
        ]

    def __str__(self):
        return f"{self.target}: {self.value}"


@tracked()
class ProgressFile(models.Model):
    """A file that supports a report, read by whoever sees the year. Withdrawn, it stays on record.

    `act` is there where the chair's right was used to withdraw it. Kept back, until the last day of
    what it is kept back for nobody but its member opens it (`pledges.keeping_back`).
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    report = models.ForeignKey(
        ProgressReport, models.PROTECT, related_name="files", verbose_name=_("report")
    )
    file = models.OneToOneField(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("file")
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("person that withdrew it"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdraw_reason = CharField(_("reason for withdrawing"), max_length=300, blank=True)
    act = models.ForeignKey(
        ChairAct,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("act of the chair"),
    )
    kept_back_for = models.CharField(
        _("kept back until the last day of"),
        max_length=16,
        choices=KEPT_BACK_FOR,
        default="",
        blank=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("supporting file")
        ordering = ["report", "pk"]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, act=None, withdraw_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdraw_reason="")),
                name="progress_file_is_withdrawn_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(kept_back_for__in=["", *DeadlineKind.values]),
                name="progress_file_is_kept_back_for_a_known_deadline",
            ),
        ]

    def __str__(self):
        return str(self.file)
