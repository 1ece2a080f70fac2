"""The verbs of criteria sets: keyword-only, atomic. Each refuses with a sentence."""

from .criteria import add_criterion, change_criterion, move_criterion, remove_criterion
from .sets import change_set, copy_sample, copy_set, remove_set, start_set

__all__ = [
    "add_criterion",
    "change_criterion",
    "change_set",
    "copy_sample",
    "copy_set",
    "move_criterion",
    "remove_criterion",
    "remove_set",
    "start_set",
]
