"""How many votes are needed, in whole numbers and of all who may vote. Pure (docs/field.md §4)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class Threshold(models.TextChoices):
    """The share of all eligible voters that must agree; each bloc's own rule says which."""

    HALF = "half", _("more than 1/2")
    TWO_THIRDS = "two_thirds", _("at least 2/3")
    EIGHTY = "eighty", _("at least 80 %")
    NINETY = "ninety", _("at least 90 %")


@dataclass(frozen=True)
class Share:
    """`part` of `whole`, to be reached, or to be exceeded."""

    part: int
    whole: int
    exceeded: bool = False


SHARES = {
    Threshold.HALF: Share(1, 2, exceeded=True),
    Threshold.TWO_THIRDS: Share(2, 3),
    Threshold.EIGHTY: Share(80, 100),
    Threshold.NINETY: Share(90, 100),
}


def is_reached(threshold, agree, eligible):
    """Whether so many agreeing votes are enough of all who may vote; nobody reaches it of none."""
    share = SHARES[Threshold(threshold)]
    got, asked = agree * share.whole, share.part * eligible
    return eligible > 0 and (got > asked if share.exceeded else got >= asked)


def needed(threshold, eligible):
    """Return the smallest number of agreeing votes that is enough."""
    share = SHARES[Threshold(threshold)]
    full, rest = divmod(share.part * eligible, share.whole)
    return full + (1 if rest or share.exceeded else 0)


def percent(agree, eligible):
    """Return the share of all who may vote, in per cent with two decimals; for reading only."""
    if not eligible:
        return Decimal("0.00")
    return (Decimal(agree * 100) / eligible).quantize(Decimal("0.01"), ROUND_HALF_UP)
