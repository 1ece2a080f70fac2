"""Models and exemplars: what a member shows others as worth following."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear, Seat
from vietnamese.fields import CharField, TextField

from .entered import Entered
from .movements import Movement


class ExemplarKind(models.TextChoices):
    MODEL = "model", _("model")
    COLLECTIVE = "collective", _("exemplary collective")
    PERSON = "person", _("exemplary person")


@tracked()
class Exemplar(Entered):
    """A model, a collective or a person. Of a person only name and position are kept."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="exemplars", verbose_name=_("emulation year")
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="exemplars", verbose_name=_("member")
    )
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="exemplars",
        verbose_name=_("movement"),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=ExemplarKind, default=ExemplarKind.MODEL
    )
    name = CharField(_("name"), max_length=300)
    position = CharField(_("position"), max_length=200, blank=True)
    description = TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("model or exemplar")
        ordering = ["emulation_year", "seat__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ExemplarKind.values), name="exemplar_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="exemplar_has_a_name"),
            models.CheckConstraint(
                condition=Q(position="") | Q(kind=ExemplarKind.PERSON),
                name="exemplar_position_is_a_persons",
            ),
        ]

    def __str__(self):
        return self.name
