"""The tables of the pledges, one file a subject."""

from .commitments import Commitment, Registration, Target
from .covenants import CitedBasis, Covenant, CovenantState, CovenantVersion
from .signatures import Reservation, Signature, SignatureWay

__all__ = [
    "CitedBasis",
    "Commitment",
    "Covenant",
    "CovenantState",
    "CovenantVersion",
    "Registration",
    "Reservation",
    "Signature",
    "SignatureWay",
    "Target",
]
