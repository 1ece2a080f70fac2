"""What is counted about commendations, and the share of people who work at the grass roots.

Pure: plain values in, plain values out. The classes are those of the state's statistics
(docs/field.md §1.5).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class Span(models.TextChoices):
    """The part of the year that a table covers. The year contains its first half."""

    HALF_YEAR = "half_year", _("first half of the year")
    YEAR = "year", _("whole year")


class Direction(models.TextChoices):
    GIVEN = "given", _("commendations given")
    RECEIVED = "received", _("commendations received")


class Level(models.TextChoices):
    STATE = "state", _("State and central level")
    MINISTRY = "ministry", _("ministry, sector, central organisation")
    PROVINCE = "province", _("province level")
    GRASSROOTS = "grassroots", _("sector and grass-roots level")


class Recipients(models.TextChoices):
    COLLECTIVE = "collective", _("collectives")
    TOP_LEADER = "top_leader", _("leaders of ministry or province rank")
    SENIOR_LEADER = "senior_leader", _("leaders of department rank")
    ENTREPRENEUR = "entrepreneur", _("entrepreneurs")
    OTHER_LEADER = "other_leader", _("other leaders from deputy head of division")
    DIRECT = "direct", _("people working, labouring or studying directly")


@dataclass(frozen=True)
class Count:
    """How many of a class a member commended, or had commended, at a level."""

    member: int
    direction: str
    level: str
    recipients: str
    number: int


@dataclass(frozen=True)
class Share:
    """So many of the commended individuals work directly at the grass roots."""

    direct: int
    individuals: int

    @property
    def percent(self):
        """In hundredths, rounded half up to two decimals for showing; compare the numbers."""
        exact = Decimal(self.direct) * 100 / Decimal(self.individuals)
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def total(counts, **which):
    """Add up the counts with these attributes; None where nothing is recorded, which is not 0."""
    numbers = [c.number for c in counts if all(getattr(c, k) == v for k, v in which.items())]
    return sum(numbers) if numbers else None


def direct_share(counts):
    """Return the Share in these counts of one direction, or None where nothing can be said.

    Of a member that left the class of people working directly empty nothing is known about it, so
    its other individuals are left out as well: the empty must not read as 0 %.
    """
    told = {c.member for c in counts if c.recipients == Recipients.DIRECT}
    known = [c for c in counts if c.member in told and c.recipients != Recipients.COLLECTIVE]
    individuals = sum(c.number for c in known)
    if not individuals:
        return None
    return Share(sum(c.number for c in known if c.recipients == Recipients.DIRECT), individuals)
