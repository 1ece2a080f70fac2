"""The chair records upon which sheets the bloc agreed at its meeting, and when."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext

from accounts.permissions import require
from accounts.refusal import carried_out
from blocs.models import Conference
from blocs.permissions import represents_year_work
from files.exporting import answer

from ..chair_duties import duties_of
from ..models import Stage
from ..permissions import can_enter_scores
from ..ranking_tables import agreeing_table
from ..silence import IN_CHECK
from ..stage_forms import AgreeForm
from ..workflow import agree_sheets
from .finding_sheets import find_columns


def sheets_agree(request, slug, year):
    columns = find_columns(request, slug, year)
    require(can_enter_scores, request.user, columns.year)
    if not columns.procedure.is_staged:
        raise Http404
    open_seats = [seat for seat in columns.seats if _is_open(seat)]
    form = _form(request, columns, open_seats)
    verb = partial(agree_sheets, columns.year, by=request.user, at=timezone.now())
    if agreed := carried_out(form, verb):
        text = ngettext(
            "The bloc has agreed upon %(count)d score sheet.",
            "The bloc has agreed upon %(count)d score sheets.",
            len(agreed),
        )
        messages.success(request, text % {"count": len(agreed)})
        return redirect("scoring:sheet_list", slug, columns.year.year)
    before = columns.procedure.before(Stage.AGREED)
    context = {"year": columns.year, "columns": columns, "form": form, "before": before}
    context["waiting_duties"] = [each for each in duties_of(columns) if each.waits]
    rows = [_row(columns, seat, before) for seat in columns.seats if seat.left_on is None]
    return answer(request, "scoring/sheets_agree.html", {**context, "rows": rows}, agreeing_table)


def _is_open(seat):
    return seat.left_on is None and (seat.current is None or seat.current.state in IN_CHECK)


def _form(request, columns, open_seats):
    year = columns.year
    return AgreeForm(
        request.POST if request.method == "POST" else None,
        stands_in=year.holder is not None and not represents_year_work(request.user, year),
        seats=open_seats,
        conferences=Conference.objects.serving([year]).valid().latest_first(),
    )


def _row(columns, seat, before):
    """A member with what the stage before came to, what the bloc agrees upon, and by how much."""
    earlier, agreed = columns.total_of(seat, before), columns.total_of(seat, Stage.AGREED)
    more = None if earlier is None or agreed is None else agreed - earlier
    return {"seat": seat, "earlier": earlier, "agreed": agreed, "more": more}
