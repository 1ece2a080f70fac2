"""The tables of the scoring, one file a subject."""

from .criteria import DEEPEST_LEVEL, Criterion, Tier
from .evidence_files import EvidenceFile, Side, Statement
from .locks import ScoresLock
from .scores import Score, Stage
from .sets import CriteriaSet
from .sheets import CheckerDraw, ScoreSheet, SheetEntry, SheetState, SheetStep
from .stages import LONGEST_ANSWER, SetStage, Shown, Silence
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "LONGEST_ANSWER",
    "CheckerDraw",
    "CriteriaSet",
    "Criterion",
    "EvidenceFile",
    "Score",
    "ScoreSheet",
    "ScoreUpload",
    "ScoresLock",
    "SetStage",
    "SheetEntry",
    "SheetState",
    "SheetStep",
    "Shown",
    "Side",
    "Silence",
    "Stage",
    "Statement",
    "Tier",
    "UploadState",
]
