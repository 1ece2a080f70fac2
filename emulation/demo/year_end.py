"""The year-end report of a demonstrated year: written and issued through the verbs, by a person."""

from reports.models import DataPart
from reports.papers import PaperKind

from .reporting import issue_demo_report, write_report

# The rest of what an article tells stands in the texts, in its own words.
PARTS = {DataPart.MEMBERS, DataPart.RANKING}


def issue_report(year, facts, *, by, at):
    """Write the sections and issue the report of an open year without chair, for the bloc.

    `by` keeps the records of the bloc. A section without text is left out.
    """
    write_report(year, PaperKind.YEAR_END, facts.texts, parts=PARTS, by=by, at=at)
    return issue_demo_report(year, PaperKind.YEAR_END, facts, by=by, at=at)
