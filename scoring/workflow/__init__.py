"""The verbs of criteria and scores: keyword-only, atomic. Each refuses with a sentence."""

from .agreeing import agree_sheets, take_over_checks
from .amending import put_criteria_in_force, start_amendment
from .announcements import announce
from .checking import (
    accept_rest,
    draw_checker,
    finish_check,
    refuse_evidence,
    save_check,
    send_back,
)
from .closing import close_stages, close_year
from .criteria import add_criterion, change_criterion, move_criterion, remove_criterion
from .disqualifications import disqualify, revoke_disqualification
from .lateness import fill_all_lateness, fill_lateness
from .locking import lock, reopen
from .missed_duties import deduct_for_missed, refuse_deduction
from .province_steps import do_next_part
from .province_uploads import read_left_again, save_province_upload, start_province_upload
from .ranking_rules import set_ranking_rules, take_usual_rules
from .received import confirm_mapping, preview_received, receive
from .scores import record_scores, save_score, save_scores
from .self_scores import add_evidence, save_self, submit_self, withdraw_evidence
from .sets import change_set, copy_sample, copy_set, import_set, remove_set, start_set
from .settlements import settle_tie
from .sheet_locks import NotTheirs
from .sheet_tables import (
    confirm_sheet_columns,
    keep_wrong_check,
    keep_wrong_self,
    preview_sheet_table,
    receive_check,
    receive_self,
)
from .sheet_uploads import (
    drop_sheets,
    preview_check,
    preview_self,
    preview_sheets_again,
    save_sheets,
    undo_sheet_upload,
)
from .stages import choose_stages
from .statements import state_as_checker, state_as_member
from .uploads import (
    WrongWorkbook,
    drop_upload,
    preview_again,
    preview_upload,
    save_upload,
    undo_upload,
)
from .verifying import finish_verification, publish_scores, save_verification

__all__ = [
    "NotTheirs",
    "WrongWorkbook",
    "accept_rest",
    "add_criterion",
    "add_evidence",
    "agree_sheets",
    "announce",
    "change_criterion",
    "change_set",
    "choose_stages",
    "close_stages",
    "close_year",
    "confirm_mapping",
    "confirm_sheet_columns",
    "copy_sample",
    "copy_set",
    "deduct_for_missed",
    "disqualify",
    "do_next_part",
    "draw_checker",
    "drop_sheets",
    "drop_upload",
    "fill_all_lateness",
    "fill_lateness",
    "finish_check",
    "finish_verification",
    "import_set",
    "keep_wrong_check",
    "keep_wrong_self",
    "lock",
    "move_criterion",
    "preview_again",
    "preview_check",
    "preview_received",
    "preview_self",
    "preview_sheet_table",
    "preview_sheets_again",
    "preview_upload",
    "publish_scores",
    "put_criteria_in_force",
    "read_left_again",
    "receive",
    "receive_check",
    "receive_self",
    "record_scores",
    "refuse_deduction",
    "refuse_evidence",
    "remove_criterion",
    "remove_set",
    "reopen",
    "revoke_disqualification",
    "save_check",
    "save_province_upload",
    "save_score",
    "save_scores",
    "save_self",
    "save_sheets",
    "save_upload",
    "save_verification",
    "send_back",
    "set_ranking_rules",
    "settle_tie",
    "start_amendment",
    "start_province_upload",
    "start_set",
    "state_as_checker",
    "state_as_member",
    "submit_self",
    "take_over_checks",
    "take_usual_rules",
    "undo_sheet_upload",
    "undo_upload",
    "withdraw_evidence",
]
