"""By what the invented bloc ranks and grades: the usual list, in a clause of its own."""

from scoring.kinds import GradeBase
from scoring.workflow import set_ranking_rules
from scoring.workflow.ranking_rules import USUAL_BANDS, usual_tie_breaks

CLAUSE = "Điều 7 Quy chế hoạt động của khối (minh họa)"


def declare_rules(criteria_set, *, by, at):
    """Declare tie-breaks and grades of a set."""
    set_ranking_rules(
        criteria_set,
        tie_breaks=usual_tie_breaks(criteria_set),
        bands=USUAL_BANDS,
        grade_base=GradeBase.WITHOUT_BONUS,
        clause=CLAUSE,
        by=by,
        at=at,
    )
