"""The tables of the scoring, one file a subject."""

from ..tree import DEEPEST_LEVEL
from .announcements import Announcement
from .criteria import FOLLOWED, Criterion
from .disqualifications import Disqualification
from .locks import ScoresLock
from .parts import Tier, WorkedExample
from .ranking_rules import Grade, RankingRules, TieBreak
from .scores import Score, Stage
from .sets import CriteriaSet, SetState, current_set, draft_set
from .settlements import SettledPlace, Settlement
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "FOLLOWED",
    "Announcement",
    "CriteriaSet",
    "Criterion",
    "Disqualification",
    "Grade",
    "RankingRules",
    "Score",
    "ScoreUpload",
    "ScoresLock",
    "SetState",
    "SettledPlace",
    "Settlement",
    "Stage",
    "TieBreak",
    "Tier",
    "UploadState",
    "WorkedExample",
    "current_set",
    "draft_set",
]
