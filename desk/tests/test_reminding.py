"""Whom a reminder reaches: exactly those with something missing, about its last day."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.models import PersonalNotice
from blocs.models import (
    Deadline,
    DeadlineKind,
    DeadlineRule,
    OrganisationSuccession,
    ProvinceSuccession,
    Seat,
)
from blocs.open_work import OpenWork
from blocs.tests import make
from blocs.workflow import extend_deadline
from desk.reminding import moment_of, reminders_due, send, survey
from desk.reminding import remind as reminders_of
from desk.todo import open_years
from scoring.tests.make import small_set
from scoring.tests.scene import score

SITE = "https://thidua.vidu.vn"


@pytest.fixture
def meeting(cast):
    """The points of the present year are due in five days, and not one is given."""
    DeadlineRule.objects.all().delete()
    small_set(cast.year)
    day = cast.today + dt.timedelta(days=5)
    Deadline.objects.create(emulation_year=cast.year, kind="meeting", due_on=day)
    return day


def reached(cast, on=None):
    found = reminders_due(on or cast.today, open_years(on=on or cast.today).filter(bloc=cast.bloc))
    return [(each.user.username, str(each.kind)) for each in found]


@pytest.mark.parametrize(
    ("left", "kind"),
    [(8, None), (7, "ahead"), (2, "ahead"), (1, "last_days"), (0, "last_days"), (-1, "overdue"),
     (-7, "overdue"), (-8, None)],
)  # fmt: skip
def test_the_moments_are_before_right_before_and_after_the_last_day(left, kind):
    on = dt.date(2026, 6, 15)
    work = OpenWork(None, "x", "y", due=on + dt.timedelta(days=left), kind="z")
    assert moment_of(work, on) == kind


def test_what_has_no_day_or_no_kind_is_never_reminded_of():
    on = dt.date(2026, 6, 15)
    assert moment_of(OpenWork(None, "x", "y", kind="z"), on) is None
    assert moment_of(OpenWork(None, "x", "y", due=on), on) is None


def test_the_chair_is_reminded_of_its_work_and_nobody_else(cast, meeting):
    assert reached(cast) == [("chair", "ahead")]
    assert reached(cast, meeting) == [("coming-chair", "last_days")]  # in the chair by then
    assert reached(cast, meeting + dt.timedelta(days=1)) == [("coming-chair", "overdue")]


def test_who_has_finished_is_not_reminded(cast, meeting):
    for seat in Seat.objects.filter(emulation_year=cast.year):
        for code in ("I.1", "I.2.a", "I.2.b"):
            score(cast.year, seat, code, 1)
    assert reached(cast) == []


def test_a_closed_year_reminds_nobody(cast, meeting):
    cast.year.state, cast.year.closed_at = "closed", timezone.now()
    cast.year.save()
    assert reached(cast) == []


def test_without_a_chair_the_staff_of_the_province_are_reminded(cast, meeting):
    cast.bloc.terms.all().delete()
    assert reached(cast) == [("staff", "ahead")]


def test_the_staff_of_the_province_that_succeeded_are_reminded(cast, meeting):
    cast.bloc.terms.all().delete()
    ProvinceSuccession.objects.create(
        predecessor=cast.province, successor=cast.elsewhere, on=cast.today
    )
    assert sorted(reached(cast)) == [("foreign-staff", "ahead"), ("staff", "ahead")]


def test_all_representatives_with_a_valid_post_are_reminded_and_no_other(cast, meeting):
    farmers = cast.organisations.farmers
    make.representative(cast.deputy, farmers)
    make.representative(cast.outsider, farmers, until=cast.today)
    shut = make.user("shut", is_active=False)
    make.representative(shut, farmers)
    assert sorted(reached(cast)) == [("chair", "ahead"), ("deputy", "ahead")]


def test_a_members_work_reminds_who_acts_for_it_today(cast):
    """What was missing of one member is another's matter neither, nor the chair's."""
    year = open_years(on=cast.today).get(pk=cast.year.pk)
    union, front = cast.organisations.union, cast.organisations.front
    due = cast.today + dt.timedelta(days=1)
    works = [
        OpenWork(year, f"Việc {pk}", "desk:year_detail", (year.bloc.slug, year.year), due=due,
                 organisation=pk, kind="pledges.sign")
        for pk in (union.pk, front.pk)
    ]  # fmt: skip
    people = {union.pk: [cast.deputy], front.pk: []}
    found = reminders_of(works, on=cast.today, people=lambda work: people[work.organisation])
    [reminder] = found.reminders
    assert (reminder.user, reminder.kind) == (cast.deputy, "last_days")
    assert reminder.item == f"{year.pk}:pledges.sign:{union.pk}:{due}"
    assert found.unreached == [works[1]]


def test_an_organisation_without_any_person_is_named(cast, meeting):
    cast.chair.posts.all().delete()
    found = survey(open_years(on=cast.today).filter(pk=cast.year.pk), on=cast.today)
    assert found.reminders == []
    assert [work.kind for work in found.unreached] == ["scoring.unscored"]


def test_who_succeeded_the_chair_is_reminded(cast, meeting):
    new = make.organisation("Hội mới", cast.province)
    OrganisationSuccession.objects.create(
        predecessor=cast.organisations.farmers, successor=new, kind="renamed", on=cast.today
    )
    make.representative(cast.outsider, new)
    assert sorted(reached(cast)) == [("chair", "ahead"), ("outsider", "ahead")]


def test_the_text_is_vietnamese_and_names_the_day(cast, meeting):
    [reminder] = [r for r in reminders_due(cast.today) if r.year == cast.year]
    day = f"{meeting:%d/%m/%Y}"
    assert reminder.text == (
        f"{cast.year.name}: 4 đơn vị chưa đủ điểm năm {cast.year.year}. Hạn cuối là ngày {day}."
    )
    assert reminder.url == f"/khoi/{cast.bloc.slug}/{cast.year.year}/diem/"
    late = reminders_due(meeting + dt.timedelta(days=2))
    assert any(f"Đã quá hạn cuối ngày {day}" in each.text for each in late)


def test_nobody_is_reminded_twice_of_the_same_but_of_a_new_day_anew(cast, meeting):
    def run(on):
        return len(send(reminders_due(on), at=timezone.now(), site=SITE))

    assert (run(cast.today), run(cast.today), run(cast.today + dt.timedelta(days=1))) == (1, 0, 1)
    assert PersonalNotice.objects.count() == 2  # the next chair, from tomorrow on

    until = meeting + dt.timedelta(days=1)
    extend_deadline(
        cast.year, kind=DeadlineKind.MEETING, until=until, why="Bão", by=cast.chair,
        at=timezone.now(),
    )  # fmt: skip
    assert (run(cast.today), run(cast.today)) == (1, 0)


@pytest.mark.parametrize("more", [0, 8])
def test_it_takes_the_same_queries_however_many_years(
    cast, meeting, more, django_assert_num_queries
):
    for number in range(more):
        bloc = make.bloc(f"Khối thêm {number}", cast.province, slug=f"them-{number}")
        seat = make.seat(make.year(bloc, cast.today.year), cast.organisations.farmers)
        make.term(seat, dt.date(cast.today.year, 1, 1))
        small_set(seat.emulation_year)
        year = seat.emulation_year
        Deadline.objects.create(emulation_year=year, kind="meeting", due_on=meeting)
    with django_assert_num_queries(4):
        assert len(reminders_due(cast.today)) == 1 + more
