"""Who checks whose sheet: the chair all but its own, which the deputy does, or who is drawn."""

from dataclasses import dataclass
from enum import Enum

from django.db.models import Exists, OuterRef, Subquery

from blocs.chairing import acting_today, who_acts
from blocs.models import ChairRight, Organisation, Seat, Term

from .models import CheckerDraw


class Manner(Enum):
    """By which rule an organisation checks."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    DRAWN = "drawn"


@dataclass(frozen=True)
class Checker:
    organisation: Organisation
    manner: Manner


@dataclass(frozen=True)
class Held:
    """Who holds the year's work, of whom no more is known than which organisation it is."""

    organisation: Organisation


@dataclass(frozen=True)
class Checkers:
    """Who holds the year's work (None: nobody), and who checks its own sheet (None: nobody yet)."""

    acting: object = None
    instead: Checker | None = None

    def of(self, seat):
        """Return the Checker of a seat, or None where there is nobody to check it."""
        if self.acting is None:
            return None
        if seat.organisation_id != self.acting.organisation.pk:
            return Checker(self.acting.organisation, Manner.CHAIR)
        return self.instead

    def needs_draw(self, seat):
        """Whether the seat is the chair's own and nobody is there to check it."""
        return self.acting is not None and self.of(seat) is None


def with_checkers(seats, *, on):
    """Annotate seats of a year with what `checkers_among` reads; organisations come with them."""
    deputies = Term.objects.deputies().in_force_on(on).order_by()
    deputies = deputies.filter(
        bloc=OuterRef("bloc"), seat__organisation=OuterRef("organisation_id")
    )
    draws = CheckerDraw.objects.filter(seat=OuterRef("pk")).order_by()
    return seats.select_related("organisation").annotate(
        is_deputy=Exists(deputies), drawn=Subquery(draws.values("organisation")[:1])
    )


def checkers_among(seats, acting):
    """Return the Checkers of a year from its seats `with_checkers`, in protocol order."""
    if acting is None:
        return Checkers()
    chair = acting.organisation.pk
    others = [s for s in seats if s.organisation_id != chair and s.left_on is None]
    if deputy := next((s for s in others if s.is_deputy), None):
        return Checkers(acting, Checker(deputy.organisation, Manner.DEPUTY))
    drawn = {s.drawn for s in seats if s.organisation_id == chair} - {None}
    found = next((s.organisation for s in others if s.organisation_id in drawn), None)
    return Checkers(acting, found and Checker(found, Manner.DRAWN))


def held_by(year, seats):
    """Who holds the year's work today, for pages: no query where it is one of these `seats` of a
    year that says its `holder`.
    """
    known = {seat.organisation_id: seat.organisation for seat in seats}
    holder = getattr(year, "holder", 0)
    if holder is None or holder in known:
        return holder and Held(known[holder])
    return acting_today(year, ChairRight.YEAR_WORK)


def checkers_on(year, *, on):
    """Read the Checkers of a year on a day from the tables, for verbs."""
    seats = with_checkers(Seat.objects.filter(emulation_year=year), on=on).order_by("position")
    return checkers_among(list(seats), who_acts(year, ChairRight.YEAR_WORK, on=on))
