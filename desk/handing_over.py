"""Drawing up a handover: who gives, who may receive and in what order, what is handed over."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from blocs.lineage import Lineage
from blocs.models import (
    EmulationYear,
    Handover,
    ItemKind,
    Seat,
    Term,
    YearState,
)
from blocs.open_work import papers_to_hand_over
from blocs.rotation import turns
from blocs.workflow.handover import acts_since
from vietnamese.dates import short_date

from .todo import open_work


def giver_of(bloc):
    """The chair term that can be handed over: the last dated one that was not given on yet."""
    given = Handover.objects.valid().filter(bloc=bloc).values("giver_term")
    terms = Term.objects.chairs().filter(bloc=bloc, period__isnull=False).exclude(pk__in=given)
    terms = terms.select_related("seat__organisation", "seat__emulation_year", "bloc")
    return terms.order_by("-period").first()


def receivers(bloc, giver, *, on):
    """The seats that may receive, newest year first, within it by whose turn it is.

    Seats of open years whose member has not left; the giver's own seat is left out. What was
    renamed or merged counts as one member with its successor.
    """
    seats = Seat.objects.filter(bloc=bloc, emulation_year__state=YearState.OPEN, left_on=None)
    seats = seats.exclude(pk=giver.seat_id).select_related("organisation", "emulation_year")
    seats = list(seats.order_by("-emulation_year__year", "position"))
    chairs = Term.objects.chairs().filter(bloc=bloc)
    chaired = chairs.values_list("seat__organisation", "seat__emulation_year__year")
    one = Lineage(on=on).one
    members = list(dict.fromkeys(one(seat.organisation_id) for seat in seats))
    suggested = turns(members, [(one(organisation), year) for organisation, year in chaired])
    place = {turn.member: number for number, turn in enumerate(suggested)}
    return sorted(
        seats,
        key=lambda seat: (-seat.emulation_year.year, place[one(seat.organisation_id)]),
    )


def inventory(bloc, *, on):
    """The lines drawn up from what is open and in force, as initial values of the form.

    Always in Vietnamese: they are frozen into an official record.
    """
    years = EmulationYear.objects.filter(bloc=bloc, state=YearState.OPEN).select_related("bloc")
    with override("vi"):
        work = [item.text for item in open_work(list(years), on=on)]
    lines = [{"kind": ItemKind.OPEN_WORK, "text": text} for text in work]
    papers = papers_to_hand_over(bloc)
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
