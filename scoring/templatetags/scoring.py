"""Points in templates: `{% load scoring %}`."""

from functools import partial

from django import template
from django.utils.translation import gettext as _

from scoring.kinds import Method
from scoring.row_fields import typed
from vietnamese.numbers import show_decimal

register = template.Library()


def signed(value):
    """What somebody gained or lost: +1,50 or −1,50."""
    return ("+" if value > 0 else "") + show_decimal(value, places=2).replace("-", "−")


@register.filter
def given_for(score, node):
    """What was given for a criterion as one reads it: a tier by its name, a figure of its target.

    "" where points were given without a figure.
    """
    figure, rule = score.figure, node.rule
    if figure is None:
        return ""
    if rule.has_named_tiers and 1 <= figure <= len(rule.tiers):
        return rule.tiers[int(figure) - 1].label
    if rule.method == Method.YES_NO:
        return _("Yes") if figure else _("No")
    target = "" if score.target is None else f" / {show_decimal(score.target)}"
    return f"{show_decimal(figure)}{target}"


# What can be reached is written as short as it is; what was given stands aligned in its column.
register.filter("points", show_decimal)
register.filter("score", partial(show_decimal, places=2))
register.filter("signed", signed)
# For a script: as one would type it.
register.filter("typed", typed)
