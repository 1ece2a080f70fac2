"""The verbs of the awards: keyword-only, atomic. Each refuses with a sentence."""

from .counting import NotCounter, agreed_count, enter_count
from .course import cancel_ballot, close_ballot, end_early, extend_ballot, open_ballot
from .importing import drop_history, receive_history, save_history, undo_history
from .law import add_row
from .preparing import change_ballot, prepare_ballot, start_second_round
from .registering import (
    add_awards,
    correct_award,
    correct_decision,
    publish_decision,
    record_decision,
    remove_award,
    take_back_decision,
)
from .voting import NotVoter, cast_vote
from .yearly_results import record_results

__all__ = [
    "NotCounter",
    "NotVoter",
    "add_awards",
    "add_row",
    "agreed_count",
    "cancel_ballot",
    "cast_vote",
    "change_ballot",
    "close_ballot",
    "correct_award",
    "correct_decision",
    "drop_history",
    "end_early",
    "enter_count",
    "extend_ballot",
    "open_ballot",
    "prepare_ballot",
    "publish_decision",
    "receive_history",
    "record_decision",
    "record_results",
    "remove_award",
    "save_history",
    "start_second_round",
    "take_back_decision",
    "undo_history",
]
