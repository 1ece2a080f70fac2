"""Locked scores: once the year-end report is issued, its figures stand."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import EmulationYear
from vietnamese.fields import CharField


@tracked()
class ScoresLock(models.Model):
    """The scores of a year were locked, and perhaps reopened with a reason. Rows are history."""

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="scores_locks", verbose_name=_("emulation year")
    )
    locked_at = models.DateTimeField(_("locked at"))
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("locked by"),
    )
    why = CharField(_("reason for locking"), max_length=300)
    reopened_at = models.DateTimeField(_("reopened at"), null=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("reopened by"),
    )
    reopen_why = CharField(_("reason for reopening"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("lock of the scores")
        ordering = ["emulation_year", "-locked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["emulation_year"],
                condition=Q(reopened_at=None),
                name="scores_are_locked_once",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="scores_are_locked_for_a_reason"),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopen_why="")
                | (Q(reopened_at__isnull=False) & ~Q(reopen_why="")),
                name="scores_are_reopened_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.why
