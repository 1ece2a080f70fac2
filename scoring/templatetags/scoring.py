"""Points in templates: `{% load scoring %}`."""

from django import template

from vietnamese.numbers import show_decimal

register = template.Library()
register.filter("points", show_decimal)
