"""Drawing up a handover: who gives, who may receive and in what order, what is handed over."""

import datetime as dt

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import override

from blocs.lineage import Lineage
from blocs.models import Handover, ItemKind, Seat, Term
from blocs.open_work import papers_to_hand_over
from blocs.rotation import turns
from blocs.workflow.handover import acts_since
from reports.handing_over import issued_papers
from vietnamese.dates import short_date

from .todo import open_work, open_years


class Drawing:
    """What drawing up a handover of a bloc starts from: its chairs and its open years.

    `giver` is the last chair with days that was not given on yet, or None; `years` those it leaves
    open, its own and earlier ones.
    """

    def __init__(self, bloc, *, on):
        given = Handover.objects.valid().filter(giver_term=OuterRef("pk"))
        chairs = Term.objects.chairs().filter(bloc=bloc).annotate(is_given=Exists(given))
        chairs = chairs.select_related("seat__organisation", "seat__emulation_year", "bloc")
        self.bloc, self.on = bloc, on
        self.chairs = list(chairs.order_by("period"))
        dated = [term for term in self.chairs if term.period and not term.is_given]
        self.giver = dated[-1] if dated else None
        self._open = list(open_years(on=on).filter(bloc=bloc).order_by("year"))

    @property
    def years(self):
        last = self.giver.seat.emulation_year.year
        return [year for year in self._open if year.year <= last]

    @property
    def _handed_over(self):
        """The giver's own year, closed or not, and the years it leaves open: keys."""
        return {year.pk for year in self.years} | {self.giver.seat.emulation_year_id}

    def receivers(self):
        """The seats that may receive, newest year first, within it by whose turn it is.

        Seats of open years whose member has not left; the giver's own seat is left out. What was
        renamed or merged counts as one member with its successor.
        """
        seats = Seat.objects.filter(emulation_year__in=self._open, left_on=None)
        seats = seats.exclude(pk=self.giver.seat_id).select_related("organisation")
        seats = list(seats.order_by("position"))
        years = {year.pk: year for year in self._open}
        for seat in seats:
            seat.emulation_year = years[seat.emulation_year_id]
        one = self._one([*seats, *(term.seat for term in self.chairs)])
        chaired = [
            (one(term.seat.organisation_id), term.seat.emulation_year.year) for term in self.chairs
        ]
        members = list(dict.fromkeys(one(seat.organisation_id) for seat in seats))
        place = {turn.member: number for number, turn in enumerate(turns(members, chaired))}
        return sorted(
            seats,
            key=lambda seat: (-seat.emulation_year.year, place[one(seat.organisation_id)]),
        )

    def _one(self, seats):
        """What counts as one organisation; asked only where one of them has come to an end."""
        ended = [
            seat for seat in seats if (validity := seat.organisation.validity) and validity.upper
        ]
        return Lineage(on=self.on).one if ended else lambda organisation: organisation

    def inventory(self):
        """The lines drawn up from what is open and in force, as initial values of the form.

        Of what is open, that which waits for the chair: members hand nothing over. Always in
        Vietnamese: they are frozen into an official record.
        """
        with override("vi"):
            works = open_work(self._open, on=self.on)
        work = [item.text for item in works if item.organisation is None]
        lines = [{"kind": ItemKind.OPEN_WORK, "text": text} for text in work]
        papers = papers_to_hand_over(self.bloc) + issued_papers(self._handed_over)
        lines += [{"kind": ItemKind.PAPERS, "text": text, "quantity": n} for text, n in papers]
        return [{"keep": True, **line} for line in lines]


def consequences(giver, data, *, today):
    """Say in sentences what recording this handover will do, and which acts it would straddle."""
    receiver, effective_on = data["receiver"].organisation, data["effective_on"]
    day = short_date(effective_on)
    names = {"giver": giver.seat.organisation.name, "receiver": receiver.name, "day": day}
    sentences = [
        _("%(giver)s is chair until the end of the day before %(day)s.") % names,
        _("%(receiver)s is chair from 00:00 of %(day)s; its rights begin by themselves.") % names,
        _("%(giver)s goes on reading what it could read.") % names,
    ]
    for year, until in data["completes"].items():
        last = short_date(until - dt.timedelta(days=1))
        sentences.append(
            _("%(giver)s completes scores and papers of %(year)s until the end of %(last)s.")
            % {**names, "year": year.year, "last": last}
        )
    straddled = list(acts_since(giver, effective_on)) if effective_on <= today else []
    return sentences, straddled
