"""Members write for the bloc's reports, each for itself; who writes the report takes it over."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight, Seat
from blocs.reach import Reach
from blocs.workflow import lock_as_chair
from blocs.workflow.locks import lock_open_year, refusing

from ..models import Contribution, ReportSection
from ..outline import LONGEST_TEXT
from .issuing import current_paper
from .sections import lock_section


class NotOwnMember(PermissionDenied):
    """The person does not represent this member at this moment: the pages answer 403."""


class ContributionChanged(Refused):
    """A colleague has written on meanwhile; `contribution` is as it now stands, None: removed."""

    def __init__(self, contribution):
        super().__init__(
            _(
                "A colleague has changed this text meanwhile. It stands below yours: join the two, "
                "then save."
            )
        )
        self.contribution = contribution


@transaction.atomic
def contribute(seat, kind, *, section=None, text, version, by, at):
    """Store a member's own text for a report (of REPORT_KINDS) and return it.

    There is one for each section (its key), and one for the report as a whole (None). `version` is
    the one that was seen, 0 for none. An empty text takes back what is not in the report yet; then
    None is returned.
    After its day it is late, not refused, until the report is issued.
    Raises NotOwnMember, ContributionChanged, or Refused: a closed year, an issued report, no text.
    """
    year = lock_open_year(seat.emulation_year_id)
    seat = Seat.objects.select_related("organisation").get(pk=seat.pk)
    if seat.organisation_id not in Reach.on(by, timezone.localdate(at)).represented:
        raise NotOwnMember(_("You do not act for this organisation today."))
    _check_open(year, kind)
    stored = Contribution.objects.filter(seat=seat, kind=kind, section=section).first()
    if version != (stored.version if stored else 0):
        raise ContributionChanged(stored)
    if not text.strip():
        return _take_back(stored, by)
    if section and not _is_of(section, year.pk, kind):
        raise Refused(_("This section is not of the same report."))
    if stored and stored.text == text:
        return stored
    stored = stored or Contribution(
        emulation_year=year, kind=kind, seat=seat, section_id=section, version=0
    )
    stored.text, stored.version = text, stored.version + 1
    stored.written_by, stored.written_at = by, at
    with because(by), refusing():
        stored.save()
    return stored


@transaction.atomic
def take_over(contribution, *, section, version, by, at):
    """Put a member's text, under its name, at the end of a section's text; return the section.

    It is added to whatever stands there, so nothing is lost, and the section's version grows: who
    has it open is told. `version` is that of the contribution that was read. Raises NotChair, or
    Refused: changed meanwhile, already there, another report's section, too long a text.
    """
    lock_as_chair(contribution.emulation_year, right=ChairRight.YEAR_WORK, by=by, at=at)
    stored = Contribution.objects.select_related("seat__organisation")
    contribution = stored.filter(pk=contribution.pk).first()
    _check_taking(contribution, section, version)
    section = lock_section(section, by, at)
    section.body = appended(section.body, contribution.seat.organisation.name, contribution.text)
    if len(section.body) > LONGEST_TEXT:
        raise Refused(_("The text of this section would become too long. Shorten it first."))
    section.version += 1
    contribution.taken_by, contribution.taken_at = by, at
    contribution.taken_version = contribution.version
    with because(by), refusing():
        section.save()
        contribution.save()
    return section


def appended(body, name, text):
    """Return a section's text with a member's behind it: on one line, or below its name."""
    text = text.strip()
    own = f"{name}:\n{text}" if "\n" in text else f"{name}: {text}"
    return f"{body.rstrip()}\n{own}" if body.strip() else own


def _check_open(year, kind):
    if current_paper(kind=kind, emulation_year=year):
        raise Refused(_("The report is issued: nothing more is taken in."))


def _take_back(stored, by):
    if stored is None:
        raise Refused(_("Write a text first."))
    if stored.taken_version is not None:
        raise Refused(_("Your text is in the report already: change it, or ask the chair."))
    with because(by):
        Contribution.objects.filter(pk=stored.pk).delete()


def _check_taking(contribution, section, version):
    if contribution is None or contribution.version != version:
        raise Refused(_("The member has changed its text meanwhile. Read it again, then take it."))
    if contribution.taken_version == version:
        raise Refused(_("This text is in the report already."))
    if not _is_of(section.pk, contribution.emulation_year_id, contribution.kind):
        raise Refused(_("This section is not of the same report."))


def _is_of(section, year, kind):
    return ReportSection.objects.filter(pk=section, emulation_year=year, kind=kind).exists()
