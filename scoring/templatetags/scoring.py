"""Points in templates: `{% load scoring %}`."""

from functools import partial

from django import template

from scoring.row_fields import typed
from vietnamese.numbers import show_decimal

register = template.Library()


def signed(value):
    """What somebody gained or lost: +1,50 or −1,50."""
    return ("+" if value > 0 else "") + show_decimal(value, places=2).replace("-", "−")


# What can be reached is written as short as it is; what was given stands aligned in its column.
register.filter("points", show_decimal)
register.filter("score", partial(show_decimal, places=2))
register.filter("signed", signed)
# For a script: as one would type it.
register.filter("typed", typed)
