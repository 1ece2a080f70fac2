"""The years in which an organisation had a result or an award, those of its predecessors included.

What `chains.chain` counts from (R5). What a renamed or merged organisation had before counts on for
its successor, each such year with the name of its time: a chain across a merger is for people to
judge, so it is marked (docs/field.md §1.4, §1.10).
"""

from dataclasses import dataclass, field

from blocs.models import OrganisationSuccession, SuccessionKind
from blocs.succession import with_predecessors

from .models import Award, YearlyResult


@dataclass(frozen=True)
class Held:
    """Calendar years; iterating gives them. `inherited` is {year: name that held it then}.

    `merged` are those of the inherited that came through a merger.
    """

    years: frozenset = frozenset()
    inherited: dict = field(default_factory=dict)
    merged: frozenset = frozenset()

    def __iter__(self):
        return iter(self.years)

    def __contains__(self, year):
        return year in self.years


def years_with(organisation, what, until):
    """Return the `Held` years up to and with `until` in which the organisation had any of `what`.

    `what` are values of `YearRating` ("excellent") and codes of kinds of award ("CO_TINH"), mixed
    as one likes; of awards only its own as a collective that stand count. Three queries at most.
    """
    lines = _lines(organisation.pk, until)
    found = {}
    for year, holder, name in _told(set(what), lines, until):
        if year not in found or holder == organisation.pk:
            found[year] = holder, name
    inherited = {year: name for year, (holder, name) in found.items() if holder != organisation.pk}
    merged = frozenset(year for year in inherited if lines[found[year][0]])
    return Held(frozenset(found), inherited, merged)


def with_those_before(pk, until):
    """Return {organisation: whether a merger lies between} for one organisation and what it was."""
    return _lines(pk, until)


def _lines(pk, until):
    rows = OrganisationSuccession.objects.filter(successor__isnull=False, on__year__lte=until)
    rows = list(rows.values_list("predecessor", "successor", "kind"))
    whole = [row[:2] for row in rows if row[2] != SuccessionKind.SPLIT]
    renamed = [row[:2] for row in rows if row[2] == SuccessionKind.RENAMED]
    same = with_predecessors({pk}, renamed)
    return {each: each not in same for each in with_predecessors({pk}, whole)}


def _told(what, organisations, until):
    """(year, organisation, its name) of results and of awards to collectives that stand."""
    of = {"organisation__in": list(organisations), "year__lte": until}
    results = YearlyResult.objects.filter(rating__in=what, **of)
    yield from results.values_list("year", "organisation", "organisation__name")
    awards = Award.objects.valid().filter(kind__code__in=what, recipient="collective", **of)
    yield from awards.order_by().values_list("year", "organisation", "organisation__name")
