"""The tables of the pledges, one file a subject."""

from .commendations import CommendationCount, CommendationReport
from .commitments import Commitment, Registration, Target
from .covenants import CitedBasis, Covenant, CovenantState, CovenantVersion
from .exemplars import Exemplar, ExemplarKind
from .movements import Launcher, Movement, MovementKind
from .progress import ProgressFigure, ProgressFile, ProgressReport
from .results import MovementResult, ResultFigure
from .signatures import Reservation, Signature, SignatureWay

__all__ = [
    "CitedBasis",
    "CommendationCount",
    "CommendationReport",
    "Commitment",
    "Covenant",
    "CovenantState",
    "CovenantVersion",
    "Exemplar",
    "ExemplarKind",
    "Launcher",
    "Movement",
    "MovementKind",
    "MovementResult",
    "ProgressFigure",
    "ProgressFile",
    "ProgressReport",
    "Registration",
    "Reservation",
    "ResultFigure",
    "Signature",
    "SignatureWay",
    "Target",
]
