"""Who acts for a bloc on a day: the one rule that pages and verbs share."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
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


def holder_of_year_work(*, on):
    """The same rule for many years at once: the key of the organisation that holds their work.

    To annotate years with; NULL where nobody holds it on the day.
    """
    # Without order: the tables that their usual order joins would take the place of the outer one.
    giver = _completions(OuterRef("pk"), on).order_by()
    giver = giver.values("handover__giver_term__seat__organisation")
    chairs = Term.objects.chairs().in_force_on(on).filter(bloc=OuterRef("bloc")).order_by()
    return Coalesce(Subquery(giver[:1]), Subquery(chairs.values("seat__organisation")[:1]))


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
    completions = _completions(year, on)
    return completions.select_related("handover__giver_term__seat__organisation").first()


def _completions(year, on):
    return Completion.objects.filter(
        emulation_year=year,
        handover__revoked_at=None,
        handover__effective_on__lte=on,
        until__gt=on,
    )
