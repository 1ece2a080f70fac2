"""What was recorded by mistake is revoked with a reason and stays (docs/decisions/0007)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import CharField


class Revocable(models.Model):
    """A record that can be revoked; its table holds `revoked_for_a_reason`."""

    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    revoke_reason = CharField(_("reason for revoking"), max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True


def revoked_for_a_reason(name):
    """The constraint, under the sentence that the database says."""
    return models.CheckConstraint(
        condition=Q(revoked_at=None, revoked_by=None, revoke_reason="")
        | (Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoke_reason="")),
        name=name,
    )
