"""The verbs of the awards: keyword-only, atomic. Each refuses with a sentence."""

from .counting import NotCounter, agreed_count, enter_count
from .course import cancel_ballot, close_ballot, end_early, extend_ballot, open_ballot
from .law import add_row
from .preparing import change_ballot, prepare_ballot, start_second_round
from .voting import NotVoter, cast_vote

__all__ = [
    "NotCounter",
    "NotVoter",
    "add_row",
    "agreed_count",
    "cancel_ballot",
    "cast_vote",
    "change_ballot",
    "close_ballot",
    "end_early",
    "enter_count",
    "extend_ballot",
    "open_ballot",
    "prepare_ballot",
    "start_second_round",
]
