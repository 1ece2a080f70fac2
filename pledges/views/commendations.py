"""The commendations that members gave and received, and the share of those working directly."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import require
from blocs.reach import reach_of
from blocs.views.finding import find_year
from files.exporting import answer
from vietnamese.numbers import show_decimal

from ..commending import Direction, Level, Recipients, Span, direct_share, total
from ..forms.commendations import CommendationsForm
from ..page_tables import commendation_table
from ..permissions import can_report, can_write_movements
from ..workflow import record_past_commendations, save_commendations
from .entering import entered, signed, writing
from .finding_movements import find_member


def commendation_list(request, slug, year):
    year, span = find_year(request, slug, year), _span(request)
    reports = year.commendation_reports.with_counts().filter(span=span)
    reports = {r.seat_id: r for r in reports.select_related("act__organisation", "entered_by")}
    seats = list(year.seats.select_related("organisation").order_by("position"))
    may_write = can_write_movements(request.user, year)
    own = reach_of(request.user).represented if year.is_open else frozenset()
    counts = [count for report in reports.values() for count in report.plain_counts]
    members = [
        (seat, reports.get(seat.pk), may_write or seat.organisation_id in own) for seat in seats
    ]
    context = {
        "year": year,
        "span": span,
        "spans": Span,
        "tables": [_table(direction, members, counts) for direction in Direction],
        "members": members,
        "reported": len(reports),
    }
    return answer(request, "pledges/commendation_list.html", context, commendation_table)


def commendation_edit(request, slug, year, seat_pk):
    seat, span = find_member(request, slug, year, seat_pk), _span(request)
    require(can_report, request.user, seat)
    way = writing(request.user, seat.emulation_year, seat)
    report = seat.commendation_reports.with_counts().filter(span=span).first()
    form = CommendationsForm(
        request.POST or None, writing=way, report=report, counts=_cells(report)
    )
    save = record_past_commendations if way.is_history else save_commendations
    done, stored = entered(form, partial(_saved, save, seat, span=span, **signed(request)))
    back = f"{reverse('pledges:commendation_list', args=[slug, year])}?ky={span}"
    if done:
        text = _("The commendations of %(seat)s are saved.")
        messages.success(request, text % {"seat": seat})
        return redirect(back)
    context = {"year": seat.emulation_year, "seat": seat, "span": span, "form": form, "way": way}
    context |= {"recipients": Recipients, "back": back, "stored": _stored(stored)}
    return render(request, "pledges/commendation_form.html", context)


def _span(request):
    """The part of the year that is asked for: the whole year, unless the first half is."""
    asked = request.GET.get("ky")
    return Span(asked) if asked in Span.values else Span.YEAR


def _saved(save, seat, **how):
    save(seat, **how)
    return True


def _cells(report):
    counts = report.plain_counts if report else ()
    return {(c.direction, c.level, c.recipients): c.number for c in counts}


def _stored(report):
    if report is None:
        return []
    rows = report.counts.all()
    return [
        (
            f"{row.get_direction_display()} · {row.get_level_display()} · "
            f"{row.get_recipients_display()}",
            row.number,
        )
        for row in rows
    ]


def _table(direction, members, counts):
    """One direction: the numbers by level and class over all members, and each member's sum."""
    own = [count for count in counts if count.direction == direction]
    columns = [{"recipients": each} for each in Recipients]
    return {
        "direction": direction,
        "heads": [each.label for each in Recipients],
        "levels": [
            (level.label, [total(own, level=level, **column) for column in columns])
            for level in Level
        ],
        "sums": [total(own, **column) for column in columns],
        "members": [(seat, *_of_member(own, seat)) for seat, *_rest in members],
        "share": _shown(direct_share(own)),
        "is_empty": not own,
    }


def _of_member(counts, seat):
    """Collectives, individuals and the share, of one member."""
    own = [count for count in counts if count.member == seat.pk]
    persons = [count for count in own if count.recipients != Recipients.COLLECTIVE]
    collectives = total(own, recipients=Recipients.COLLECTIVE)
    return collectives, total(persons), _shown(direct_share(own))


def _shown(share):
    """The share in words: 62,5 % (25/40); None where nothing can be said."""
    if share is None:
        return None
    percent = show_decimal(share.percent)
    return f"{percent} % ({share.direct}/{share.individuals})"
