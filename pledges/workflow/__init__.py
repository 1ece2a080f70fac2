"""The verbs of the pledges: keyword-only, given the time, atomic. Each refuses with a sentence."""

from .commendations import record_past_commendations, save_commendations
from .commitments import (
    add_commitment,
    move_commitment,
    remove_commitment,
    save_commitment,
    set_targets,
)
from .copying import take_over
from .course import close_covenant, put_in_force, start_amendment
from .drafting import DraftChanged, begin_covenant, drop_amendment, save_head
from .entering import ChangedMeanwhile
from .exemplars import add_exemplar, change_exemplar, record_past_exemplar, remove_exemplar
from .history import record_past_covenant
from .movements import (
    add_movement,
    change_movement,
    record_past_movement,
    remove_movement,
    withdraw_movement,
)
from .progress import (
    keep_back,
    record_past_progress,
    save_progress,
    show_again,
    withdraw_progress_file,
)
from .registering import register_award, remove_registration
from .results import record_past_result, remove_result, save_result
from .signing import (
    NotSignatory,
    open_signing,
    record_paper_signature,
    sign_covenant,
    withdraw_opening,
)

__all__ = [
    "ChangedMeanwhile",
    "DraftChanged",
    "NotSignatory",
    "add_commitment",
    "add_exemplar",
    "add_movement",
    "begin_covenant",
    "change_exemplar",
    "change_movement",
    "close_covenant",
    "drop_amendment",
    "keep_back",
    "move_commitment",
    "open_signing",
    "put_in_force",
    "record_paper_signature",
    "record_past_commendations",
    "record_past_covenant",
    "record_past_exemplar",
    "record_past_movement",
    "record_past_progress",
    "record_past_result",
    "register_award",
    "remove_commitment",
    "remove_exemplar",
    "remove_movement",
    "remove_registration",
    "remove_result",
    "save_commendations",
    "save_commitment",
    "save_head",
    "save_progress",
    "save_result",
    "set_targets",
    "show_again",
    "sign_covenant",
    "start_amendment",
    "take_over",
    "withdraw_movement",
    "withdraw_opening",
    "withdraw_progress_file",
]
