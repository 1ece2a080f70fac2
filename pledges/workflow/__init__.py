"""The verbs of the movements and of what members report in them."""

from .commendations import record_past_commendations, save_commendations
from .entering import ChangedMeanwhile
from .exemplars import add_exemplar, change_exemplar, record_past_exemplar, remove_exemplar
from .movements import (
    add_movement,
    change_movement,
    record_past_movement,
    remove_movement,
    withdraw_movement,
)
from .results import record_past_result, remove_result, save_result

__all__ = [
    "ChangedMeanwhile",
    "add_exemplar",
    "add_movement",
    "change_exemplar",
    "change_movement",
    "record_past_commendations",
    "record_past_exemplar",
    "record_past_movement",
    "record_past_result",
    "remove_exemplar",
    "remove_movement",
    "remove_result",
    "save_commendations",
    "save_result",
    "withdraw_movement",
]
