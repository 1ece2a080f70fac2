"""The tables of the awards, one file a subject."""

from .ballots import Ballot, BallotState, Electorate, Nominee, Voter
from .counts import PaperCount, PaperCountLine
from .sealed import BallotPaper
from .steps import BallotStep, StepKind

__all__ = [
    "Ballot",
    "BallotPaper",
    "BallotState",
    "BallotStep",
    "Electorate",
    "Nominee",
    "PaperCount",
    "PaperCountLine",
    "StepKind",
    "Voter",
]
