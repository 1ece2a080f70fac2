"""A scored year with rules, for the tests of standings: two members of equal totals, one behind."""

import datetime as dt

from django.db.backends.postgresql.psycopg_any import DateRange

from scoring.grading import Band
from scoring.kinds import GradeBase, TieBreakKind
from scoring.tests import make
from scoring.tests.scene import NOW, score
from scoring.workflow import disqualify, set_ranking_rules

VOTE = (TieBreakKind.ELSEWHERE, None, "Bỏ phiếu kín")
BANDS = [Band("Xuất sắc", 90, 85), Band("Tốt", 50), Band("Khá", 0)]


def ranked_year(cast, **rules):
    """The small set with rules; front and union have 57 each, farmers 20, youth nothing."""
    made = make.small_set(cast.year)
    declare(cast, made, **rules)
    points = {"front": "40 12 5", "union": "39 11 7", "farmers": "10 5 5"}
    for name, text in points.items():
        for code, value in zip(("I.1", "I.2.a", "I.2.b"), text.split(), strict=True):
            score(cast.year, cast.seats[name], code, value)
    return made


def declare(cast, criteria_set, *, tie_breaks=(VOTE,), bands=BANDS, **more):
    more = {"grade_base": GradeBase.WITHOUT_BONUS, "by": cast.staff, "at": NOW, **more}
    return set_ranking_rules(criteria_set, tie_breaks=list(tie_breaks), bands=list(bands), **more)


def on(criteria_set, code):
    """The tie-break that looks at a criterion."""
    return TieBreakKind.POINTS, criteria_set.criteria.get(code=code).pk, ""


def barred(cast, name="front", *, effect="postponed", fact="C8", text="Đang thanh tra", **more):
    more = {"by": cast.chair, "at": NOW, **more}
    return disqualify(
        cast.year,
        seat=cast.seats[name],
        fact=fact,
        facts=text,
        document="QĐ 15/QĐ-TTr",
        period=DateRange(dt.date(2026, 3, 1), None),
        effect=effect,
        **more,
    )
