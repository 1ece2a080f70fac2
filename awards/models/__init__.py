"""The tables of the awards, one file a subject."""

from .ballots import Ballot, BallotState, Electorate, Nominee, Voter
from .councils import AgencyOpinion, Appraisal, CouncilSession, CouncilVote, OpinionVerdict
from .counts import PaperCount, PaperCountLine
from .decisions import Decision, HistoryImport
from .dossiers import AchievementReport, FindingOverride, NominationFile
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
from .nominations import (
    DECLINABLE,
    GIVEN_UP,
    WITH_REASON,
    Nomination,
    NominationState,
    NominationStep,
    Submission,
    SubmissionReturn,
)
from .quotas import QuotaRule
from .registry import Award, Method, Sex
from .sealed import BallotPaper
from .steps import BallotStep, StepKind
from .yearly_results import YearlyResult, YearRating

__all__ = [
    "DECLINABLE",
    "GIVEN_UP",
    "WITH_REASON",
    "AchievementReport",
    "AgencyOpinion",
    "Appraisal",
    "Award",
    "AwardKind",
    "AwardLine",
    "AwardType",
    "Ballot",
    "BallotPaper",
    "BallotState",
    "BallotStep",
    "BaseSalary",
    "CouncilSession",
    "CouncilVote",
    "Decision",
    "Electorate",
    "FindingOverride",
    "HistoryImport",
    "Method",
    "MoneyRule",
    "Nomination",
    "NominationFile",
    "NominationState",
    "NominationStep",
    "Nominee",
    "OpinionVerdict",
    "PaperCount",
    "PaperCountLine",
    "QuotaRule",
    "Recipient",
    "Sex",
    "ShareKey",
    "ShareRule",
    "StepKind",
    "Submission",
    "SubmissionReturn",
    "Voter",
    "YearRating",
    "YearlyResult",
]
