"""What was done by the chair's right, by whom, and in which capacity."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated
from vietnamese.fields import CharField

from .deadline_kinds import DeadlineKind
from .organisations import Organisation
from .terms import Term
from .years import EmulationYear


class ChairRight(models.TextChoices):
    """The rights that move with the chair; only the year's work may be left to be completed."""

    NOTICES = "notices", _("notices and papers of the bloc")
    YEAR_WORK = "year_work", _("scores and papers of the year")


class Capacity(models.TextChoices):
    CHAIR = "chair", _("as chair")
    COMPLETING = "completing", _("completing the year")
    STAND_IN = "stand_in", _("on behalf of the chair")
    VACANT = "vacant", _("for the bloc, which has no chair")


class ChairAct(models.Model):
    """One act by the chair's right. Rows are only added, never changed.

    `deadline` is that of the duty which the act does, where it does one of a certain day.
    """

    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="chair_acts", verbose_name=_("emulation year")
    )
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="acts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    right = models.CharField(max_length=9, choices=ChairRight)
    capacity = models.CharField(max_length=10, choices=Capacity)
    what = CharField(max_length=300)
    deadline = models.CharField(
        _("what was due"), max_length=16, choices=DeadlineKind, default="", blank=True
    )
    reason = CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="chair_acts")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete),
            never_truncated(),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(right__in=ChairRight.values), name="act_right_is_known"
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=Capacity.values), name="act_capacity_is_known"
            ),
            models.CheckConstraint(
                condition=Q(deadline__in=["", *DeadlineKind.values]),
                name="act_deadline_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    capacity__in=["chair", "completing"],
                    term__isnull=False,
                    organisation__isnull=False,
                )
                | Q(capacity="stand_in", term__isnull=False)
                | Q(capacity="vacant", term=None, organisation=None),
                name="act_names_the_term_it_rests_on",
            ),
            models.CheckConstraint(
                condition=~Q(capacity="stand_in") | ~Q(reason=""),
                name="standing_in_has_a_reason",
            ),
        ]

    def __str__(self):
        return self.what
