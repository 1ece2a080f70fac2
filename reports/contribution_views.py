"""What a member writes for a report of its bloc, and whether the chair took it over."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import require
from accounts.refusal import Refused
from blocs.deadlines import due_of

from .contributing import contributions_to, open_sections
from .contribution_forms import ContributionForm
from .permissions import can_contribute, own_seats
from .report_kinds import REPORT_KINDS
from .report_views import find_report_year
from .workflow import ContributionChanged, contribute, current_paper


def contributions(request, slug, year, kind):
    """The member's own texts, each with its form, and a form for another one."""
    year = find_report_year(request, slug, year, given_to=kind)
    require(can_contribute, request.user, year)
    seats = list(own_seats(request.user, year))
    due = due_of(year, REPORT_KINDS[kind].deadline)
    own = [each for each in contributions_to(year, due) if each.seat in {s.pk for s in seats}]
    sections = _sections(year, kind, own)
    form, stored = None, None
    if request.method == "POST":
        given = _written_on(request.POST, own)
        form = ContributionForm(request.POST, seats=seats, sections=sections, given=given)
        done, stored = _saved(request, kind, form, seats)
        if done:
            return redirect("reports:contributions", slug, year.year, kind)
    issued = current_paper(kind=kind, emulation_year=year)
    context = {
        "year": year,
        "report": REPORT_KINDS[kind],
        "cards": _cards(own, seats, sections, form, stored),
        "adding": _adding(form, own, seats, sections),
        "stored": stored,
        "issued": issued,
        "is_open": year.is_open and not issued,
        "seats": seats,
        "due": max(due.for_seat(seat.pk) for seat in seats) if due else None,
        "is_over": bool(due) and all(due.is_over(timezone.localdate(), s.pk) for s in seats),
    }
    return render(request, "reports/contributions.html", context)


def _sections(year, kind, own):
    """What may be written for, as (key, heading), and what was before it was left out."""
    sections = {section.pk: section.heading for section in open_sections(year, kind)}
    return {row.section: row.heading for row in own if row.section} | sections


def _written_on(data, own):
    """The contribution whose form was sent: by its member and section; None for another one."""
    sent = data.get("seat"), data.get("section")
    if data.get("version") == "0":
        return None
    return next((row for row in own if (str(row.seat), str(row.section or "")) == sent), None)


def _saved(request, kind, form, seats):
    """(whether it is done, what a colleague has stored meanwhile or None)."""
    if not form.is_valid():
        return False, None
    data = form.cleaned_data
    seat = next(each for each in seats if each.pk == data["seat"])
    words = {each: data[each] for each in ("text", "version", "section")}
    try:
        saved = contribute(seat, kind, **words, by=request.user, at=timezone.now())
    except ContributionChanged as refusal:
        form.add_error(None, str(refusal))
        form.show_version(refusal.contribution.version if refusal.contribution else 0)
        return False, refusal.contribution
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False, None
    sentence = _("Your text is sent.") if saved else _("Your text is taken back.")
    messages.success(request, sentence)
    return True, None


def _cards(own, seats, sections, posted, stored):
    """Each of the member's texts with its form; of the one that was sent, with what was typed."""
    cards = []
    for row in own:
        form = ContributionForm(seats=seats, sections=sections, given=row)
        is_posted = posted is not None and posted.auto_id == form.auto_id
        cards.append((row, posted if is_posted else form, stored if is_posted else None))
    return cards


def _adding(posted, own, seats, sections):
    """The form for another text, as it was sent where it could not be stored."""
    if posted is not None and posted.auto_id == "new-%s":
        return posted
    return ContributionForm(seats=seats, sections=sections)
