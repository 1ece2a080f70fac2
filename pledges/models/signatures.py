"""Signatures under a covenant: confirmed in the system with a password, or recorded from paper."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import never_truncated, tracked
from blocs.models import ChairAct, Seat
from files.models import StoredFile
from vietnamese.fields import CharField

from .commitments import Commitment
from .covenants import CovenantVersion
from .freezing import BY_VERSION, is_on_what_was_signed, is_seated, only_open_is_signed


def _only_added():
    return pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)


class SignatureWay(models.TextChoices):
    CONFIRMED = "confirmed", _("confirmed in the system")
    PAPER = "paper", _("signed on paper")


@tracked()
class Signature(models.Model):
    """A member has signed a version: who, in which position, when, and over which text.

    `sha256` is the fingerprint of the words that concern the member (`pledges.wording`). One on
    paper may be of an organisation without a named person; what was recorded for the bloc rests on
    an act of the chair, what was taken over as history does not. No digital signature by law.
    """

    covenant_version = models.ForeignKey(
        CovenantVersion, models.PROTECT, related_name="signatures", verbose_name=_("version")
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="signatures", verbose_name=_("member")
    )
    way = models.CharField(_("way of signing"), max_length=9, choices=SignatureWay)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="signatures",
        verbose_name=_("person"),
    )
    full_name = CharField(_("full name"), max_length=120, blank=True)
    position = CharField(_("position"), max_length=300, blank=True)
    signed_on = models.DateField(_("signed on"))
    at = models.DateTimeField(_("recorded at"))
    sha256 = models.CharField("SHA-256", max_length=64)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("scan")
    )
    act = models.OneToOneField(
        ChairAct, models.PROTECT, null=True, related_name="+", verbose_name=_("act of the chair")
    )

    class Meta:
        verbose_name = _("signature")
        ordering = ["covenant_version", "seat__position"]
        triggers = [
            _only_added(),
            never_truncated(),
            only_open_is_signed(),
            is_seated(BY_VERSION),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["covenant_version", "seat"], name="member_signs_a_version_once"
            ),
            models.CheckConstraint(
                condition=Q(way__in=SignatureWay.values), name="signature_way_is_known"
            ),
            models.CheckConstraint(
                condition=(
                    ~Q(way="confirmed")
                    | (Q(person__isnull=False, file=None, act=None) & ~Q(full_name=""))
                )
                & (
                    ~Q(way="paper")
                    | Q(person=None, file=None, act=None)
                    | Q(person=None, file__isnull=False, act__isnull=False)
                ),
                name="signature_is_confirmed_or_on_paper",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="signature_sha256_is_one"
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.full_name}" if self.full_name else str(self.seat)


@tracked()
class Reservation(models.Model):
    """A member signed with a reservation on one commitment, for a reason."""

    signature = models.ForeignKey(
        Signature, models.PROTECT, related_name="reservations", verbose_name=_("signature")
    )
    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="reservations", verbose_name=_("commitment")
    )
    reason = CharField(_("reason"), max_length=500)

    class Meta:
        verbose_name = _("reservation")
        ordering = ["signature", "commitment__number"]
        triggers = [_only_added(), never_truncated(), is_on_what_was_signed()]
        constraints = [
            models.UniqueConstraint(
                fields=["signature", "commitment"], name="reservation_is_made_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reservation_has_a_reason"),
        ]

    def __str__(self):
        return self.reason
