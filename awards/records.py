"""An organisation's awards with those of what it came from, and a person's by name alone.

Awards of predecessors do not become the successor's: they stand beside them under the name of their
time, with what they were (docs/field.md §8.6). No identity numbers are kept, so persons of one name
in one organisation cannot be told apart, and the page says so.
"""

import unicodedata
from dataclasses import dataclass

from blocs.lineage import Lineage
from blocs.models import OrganisationSuccession
from blocs.succession import with_predecessors
from vietnamese.text import TONES, search_key

from .models import Award, YearlyResult

MOST = 500


@dataclass(frozen=True)
class Record:
    """`awards` newest first, at most MOST; `has_more` where there are older ones."""

    awards: list
    has_more: bool
    results: list = ()
    names_today: str = ""


def of_organisation(organisation, user, *, until):
    """Return the `Record` of an organisation, collectives and persons alike."""
    line = _before(organisation.pk, until)
    awards, has_more = _newest(Award.objects.visible_to(user).filter(organisation__in=line))
    results = YearlyResult.objects.filter(organisation__in=line).select_related("organisation")
    return Record(
        awards,
        has_more,
        list(results.order_by("-year", "organisation")),
        ", ".join(Lineage(on=until).names_today(organisation.pk)),
    )


def of_person(award, user, *, until):
    """Return the `Record` of the person of an award: the same name in the same organisation.

    Case and the place of a tone make no difference; the organisation is a record with what it came
    from and became, or a text where it is on no record.
    """
    awards = Award.objects.visible_to(user).filter(recipient="person")
    if award.organisation_id:
        awards = awards.filter(organisation__in=_whole_line(award.organisation_id, until))
    else:
        awards = awards.filter(organisation=None, organisation_name=award.organisation_name)
    awards = awards.filter(search_key__startswith=search_key(award.person_name))
    found, has_more = _newest(awards)
    own = _spelt(award.person_name)
    return Record([each for each in found if _spelt(each.person_name) == own], has_more)


def _newest(awards):
    awards = awards.select_related("kind", "decision__province", "emulation_year__bloc")
    found = list(awards.order_by("-year", "-pk")[: MOST + 1])
    return found[:MOST], len(found) > MOST


def _spelt(name):
    """What tells names apart: An is not Ân; where a tone stands in its syllable does not matter."""
    return [_syllable(word) for word in unicodedata.normalize("NFD", name.casefold()).split()]


def _syllable(word):
    tones = sorted(char for char in word if char in TONES)
    return "".join(char for char in word if char not in TONES), tones


def _before(pk, until):
    return with_predecessors({pk}, _successions(until))


def _whole_line(pk, until):
    rows = _successions(until)
    after = with_predecessors({pk}, [(new, old) for old, new in rows])
    return with_predecessors(after, rows)


def _successions(until):
    rows = OrganisationSuccession.objects.filter(successor__isnull=False, on__lte=until)
    return list(rows.values_list("predecessor", "successor"))
