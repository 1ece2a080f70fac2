"""What the members write for the bloc's reports, each for itself; the chair takes it over."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat
from vietnamese.fields import TextField

from ..papers import REPORT_CHOICES, REPORTS
from .sections import ReportSection


@tracked()
class Contribution(models.Model):
    """A member's own paragraphs for a report of its bloc, for one section or for the report.

    `version` grows with every change. `taken_version` is the one that the chair put into the
    report, by `taken_by` at `taken_at`; what the member writes afterwards stands beside it as new.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="contributions",
        verbose_name=_("emulation year"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=REPORT_CHOICES)
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="contributions", verbose_name=_("member")
    )
    section = models.ForeignKey(
        ReportSection,
        models.PROTECT,
        null=True,
        related_name="contributions",
        verbose_name=_("section of a report"),
    )
    text = TextField(_("text"))
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("put into the report by"),
    )
    taken_at = models.DateTimeField(_("put into the report at"), null=True)
    taken_version = models.PositiveIntegerField(_("version put into the report"), null=True)

    class Meta:
        verbose_name = _("contribution to a report")
        ordering = ["emulation_year", "kind", "seat__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "seat", "section"],
                nulls_distinct=False,
                name="member_contributes_once_to_a_section",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=REPORTS), name="contribution_is_to_a_report"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="contribution_has_a_text"),
            models.CheckConstraint(
                condition=Q(taken_by=None, taken_at=None, taken_version=None)
                | Q(
                    taken_by__isnull=False,
                    taken_at__isnull=False,
                    taken_version__isnull=False,
                    taken_version__lte=F("version"),
                ),
                name="contribution_is_taken_over_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.text[:80]}"

    @property
    def is_taken(self):
        """Whether the text as it stands is in the report."""
        return self.taken_version == self.version
