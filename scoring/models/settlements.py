"""Ties settled elsewhere: the order that a vote or a fact gave. Rows are only added."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated
from blocs.models import ChairAct, EmulationYear, Seat
from vietnamese.fields import CharField

from .ranking_rules import TieBreak
from .sets import CriteriaSet


def only_added():
    """Triggers: rows are added, never changed, removed or emptied."""
    operation = pgtrigger.Update | pgtrigger.Delete
    return [pgtrigger.Protect(name="only_added", operation=operation), never_truncated()]


class Settlement(models.Model):
    """What one tie-break came to between members who were equal, with its reason.

    A wrong one is followed by a new one between the same members: the newest counts. Its tie-break
    is one of the year's criteria, and its members sit in the year.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="settlements",
        verbose_name=_("emulation year"),
    )
    criteria_set = models.ForeignKey(
        CriteriaSet, models.PROTECT, related_name="settlements", verbose_name=_("criteria")
    )
    tie_break = models.ForeignKey(
        TieBreak, models.PROTECT, related_name="settlements", verbose_name=_("tie-break")
    )
    why = CharField(_("reason"), max_length=300)
    act = models.OneToOneField(ChairAct, models.PROTECT, related_name="+", verbose_name=_("act"))

    class Meta:
        verbose_name = _("settlement of a tie")
        ordering = ["emulation_year", "-pk"]
        triggers = only_added()
        constraints = [
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="settlement_belongs_to_its_year"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="settlement_has_a_reason"),
        ]

    def __str__(self):
        return self.why


class SettledPlace(models.Model):
    """The place of one member; members of the same place stay equal."""

    settlement = models.ForeignKey(
        Settlement, models.PROTECT, related_name="places", verbose_name=_("settlement")
    )
    emulation_year = models.ForeignKey(EmulationYear, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+", verbose_name=_("member"))
    place = models.PositiveSmallIntegerField(_("place"))

    class Meta:
        verbose_name = _("settled place")
        ordering = ["settlement", "place", "seat__position"]
        triggers = only_added()
        constraints = [
            models.UniqueConstraint(fields=["settlement", "seat"], name="member_is_settled_once"),
            models.CheckConstraint(condition=Q(place__gte=1), name="settled_places_begin_at_one"),
        ]

    def __str__(self):
        return f"{self.place}. {self.seat}"
