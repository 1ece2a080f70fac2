"""The tables of the scoring, one file a subject."""

from ..tree import DEEPEST_LEVEL
from .announcements import Announcement, announced_standing
from .criteria import FOLLOWED, Criterion
from .disqualifications import Disqualification
from .evidence_files import EvidenceFile, Side, Statement
from .locks import ScoresLock
from .missed_duties import DUTIES, DutyDecision, MissedDuty
from .parts import Tier, WorkedExample
from .province_uploads import PENDING, PartState, ProvinceUpload, ProvinceUploadPart
from .ranking_rules import Grade, RankingRules, TieBreak
from .received import ReceivedWorkbook, RememberedMapping
from .scores import Score, Stage
from .sets import CriteriaSet, SetState, current_set, draft_set
from .settlements import SettledPlace, Settlement
from .sheet_uploads import SheetUpload, SheetUploadState
from .sheets import CheckerDraw, ScoreSheet, SheetEntry, SheetState, SheetStep
from .stages import LONGEST_ANSWER, SetStage, Shown, Silence
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "DUTIES",
    "FOLLOWED",
    "LONGEST_ANSWER",
    "PENDING",
    "Announcement",
    "CheckerDraw",
    "CriteriaSet",
    "Criterion",
    "Disqualification",
    "DutyDecision",
    "EvidenceFile",
    "Grade",
    "MissedDuty",
    "PartState",
    "ProvinceUpload",
    "ProvinceUploadPart",
    "RankingRules",
    "ReceivedWorkbook",
    "RememberedMapping",
    "Score",
    "ScoreSheet",
    "ScoreUpload",
    "ScoresLock",
    "SetStage",
    "SetState",
    "SettledPlace",
    "Settlement",
    "SheetEntry",
    "SheetState",
    "SheetStep",
    "SheetUpload",
    "SheetUploadState",
    "Shown",
    "Side",
    "Silence",
    "Stage",
    "Statement",
    "TieBreak",
    "Tier",
    "UploadState",
    "WorkedExample",
    "announced_standing",
    "current_set",
    "draft_set",
]
