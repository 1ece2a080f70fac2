"""Who signed an issued paper."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import CharField

from .papers import ONLY_ADDED, Paper


class Signatory(models.Model):
    """Who signed an issued paper, in the capacity and with the position printed or known then."""

    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="signatories", verbose_name=_("issued paper")
    )
    place = models.PositiveSmallIntegerField(_("order of signing"))
    capacity = CharField(_("capacity"), max_length=200)
    full_name = CharField(_("full name"), max_length=120)
    position = CharField(_("position"), max_length=300, blank=True)

    class Meta:
        ordering = ["paper", "place"]
        triggers = [ONLY_ADDED]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "place"], name="signatory_has_a_place_of_its_own"
            ),
            models.CheckConstraint(
                condition=~Q(full_name="") & ~Q(capacity=""),
                name="signatory_signs_by_name_and_capacity",
            ),
        ]

    def __str__(self):
        return self.full_name
