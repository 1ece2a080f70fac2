"""What the members have written for a report, as its editor and its writers see it."""

from blocs.deadlines import due_of

from .models import Contribution, ReportSection
from .report_kinds import REPORT_KINDS


def contributions_to(year, kind):
    """Return {section pk or None: contributions in protocol order}, each with `late`: two queries.

    Where nobody has written, one.
    """
    rows = Contribution.objects.filter(emulation_year=year, kind=kind)
    rows = rows.select_related("seat__organisation", "written_by", "taken_by")
    found, rows = {}, list(rows.order_by("seat__position", "pk"))
    due = due_of(year, REPORT_KINDS[kind].deadline) if rows else None
    for row in rows:
        row.late = row.is_late(due)
        found.setdefault(row.section_id, []).append(row)
    return found


def open_sections(year, kind):
    """The sections of a report that members may write for, in order; none before it is begun."""
    sections = ReportSection.objects.filter(emulation_year=year, kind=kind, is_left_out=False)
    return list(sections.order_by("position"))
