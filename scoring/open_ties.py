"""Ties that wait for what is decided elsewhere: of all years together, three queries at most."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from blocs.models import DeadlineKind, Seat
from blocs.open_work import OpenWork

from .kinds import TieBreakKind
from .models import Criterion, Score, SetState, Stage, TieBreak
from .sheet import Sheet, given_with, with_deciding
from .tree import grow


def asks_elsewhere():
    """An expression of a year: whether a tie-break of its criteria is decided elsewhere."""
    found = TieBreak.objects.filter(
        criteria_set__emulation_year=OuterRef("pk"),
        criteria_set__state=SetState.CURRENT,
        kind=TieBreakKind.ELSEWHERE,
    )
    return Exists(found)


def open_ties(years, dues):
    """List the ties of these years, fully scored and not locked, that wait for their decision.

    No query where none of the years is ranked by what is decided elsewhere.
    """
    found = []
    for year, sheet in _sheets(years):
        seen = set()
        for result in sheet.standings:
            ranked = result.ranked
            if ranked is None or not ranked.waits_for or result.member.pk in seen:
                continue
            members = [result.member, *ranked.equals]
            seen |= {each.pk for each in members}
            found.append(_work(year, members, ranked.waits_for, dues[year.pk]))
    return found


def _work(year, members, tie_break, dues):
    names = ", ".join(each.organisation.label for each in members)
    meeting = dues.get(DeadlineKind.MEETING)
    return OpenWork(
        year,
        _("Equal totals wait for “%(rule)s”: %(members)s")
        % {"rule": tie_break.text, "members": names},
        "scoring:tie_settle",
        (year.bloc.slug, year.year, members[0].pk),
        due=meeting.on if meeting else None,
        kind="scoring.tie",
    )


def _sheets(years):
    """(year, its Sheet of agreed points) of each, read for all of them at once."""
    pks = [year.pk for year in years]
    if not pks:
        return []
    criteria = Criterion.objects.filter(
        criteria_set__emulation_year__in=pks, criteria_set__state=SetState.CURRENT
    )
    rows = _by_year(
        with_deciding(criteria).select_related("criteria_set"),
        lambda row: row.criteria_set.emulation_year_id,
    )
    scores = Score.objects.current().filter(emulation_year__in=pks, stage=Stage.AGREED)
    given = _by_year(scores, lambda score: score.emulation_year_id)
    members = Seat.objects.filter(emulation_year__in=pks, left_on=None)
    members = members.select_related("organisation").order_by("position")
    seats = _by_year(members, lambda seat: seat.emulation_year_id)
    return [(year, _sheet(year, rows, given, seats)) for year in years]


def _sheet(year, rows, given, seats):
    own = rows.get(year.pk, [])
    return Sheet(
        year=year,
        criteria_set=own[0].criteria_set,
        sections=grow(own),
        seats=tuple(seats.get(year.pk, ())),
        scores={(each.seat_id, each.criterion_id): each for each in given.get(year.pk, ())},
        given=given_with(own),
    )


def _by_year(rows, year_of):
    found = {}
    for row in rows:
        found.setdefault(year_of(row), []).append(row)
    return found
