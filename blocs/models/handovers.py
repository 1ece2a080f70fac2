"""The handover of the chair: who gave what to whom, and from which day the receiver acts."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from vietnamese.fields import CharField, TextField

from .blocs import Bloc
from .revoking import Revocable, revoked_for_a_reason
from .sources import Sourced
from .terms import Selection, Term, joins_its_terms
from .years import EmulationYear


class HandoverQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep those whose giver or receiver held the chair for a year that the person may read."""
        years = EmulationYear.objects.visible_to(user)
        return self.filter(
            Q(giver_term__seat__emulation_year__in=years)
            | Q(receiver_term__seat__emulation_year__in=years)
        )

    def valid(self):
        return self.filter(revoked_at=None)


@tracked()
class Handover(Sourced, Revocable):
    """A handover joins two terms: the giver's ends on the day on which the receiver's begins.

    `held_on` is the day of the ceremony, `effective_on` the day from 00:00 of which the receiver
    acts. A historical handover has terms without period and no effective day.
    """

    bloc = models.ForeignKey(
        Bloc, models.PROTECT, related_name="handovers", editable=False, verbose_name=_("bloc")
    )
    giver_term = models.ForeignKey(
        Term, models.PROTECT, related_name="handovers_given", verbose_name=_("giver")
    )
    receiver_term = models.ForeignKey(
        Term, models.PROTECT, related_name="handovers_received", verbose_name=_("receiver")
    )
    held_on = models.DateField(_("held on"))
    place = CharField(_("place"), max_length=200, blank=True)
    effective_on = models.DateField(_("the receiver acts from"), null=True, blank=True)
    selection = models.CharField(
        _("manner of selection"), max_length=13, choices=Selection, default=Selection.UNKNOWN
    )
    past_day_reason = CharField(_("reason for a past day"), max_length=300, blank=True)
    note = TextField(_("note"), blank=True)
    # What the handover put an end to, so that revoking it can put it back.
    giver_ended_on = models.DateField(
        _("end of the giver's term before"), null=True, blank=True, editable=False
    )
    deputy_term = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("deputy before"),
    )
    deputy_ended_on = models.DateField(
        _("end of the deputy's term before"), null=True, blank=True, editable=False
    )
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    recorded_on = models.DateField(_("recorded on"), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("handover")
        ordering = ["bloc", "held_on", "pk"]
        triggers = [
            joins_its_terms("NEW.id = h.id"),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["giver_term"], condition=Q(revoked_at=None), name="term_is_given_once"
            ),
            models.UniqueConstraint(
                fields=["receiver_term"], condition=Q(revoked_at=None), name="term_is_received_once"
            ),
            models.CheckConstraint(
                condition=~Q(giver_term=F("receiver_term")), name="handover_has_two_sides"
            ),
            models.CheckConstraint(
                condition=Q(deputy_ended_on=None) | Q(deputy_term__isnull=False),
                name="handover_ends_a_deputy_it_names",
            ),
            models.CheckConstraint(
                condition=Q(selection__in=Selection.values), name="handover_selection_is_known"
            ),
            models.CheckConstraint(
                condition=Q(effective_on=None)
                | Q(effective_on__gte=F("recorded_on"))
                | ~Q(past_day_reason=""),
                name="handover_to_a_past_day_has_a_reason",
            ),
            revoked_for_a_reason("handover_is_revoked_for_a_reason"),
        ]

    def __str__(self):
        return f"{self.giver_term.seat} → {self.receiver_term.seat}"


class HandoverSide(models.TextChoices):
    GIVER = "giver", _("for the giver")
    RECEIVER = "receiver", _("for the receiver")
    WITNESS = "witness", _("witness")


class HandoverPerson(models.Model):
    """Who stood on which side, with the position held on that day. Outsiders may witness."""

    handover = models.ForeignKey(
        Handover, models.CASCADE, related_name="people", verbose_name=_("handover")
    )
    side = models.CharField(_("side"), max_length=8, choices=HandoverSide)
    full_name = CharField(_("full name"), max_length=120)
    position = CharField(_("position"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(side__in=HandoverSide.values), name="handover_side_is_known"
            )
        ]

    def __str__(self):
        return self.full_name


class ItemKind(models.TextChoices):
    OPEN_WORK = "open_work", _("unfinished work")
    PAPERS = "papers", _("papers")
    MONEY = "money", _("money")
    OBJECT = "object", _("object")


class HandoverItem(models.Model):
    """One line of the inventory, frozen as text: what it names may change, the line may not."""

    handover = models.ForeignKey(
        Handover, models.CASCADE, related_name="items", verbose_name=_("handover")
    )
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=9, choices=ItemKind)
    text = TextField(_("content"))
    quantity = CharField(_("quantity"), max_length=60, blank=True)
    note = CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="handover_item_kind_is_known"
            ),
            models.UniqueConstraint(
                fields=["handover", "position"], name="handover_item_has_its_own_place"
            ),
        ]

    def __str__(self):
        return self.text


@tracked()
class Completion(models.Model):
    """The giver completes an open year until a day: that year's scores and papers only."""

    handover = models.ForeignKey(
        Handover, models.PROTECT, related_name="completions", verbose_name=_("handover")
    )
    emulation_year = models.ForeignKey(
        EmulationYear, models.PROTECT, related_name="completions", verbose_name=_("emulation year")
    )
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("completion of a year")
        ordering = ["emulation_year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "emulation_year"], name="year_is_completed_by_one_side"
            )
        ]

    def __str__(self):
        return f"{self.emulation_year} → {self.until}"
