"""The figures of a report, gathered from the rooms: only those of the parts that it shows."""

from dataclasses import dataclass

from pledges.movement_figures import movement_figures
from pledges.progress_figures import progress_of

from ..kinds import year_end_figures
from ..models import DataPart
from .commendations import Table, tables
from .commitments import Commitments, commitments
from .conferences import Conferences, conferences
from .discipline import Discipline, discipline
from .members import Member, members
from .movements import Exemplar, Movement, exemplars, movements

FROM_MOVEMENTS = {
    DataPart.MOVEMENTS,
    DataPart.EXEMPLARS,
    DataPart.COMMENDATIONS,
    DataPart.DISCIPLINE,
}
OF_MEMBERS = {DataPart.CONFERENCES, DataPart.DISCIPLINE}
FROM_PROGRESS = {DataPart.COMMITMENTS, DataPart.DISCIPLINE}


@dataclass(frozen=True)
class Figures:
    """Each part as plain values, ready for print; None or empty where there is nothing to show."""

    members: tuple[Member, ...] = ()
    ranking: year_end_figures.Ranking | None = None
    scores: year_end_figures.Scores | None = None
    commitments: Commitments | None = None
    movements: tuple[Movement, ...] = ()
    exemplars: tuple[Exemplar, ...] = ()
    commendations: tuple[Table, ...] = ()
    not_commended: str = ""
    conferences: Conferences | None = None
    discipline: Discipline | None = None


def gather(year, report, parts, scores):
    """Read what `parts` of a report (of REPORT_KINDS) show; `scores` is its sheet, or None."""
    moved = movement_figures(year, span=report.span) if parts & FROM_MOVEMENTS else None
    progress = progress_of(year, period=report.span) if parts & FROM_PROGRESS else None
    found = _of_scores(scores) if DataPart.RANKING in parts and scores else {}
    if DataPart.MEMBERS in parts:
        found["members"] = members(year)
    if progress:
        found["commitments"] = commitments(progress)
    if moved:
        found |= _of_movements(moved, year, report)
    seats = _seats(year) if parts & OF_MEMBERS else []
    if DataPart.CONFERENCES in parts:
        found["conferences"] = conferences(year, report, seats)
    if DataPart.DISCIPLINE in parts:
        found["discipline"] = discipline(year, report, seats, moved, progress)
    return Figures(**found)


def _seats(year):
    return list(year.seats.select_related("organisation").order_by("position", "pk"))


def _of_scores(scores):
    return {
        "ranking": year_end_figures.ranking(scores),
        "scores": year_end_figures.scores(scores) if scores.members else None,
    }


def _of_movements(moved, year, report):
    return {
        "movements": movements(moved, year, report),
        "exemplars": exemplars(moved),
        "commendations": tables(moved),
        "not_commended": ", ".join(moved.without_commendations),
    }
