"""A member answers its check, and who checks answers; what was checked goes to the meeting."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusal import carried_out
from blocs.permissions import capacity

from ..columns import words_of
from ..models import Criterion, Stage
from ..row_forms import StatementForm
from ..score_forms import ActForm
from ..sheet_permissions import can_check, stands_in_checking
from ..workflow import state_as_checker, state_as_member, take_over_checks
from .finding import enter_scores
from .finding_sheets import find_leaf, find_sheet


def statement_add(request, slug, year, seat_pk, pk):
    columns, seat = find_sheet(request, slug, year, seat_pk)
    is_own = seat.pk in columns.viewer.own
    if not is_own and not can_check(request.user, (columns, seat)):
        raise PermissionDenied
    node = find_leaf(columns, pk)
    if not columns.procedure.uses(Stage.CHECKED):
        raise Http404
    stands_in = not is_own and stands_in_checking(columns, seat)
    form = StatementForm(request.POST or None, stands_in=stands_in)
    verb = state_as_member if is_own else state_as_checker
    how = {"criterion": Criterion(pk=pk), "by": request.user, "at": timezone.now()}
    back = reverse("scoring:sheet_detail", args=[slug, year, seat.pk]) + f"#c{pk}"
    if carried_out(form, partial(verb, seat, **how)):
        messages.success(request, _("The explanation is kept."))
        return redirect(back)
    said = words_of(seat).get(pk, ()) if columns.shows_evidence(seat) else ()
    context = {"year": columns.year, "columns": columns, "seat": seat, "criterion": node}
    context |= {"form": form, "back": back, "words": said}
    return render(request, "scoring/statement_add.html", context)


def checks_take_over(request, slug, year):
    year = enter_scores(request, slug, year)
    _chair, stands_in = capacity(request.user, year)
    form = ActForm(request.POST if request.method == "POST" else None, stands_in=stands_in)
    verb = partial(take_over_checks, year, by=request.user, at=timezone.now())
    if count := carried_out(form, verb):
        text = ngettext("%(count)d score taken over.", "%(count)d scores taken over.", count)
        messages.success(request, text % {"count": count})
        return redirect("scoring:score_table", slug, year.year)
    context = {
        "year": year,
        "form": form,
        "title": _("Take the checked points over for the meeting?"),
        "sentences": [
            _("Where the bloc has agreed upon nothing yet, the checked points are put in."),
            _("What the bloc then changes needs a reason."),
        ],
        "submit": _("Take the checked points over"),
        "cancel_url": reverse("scoring:sheet_list", args=[slug, year.year]),
        "harmless": True,
    }
    return render(request, "scoring/scores_confirm.html", context)
