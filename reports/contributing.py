"""What the members have written for a report, as its editor and its writers see it."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.expressions import Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.utils import timezone

from .models import Contribution, ReportSection

COLUMNS = {
    "pk": "pk",
    "seat": "seat_id",
    "organisation": Coalesce(
        NullIf("seat__organisation__short_name", Value("")), F("seat__organisation__name")
    ),
    "section": "section_id",
    "heading": "section__heading",
    "text": "text",
    "version": "version",
    "written_by": "written_by__full_name",
    "written_at": "written_at",
    "taken_by": "taken_by__full_name",
    "taken_at": "taken_at",
    "taken_version": "taken_version",
}


@dataclass(frozen=True)
class Given:
    """A contribution as pages show it; `section` is None for the report as a whole."""

    pk: int
    seat: int
    organisation: str
    section: int | None
    heading: str | None
    text: str
    version: int
    written_by: str
    written_at: dt.datetime
    taken_by: str | None
    taken_at: dt.datetime | None
    taken_version: int | None
    is_late: bool

    @property
    def is_taken(self):
        """Whether the text as it stands is in the report."""
        return self.taken_version == self.version

    @property
    def is_changed(self):
        """Whether the member has written on after an earlier text went into the report."""
        return self.taken_version is not None and not self.is_taken


def with_contributions(years, kind):
    """Annotate years with what `contributions_to` reads: no query more."""
    rows = Contribution.objects.filter(emulation_year=OuterRef("pk"), kind=kind)
    rows = rows.order_by("seat__position", "pk").values(row=JSONObject(**COLUMNS))
    return years.annotate(given_in_short=ArraySubquery(rows))


def contributions_to(year, due):
    """Return what was given to the report of a year that came from `with_contributions`.

    In protocol order; `due` is the Due of the report, or None.
    """
    return [_given(row, due) for row in year.given_in_short]


def open_sections(year, kind):
    """The sections of a report that members may write for, in order; none before it is begun."""
    sections = ReportSection.objects.filter(emulation_year=year, kind=kind, is_left_out=False)
    return list(sections.order_by("position"))


def is_late(written_at, seat, due):
    """Whether a member wrote after its day; where nobody has set one, nobody is late."""
    return due is not None and due.is_over(timezone.localdate(written_at), seat)


def _given(row, due):
    moments = {
        name: row[name] and dt.datetime.fromisoformat(row[name])
        for name in ("written_at", "taken_at")
    }
    row = row | moments
    return Given(**row, is_late=is_late(row["written_at"], row["seat"], due))
