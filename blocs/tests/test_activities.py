"""The plan of a year: planned, changed, carried out or dropped by the chair's right."""

import datetime as dt
from functools import partial

import pytest

from accounts.refusal import Refused
from blocs import workflow
from blocs.activities import activities_of, with_activities
from blocs.models import Activity, ChairAct

from . import make

NOON = dt.datetime(2026, 6, 20, 5, tzinfo=dt.UTC)


@pytest.fixture
def year(db):
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


def plan(year, by, **fields):
    fields = {"text": "Giao lưu thể thao", "kind": "sport", "month": 6, **fields}
    return workflow.plan_activity(year, **fields, by=by, at=NOON)


def test_the_chair_plans_an_activity(year, chair, seat):
    activity = plan(year, chair, owner_seat=seat, host="Sân vận động tỉnh")
    activity = Activity.objects.with_members().get()
    assert (activity.state, activity.owner_name, activity.host_name) == (
        "planned",
        "Hội A",
        "Sân vận động tỉnh",
    )
    act = ChairAct.objects.get()
    assert (act.right, act.by, act.what) == (
        "year_work",
        chair,
        "Đưa vào kế hoạch “Giao lưu thể thao”",
    )
    assert activity.events.get().pgh_context["by"] == chair.pk


def test_a_long_text_fits_into_its_act(year, chair):
    activity = plan(year, chair, text="Đ" * 300)
    workflow.drop_activity(activity, why="x", by=chair, at=NOON)
    assert all(len(act.what) <= 300 for act in ChairAct.objects.all())


def test_a_plan_is_changed_and_what_became_of_it_stays(year, chair):
    activity = plan(year, chair)
    workflow.complete_activity(activity, done_on=dt.date(2026, 6, 18), by=chair, at=NOON)
    workflow.change_activity(activity, text="Giải cầu lông", month=5, by=chair, at=NOON)
    activity.refresh_from_db()
    assert (activity.text, activity.month, activity.state, activity.done_on) == (
        "Giải cầu lông",
        5,
        "done",
        dt.date(2026, 6, 18),
    )


def test_an_activity_is_carried_out_on_a_day_with_a_result(year, chair):
    activity = plan(year, chair)
    with pytest.raises(Refused, match="has not come yet"):
        workflow.complete_activity(activity, done_on=dt.date(2026, 6, 21), by=chair, at=NOON)
    workflow.complete_activity(
        activity, done_on=dt.date(2026, 6, 20), result="60 người dự", by=chair, at=NOON
    )
    activity.refresh_from_db()
    assert (activity.state, activity.result) == ("done", "60 người dự")


def test_a_dropped_activity_says_why_and_may_be_carried_out_after_all(year, chair):
    activity = plan(year, chair)
    with pytest.raises(Refused, match="Say why the activity was not carried out"):
        workflow.drop_activity(activity, why=" ", by=chair, at=NOON)
    workflow.drop_activity(activity, why="Bão số 3", by=chair, at=NOON)
    activity.refresh_from_db()
    assert (activity.state, activity.reason) == ("not_done", "Bão số 3")
    workflow.complete_activity(activity, by=chair, at=NOON)
    activity.refresh_from_db()
    assert (activity.state, activity.reason, activity.done_on) == ("done", "", None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"planned_on": dt.date(2026, 7, 1)}, "does not lie in the month"),
        ({"planned_on": dt.date(2027, 6, 1)}, "does not lie in the month"),
        ({"planned_on": dt.date(2026, 6, 1), "years_later": 1}, "does not lie in the month"),
    ],
)
def test_the_day_lies_in_the_month(year, chair, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        plan(year, chair, **fields)
    assert not ChairAct.objects.exists()


def test_an_activity_may_lie_in_the_next_calendar_year(year, chair):
    activity = plan(year, chair, month=1, years_later=1, planned_on=dt.date(2027, 1, 15))
    assert activity.first_of_month(year.year) == dt.date(2027, 1, 1)


def test_owner_and_host_are_one_each_and_members_of_the_year(year, chair, seat):
    other = make.seat(make.year(year.bloc, 2025), seat.organisation)
    for fields in ({"owner_seat": other}, {"host_seat": other}):
        with pytest.raises(Refused, match="no member of the year"):
            plan(year, chair, **fields)
    with pytest.raises(Refused, match="member in charge, or write"):
        plan(year, chair, owner_seat=seat, owner="Sở Nội vụ")
    with pytest.raises(Refused, match="member that hosts it, or write"):
        plan(year, chair, host_seat=seat, host="Nhà văn hóa")
    assert not Activity.objects.exists()


def steps(year, activity, by):
    return (
        lambda: plan(year, by),
        lambda: workflow.change_activity(activity, text="x", month=6, by=by, at=NOON),
        lambda: workflow.complete_activity(activity, by=by, at=NOON),
        lambda: workflow.drop_activity(activity, why="x", by=by, at=NOON),
    )


def test_whoever_is_not_chair_changes_nothing(year, chair):
    member, activity = make.user("thanh-vien"), plan(year, chair)
    make.representative(member, make.seat(year, make.organisation("Hội B")).organisation)
    for step in steps(year, activity, member):
        with pytest.raises(workflow.NotChair):
            step()
    assert (Activity.objects.count(), ChairAct.objects.count()) == (1, 1)


def test_staff_stand_in_with_a_reason_and_a_closed_year_is_closed(year, chair, staff):
    activity = plan(year, chair)
    for step in steps(year, activity, staff):
        with pytest.raises(Refused, match="in place of the chair"):
            step()
    workflow.close_year(year, by=staff, at=NOON)
    for step in steps(year, activity, chair):
        with pytest.raises(Refused, match="2026 is closed"):
            step()


def test_the_past_is_recorded_in_a_closed_year_without_any_act(year, seat, staff):
    workflow.close_year(year, by=staff, at=NOON)
    activity = workflow.record_past_activity(
        year, text="Hội thao", month=9, state="done", host_seat=seat, by=None, why="Nhập bài báo"
    )
    assert (activity.state, activity.done_on) == ("done", None)
    assert activity.events.get().pgh_context == {"by": None, "why": "Nhập bài báo"}
    assert not ChairAct.objects.exists()


def test_activities_stand_in_the_order_of_the_year(year, chair):
    for text, month, later, day in (
        ("cuối", 1, 1, None),
        ("ba", 6, 0, None),
        ("hai", 6, 0, dt.date(2026, 6, 9)),
        ("một", 6, 0, dt.date(2026, 6, 2)),
        ("đầu", 2, 0, None),
    ):
        plan(year, chair, text=text, month=month, years_later=later, planned_on=day)
    texts = [str(activity) for activity in year.activities.all()]
    assert texts == ["đầu", "một", "hai", "ba", "cuối"]


def test_the_activities_of_one_year_come_with_it(year, chair, django_assert_num_queries):
    record = partial(workflow.record_past_activity, by=None)
    record(make.year(year.bloc, 2025), text="Năm cũ", month=6)
    record(year, text="sau", month=6)
    record(year, text="trước", month=6, planned_on=dt.date(2026, 6, 9))
    with django_assert_num_queries(1):
        old, new = with_activities(year.bloc.years.order_by("year"), 2026)
    assert activities_of(old) == []
    assert activities_of(new) == list(year.activities.all())
    assert [(str(row), row.planned_on) for row in activities_of(new)] == [
        ("trước", dt.date(2026, 6, 9)),
        ("sau", None),
    ]


@pytest.mark.parametrize(
    ("planned_on", "day", "late"),
    [
        (None, dt.date(2026, 6, 30), False),
        (None, dt.date(2026, 7, 1), True),
        (dt.date(2026, 6, 20), dt.date(2026, 6, 20), False),
        (dt.date(2026, 6, 20), dt.date(2026, 6, 21), True),
    ],
)
def test_what_is_still_planned_once_its_time_is_over_is_late(planned_on, day, late):
    activity = Activity(text="x", month=6, planned_on=planned_on)
    assert activity.is_late_on(day, 2026) == late
    activity.state = "done"
    assert not activity.is_late_on(day, 2026)
