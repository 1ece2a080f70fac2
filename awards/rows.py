"""Awards as they are about to be registered: plain values with their kind and organisation."""

from dataclasses import dataclass

from blocs.models import Organisation
from vietnamese.text import search_key

from .models import Award, AwardKind

# What an award says beyond its key.
MORE = ("person_position", "sex", "recipient_class", "method", "achievement")


@dataclass(frozen=True)
class Stored:
    """An award in the registry: its key there, and what it says beyond the key of a row."""

    pk: int
    person_position: str
    sex: str
    recipient_class: str
    method: str
    achievement: str


@dataclass(frozen=True)
class AwardRow:
    """What an award says, whichever way it came: a form, a workbook, past records."""

    kind: AwardKind
    year: int
    organisation_name: str
    method: str
    achievement: str
    organisation: Organisation | None = None
    recipient_class: str = "collective"
    person_name: str = ""
    person_position: str = ""
    sex: str = ""

    @property
    def key(self):
        """What makes it the same award within a decision, however its letters are written."""
        names = (search_key(self.person_name), search_key(self.organisation_name))
        return (self.kind.code, self.year, *names)

    @property
    def recipient_name(self):
        return self.person_name or self.organisation_name

    def differs(self, stored):
        """Whether it says something that the `Stored` award has otherwise; silence is no word."""
        said = ((getattr(self, name), getattr(stored, name)) for name in MORE)
        return any(own and own != there for own, there in said)

    def award(self, decision, **fields):
        """The unsaved Award."""
        own = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Award(decision=decision, recipient=self.kind.recipient, **own, **fields)


def keys_of(awards):
    """{key of a row} of stored awards: one query."""
    return {key for keys in keys_by_decision(awards).values() for key in keys}


def keys_by_decision(awards):
    """{pk of a decision: {key of a row: its Stored award}}: one query."""
    names = ("decision", "kind__code", "year", "person_name", "organisation_name", "pk", *MORE)
    found = {}
    for decision, code, year, person, organisation, *said in awards.order_by().values_list(*names):
        key = (code, year, search_key(person), search_key(organisation))
        found.setdefault(decision, {})[key] = Stored(*said)
    return found
