"""What organisations became: their names of today, and which names are one organisation."""

from collections import defaultdict

from .models import OrganisationSuccession, SuccessionKind


class Lineage:
    """Every succession up to a day, read with one query however many organisations are asked for.

    Records keep the name of their time; pages add "(nay là …)" with `names_today`.
    """

    def __init__(self, *, on):
        rows = OrganisationSuccession.objects.filter(on__lte=on, successor__isnull=False)
        self._next, self._names = defaultdict(list), {}
        for row in rows.select_related("successor").order_by("on", "pk"):
            self._next[row.predecessor_id].append(row)
            self._names[row.successor_id] = row.successor.name

    def names_today(self, organisation_id):
        """The names of what an organisation has become; empty while it bears its own name."""
        ends = [end for end in self._ends(organisation_id) if end != organisation_id]
        return [self._names[end] for end in ends]

    def one(self, organisation_id):
        """The organisation of today that counts as this one: renamed or merged, but not split."""
        seen = set()
        while organisation_id not in seen:
            seen.add(organisation_id)
            whole = [r for r in self._next[organisation_id] if r.kind != SuccessionKind.SPLIT]
            if len(whole) == 1:
                organisation_id = whole[0].successor_id
        return organisation_id

    def _ends(self, organisation_id):
        ends, waiting, seen = [], [organisation_id], set()
        while waiting:
            here = waiting.pop(0)
            if here in seen:
                continue
            seen.add(here)
            further = [row.successor_id for row in self._next[here]]
            waiting += further
            if not further:
                ends.append(here)
        return ends
