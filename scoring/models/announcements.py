"""Announced standings: what was made public stands; a correction is a new version."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from blocs.models import ChairAct, EmulationYear
from vietnamese.fields import CharField

from .sets import CriteriaSet
from .settlements import only_added


class Announcement(models.Model):
    """A standing as it was announced (công bố), whole and as stored values. Rows are only added.

    `standing` is what `scoring.announcing.stored` made of it; later scores change nothing of it.
    From the second on each replaces the one before, for a reason.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="announcements",
        verbose_name=_("emulation year"),
    )
    criteria_set = models.ForeignKey(
        CriteriaSet, models.PROTECT, related_name="announcements", verbose_name=_("criteria")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    announced_on = models.DateField(_("announced on"))
    document = CharField(_("paper"), max_length=300, blank=True)
    standing = models.JSONField(_("standing"))
    act = models.OneToOneField(ChairAct, models.PROTECT, related_name="+", verbose_name=_("act"))
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    replace_reason = CharField(_("reason for replacing"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("announced standing")
        ordering = ["emulation_year", "-number"]
        triggers = only_added()
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year", "number"], name="announcement_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="announcement_belongs_to_its_year"
            ),
            models.CheckConstraint(
                condition=Q(number=1, replaces=None, replace_reason="")
                | (Q(number__gt=1, replaces__isnull=False) & ~Q(replace_reason="")),
                name="announcement_replaces_the_one_before_for_a_reason",
            ),
        ]

    def __str__(self):
        return str(self.number)


def announced_standing(year):
    """Return the stored standing that is announced for a year now, or None: one query."""
    last = year.announcements.order_by("-number").first()
    return last.standing if last else None
