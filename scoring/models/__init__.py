"""The tables of the scoring, one file a subject."""

from .criteria import DEEPEST_LEVEL, CriteriaSet, Criterion
from .locks import ScoresLock
from .received import ReceivedWorkbook, RememberedMapping
from .scores import Score, Stage
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "CriteriaSet",
    "Criterion",
    "ReceivedWorkbook",
    "RememberedMapping",
    "Score",
    "ScoreUpload",
    "ScoresLock",
    "Stage",
    "UploadState",
]
