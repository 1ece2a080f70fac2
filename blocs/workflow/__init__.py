"""The verbs of the blocs: keyword-only, given the time, atomic. Each refuses with a sentence."""

from .acting import NotChair, act_as_chair, lock_as_chair
from .activities import (
    change_activity,
    complete_activity,
    drop_activity,
    plan_activity,
    record_past_activity,
)
from .conferences import (
    ConferenceChanged,
    change_conference,
    record_conference,
    record_past_conference,
    revoke_conference,
)
from .conferring import (
    ListChanged,
    add_conference_files,
    record_attendance,
    record_people,
    withdraw_conference_file,
)
from .deadlines import extend_deadline, set_deadline_rules, set_deadlines
from .handover import hand_over, record_past_handover, revoke_handover
from .notices import publish_notice, withdraw_notice
from .organisations import succeed
from .posts import end_post, give_post
from .records import keep
from .seats import add_seat, leave_seat, move_seat, remove_seat
from .terms import appoint, change_term, record_past_term, revoke_term
from .years import close_year, open_year, reopen_year

__all__ = [
    "ConferenceChanged",
    "ListChanged",
    "NotChair",
    "act_as_chair",
    "add_conference_files",
    "add_seat",
    "appoint",
    "change_activity",
    "change_conference",
    "change_term",
    "close_year",
    "complete_activity",
    "drop_activity",
    "end_post",
    "extend_deadline",
    "give_post",
    "hand_over",
    "keep",
    "leave_seat",
    "lock_as_chair",
    "move_seat",
    "open_year",
    "plan_activity",
    "publish_notice",
    "record_attendance",
    "record_conference",
    "record_past_activity",
    "record_past_conference",
    "record_past_handover",
    "record_past_term",
    "record_people",
    "remove_seat",
    "reopen_year",
    "revoke_conference",
    "revoke_handover",
    "revoke_term",
    "set_deadline_rules",
    "set_deadlines",
    "succeed",
    "withdraw_conference_file",
    "withdraw_notice",
]
