"""What every record of the movements carries: who entered it, and in whose place."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from blocs.models import ChairAct
from blocs.models.sources import Sourced


class Entered(Sourced):
    """A record that a person entered at a moment; neither is known of what a command brought.

    `act` is there where the chair's right was used, by the chair or in its place. A member that
    enters its own needs no right of the chair. `version` grows with every change, so that of two
    who write at the same time the second is told.
    """

    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered at"), null=True, editable=False)
    act = models.ForeignKey(
        ChairAct,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("act of the chair"),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
