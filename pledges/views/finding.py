"""Fetch the covenant of a year as far as a person may read it."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.permissions import require
from blocs.deadlines import due_of
from blocs.models import DeadlineKind, EmulationYear
from blocs.views.finding import find_year

from ..board import board
from ..covenant_permissions import can_read_draft, can_write_covenant
from ..due import last_days
from ..models import Commitment
from ..reading import Version, versions_of


@dataclass(frozen=True)
class Found:
    """A year and the versions of its covenant that the person may read, oldest first."""

    year: EmulationYear
    versions: list[Version]
    can_write: bool
    has_draft: bool

    @property
    def newest(self):
        return self.versions[-1] if self.versions else None

    @property
    def covenant(self):
        return self.newest.row.covenant


def find_covenant(request, slug, year):
    """The year that the person sees, with its covenant: drafts only for who may read them."""
    year = find_year(request, slug, year)
    versions = versions_of(year)
    for version in versions:
        version.row.covenant.emulation_year = year  # the same object: nothing is read twice
    has_draft = bool(versions) and versions[-1].is_draft
    can_write = can_write_covenant(request.user, year)
    if has_draft and not can_write and not can_read_draft(request.user, year):
        versions = versions[:-1]
    return Found(year, versions, can_write, has_draft)


def written_covenant(request, slug, year):
    """The same for who writes it: 403 for others, 404 without any covenant."""
    found = find_covenant(request, slug, year)
    require(can_write_covenant, request.user, found.year)
    if found.newest is None:
        raise Http404
    return found


def find_draft(request, slug, year):
    """The newest version, which the person writes; 404 where it is no draft."""
    found = written_covenant(request, slug, year)
    if not found.newest.is_draft:
        raise Http404
    return found


def find_commitment(request, slug, year, pk):
    """A commitment of the draft that the person writes, and where it was found."""
    found = find_draft(request, slug, year)
    commitment = get_object_or_404(Commitment, pk=pk, covenant_version=found.newest.row)
    commitment.covenant_version = found.newest.row
    return commitment, found


def board_of(found, version):
    """The grid of signatures of a version, as it stands today."""
    due = due_of(found.year, DeadlineKind.SIGNING)
    opened = version.row.opened
    return board(
        found.versions,
        version,
        on=timezone.localdate(),
        due=last_days(version, due),
        since=opened and opened.at,
    )
