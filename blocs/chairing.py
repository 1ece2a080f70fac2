"""Who acts for a bloc on a day: the one rule that pages and verbs share."""

from dataclasses import dataclass

from django.utils import timezone

from .models import Capacity, ChairRight, Completion, Organisation, Term


@dataclass(frozen=True)
class Acting:
    """The organisation that holds a right of the chair on a day, and on which term it rests."""

    organisation: Organisation
    term: Term
    capacity: Capacity


def who_acts(year, right, *, on):
    """Return who holds this right of the chair for the year on the day, or None if nobody does.

    The chair in force holds every right. A giver that completes a year holds that year's work
    instead of the chair until its day comes; notices are the present chair's in any case.
    """
    if right == ChairRight.YEAR_WORK and (completion := completion_in_force(year, on=on)):
        term = completion.handover.giver_term
        return Acting(term.seat.organisation, term, Capacity.COMPLETING)
    term = chair_in_force(year.bloc_id, on=on)
    return term and Acting(term.seat.organisation, term, Capacity.CHAIR)


def acting_today(year, right):
    """Who holds a right today, for pages: read once for each year object. Verbs ask `who_acts`."""
    today = timezone.localdate()
    known = year.__dict__.setdefault("_acting", {})
    if (right, today) not in known:
        known[right, today] = who_acts(year, right, on=today)
    return known[right, today]


def chair_in_force(bloc_id, *, on):
    """Return the chair term of the bloc that contains the day, or None."""
    terms = Term.objects.chairs().in_force_on(on).filter(bloc=bloc_id)
    return terms.select_related("seat__organisation", "seat__emulation_year").first()


def completion_in_force(year, *, on):
    """Return the giver's right to complete the year on the day, or None."""
    completions = Completion.objects.filter(
        emulation_year=year,
        handover__revoked_at=None,
        handover__effective_on__lte=on,
        until__gt=on,
    )
    return completions.select_related("handover__giver_term__seat__organisation").first()
