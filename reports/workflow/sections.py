"""The text of a report is written, section by section: a draft, and no act of the chair yet.

Who may is who holds the year's work at that moment, and the province's staff; a reason for standing
in is asked when the report is issued. The evidence keeps every version with its writer.
"""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import lock_as_chair
from blocs.workflow.locks import refusing

from ..kinds.report import outline_of
from ..models import DataPart, ReportSection
from ..outline import MOST_SECTIONS


class SectionChanged(Refused):
    """Somebody else has saved the section meanwhile; `section` is as it now stands."""

    def __init__(self, section):
        super().__init__(
            _(
                "Somebody else has changed this section meanwhile. Their text stands below yours: "
                "join the two, then save."
            )
        )
        self.section = section


@transaction.atomic
def begin_report(year, kind, *, by, at):
    """Give a report of the year (of REPORT_KINDS) the usual outline to write on.

    Raises NotChair, or Refused if it was begun.
    """
    year = _lock(year, by, at)
    if _sections(year, kind).exists():
        raise Refused(_("The report was already begun. Load the page again."))
    with because(by):
        return [
            ReportSection.objects.create(
                emulation_year=year,
                kind=kind,
                position=place,
                heading=each.heading,
                part=each.part,
            )
            for place, each in enumerate(outline_of(year, kind), start=1)
        ]


@transaction.atomic
def save_section(section, *, heading, body, version, by, at):
    """Store heading and text and return the section; unchanged words are not stored again.

    `version` is the one that the writer saw. Raises SectionChanged where it is not the present
    one, NotChair, or Refused.
    """
    section = lock_section(section, by, at)
    if (section.heading, section.body) == (heading, body):
        return section
    if section.version != version:
        raise SectionChanged(section)
    if not heading.strip():
        raise Refused(_("A section needs a heading."))
    section.heading, section.body = heading, body
    section.version += 1
    with because(by):
        section.save()
    return section


@transaction.atomic
def add_section(year, kind, *, heading, by, at):
    """Add a section at the end. Raises NotChair, or Refused for a report not begun or too long."""
    year = _lock(year, by, at)
    sections = _sections(year, kind)
    if not (count := sections.count()):
        raise Refused(_("Begin the report with the usual outline first."))
    if count >= MOST_SECTIONS:
        raise Refused(_("A report has at most %(most)d sections.") % {"most": MOST_SECTIONS})
    if not heading.strip():
        raise Refused(_("A section needs a heading."))
    last = sections.aggregate(last=Max("position"))["last"]
    with because(by):
        return ReportSection.objects.create(
            emulation_year=year, kind=kind, position=last + 1, heading=heading
        )


@transaction.atomic
def move_section(section, *, up, by, at):
    """Let a section change places with its neighbour; at the end of the row it stays."""
    section = lock_section(section, by, at)
    others = _sections(section.emulation_year, section.kind)
    if up:
        neighbour = others.filter(position__lt=section.position).order_by("-position").first()
    else:
        neighbour = others.filter(position__gt=section.position).order_by("position").first()
    if neighbour is None:
        return section
    with because(by), refusing():
        section.position, neighbour.position = neighbour.position, section.position
        section.save()
        neighbour.save()
    return section


@transaction.atomic
def leave_out_section(section, *, left_out, by, at):
    """Leave a section out of the report with its text and figures, or put it back."""
    section = lock_section(section, by, at)
    section.is_left_out = left_out
    with because(by):
        section.save()
    return section


@transaction.atomic
def choose_part(section, *, part, by, at):
    """Let the program put figures (of DataPart; "" is none) below the text of a section.

    Each stands in a report once. Raises NotChair, or Refused where another section has them.
    """
    section = lock_section(section, by, at)
    others = _sections(section.emulation_year, section.kind).exclude(pk=section.pk)
    if part and (other := others.filter(part=part).first()):
        raise Refused(
            _("“%(heading)s” shows these figures already. Take them away there first.")
            % {"heading": other.heading}
        )
    section.part = DataPart(part)
    with because(by), refusing():
        section.save()
    return section


def _lock(year, by, at):
    """Take the open year for this transaction; raise NotChair for who may not write."""
    return lock_as_chair(year, right=ChairRight.YEAR_WORK, by=by, at=at).year


def lock_section(section, by, at):
    """Take the section's year for this transaction and return the section as it now stands."""
    _lock(section.emulation_year, by, at)
    return ReportSection.objects.select_related("emulation_year__bloc").get(pk=section.pk)


def _sections(year, kind):
    return ReportSection.objects.filter(emulation_year=year, kind=kind)
