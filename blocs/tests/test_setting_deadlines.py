"""The verbs of deadlines: the bloc's own days, extensions, the days of a province."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs import workflow
from blocs.deadlines import SetBy, due_of
from blocs.models import ChairAct, Deadline, DeadlineRule, Extension
from blocs.reference.deadline_rules import load_deadline_rules

from . import make

NOON = dt.datetime(2026, 3, 20, 5, tzinfo=dt.UTC)
DAY, LATER = dt.date(2026, 3, 31), dt.date(2026, 4, 15)


@pytest.fixture
def year(db):
    load_deadline_rules(DeadlineRule)
    return make.year(make.bloc(province=make.province("Thái Sơn")))


@pytest.fixture
def seat(year):
    return make.seat(year, make.organisation("Hội A"))


@pytest.fixture
def chair(seat):
    make.term(seat, dt.date(2026, 1, 5))
    person = make.user("khoi-truong")
    make.representative(person, seat.organisation)
    return person


@pytest.fixture
def staff(year):
    person = make.user("nhan-vien")
    make.staff(person, year.bloc.province)
    return person


def set_days(year, by, reason="", **days):
    return workflow.set_deadlines(year, days=days, by=by, at=NOON, reason=reason)


def extend(year, by, **fields):
    fields = {"kind": "signing", "until": LATER, "why": "Chờ Trung ương", **fields}
    return workflow.extend_deadline(year, **fields, by=by, at=NOON)


def rules(province):
    return {
        (rule.kind, rule.from_year): rule.annual
        for rule in DeadlineRule.objects.filter(province=province)
    }


def test_the_chair_sets_the_bloc_s_days_in_one_act_and_leaves_evidence(year, chair):
    set_days(year, chair, signing=dt.date(2026, 3, 1), self_score=dt.date(2026, 11, 1))
    assert due_of(year, "signing").on == dt.date(2026, 3, 1)
    [act] = ChairAct.objects.all()
    assert (act.right, act.capacity, act.by) == ("year_work", "chair", chair)
    event = Deadline.objects.get(kind="signing").events.get()
    assert event.pgh_context["by"] == chair.pk


def test_an_empty_day_gives_the_usual_one_again_and_the_others_stay(year, chair):
    set_days(year, chair, signing=dt.date(2026, 3, 1), self_score=dt.date(2026, 11, 1))
    set_days(year, chair, signing=None)
    assert due_of(year, "signing").set_by == SetBy.USUAL
    assert due_of(year, "self_score").on == dt.date(2026, 11, 1)


def test_where_nothing_differs_nobody_acts(year, chair):
    set_days(year, chair, signing=dt.date(2026, 3, 1))
    set_days(year, chair, signing=dt.date(2026, 3, 1), self_score=None)
    assert ChairAct.objects.count() == 1


@pytest.mark.parametrize("day", [dt.date(2024, 12, 31), dt.date(2028, 1, 1)])
def test_a_day_far_from_the_year_is_refused(year, chair, day):
    with pytest.raises(Refused, match="more than a year away from 2026"):
        set_days(year, chair, signing=day)
    assert not Deadline.objects.exists()
    assert not ChairAct.objects.exists()


@pytest.mark.parametrize("day", [dt.date(2025, 1, 1), dt.date(2027, 12, 31)])
def test_a_day_of_the_year_before_or_after_is_none_too_far(year, chair, day):
    set_days(year, chair, signing=day)
    assert due_of(year, "signing").on == day


def test_staff_stand_in_with_a_reason(year, chair, staff):
    with pytest.raises(Refused, match="in place of the chair"):
        set_days(year, staff, signing=DAY)
    set_days(year, staff, signing=DAY, reason="Khối trưởng đi vắng")
    assert ChairAct.objects.get().capacity == "stand_in"


def test_in_a_closed_year_nothing_is_set_or_extended(year, chair, staff):
    workflow.close_year(year, by=staff, at=NOON)
    for step in (lambda: set_days(year, chair, signing=DAY), lambda: extend(year, chair)):
        with pytest.raises(Refused, match="2026 is closed"):
            step()


def test_whoever_is_not_chair_sets_and_extends_nothing(year, chair):
    member = make.user("thanh-vien")
    make.representative(member, make.seat(year, make.organisation("Hội B")).organisation)
    for step in (lambda: set_days(year, member, signing=LATER), lambda: extend(year, member)):
        with pytest.raises(workflow.NotChair):
            step()
    assert not Deadline.objects.exists()
    assert not Extension.objects.exists()
    assert not ChairAct.objects.exists()


# ---- extensions


def test_a_deadline_is_extended_for_one_member_or_for_all(year, chair, seat):
    one = extend(year, chair, seat=seat)
    assert (one.seat, one.reason, one.by, one.at, one.act.by) == (
        seat,
        "Chờ Trung ương",
        chair,
        NOON,
        chair,
    )
    assert due_of(year, "signing").for_seat(seat.pk) == LATER
    assert due_of(year, "signing").on == DAY
    extend(year, chair, until=LATER)
    assert due_of(year, "signing").on == LATER


@pytest.mark.parametrize("until", [DAY, dt.date(2026, 3, 1)])
def test_an_extension_that_is_not_later_is_refused_with_the_present_day(year, chair, until):
    with pytest.raises(Refused, match="is 31/03/2026 already"):
        extend(year, chair, until=until)


def test_an_extension_is_compared_with_what_the_member_has(year, chair, seat):
    extend(year, chair, seat=seat)
    with pytest.raises(Refused, match="is 15/04/2026 already"):
        extend(year, chair, seat=seat, until=dt.date(2026, 4, 10))
    extend(year, chair, until=dt.date(2026, 4, 10))


def test_the_seat_of_another_year_is_refused(year, chair, seat):
    other = make.seat(make.year(year.bloc, 2025), seat.organisation)
    with pytest.raises(Refused, match="no member of the year"):
        extend(year, chair, seat=other)


def test_an_extension_has_a_reason_and_a_day_to_extend(year, chair):
    with pytest.raises(Refused, match="Say why the deadline is extended"):
        extend(year, chair, why="  ")
    with pytest.raises(Refused, match="more than a year away"):
        extend(year, chair, until=dt.date(2028, 1, 1))
    DeadlineRule.objects.all().delete()
    with pytest.raises(Refused, match="set the deadline first"):
        extend(year, chair)
    assert not Extension.objects.exists()
    assert not ChairAct.objects.exists()


# ---- the days of a province and of the country


def set_rules(province, by, from_year=2026, **days):
    return workflow.set_deadline_rules(
        province, days=days, from_year=from_year, basis="Quyết định 5", by=by
    )


def test_staff_set_the_days_of_their_province_from_a_year_on(year, staff):
    province = year.bloc.province
    [rule] = set_rules(province, staff, signing=(4, 10, 0), self_score=None)
    assert (rule.annual, rule.basis) == ((4, 10, 0), "Quyết định 5")
    assert (due_of(year, "signing").on, due_of(year, "signing").set_by) == (
        dt.date(2026, 4, 10),
        SetBy.PROVINCE,
    )
    assert due_of(make.year(year.bloc, 2025), "signing").set_by == SetBy.USUAL
    assert rule.events.get().pgh_context["by"] == staff.pk


def test_what_holds_already_is_not_written_again(year, staff):
    province = year.bloc.province
    set_rules(province, staff, signing=(4, 10, 0))
    set_rules(province, staff, 2027, signing=(4, 10, 0))
    assert rules(province) == {("signing", 2026): (4, 10, 0)}


def test_a_later_year_may_return_to_the_usual_day(year, staff):
    province = year.bloc.province
    set_rules(province, staff, signing=(4, 10, 0))
    set_rules(province, staff, 2027, signing=None)
    assert rules(province) == {("signing", 2026): (4, 10, 0), ("signing", 2027): None}
    assert due_of(year, "signing").set_by == SetBy.PROVINCE
    assert due_of(make.year(year.bloc, 2027), "signing").set_by == SetBy.USUAL


def test_a_mistake_of_the_same_year_leaves_no_rule_behind(year, staff):
    province = year.bloc.province
    set_rules(province, staff, signing=(4, 10, 0))
    set_rules(province, staff, signing=(4, 20, 0))
    assert rules(province) == {("signing", 2026): (4, 20, 0)}
    set_rules(province, staff, signing=None)
    assert rules(province) == {}


def test_a_rule_of_a_later_year_stays(year, staff):
    province = year.bloc.province
    set_rules(province, staff, 2028, signing=(5, 5, 0))
    set_rules(province, staff, 2026, signing=(4, 10, 0))
    assert rules(province) == {("signing", 2026): (4, 10, 0), ("signing", 2028): (5, 5, 0)}


def test_the_usual_days_are_changed_in_the_same_way(year, staff):
    set_rules(None, staff, 2026, signing=(2, 28, 0), dossier=(2, 15, 1))
    assert due_of(year, "signing").on == dt.date(2026, 2, 28)
    assert due_of(year, "dossier").on == dt.date(2027, 2, 15)
    assert due_of(make.year(year.bloc, 2025), "signing").on == dt.date(2025, 3, 31)
