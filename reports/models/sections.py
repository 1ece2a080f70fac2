"""The text of a bloc's reports, section by section. Figures are not kept here: they are drawn."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear
from vietnamese.fields import CharField, TextField

from ..papers import REPORT_CHOICES, REPORTS, PaperKind


class DataPart(models.TextChoices):
    """What the program itself puts below the text of a section."""

    NOTHING = "", _("nothing")
    MEMBERS = "members", _("members, chair and deputies")
    COMMITMENTS = "commitments", _("progress of the commitments")
    MOVEMENTS = "movements", _("movements with their results")
    EXEMPLARS = "exemplars", _("models and exemplars")
    COMMENDATIONS = "commendations", _("commendations in numbers")
    CONFERENCES = "conferences", _("conferences and attendance")
    DISCIPLINE = "discipline", _("who reported, late or not")
    RANKING = "ranking", _("scores and ranking")


@tracked()
class ReportSection(models.Model):
    """A section of a bloc's report on a year, as the chair writes it (docs/field.md §6.1, §6.2).

    `version` grows with every change of the words, so that of two who write at the same time the
    second is told. A section that is not wanted is left out, never deleted.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="report_sections",
        editable=False,
        verbose_name=_("emulation year"),
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=REPORT_CHOICES, default=PaperKind.YEAR_END, editable=False
    )
    position = models.PositiveSmallIntegerField(_("place"), editable=False)
    heading = CharField(_("heading"), max_length=200)
    body = TextField(_("text"), blank=True)
    part = models.CharField(
        _("figures"),
        max_length=16,
        choices=DataPart,
        default=DataPart.NOTHING,
        blank=True,
        editable=False,
    )
    is_left_out = models.BooleanField(_("left out"), default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("section of a report")
        ordering = ["emulation_year", "kind", "position"]
        constraints = [
            # The three that a contribution to a section points to.
            models.UniqueConstraint(
                fields=["id", "emulation_year", "kind"], name="section_belongs_to_its_report"
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "kind", "position"],
                name="report_section_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "kind", "part"],
                condition=~Q(part=""),
                name="report_shows_its_figures_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=REPORTS), name="report_section_is_of_a_report"
            ),
            models.CheckConstraint(
                condition=Q(part__in=DataPart.values),
                name="report_section_shows_known_figures",
            ),
            models.CheckConstraint(condition=~Q(heading=""), name="report_section_has_a_heading"),
        ]

    def __str__(self):
        return self.heading
