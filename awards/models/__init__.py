"""The tables of the awards, one file a subject."""

from .ballots import Ballot, BallotState, Electorate, Nominee, Voter
from .counts import PaperCount, PaperCountLine
from .law import (
    AwardKind,
    AwardLine,
    AwardType,
    BaseSalary,
    MoneyRule,
    Recipient,
    ShareKey,
    ShareRule,
)
from .quotas import QuotaRule
from .sealed import BallotPaper
from .steps import BallotStep, StepKind

__all__ = [
    "AwardKind",
    "AwardLine",
    "AwardType",
    "Ballot",
    "BallotPaper",
    "BallotState",
    "BallotStep",
    "BaseSalary",
    "Electorate",
    "MoneyRule",
    "Nominee",
    "PaperCount",
    "PaperCountLine",
    "QuotaRule",
    "Recipient",
    "ShareKey",
    "ShareRule",
    "StepKind",
    "Voter",
]
