"""What every paper is made of, as plain values: they outlive the rows they were read from. Pure."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import numbering
from .numbering import TypeCode


class PaperKind(models.TextChoices):
    HANDOVER_MINUTES = "handover_minutes", _("minutes of the handover")
    YEAR_END = "year_end", _("year-end summary")
    CONFERENCE_MINUTES = "conference", _("minutes of the conference")
    COVENANT = "covenant", _("emulation covenant")
    HALF_YEAR = "half_year", _("six-month review")
    COUNTING_MINUTES = "counting", _("counting minutes")
    SUBMISSION = "submission", _("submission of award nominations")


# The kinds that are written section by section, in the order of the year.
REPORTS = [PaperKind.HALF_YEAR, PaperKind.YEAR_END]
REPORT_CHOICES = [(kind.value, kind.label) for kind in REPORTS]

# A covenant has no letters of a type, and so no number of a register (docs/field.md §7.1).
TYPE_CODES = {
    PaperKind.HANDOVER_MINUTES: TypeCode.MINUTES,
    PaperKind.YEAR_END: TypeCode.REPORT,
    PaperKind.HALF_YEAR: TypeCode.REPORT,
    PaperKind.CONFERENCE_MINUTES: TypeCode.MINUTES,
    PaperKind.COUNTING_MINUTES: TypeCode.MINUTES,
    PaperKind.SUBMISSION: TypeCode.SUBMISSION,
}


@dataclass(frozen=True)
class Signature:
    """Who signs: `capacity` has a line or two in capitals, above the place for hand and seal."""

    capacity: str
    full_name: str = ""
    position: str = ""


@dataclass(frozen=True)
class Entry:
    """What the office's register and the signing give a paper. Without a number it is a draft.

    Of a kind without letters `is_unnumbered` says that it is issued all the same.
    """

    symbol: str
    number: int | None = None
    dated: dt.date | None = None
    place: str = ""
    signatures: tuple[Signature, ...] = ()
    is_unnumbered: bool = False

    @property
    def full_number(self):
        return numbering.full_number(self.number, self.symbol)

    @property
    def place_and_day(self):
        return numbering.place_and_day(self.place, self.dated)


@dataclass(frozen=True)
class Sheet:
    """Everything that a paper's template is given, as `sheet`.

    `organisation` and `bloc` are the two lines at the top left (the chair organisation issues on
    its own paper, docs/field.md §7.2); without one the bloc stands alone. `title` is that of
    the PDF and of the file. `contents` is what its kind says, a dataclass of its own. What is never
    issued, as an index or a nominee's report, has no `kind`.
    """

    kind: PaperKind | None
    template: str
    title: str
    organisation: str
    bloc: str
    entry: Entry
    contents: object
    is_sample: bool = False

    @property
    def is_draft(self):
        return self.entry.number is None and not self.entry.is_unnumbered

    @property
    def type_code(self):
        """The letters of the type, or None for a kind that has none."""
        return TYPE_CODES.get(self.kind)

    @property
    def type_name(self):
        """Báo cáo, Biên bản …: the name of the type above the subject."""
        return TypeCode(self.type_code).label

    @property
    def file_name(self):
        if self.is_draft:
            return f"Bản thảo - {self.title}.pdf"
        if self.type_code is None:
            return f"{self.title}.pdf"
        return f"{self.entry.full_number.replace('/', '-')} - {self.title}.pdf"
