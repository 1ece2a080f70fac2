"""Finding organisations, blocs, awards and decisions: without accents, by alias, in either tone."""

from dataclasses import dataclass

from django.db.models import Q

from awards.lookup import decisions_with_words, newest
from awards.models import Award, Decision
from blocs.models import Bloc, Organisation
from vietnamese.text import nfc, search_key

MOST = 50
MOST_OF_THE_REGISTRY = 10  # its own page has the rest


@dataclass(frozen=True)
class Found:
    """What a query found: at most `MOST` of each, names with exactly the typed accents first.

    Of the registry the newest few; `more_awards`: its own page has more with these words.
    """

    organisations: list = ()
    blocs: list = ()
    awards: list = ()
    more_awards: bool = False
    decisions: list = ()

    def __bool__(self):
        return bool(self.organisations or self.blocs or self.awards or self.decisions)


def find(query, user):
    """Find what the person may see whose name, short name or alias contains the query.

    Of the registry, what answers to every word of it (`awards.lookup`). Seven queries; a query
    without letters or digits finds nothing.
    """
    key = search_key(query)
    if not key:
        return Found()
    named = Q(search_key__contains=key) | Q(aliases__search_key__contains=key)
    organisations = Organisation.objects.visible_to(user).filter(named)
    organisations = organisations.select_related("province").distinct()[:MOST]
    named |= Q(years__search_key__contains=key)
    blocs = Bloc.objects.visible_to(user).filter(named).select_related("province").distinct()[:MOST]
    awards, more = newest(Award.objects.visible_to(user), query, size=MOST_OF_THE_REGISTRY)
    decisions = decisions_with_words(Decision.objects.visible_to(user), query)
    decisions = list(decisions.order_by("-dated", "-pk")[:MOST_OF_THE_REGISTRY])
    return Found(
        _exact_first(organisations, query), _exact_first(blocs, query), awards, more, decisions
    )


def _exact_first(rows, query):
    """`Hội Nông dân` before what only looks like it without accents; else the order it came in."""
    typed = nfc(query).casefold()
    return sorted(rows, key=lambda row: typed not in row.name.casefold())
