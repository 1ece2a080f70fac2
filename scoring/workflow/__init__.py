"""The verbs of criteria and scores: keyword-only, atomic. Each refuses with a sentence."""

from .criteria import add_criterion, change_criterion, move_criterion, remove_criterion
from .locking import lock, reopen
from .received import confirm_mapping, preview_received, receive
from .scores import record_scores, save_score, save_scores
from .sets import change_set, copy_sample, copy_set, remove_set, start_set
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
    "change_criterion",
    "change_set",
    "confirm_mapping",
    "copy_sample",
    "copy_set",
    "drop_upload",
    "lock",
    "move_criterion",
    "preview_again",
    "preview_received",
    "preview_upload",
    "receive",
    "record_scores",
    "remove_criterion",
    "remove_set",
    "reopen",
    "save_score",
    "save_scores",
    "save_upload",
    "start_set",
    "undo_upload",
]
