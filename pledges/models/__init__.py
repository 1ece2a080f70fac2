"""The tables of movements and of what members report in them."""

from .commendations import CommendationCount, CommendationReport
from .exemplars import Exemplar, ExemplarKind
from .movements import Launcher, Movement, MovementKind
from .results import MovementResult, ResultFigure

__all__ = [
    "CommendationCount",
    "CommendationReport",
    "Exemplar",
    "ExemplarKind",
    "Launcher",
    "Movement",
    "MovementKind",
    "MovementResult",
    "ResultFigure",
]
