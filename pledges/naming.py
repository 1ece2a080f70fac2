"""What this room adds to the records that name a source (`blocs.naming`)."""

from django.db.models import Value

from blocs.models import EmulationYear

from .models import CommendationReport, Covenant, Exemplar, Movement, MovementResult

_ADDRESS = ("emulation_year__bloc__slug", "emulation_year__year")


def of_years(user):
    """Of the years that the person sees: covenants, movements, and what members report."""
    years = EmulationYear.objects.visible_to(user)
    slug, number = _ADDRESS
    result = ["seat__organisation__name", Value(": "), "movement__name"]
    return [
        (Covenant.objects.visible_to(user), ["emulation_year__name"], slug, number),
        (Movement.objects.filter(emulation_year__in=years), ["name"], "pk", number, slug),
        (
            MovementResult.objects.filter(emulation_year__in=years),
            result,
            "movement",
            number,
            slug,
        ),
        (Exemplar.objects.filter(emulation_year__in=years), ["name"], slug, number),
        (
            CommendationReport.objects.filter(emulation_year__in=years),
            ["seat__organisation__name"],
            slug,
            number,
        ),
    ]
