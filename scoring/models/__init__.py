"""The tables of the scoring, one file a subject."""

from .announcements import Announcement
from .criteria import DEEPEST_LEVEL, Criterion, Tier
from .disqualifications import Disqualification
from .locks import ScoresLock
from .ranking_rules import Grade, RankingRules, TieBreak
from .scores import Score, Stage
from .sets import CriteriaSet
from .settlements import SettledPlace, Settlement
from .uploads import ScoreUpload, UploadState

__all__ = [
    "DEEPEST_LEVEL",
    "Announcement",
    "CriteriaSet",
    "Criterion",
    "Disqualification",
    "Grade",
    "RankingRules",
    "Score",
    "ScoreUpload",
    "ScoresLock",
    "SettledPlace",
    "Settlement",
    "Stage",
    "TieBreak",
    "Tier",
    "UploadState",
]
