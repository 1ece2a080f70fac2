"""What this room adds to the records that name a source (`blocs.naming`)."""

from django.db.models import Value
from django.db.models.functions import Coalesce

from .models import Decision, Nomination


def nominations_named(user):
    """The nominations of the years that the person sees, under their member or what is stated."""
    name = [Coalesce("seat__organisation__name", "member_stated"), Value(": "), "kind__name"]
    rows = Nomination.objects.visible_to(user)
    return [(rows, name, "pk", "emulation_year__year", "emulation_year__bloc__slug")]


def of_registry(user):
    """Of the decisions that the person sees."""
    shown = ["number", Value(": "), "subject"]
    return [(Decision.objects.visible_to(user), shown, "pk", Value(0))]
