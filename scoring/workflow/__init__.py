"""The verbs of criteria and scores: keyword-only, atomic. Each refuses with a sentence."""

from .amending import put_criteria_in_force, start_amendment
from .announcements import announce
from .criteria import add_criterion, change_criterion, move_criterion, remove_criterion
from .disqualifications import disqualify, revoke_disqualification
from .locking import lock, reopen
from .ranking_rules import set_ranking_rules, take_usual_rules
from .scores import record_scores, save_score, save_scores
from .sets import change_set, copy_sample, copy_set, import_set, remove_set, start_set
from .settlements import settle_tie
from .uploads import (
    WrongWorkbook,
    drop_upload,
    preview_again,
    preview_upload,
    save_upload,
    undo_upload,
)

__all__ = [
    "WrongWorkbook",
    "add_criterion",
    "announce",
    "change_criterion",
    "change_set",
    "copy_sample",
    "copy_set",
    "disqualify",
    "drop_upload",
    "import_set",
    "lock",
    "move_criterion",
    "preview_again",
    "preview_upload",
    "put_criteria_in_force",
    "record_scores",
    "remove_criterion",
    "remove_set",
    "reopen",
    "revoke_disqualification",
    "save_score",
    "save_scores",
    "save_upload",
    "set_ranking_rules",
    "settle_tie",
    "start_amendment",
    "start_set",
    "take_usual_rules",
    "undo_upload",
]
