"""What a member achieved in a movement: in words, and in figures where it has any."""

from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat
from vietnamese.fields import CharField, TextField

from .entered import Entered
from .movements import Movement


class MovementResultQuerySet(models.QuerySet):
    def with_figures(self):
        """Bring each result's figures along with the same query, for `figure_lines`."""
        figures = ResultFigure.objects.filter(result=OuterRef("pk")).order_by("pk")
        # As text: JSON would read a number back as a float.
        exact = Cast("value", models.CharField())
        line = JSONObject(name="name", unit="unit", value=exact)
        return self.annotate(read_figures=ArraySubquery(figures.values(line=line)))


@tracked()
class MovementResult(Entered):
    """A member's report on a movement. No row means not reported, which is not nothing."""

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="movement_results",
        verbose_name=_("emulation year"),
    )
    movement = models.ForeignKey(
        Movement, models.PROTECT, related_name="results", verbose_name=_("movement")
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="movement_results", verbose_name=_("member")
    )
    text = TextField(_("results in words"), blank=True)

    objects = MovementResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("result in a movement")
        ordering = ["movement", "seat__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="result_belongs_to_its_year"
            ),
            models.UniqueConstraint(
                fields=["movement", "seat"], name="member_reports_on_a_movement_once"
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.movement}"

    @property
    def figure_lines(self):
        """[(name, unit, value)] of a row that `with_figures` read."""
        return [(line["name"], line["unit"], Decimal(line["value"])) for line in self.read_figures]


@tracked()
class ResultFigure(models.Model):
    """A figure of a result: what was counted, its unit, and how much."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="+", verbose_name=_("emulation year")
    )
    result = models.ForeignKey(
        MovementResult, models.CASCADE, related_name="figures", verbose_name=_("result")
    )
    name = CharField(_("what was counted"), max_length=200)
    unit = CharField(_("unit"), max_length=40, blank=True)
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=2)

    class Meta:
        verbose_name = _("figure of a result")
        ordering = ["result", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="figure_says_what_it_counts")
        ]

    def __str__(self):
        return f"{self.name}: {self.value} {self.unit}".strip()
