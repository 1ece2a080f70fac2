"""The reports on years of articles: written and issued through the verbs, by a person."""

from reports.models import DataPart
from reports.papers import PaperKind

from .reporting import issue_demo_report, write_report

# The rest of what an article tells stands in the texts, in its own words.
PARTS = {DataPart.MEMBERS, DataPart.RANKING}


def issue_year_end(year, facts, *, by, at):
    """Write the sections and issue the report of an open year without chair, for the bloc.

    `by` keeps the records of the bloc. A section without text is left out.
    """
    write_report(year, PaperKind.YEAR_END, facts.texts, parts=PARTS, by=by, at=at)
    return issue_demo_report(year, PaperKind.YEAR_END, facts, by=by, at=at)


def issue_half_year(year, facts, *, by, at):
    """The same for a six-month review: the areas of the article stand under the commitments."""
    areas = "\n".join(
        f"{number}. {heading}\n{text}"
        for number, (heading, text) in enumerate(facts.areas, start=1)
    )
    texts = (
        facts.direction,
        areas,
        *[""] * 3,  # movements, exemplars, commendations: the article tells of none
        facts.activity,
        "",
        facts.assessment,
        facts.tasks,
        facts.proposals,
    )
    write_report(year, PaperKind.HALF_YEAR, texts, parts=(), by=by, at=at)
    return issue_demo_report(year, PaperKind.HALF_YEAR, facts, by=by, at=at)
