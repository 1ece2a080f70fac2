"""How far a commitment has come: its states, and what a figure is against its plan.

Pure: plain values in, plain values out. Exact until it is shown (docs/field.md §3.2, §3.3).
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from .commending import Span


class Status(models.TextChoices):
    """How a member itself judges where it stands; the figures beside it are not turned into it."""

    NOT_STARTED = "not_started", _("not started")
    BEHIND = "behind", _("behind the plan")
    ON_TRACK = "on_track", _("on track")
    MISSED = "missed", _("not achieved")
    ACHIEVED = "achieved", _("achieved")
    EXCEEDED = "exceeded", _("exceeded")


# At mid-year nothing is missed yet; at the end of the year nothing is under way any more.
STATUSES = {
    Span.HALF_YEAR: (
        Status.NOT_STARTED,
        Status.BEHIND,
        Status.ON_TRACK,
        Status.ACHIEVED,
        Status.EXCEEDED,
    ),
    Span.YEAR: (Status.MISSED, Status.ACHIEVED, Status.EXCEEDED),
}


def percent(planned, actual, *, lower_is_better=False):
    """Return the figure reached against the plan in hundredths, half up to one decimal.

    Where less is better it is the plan against the figure. None where nothing was reported, and
    where there is nothing to divide by: `is_reached` still answers.
    """
    if actual is None:
        return None
    part, whole = (planned, actual) if lower_is_better else (actual, planned)
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_reached(planned, actual, *, lower_is_better=False):
    """Whether the figure reaches the plan, compared exactly; None where nothing was reported."""
    if actual is None:
        return None
    return actual <= planned if lower_is_better else actual >= planned


def concerns(span, year, *, joined_on, left_on):
    """Whether a member reports on a part of the year: it sits in the bloc when that part ends."""
    end = dt.date(year, 6, 30) if span == Span.HALF_YEAR else dt.date(year, 12, 31)
    return (joined_on is None or joined_on <= end) and (left_on is None or left_on > end)
