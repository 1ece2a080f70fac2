"""The chair's steps in a ballot: opened, ended early, extended, cancelled, closed."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated
from blocs.models import ChairAct
from vietnamese.fields import CharField

from .ballots import Ballot


class StepKind(models.TextChoices):
    OPENED = "opened", _("opened")
    ENDED_EARLY = "ended_early", _("voting ended early")
    EXTENDED = "extended", _("extended")
    CANCELLED = "cancelled", _("cancelled")
    CLOSED = "closed", _("closed")


class BallotStep(models.Model):
    """One step, by an act of the chair; `until` is when voting ends from then on. Only added."""

    ballot = models.ForeignKey(
        Ballot, models.PROTECT, related_name="steps", verbose_name=_("secret ballot")
    )
    kind = models.CharField(_("step"), max_length=11, choices=StepKind)
    until = models.DateTimeField(_("voting ends"), null=True)
    why = CharField(_("reason"), max_length=300, blank=True)
    act = models.OneToOneField(
        ChairAct, models.PROTECT, related_name="+", verbose_name=_("act of the chair")
    )

    class Meta:
        verbose_name = _("step of a ballot")
        ordering = ["ballot", "pk"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=StepKind.values), name="ballot_step_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["opened", "closed"]) | ~Q(why=""),
                name="ballot_leaves_its_course_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()
