"""The rules of ranking and grades: the verbs, what they refuse, what a copy takes along."""

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.workflow import NotChair
from scoring.deciding import read_deciding
from scoring.grading import Band
from scoring.kinds import TieBreakKind
from scoring.models import Grade, RankingRules, TieBreak
from scoring.sheet import read_sheet
from scoring.tests import make
from scoring.tests.ranked import VOTE, barred, declare, on, ranked_year
from scoring.tests.scene import NOW
from scoring.workflow import (
    announce,
    copy_sample,
    copy_set,
    remove_criterion,
    remove_set,
    set_ranking_rules,
    settle_tie,
    take_usual_rules,
)

FEWER = (TieBreakKind.PENALTIES, None, "")


def declared(criteria_set):
    rows = criteria_set.tie_breaks.order_by("position")
    return [(each.kind, each.criterion and each.criterion.code, each.text) for each in rows]


@pytest.fixture
def stored(small_criteria):
    return small_criteria


def test_rules_are_stored_in_their_order_and_read_with_one_query(
    stored, cast, django_assert_num_queries
):
    declare(cast, stored, tie_breaks=[on(stored, "I"), FEWER, VOTE], clause="Điều 7 Quy chế")

    with django_assert_num_queries(1):
        found = read_deciding(stored)
    assert [each.kind for each in found.tie_breaks] == ["points", "penalties", "elsewhere"]
    assert found.tie_breaks[0].node == stored.criteria.get(code="I").pk
    assert [(each.name, each.at_least, each.floor) for each in found.grading.bands] == [
        ("Xuất sắc", 90, 85),
        ("Tốt", 50, None),
        ("Khá", 0, None),
    ]
    assert (found.clause, found.is_declared, found.is_proposal) == ("Điều 7 Quy chế", True, False)


def test_a_year_without_rules_is_ranked_by_the_total_alone(stored):
    found = read_deciding(stored)
    assert (found.is_declared, found.tie_breaks, found.grading.bands) == (False, (), ())


def test_rules_are_replaced_as_a_whole_and_what_stays_keeps_its_row(stored, cast):
    declare(cast, stored, tie_breaks=[VOTE, FEWER])
    kept = stored.tie_breaks.get(kind="elsewhere").pk
    declare(cast, stored, tie_breaks=[on(stored, "I.1"), VOTE], bands=[Band("Tốt", 40)])

    assert declared(stored) == [("points", "I.1", ""), ("elsewhere", None, "Bỏ phiếu kín")]
    assert stored.tie_breaks.get(kind="elsewhere").pk == kept
    assert [(each.name, each.at_least) for each in stored.grades.all()] == [("Tốt", 40)]


def test_bands_may_change_their_names_and_beginnings_with_each_other(stored, cast):
    declare(cast, stored, bands=[Band("A", 90), Band("B", 80)])
    declare(cast, stored, bands=[Band("B", 90), Band("A", 80)])

    assert [(each.name, each.at_least) for each in stored.grades.all()] == [("B", 90), ("A", 80)]


def test_the_usual_list_is_a_proposal(cast):
    copied = copy_sample(cast.year, sample="a", by=cast.chair, at=NOW)
    take_usual_rules(copied, by=cast.chair, at=NOW)

    assert declared(copied) == [
        ("points", "I", ""),
        ("points", "III", ""),
        ("penalties", None, ""),
        ("elsewhere", None, "Không được tặng Cờ thi đua trong năm trước liền kề"),
        ("elsewhere", None, "Tỷ lệ nữ trong đơn vị từ 70% trở lên"),
        ("elsewhere", None, "Bỏ phiếu kín"),
    ]
    assert [each.name for each in copied.grades.all()] == ["Xuất sắc", "Tốt", "Khá", "Trung bình"]
    assert RankingRules.objects.get().is_proposal
    what = f"Quy định xếp hạng, xếp loại năm {cast.year.year}"
    assert ChairAct.objects.filter(what=what, capacity="chair").count() == 1


def test_a_set_without_sections_takes_the_usual_list_too(cast):
    take_usual_rules(make.criteria_set(cast.year), by=cast.staff, at=NOW)
    assert TieBreak.objects.count() == 4


def test_copied_criteria_bring_their_rules(cast):
    origin = make.small_set(cast.last_year)
    declare(cast, origin, tie_breaks=[on(origin, "I.2"), FEWER, VOTE], is_proposal=True)
    copy = copy_set(cast.last_year, cast.year, by=cast.chair, at=NOW)

    assert declared(copy) == declared(origin)
    assert {each.criterion.criteria_set_id for each in copy.tie_breaks.exclude(criterion=None)} == {
        copy.pk
    }
    assert copy.ranking_rules.is_proposal
    assert copy.grades.count() == origin.grades.count() == 3


@pytest.mark.parametrize("who", ["member", "deputy", "former_chair", "observer", "foreign_staff"])
def test_nobody_else_writes_rules(stored, cast, who):
    with pytest.raises(NotChair):
        declare(cast, stored, by=cast.people[who])
    assert not RankingRules.objects.exists()


def test_penalties_are_no_criterion_to_have_more_of(stored, cast):
    with pytest.raises(Refused, match="removed meanwhile"):
        declare(cast, stored, tie_breaks=[on(stored, "III")])


def test_a_criterion_that_a_tie_break_looks_at_is_not_removed(stored, cast):
    declare(cast, stored, tie_breaks=[on(stored, "I.2.a")])
    with pytest.raises(Refused, match="A tie-break looks at this criterion"):
        remove_criterion(stored.criteria.get(code="I.2"), by=cast.chair, at=NOW)
    assert stored.criteria.filter(code="I.2").exists()


def test_a_set_is_removed_with_its_rules(stored, cast):
    declare(cast, stored, tie_breaks=[on(stored, "I"), VOTE])
    remove_set(stored, by=cast.chair, at=NOW)
    assert [model.objects.count() for model in (TieBreak, Grade, RankingRules)] == [0, 0, 0]


def test_a_tie_break_by_which_a_tie_was_settled_stays(cast):
    made = ranked_year(cast)
    places = {cast.seats["front"].pk: 2, cast.seats["union"].pk: 1}
    vote = made.tie_breaks.get().pk
    settle_tie(cast.year, tie_break=vote, places=places, why="Phiếu", by=cast.chair, at=NOW)

    with pytest.raises(Refused, match="It has to stay"):
        declare(cast, made, tie_breaks=[FEWER])
    declare(cast, made, tie_breaks=[FEWER, VOTE])
    assert [r.rank for r in read_sheet(cast.year).standings] == [1, 2, 3, None]


def test_rules_are_frozen_once_a_standing_was_announced(cast):
    made = ranked_year(cast, tie_breaks=[FEWER])
    barred(cast, "youth", effect="not_ranked")
    announce(cast.year, announced_on=cast.today, by=cast.chair, at=NOW)
    with pytest.raises(Refused, match="announced by these rules"):
        set_ranking_rules(
            made, tie_breaks=[], bands=[], grade_base="without", by=cast.chair, at=NOW
        )
