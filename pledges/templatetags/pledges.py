"""Figures of targets in templates: `{% load pledges %}`."""

from django import template

from vietnamese.numbers import show_decimal

register = template.Library()


@register.filter
def figure(value):
    """A planned figure as the language of the page writes it, without closing zeros."""
    return "" if value is None else show_decimal(value)
