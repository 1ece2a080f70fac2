"""Finding organisations and blocs: without accents, by alias, in either tone placement."""

from dataclasses import dataclass

from django.db.models import Q

from blocs.models import Bloc, Organisation
from vietnamese.text import nfc, search_key

MOST = 50


@dataclass(frozen=True)
class Found:
    """What a query found: at most `MOST` of each, names with exactly the typed accents first."""

    organisations: list
    blocs: list

    def __bool__(self):
        return bool(self.organisations or self.blocs)


def find(query, user):
    """Find what the person may see whose name, short name or alias contains the query.

    Two queries; a query without letters or digits finds nothing.
    """
    key = search_key(query)
    if not key:
        return Found([], [])
    named = Q(search_key__contains=key) | Q(aliases__search_key__contains=key)
    organisations = Organisation.objects.visible_to(user).filter(named)
    organisations = organisations.select_related("province").distinct()[:MOST]
    named |= Q(years__search_key__contains=key)
    blocs = Bloc.objects.visible_to(user).filter(named).select_related("province").distinct()[:MOST]
    return Found(_exact_first(organisations, query), _exact_first(blocs, query))


def _exact_first(rows, query):
    """`Hội Nông dân` before what only looks like it without accents; else the order it came in."""
    typed = nfc(query).casefold()
    return sorted(rows, key=lambda row: typed not in row.name.casefold())
