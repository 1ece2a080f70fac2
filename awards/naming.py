"""What this room adds to the records that name a source (`blocs.naming`)."""

from django.db.models import Value

from .models import Decision


def of_registry(user):
    """Of the decisions that the person sees."""
    shown = ["number", Value(": "), "subject"]
    return [(Decision.objects.visible_to(user), shown, "pk", Value(0))]
