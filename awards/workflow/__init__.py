"""The verbs of the awards: keyword-only, atomic. Each refuses with a sentence."""

from .achievements import (
    add_nomination_files,
    save_achievements,
    save_summary,
    withdraw_nomination_file,
)
from .appraising import appraise, ask_agency, record_opinion
from .council import (
    add_session_scan,
    change_session,
    finish_session,
    record_session,
    reopen_session,
    save_votes,
)
from .counting import NotCounter, agreed_count, enter_count
from .course import cancel_ballot, close_ballot, end_early, extend_ballot, open_ballot
from .deciding import (
    add_decision_scan,
    correct_decision,
    decide,
    void_decision,
)
from .importing import drop_history, receive_history, save_history, undo_history
from .law import add_row
from .leaving import NotNominee, decline_nomination, withdraw_nomination
from .nominating import (
    nominate,
    nominate_by_quota,
    nominate_from_ballot,
)
from .overriding import override_findings
from .past import correct_past_nomination, record_past_nomination, remove_past_nomination
from .preparing import change_ballot, prepare_ballot, start_second_round
from .presenting import hand_over_awards, revoke_award
from .receiving import send_submission_back
from .registering import (
    add_awards,
    correct_award,
    publish_decision,
    record_decision,
    remove_award,
    take_back_decision,
)
from .submitting import record_submission
from .voting import NotVoter, cast_vote
from .yearly_results import record_results

__all__ = [
    "NotCounter",
    "NotNominee",
    "NotVoter",
    "add_awards",
    "add_decision_scan",
    "add_nomination_files",
    "add_row",
    "add_session_scan",
    "agreed_count",
    "appraise",
    "ask_agency",
    "cancel_ballot",
    "cast_vote",
    "change_ballot",
    "change_session",
    "close_ballot",
    "correct_award",
    "correct_decision",
    "correct_past_nomination",
    "decide",
    "decline_nomination",
    "drop_history",
    "end_early",
    "enter_count",
    "extend_ballot",
    "finish_session",
    "hand_over_awards",
    "nominate",
    "nominate_by_quota",
    "nominate_from_ballot",
    "open_ballot",
    "override_findings",
    "prepare_ballot",
    "publish_decision",
    "receive_history",
    "record_decision",
    "record_opinion",
    "record_past_nomination",
    "record_results",
    "record_session",
    "record_submission",
    "remove_award",
    "remove_past_nomination",
    "reopen_session",
    "revoke_award",
    "save_achievements",
    "save_history",
    "save_summary",
    "save_votes",
    "send_submission_back",
    "start_second_round",
    "take_back_decision",
    "undo_history",
    "void_decision",
    "withdraw_nomination",
    "withdraw_nomination_file",
]
