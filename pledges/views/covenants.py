"""The covenant of a year: what it says, who has signed, and the steps of its course."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from blocs.reach import reach_of
from files.exporting import answer

from ..board import unsigned
from ..covenant_permissions import can_record_past_covenant
from ..differences import differences
from ..due import is_over
from ..models import CovenantState
from ..page_tables import covenant_tables
from ..showing import lines, names_of
from .finding import board_of, find_covenant


def covenant_detail(request, slug, year):
    """The newest version that the person may read, or how to begin."""
    found = find_covenant(request, slug, year)
    if found.newest is None:
        return render(request, "pledges/covenant_none.html", _none(request, found))
    return _page(request, found, found.newest)


def covenant_version(request, slug, year, number):
    """One version, also an earlier one: its words and signatures as they were."""
    found = find_covenant(request, slug, year)
    return _page(request, found, _numbered(found, number))


def covenant_difference(request, slug, year, number):
    """What a version changed against the one before."""
    found = find_covenant(request, slug, year)
    after = _numbered(found, number)
    before = next((each for each in found.versions if each.number == number - 1), None)
    if before is None:
        raise Http404
    came = dict(after.row.commitments.values_list("pk", "continues"))
    context = {
        "year": found.year,
        "version": after,
        "before": before,
        "differences": differences(before.text, after.text, continues=came, names=names_of(after)),
    }
    return render(request, "pledges/covenant_difference.html", context)


def _page(request, found, version):
    places = [] if version.is_draft else board_of(found, version)
    missing = unsigned(places)
    today = timezone.localdate()
    own = reach_of(request.user).signed_for if version.is_open else frozenset()
    is_newest = version is found.newest
    context = {
        "year": found.year,
        "covenant": found.covenant,
        "version": version,
        "versions": found.versions,
        "is_newest": is_newest,
        "lines": lines(version),
        "bases": [cited.basis for cited in version.row.cited.select_related("basis")],
        "places": places,
        "missing": missing,
        "to_sign": [
            place
            for place in missing
            if place.member.organisation in own and not is_over(place.due, today)
        ],
        "may_enter": _may_enter(version, places, missing, today),
        "can_write": found.can_write and found.year.is_open and is_newest,
        "being_amended": found.has_draft and version.state == CovenantState.IN_FORCE,
        "can_amend": version.state == CovenantState.IN_FORCE
        or (version.state == CovenantState.SIGNING and bool(version.signed)),
    }
    return answer(request, "pledges/covenant_detail.html", context, covenant_tables)


def _may_enter(version, places, missing, today):
    """Whether the chair may put it in force today."""
    if version.state != CovenantState.SIGNING or len(missing) == len(places):
        return False
    return all(is_over(place.due, today) for place in missing)


def _none(request, found):
    return {
        "year": found.year,
        "has_draft": found.has_draft,
        "can_begin": found.can_write and found.year.is_open,
        "can_record_past": not found.year.is_open
        and can_record_past_covenant(request.user, found.year),
    }


def _numbered(found, number):
    version = next((each for each in found.versions if each.number == number), None)
    if version is None:
        raise Http404
    return version
