"""Which organisation a text means on a day: by its name or alias of that time, or nobody is chosen.

An organisation keeps its row while it keeps its name, so that a name of then finds the row of then.
"""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from blocs.models import Organisation, OrganisationAlias, ProvinceSuccession
from blocs.succession import with_predecessors
from vietnamese.text import search_key


@dataclass(frozen=True)
class Match:
    """One organisation; or several that are called so; or such as bore the name at another time."""

    organisation: Organisation | None = None
    several: tuple = ()
    at_other_times: tuple = ()

    @property
    def is_unknown(self):
        return not (self.organisation or self.several or self.at_other_times)


class Bodies:
    """The organisations of a province and of what it came from, by name: two queries."""

    def __init__(self, province):
        others = OrganisationAlias.objects.filter(organisation=OuterRef("pk")).values("search_key")
        rows = Organisation.objects.filter(
            Q(province__in=with_predecessors({province.pk}, _merged())) | Q(province=None)
        )
        self.all = list(rows.annotate(called=ArraySubquery(others)))
        self._by_pk = {str(each.pk): each for each in self.all}
        self._named, self._called = {}, {}
        for each in self.all:
            self._named.setdefault(search_key(each.name), []).append(each)
            for key in {*each.called, search_key(each.short_name)} - {""}:
                self._called.setdefault(key, []).append(each)

    def with_code(self, code):
        """The organisation of a code of the issued workbook, or None."""
        return self._by_pk.get(code)

    def find(self, text, on):
        """Return the `Match` of a text on a day; the official name goes before the others."""
        key = search_key(text)
        ended = []
        for names in (self._named, self._called):
            found = names.get(key, [])
            holding = [each for each in found if each.validity is None or on in each.validity]
            if len(holding) == 1:
                return Match(holding[0])
            if holding:
                return Match(several=tuple(holding))
            ended += found
        return Match(at_other_times=tuple(dict.fromkeys(ended)))


def _merged():
    return list(ProvinceSuccession.objects.values_list("predecessor", "successor"))
