"""The tables of the papers: what was issued, and the text of reports on their way there."""

from .contributions import Contribution
from .papers import Paper, PaperQuerySet, Signatory
from .sections import DataPart, ReportSection

__all__ = [
    "Contribution",
    "DataPart",
    "Paper",
    "PaperQuerySet",
    "ReportSection",
    "Signatory",
]
