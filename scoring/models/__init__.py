"""The tables of the scoring, one file a subject."""

from ..tree import DEEPEST_LEVEL
from .criteria import FOLLOWED, Criterion
from .locks import ScoresLock
from .parts import Tier, WorkedExample
from .scores import Score, Stage
from .sets import CriteriaSet, SetState, current_set, draft_set
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "FOLLOWED",
    "CriteriaSet",
    "Criterion",
    "Score",
    "ScoreUpload",
    "ScoresLock",
    "SetState",
    "Stage",
    "Tier",
    "UploadState",
    "WorkedExample",
    "current_set",
    "draft_set",
]
