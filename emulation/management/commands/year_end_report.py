"""Write the year-end report of a bloc to a file."""

from reports.papers import PaperKind

from ..report_command import ReportCommand


class Command(ReportCommand):
    """Exit status 0: written; 2: wrongly called. Nothing in the database is changed."""

    help = "Writes the issued year-end report, byte for byte, or its draft while none is issued."
    report_kind = PaperKind.YEAR_END
