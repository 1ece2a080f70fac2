"""The verbs of the awards: keyword-only, atomic. Each refuses with a sentence."""

from .achievements import (
    add_nomination_files,
    save_achievements,
    save_summary,
    withdraw_nomination_file,
)
from .counting import NotCounter, agreed_count, enter_count
from .course import cancel_ballot, close_ballot, end_early, extend_ballot, open_ballot
from .law import add_row
from .leaving import NotNominee, decline_nomination, withdraw_nomination
from .nominating import (
    nominate,
    nominate_by_quota,
    nominate_from_ballot,
    record_past_nomination,
)
from .overriding import override_findings
from .preparing import change_ballot, prepare_ballot, start_second_round
from .submitting import record_submission, take_back
from .voting import NotVoter, cast_vote

__all__ = [
    "NotCounter",
    "NotNominee",
    "NotVoter",
    "add_nomination_files",
    "add_row",
    "agreed_count",
    "cancel_ballot",
    "cast_vote",
    "change_ballot",
    "close_ballot",
    "decline_nomination",
    "end_early",
    "enter_count",
    "extend_ballot",
    "nominate",
    "nominate_by_quota",
    "nominate_from_ballot",
    "open_ballot",
    "override_findings",
    "prepare_ballot",
    "record_past_nomination",
    "record_submission",
    "save_achievements",
    "save_summary",
    "start_second_round",
    "take_back",
    "withdraw_nomination",
    "withdraw_nomination_file",
]
