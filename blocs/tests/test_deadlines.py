"""When something is due: bloc before province before usual, from which year, extended for whom."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blocs.deadlines import (
    SetBy,
    coming,
    deadlines_of,
    due_of,
    remaining,
    usual_days,
    with_deadlines,
)
from blocs.models import Deadline, DeadlineKind, DeadlineRule, EmulationYear, Extension
from blocs.reference.deadline_rules import BASIS, USUAL, load_deadline_rules

from . import make

NOON = dt.datetime(2026, 3, 20, 5, tzinfo=dt.UTC)
KIND = "signing"


@pytest.fixture
def year(db):
    DeadlineRule.objects.all().delete()
    return make.year(make.bloc(province=make.province("Thái Sơn")))


@pytest.fixture
def seat(year):
    return make.seat(year, make.organisation("Hội A"))


def rule(month, day, *, province=None, since=1948, later=0):
    return DeadlineRule.objects.create(
        province=province, kind=KIND, from_year=since, month=month, day=day, years_later=later
    )


def extend(year, until, seat=None):
    by = make.user(f"nguoi-{Extension.objects.count()}")
    return Extension.objects.create(
        emulation_year=year, kind=KIND, seat=seat, until=until, reason="x", by=by, at=NOON
    )


def test_what_nobody_has_set_is_not_due(year):
    assert deadlines_of([year]) == {year.pk: {}}
    assert due_of(year, KIND) is None
    assert usual_days(year)[KIND] == (None, None)
    assert deadlines_of([]) == {}


def test_the_bloc_s_day_goes_before_the_province_s_and_that_before_the_usual_one(year):
    rule(3, 31)
    assert (due_of(year, KIND).on, due_of(year, KIND).set_by) == (
        dt.date(2026, 3, 31),
        SetBy.USUAL,
    )
    rule(4, 10, province=year.bloc.province)
    assert (due_of(year, KIND).on, due_of(year, KIND).set_by) == (
        dt.date(2026, 4, 10),
        SetBy.PROVINCE,
    )
    Deadline.objects.create(emulation_year=year, kind=KIND, due_on=dt.date(2026, 3, 1))
    due = due_of(year, KIND)
    assert (due.first_on, due.on, due.set_by) == (
        dt.date(2026, 3, 1),
        dt.date(2026, 3, 1),
        SetBy.BLOC,
    )
    assert usual_days(year)[KIND] == (dt.date(2026, 4, 10), SetBy.PROVINCE)


def test_a_bloc_of_no_province_has_the_usual_day(db):
    DeadlineRule.objects.all().delete()
    rule(3, 31)
    rule(4, 10, province=make.province("Thái Sơn"))
    due = due_of(make.year(make.bloc(province=None)), KIND)
    assert (due.on, due.set_by) == (dt.date(2026, 3, 31), SetBy.USUAL)


def test_another_province_s_rule_says_nothing(year):
    rule(4, 10, province=make.province("Bình Hải"))
    assert due_of(year, KIND) is None


def test_of_two_rules_the_newer_counts_from_its_year_on(year):
    rule(3, 31)
    rule(4, 15, since=2026)
    rule(5, 20, since=2027)
    days = {
        number: due_of(make.year(year.bloc, number), KIND).on for number in (2024, 2025, 2027, 2028)
    }
    assert due_of(year, KIND).on == dt.date(2026, 4, 15)
    assert days == {
        2024: dt.date(2024, 3, 31),
        2025: dt.date(2025, 3, 31),
        2027: dt.date(2027, 5, 20),
        2028: dt.date(2028, 5, 20),
    }


def test_a_rule_without_a_day_gives_the_usual_one_again(year):
    province = year.bloc.province
    rule(3, 31)
    rule(4, 10, province=province, since=2020)
    rule(None, None, province=province, since=2026)
    assert due_of(make.year(year.bloc, 2025), KIND).on == dt.date(2025, 4, 10)
    assert due_of(year, KIND).set_by == SetBy.USUAL
    rule(None, None, since=2027)
    assert due_of(make.year(year.bloc, 2027), KIND) is None


def test_a_rule_may_lie_in_the_next_calendar_year(year):
    rule(1, 31, later=1)
    assert due_of(year, KIND).on == dt.date(2027, 1, 31)


def test_an_extension_for_all_moves_the_day_of_all(year, seat):
    rule(3, 31)
    extend(year, dt.date(2026, 4, 15))
    due = due_of(year, KIND)
    assert (due.first_on, due.on) == (dt.date(2026, 3, 31), dt.date(2026, 4, 15))
    assert due.for_seat(seat.pk) == dt.date(2026, 4, 15)


def test_an_extension_for_one_member_moves_its_own_day_alone(year, seat):
    other = make.seat(year, make.organisation("Hội B"))
    rule(3, 31)
    extend(year, dt.date(2026, 4, 15), seat)
    due = due_of(year, KIND)
    assert due.on == dt.date(2026, 3, 31)
    assert due.for_seat(seat.pk) == dt.date(2026, 4, 15)
    assert due.for_seat(other.pk) == dt.date(2026, 3, 31)
    extend(year, dt.date(2026, 5, 1))
    assert due_of(year, KIND).for_seat(seat.pk) == dt.date(2026, 5, 1)


def test_the_page_counts_the_members_that_have_longer(year, seat):
    rule(3, 31)
    extend(year, dt.date(2026, 4, 15), seat)
    [row] = remaining([due_of(year, KIND)], dt.date(2026, 3, 1))
    assert (row.longer, row.is_extended, row.left, row.over) == (1, False, 30, -30)
    extend(year, dt.date(2026, 5, 1))
    [row] = remaining([due_of(year, KIND)], dt.date(2026, 5, 2))
    assert (row.longer, row.is_extended, row.left, row.over) == (0, True, -1, 1)


def test_of_several_extensions_the_last_granted_counts_and_never_shortens(year, seat):
    rule(3, 31)
    for day in (20, 10):
        extend(year, dt.date(2026, 4, day))
    assert due_of(year, KIND).on == dt.date(2026, 4, 10)
    Deadline.objects.create(emulation_year=year, kind=KIND, due_on=dt.date(2026, 6, 1))
    assert due_of(year, KIND).on == dt.date(2026, 6, 1)


def test_an_extension_of_a_kind_without_a_day_says_nothing(year):
    extend(year, dt.date(2026, 4, 10))
    assert due_of(year, KIND) is None


def local(day, hour, minute, second):
    zone = timezone.get_default_timezone()
    return dt.datetime(2026, 3, day, hour, minute, second, tzinfo=zone).astimezone(dt.UTC)


def test_the_last_day_counts_until_midnight_in_vietnam(year, seat):
    rule(3, 30)
    due = due_of(year, KIND)
    last, first_after = local(30, 23, 59, 59), local(31, 0, 0, 0)
    assert (last.day, first_after.day) == (30, 30)  # in Greenwich the same day
    assert not due.is_over(timezone.localdate(last))
    assert due.is_over(timezone.localdate(first_after))
    assert due.days_left(timezone.localdate(last)) == 0
    assert due.days_left(timezone.localdate(first_after)) == -1
    extend(year, dt.date(2026, 3, 31), seat)
    due = due_of(year, KIND)
    assert due.is_over(timezone.localdate(first_after))
    assert not due.is_over(timezone.localdate(first_after), seat.pk)


@pytest.mark.parametrize("more", [0, 11])
def test_it_takes_one_query_at_most_however_many_years(year, more):
    years = [year, *(make.year(year.bloc, 2010 + number) for number in range(more))]
    rule(3, 31)
    for each in years:
        Deadline.objects.create(emulation_year=each, kind=KIND, due_on=dt.date(each.year, 3, 1))
        extend(each, dt.date(each.year, 4, 1))
    with CaptureQueriesContext(connection) as queries:
        found = deadlines_of(years)
    assert len(queries) == 1
    at_hand = list(with_deadlines(EmulationYear.objects.select_related("bloc")))
    with CaptureQueriesContext(connection) as none:
        assert deadlines_of(at_hand) == found
    assert len(none) == 0
    assert {pk: dues[KIND].on for pk, dues in found.items()} == {
        each.pk: dt.date(each.year, 4, 1) for each in years
    }


def test_what_comes_next_is_what_is_not_over(db):
    DeadlineRule.objects.all().delete()
    load_deadline_rules(DeadlineRule)
    year = make.year(make.bloc())
    dues = deadlines_of([year])[year.pk]

    def kinds(month, day, of=2026):
        return [row.due.kind for row in coming(dues, dt.date(of, month, day))]

    assert kinds(3, 31) == ["signing", "half_year_report"]
    assert kinds(4, 1) == ["half_year_report", "self_score"]
    assert kinds(12, 1) == ["meeting", "year_end_report"]
    assert kinds(1, 31, 2027) == ["dossier"]
    assert kinds(2, 1, 2027) == []
    assert coming({}, dt.date(2026, 1, 1)) == []


def test_every_kind_has_its_usual_day_in_every_installation(db):
    """The list of docs/field.md §2.2, written anew."""
    DeadlineRule.objects.all().delete()
    load_deadline_rules(DeadlineRule)
    load_deadline_rules(DeadlineRule)  # what is stored stays, and nothing twice
    assert set(USUAL) == set(DeadlineKind.values)
    assert set(DeadlineRule.objects.values_list("basis", flat=True)) == {BASIS}
    for number in (1948, 2026, 2100):
        dues = deadlines_of([year := make.year(make.bloc(f"Khối {number}"), number)])[year.pk]
        assert [(kind, due.on) for kind, due in dues.items()] == [
            ("signing", dt.date(number, 3, 31)),
            ("half_year_report", dt.date(number, 7, 15)),
            ("self_score", dt.date(number, 11, 15)),
            ("cross_check", dt.date(number, 11, 30)),
            ("meeting", dt.date(number, 12, 31)),
            ("year_end_report", dt.date(number, 12, 31)),
            ("dossier", dt.date(number + 1, 1, 31)),
        ]
