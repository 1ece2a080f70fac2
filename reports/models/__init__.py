"""The tables of the papers: what was issued, and the text of reports on their way there."""

from .contributions import Contribution
from .papers import Paper, PaperQuerySet
from .sections import DataPart, ReportSection
from .signatories import Signatory

__all__ = [
    "Contribution",
    "DataPart",
    "Paper",
    "PaperQuerySet",
    "ReportSection",
    "Signatory",
]
