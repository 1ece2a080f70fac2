"""Which records name a source, of those that a person sees: one query over all their tables."""

from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast, Concat

from .models import (
    Activity,
    Bloc,
    Conference,
    EmulationYear,
    Handover,
    LegalBasis,
    Organisation,
    OrganisationSuccession,
    Province,
    ProvinceSuccession,
    Seat,
    Term,
)


def records_that_name(source, user, *, more=()):
    """Rows `{what, shown, key, in_year, of_bloc}`, blocs first, a succession with its predecessor.

    `key` leads to the page that shows the record: the slug of the bloc of a year, seat or term,
    else a number. `in_year` is the emulation year, 0 where there is none; `of_bloc` the slug that
    leads to a conference. `more` are branches of rooms to the right, in the form of those here.
    """
    branches = [*_of_blocs(user), *more, *_of_organisations(user), *_of_provinces(user)]
    first, *others = [
        rows.filter(source=source)
        .order_by()
        .values(
            nth=Value(nth, IntegerField()),
            what=Value(rows.model._meta.model_name, CharField()),
            shown=Concat(*shown, Value(""), output_field=CharField()),
            key=Cast(key, CharField()),
            in_year=Cast(in_year, IntegerField()),
            of_bloc=Cast(of_bloc[0] if of_bloc else Value(""), CharField()),
        )
        for nth, (rows, shown, key, in_year, *of_bloc) in enumerate(branches)
    ]
    return first.union(*others, all=True).order_by("nth", "in_year", "shown", "key")


def _of_blocs(user):
    blocs, years = Bloc.objects.visible_to(user), EmulationYear.objects.visible_to(user)
    seats = Seat.objects.filter(emulation_year__in=years)
    giver, receiver = (f"{side}_term__seat__organisation__name" for side in ("giver", "receiver"))
    return [
        (blocs, ["name"], "slug", Value(0)),
        (years, ["name"], "bloc__slug", "year"),
        (seats, ["organisation__name"], "bloc__slug", "emulation_year__year"),
        (
            Term.objects.visible_to(user),
            ["seat__organisation__name"],
            "bloc__slug",
            "seat__emulation_year__year",
        ),
        (Handover.objects.visible_to(user), [giver, Value(" → "), receiver], "pk", Value(0)),
        (
            Conference.objects.visible_to(user),
            ["title"],
            "pk",
            "emulation_year__year",
            "bloc__slug",
        ),
        (
            Activity.objects.visible_to(user),
            ["text"],
            "emulation_year__bloc__slug",
            "emulation_year__year",
        ),
    ]


def _of_organisations(user):
    seen = Organisation.objects.visible_to(user)
    successions = OrganisationSuccession.objects.filter(predecessor__in=seen)
    return [
        (seen, ["name"], "pk", Value(0)),
        (successions, ["predecessor__name"], "predecessor", Value(0)),
    ]


def _of_provinces(user):
    seen = Province.objects.filter(pk__in=Province.objects.visible_to(user).values("pk"))
    successions = ProvinceSuccession.objects.filter(predecessor__in=seen)
    both = ["predecessor__name", Value(" → "), "successor__name"]
    return [
        (seen, ["name"], "pk", Value(0)),
        (successions, both, "predecessor", Value(0)),
        (LegalBasis.objects.visible_to(user), ["title"], "pk", Value(0)),
    ]
