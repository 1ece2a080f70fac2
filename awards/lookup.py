"""The registry is looked up: words as people type them, and pages that never count a million rows.

Every typed word must begin a word of the record: of the person, of the organisation as of that day,
of the achievement, or of another name of the organisation. Accents, case, tone placement and
decomposed letters make no difference (docs/field.md §8.2). Pages follow each other by the key of
their last row, so that the thousandth costs what the first costs. Rare words are
found by the index of words, common ones soon among the newest awards (docs/decisions/0032-…).
"""

import re
from dataclasses import dataclass

from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat

from blocs.models import Organisation, OrganisationAlias
from vietnamese.expressions import SearchKeyOf
from vietnamese.text import search_key

SIZE = 50
MOST_COUNTED = 1000
MOST_WORDS = 12
NEWEST_FIRST = ("-year", "-pk")
CURSOR = re.compile(r"(\d{4})-(\d{1,15})")


@dataclass(frozen=True)
class Page:
    """Rows, how many there are in all (`has_more_than`: beyond what is counted), and cursors."""

    rows: list
    count: int
    has_more_than: bool
    older: str = ""
    newer: str = ""


def page_of(awards, words="", *, after="", before="", size=SIZE):
    """Return the `Page` of awards with these words after or before a cursor.

    It is the first page where no cursor can be read. Three queries, five with words: the keys of
    the page, the bounded count, the rows.
    """
    awards = with_words(awards, words) if words else awards
    found, has_newer, has_older = _keys(awards, after, before, size)
    counted = awards.order_by()[: MOST_COUNTED + 1].count()
    return Page(
        rows=_rows(awards.model, found),
        count=min(counted, MOST_COUNTED),
        has_more_than=counted > MOST_COUNTED,
        older="{}-{}".format(*found[-1]) if found and has_older else "",
        newer="{}-{}".format(*found[0]) if found and has_newer else "",
    )


def newest(awards, words, *, size):
    """Return the newest awards with these words, and whether there are more. Four queries."""
    found, _newer, has_older = _keys(with_words(awards, words), "", "", size)
    return _rows(awards.model, found), has_older


def decisions_with_words(decisions, text):
    """Keep the decisions in whose number or subject every typed word begins a word."""
    words = _words(text)
    if not words:
        return decisions.none()
    text_of = {"output_field": TextField()}
    said = SearchKeyOf(Concat("number", Value(" "), "subject", **text_of))
    decisions = decisions.alias(said=Concat(Value(" "), said, **text_of))
    for word in words:
        decisions = decisions.filter(said__contains=f" {word}")
    return decisions


def with_words(awards, text):
    """Keep the awards that answer to every word; none where the text has no letter or digit."""
    words = _words(text)
    if not words:
        return awards.none()
    called = _called(words)
    for word in words:
        said = _begins("search_key", word)
        if called[word]:
            said |= Q(organisation__in=called[word])
        awards = awards.filter(said)
    return awards


def _words(text):
    return list(dict.fromkeys(search_key(text).split()))[:MOST_WORDS]


def _keys(awards, after, before, size):
    """((year, pk) of the rows of the page, whether there are newer, whether there are older)."""
    older_than, newer_than = CURSOR.fullmatch(after), CURSOR.fullmatch(before)
    keys = awards.values_list("year", "pk")
    if newer_than and not older_than:
        found = list(keys.filter(_beyond(newer_than, "gt")).order_by("year", "pk")[: size + 1])
        return found[:size][::-1], len(found) > size, True
    keys = keys.filter(_beyond(older_than, "lt")) if older_than else keys
    found = list(keys.order_by(*NEWEST_FIRST)[: size + 1])
    return found[:size], bool(older_than), len(found) > size


def _rows(model, found):
    rows = model.objects.filter(pk__in=[pk for _year, pk in found])
    rows = rows.select_related("kind", "decision__province", "emulation_year__bloc", "organisation")
    return list(rows.order_by(*NEWEST_FIRST))


def _beyond(cursor, way):
    """Rows on one side of a cursor; the first condition is the one that the index takes."""
    year, pk = int(cursor[1]), int(cursor[2])
    further = Q(**{f"year__{way}": year}) | Q(**{f"pk__{way}": pk})
    return Q(**{f"year__{way}e": year}) & further


def _begins(field, word):
    return Q(**{f"{field}__startswith": word}) | Q(**{f"{field}__contains": f" {word}"})


def _called(words):
    """{word: organisations that an alias or short name calls so}, beyond what their names say."""
    said = Q()
    for word in words:
        said |= _begins("search_key", word)
    aliases = OrganisationAlias.objects.filter(said).order_by()
    short = Organisation.objects.exclude(short_name="").filter(said).order_by()
    names = [
        *aliases.values_list("organisation", "search_key"),
        *((pk, search_key(name)) for pk, name in short.values_list("pk", "short_name")),
    ]
    return {
        word: sorted({pk for pk, key in names if key.startswith(word) or f" {word}" in key})
        for word in words
    }
