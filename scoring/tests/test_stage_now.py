"""Where the scores of a year stand: stage, since when, whose turn, until when."""

import datetime as dt

import pytest

from blocs.deadlines import with_deadlines
from blocs.models import EmulationYear
from scoring.models import Stage
from scoring.procedure import Procedure, StageRule
from scoring.stage_now import StageNow, Turn, stage_now, stage_of, with_stage_now
from scoring.tests.stage_scene import DAY, staged
from scoring.tests.test_seeing import Due

LAST = dt.date(2026, 11, 15)
DUES = {
    kind: Due(LAST + 10 * n * DAY)
    for n, kind in enumerate(("self_score", "cross_check", "meeting", "dossier"))
}
ALL = tuple(StageRule(stage) for stage in Stage)


def after(days):
    return LAST + days * DAY


@pytest.mark.parametrize(
    ("days", "known", "expected"),
    [
        (0, {}, StageNow(Stage.SELF, Turn.MEMBERS, None, LAST)),
        (1, {}, StageNow(Stage.CHECKED, Turn.CHAIR, after(1), after(10))),
        (11, {}, StageNow(Stage.AGREED, Turn.CHAIR, after(11), after(20))),
        (99, {}, StageNow(Stage.AGREED, Turn.CHAIR, after(11), after(20))),
        (99, {"locked_on": after(22)},
         StageNow(Stage.VERIFIED, Turn.PROVINCE, after(22), after(30))),
        (99, {"is_official": True}, StageNow(Stage.OFFICIAL, Turn.NOBODY)),
    ],
)  # fmt: skip
def test_each_day_has_its_stage(days, known, expected):
    assert stage_now(Procedure(ALL, DUES, after(days)), **known) == expected


def test_without_verification_locked_scores_wait_for_nobody():
    rules = (StageRule(Stage.SELF), StageRule(Stage.AGREED))
    found = stage_now(Procedure(rules, DUES, after(99)), locked_on=LAST)
    assert found == StageNow(Stage.AGREED, Turn.NOBODY, LAST)


def test_one_stage_alone_and_a_closed_year_say_nothing():
    assert stage_now(Procedure((StageRule(Stage.AGREED),), DUES, LAST)) is None
    assert stage_now(Procedure(ALL, DUES, LAST, is_year_open=False)) is None


def test_a_year_says_it_without_another_query(cast, client, django_assert_num_queries):
    staged(cast.year, today=cast.today)
    years = EmulationYear.objects.filter(pk=cast.year.pk).select_related("bloc")
    year = with_stage_now(with_deadlines(years)).get()
    with django_assert_num_queries(0):
        now = stage_of(year, on=cast.today)
    assert (now.stage, now.since) == (Stage.CHECKED, cast.today)
    client.force_login(cast.member)
    page = client.get(cast.year.get_absolute_url()).content.decode()
    assert f"/khoi/khoi-so-1/{cast.year.year}/phieu-diem/" in page
    assert f"{cast.today:%d/%m/%Y}" in page
