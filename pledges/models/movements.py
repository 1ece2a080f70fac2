"""Movements, campaigns and drives: what a bloc's members compete in during a year."""

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import Bloc, ChairAct, EmulationYear
from vietnamese.fields import CharField

from .entered import Entered


class MovementKind(models.TextChoices):
    """docs/field.md §11."""

    MOVEMENT = "movement", _("emulation movement")
    CAMPAIGN = "campaign", _("campaign")
    DRIVE = "drive", _("peak or thematic drive")


class Launcher(models.TextChoices):
    """Who launched it, from the top down (docs/field.md §11)."""

    CENTRAL = "central", _("central level")
    PARTY = "party", _("Party committee of the province")
    COMMITTEE = "committee", _("People's Committee of the province")
    FRONT = "front", _("Fatherland Front")
    SECTOR = "sector", _("the member's own sector")
    BLOC = "bloc", _("the bloc itself")
    UNKNOWN = "unknown", _("not recorded")


_NO_CIRCLE = """
IF EXISTS (
    WITH RECURSIVE above(id) AS (
        SELECT NEW.answers_id
        UNION
        SELECT m.answers_id FROM pledges_movement m JOIN above a ON m.id = a.id
        WHERE m.answers_id IS NOT NULL
    )
    SELECT FROM above WHERE id = NEW.id
) THEN
    RAISE check_violation
    USING MESSAGE = 'movements_do_not_answer_in_a_circle',
    CONSTRAINT = 'movements_do_not_answer_in_a_circle';
END IF;
RETURN NULL;
"""


@tracked()
class Movement(Entered):
    """One movement as it runs in one year of a bloc, under its name verbatim.

    `period` is [from, until) with either end unknown; None where no day is known, in which case
    `period_stated` may say what is written instead ("giai đoạn 2021-2025"). `answers` is the upper
    movement, of this bloc in this or another year, that this one answers.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="movements", verbose_name=_("emulation year")
    )
    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="movements", editable=False, verbose_name=_("bloc")
    )
    kind = models.CharField(
        _("kind"), max_length=8, choices=MovementKind, default=MovementKind.MOVEMENT
    )
    launcher = models.CharField(
        _("launched by"), max_length=9, choices=Launcher, default=Launcher.UNKNOWN
    )
    launched_by = CharField(_("name of the launcher"), max_length=200, blank=True)
    name = CharField(_("name of the movement"), max_length=500)
    occasion = CharField(_("occasion"), max_length=500, blank=True)
    period = DateRangeField(_("period"), null=True, blank=True)
    period_stated = CharField(_("period as written"), max_length=100, blank=True)
    answers = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answered_by",
        verbose_name=_("answers the movement"),
    )
    withdrawn = models.ForeignKey(
        ChairAct,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdraw_reason = CharField(
        _("reason for withdrawing"), max_length=300, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("movement")
        ordering = ["emulation_year", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="answers_no_circle",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                func=_NO_CIRCLE,
            )
        ]
        constraints = [
            # The pairs that answering movements, results and exemplars point to.
            models.UniqueConstraint(fields=["id", "bloc"], name="movement_belongs_to_its_bloc"),
            models.UniqueConstraint(
                fields=["id", "emulation_year"], name="movement_belongs_to_its_year"
            ),
            models.UniqueConstraint(
                fields=["emulation_year", "name"],
                condition=Q(withdrawn=None),
                name="movement_is_entered_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=MovementKind.values), name="movement_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(launcher__in=Launcher.values), name="movement_launcher_is_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="movement_has_a_name"),
            models.CheckConstraint(
                condition=Q(period=None)
                | (
                    Q(period__isempty=False)
                    & (Q(period__lower_inf=False) | Q(period__upper_inf=False))
                ),
                name="movement_period_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answers=None) | ~Q(answers=F("id")),
                name="movement_does_not_answer_itself",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=None, withdraw_reason="")
                | (Q(withdrawn__isnull=False) & ~Q(withdraw_reason="")),
                name="movement_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.name
