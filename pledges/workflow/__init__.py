"""The verbs of the pledges: keyword-only, given the time, atomic. Each refuses with a sentence."""

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
from .history import record_past_covenant
from .registering import register_award, remove_registration
from .signing import (
    NotSignatory,
    open_signing,
    record_paper_signature,
    sign_covenant,
    withdraw_opening,
)

__all__ = [
    "DraftChanged",
    "NotSignatory",
    "add_commitment",
    "begin_covenant",
    "close_covenant",
    "drop_amendment",
    "move_commitment",
    "open_signing",
    "put_in_force",
    "record_paper_signature",
    "record_past_covenant",
    "register_award",
    "remove_commitment",
    "remove_registration",
    "save_commitment",
    "save_head",
    "set_targets",
    "sign_covenant",
    "start_amendment",
    "take_over",
    "withdraw_opening",
]
