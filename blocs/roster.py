"""Who held which office in a bloc, by year and by day, as far as a person may read it."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from .models import EmulationYear, Seat, Term, TermRole
from .rotation import turns


class Known(Enum):
    """What can be said about the chair on a day. `CLOSED`: in a year the person may not read."""

    CHAIR = "chair"
    NOBODY = "nobody"
    UNKNOWN = "unknown"
    CLOSED = "closed"


@dataclass(frozen=True)
class Stretch:
    """The days [since, until) under one chair, or (`term` is None) without any."""

    since: dt.date
    until: dt.date | None
    term: Term | None

    def __contains__(self, day):
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class ChairAnswer:
    known: Known
    term: Term | None = None


@dataclass(frozen=True)
class OfficeYear:
    """A year with its terms: all of them, and the valid ones by office."""

    year: EmulationYear
    terms: list
    chairs: list
    deputies: list


_MEMBERS = (
    Seat.objects.filter(emulation_year=OuterRef("pk"))
    .order_by("position")
    .values(
        member=JSONObject(
            organisation="organisation_id",
            name="organisation__name",
            joined_on="joined_on",
            left_on="left_on",
        )
    )
)


class Roster:
    """The years and terms of a bloc: two queries. `years` and `terms` are those the person reads.

    Who reads the newest year also reads who is in office today, for whichever year that is.
    """

    def __init__(self, bloc, user, *, today):
        read = EmulationYear.objects.visible_to(user).filter(pk=OuterRef("pk"))
        years = bloc.years.annotate(is_read=Exists(read), members=ArraySubquery(_MEMBERS))
        years = list(years.order_by("-year"))
        self.today = today
        self.years = [year for year in years if year.is_read]
        self._read = {year.pk for year in self.years}
        self.reads_newest = bool(years) and years[0].is_read
        self.reads_all = len(self.years) == len(years)
        terms = bloc.terms.select_related(
            "seat__organisation", "seat__emulation_year", "source", "revoked_by"
        )
        self._terms = list(terms.order_by("period", "pk"))
        self._readable = {term.pk for term in self._terms if self._reads(term)}
        self.terms = [term for term in self._terms if term.pk in self._readable]

    def by_year(self):
        """One OfficeYear for each year that the person reads, newest first."""
        return [self._of_year(year) for year in self.years]

    def chair_on(self, day):
        """Return the ChairAnswer for a day: unknown before the first dated term."""
        every = self._all_stretches()
        for index, stretch in enumerate(every):
            if day in stretch:
                if not self._may_read(every, index):
                    return ChairAnswer(Known.CLOSED)
                return ChairAnswer(Known.CHAIR if stretch.term else Known.NOBODY, stretch.term)
        unknown = self.reads_all or self.reads_newest
        return ChairAnswer(Known.UNKNOWN if unknown else Known.CLOSED)

    def deputies_on(self, day):
        return [t for t in self.terms if t.role == TermRole.DEPUTY and t.is_in_force_on(day)]

    def stretches(self):
        """The dated chairs and the gaps between them that the person reads, newest first."""
        every = self._all_stretches()
        return [each for i, each in enumerate(every) if self._may_read(every, i)][::-1]

    def turns(self, lineage):
        """Suggest whose turn it is, or None where the person cannot read every year.

        The members of the newest year, each with the last year in which it chaired under any of
        its names; a suggestion from part of the record would mislead.
        """
        if not self.years or not self.reads_all:
            return None
        names = {
            lineage.one(member["organisation"]): member["name"]
            for member in self.years[0].members
            if member["left_on"] is None or member["left_on"] > self.today.isoformat()
        }
        chaired = [
            (lineage.one(term.seat.organisation_id), term.seat.emulation_year.year)
            for term in self._terms
            if term.role == TermRole.CHAIR and term.revoked_at is None
        ]
        return [(names[turn.member], turn.last_year) for turn in turns(list(names), chaired)]

    def _reads(self, term):
        in_office = self.reads_newest and term.is_in_force_on(self.today)
        return in_office or term.seat.emulation_year_id in self._read

    def _of_year(self, year):
        terms = [term for term in self.terms if term.seat.emulation_year_id == year.pk]
        valid = [term for term in terms if term.revoked_at is None]
        chairs = [term for term in valid if term.role == TermRole.CHAIR]
        deputies = [term for term in valid if term.role == TermRole.DEPUTY]
        return OfficeYear(year, terms, chairs, deputies)

    def _all_stretches(self):
        """Chairs with days and the gaps after them, oldest first; the last gap has no end."""
        found = []
        for term in self._terms:
            if term.role != TermRole.CHAIR or term.revoked_at or term.period is None:
                continue
            if found and found[-1].until < term.period.lower:
                found.append(Stretch(found[-1].until, term.period.lower, None))
            found.append(Stretch(term.period.lower, term.period.upper, term))
        if found and found[-1].until is not None:
            found.append(Stretch(found[-1].until, None, None))
        return found

    def _may_read(self, stretches, index):
        """A gap is read by who reads the chairs on both sides of it; the last, the newest year."""
        if stretches[index].term:
            return stretches[index].term.pk in self._readable
        if index + 1 == len(stretches):
            return self.reads_newest
        return all(stretches[i].term.pk in self._readable for i in (index - 1, index + 1))
