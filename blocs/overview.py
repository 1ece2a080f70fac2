"""What the list of blocs says of each of them, with two queries for a whole page."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from .models import Bloc, EmulationYear, Term
from .roster import ChairAnswer, Known


@dataclass(frozen=True)
class BlocRow:
    """A bloc, its newest year that the person reads (or None), and who chairs it today."""

    bloc: Bloc
    year: EmulationYear | None
    chair: ChairAnswer


def overview(blocs, user, *, on):
    """Return a BlocRow for each of the blocs, as far as the person may read them."""
    blocs = list(blocs)
    years, newest = _years(blocs, user, on)
    chairs, begun = _chairs(blocs, on)
    rows = []
    for bloc in blocs:
        read, chair = years[bloc.pk], chairs.get(bloc.pk)
        reads_newest = newest[bloc.pk] is None or any(y.year == newest[bloc.pk] for y in read)
        reads_chair = chair and any(year.pk == chair.seat.emulation_year_id for year in read)
        answer = ChairAnswer(Known.CLOSED)
        if reads_newest or reads_chair:
            answer = _answer(chair, bloc.pk in begun)
        rows.append(BlocRow(bloc, read[0] if read else None, answer))
    return rows


def _answer(chair, has_begun):
    if chair:
        return ChairAnswer(Known.CHAIR, chair)
    return ChairAnswer(Known.NOBODY if has_begun else Known.UNKNOWN)


def _years(blocs, user, on):
    """The years of each bloc that the person reads, newest first, and each bloc's newest of all."""
    read = EmulationYear.objects.visible_to(user).filter(pk=OuterRef("pk"))
    years = EmulationYear.objects.filter(bloc__in=blocs).annotate(
        is_read=Exists(read),
        member_count=Count("seats", filter=Q(seats__left_on=None) | Q(seats__left_on__gt=on)),
    )
    found, newest = defaultdict(list), defaultdict(lambda: None)
    for year in years.select_related("bloc").order_by("-year"):
        newest[year.bloc_id] = newest[year.bloc_id] or year.year
        if year.is_read:
            found[year.bloc_id].append(year)
    return found, newest


def _chairs(blocs, on):
    """The chair terms in force on the day, by bloc; and the blocs whose chairs have begun by it."""
    terms = Term.objects.chairs().filter(bloc__in=blocs, period__startswith__lte=on)
    terms = list(terms.select_related("seat__organisation"))
    in_force = {term.bloc_id: term for term in terms if term.is_in_force_on(on)}
    return in_force, {term.bloc_id for term in terms}
