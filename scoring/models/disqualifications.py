"""Facts for which a member is not considered (docs/field.md §3.5)."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from blocs.models import ChairAct, EmulationYear, Seat
from vietnamese.fields import CharField, TextField

from ..kinds import UNRANKING, Effect, Fact


@tracked()
class Disqualification(models.Model):
    """A fact, the paper that says it, the period it holds for, and what follows for the member.

    The member's points stay. It counts until it is revoked with a reason: a day that passes lifts
    nothing by itself. The database holds that the member is of the year.
    """

    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="disqualifications",
        editable=False,
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="disqualifications", verbose_name=_("member")
    )
    fact = models.CharField(_("kind of fact"), max_length=5, choices=Fact)
    facts = TextField(_("what happened"))
    document = CharField(
        _("paper"),
        max_length=300,
        help_text=_("Number, day and issuer of the paper that establishes it."),
    )
    period = DateRangeField(_("period"), editable=False)
    effect = models.CharField(_("effect"), max_length=11, choices=Effect)
    entered = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("entered"),
    )
    revoked = models.OneToOneField(
        ChairAct,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("revoked"),
    )
    revoke_reason = CharField(_("reason for revoking"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("fact for which a member is not considered")
        ordering = ["emulation_year", "seat__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fact__in=Fact.values), name="disqualifying_fact_is_known"
            ),
            models.CheckConstraint(
                condition=Q(effect__in=Effect.values), name="disqualifying_effect_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(facts="") & ~Q(document=""),
                name="disqualification_rests_on_facts_and_a_paper",
            ),
            models.CheckConstraint(
                condition=Q(period__isempty=False, period__lower_inf=False),
                name="disqualification_begins_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(revoked=None, revoke_reason="")
                | (Q(revoked__isnull=False) & ~Q(revoke_reason="")),
                name="disqualification_is_revoked_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.get_fact_display()}"

    @property
    def takes_rank(self):
        return not self.revoked_id and self.effect in UNRANKING
