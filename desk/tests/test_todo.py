"""What waits for whom: the keeper, the chair, the member it is the matter of; in which order."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from awards.tests.nominating import nomination, submission
from blocs.chairing import who_acts
from blocs.models import (
    ChairRight,
    Completion,
    Deadline,
    DeadlineRule,
    Handover,
    OrganisationSuccession,
)
from blocs.open_work import OpenWork
from blocs.reference.deadline_rules import load_deadline_rules
from blocs.tests import make
from blocs.workflow import close_year, hand_over
from desk.todo import concerns, in_order, open_years, waiting_for, years_of
from scoring.tests.make import small_set

CHAIR = {"administrator", "staff", "chair"}


def the_year(cast):
    return open_years(on=cast.today).get(pk=cast.year.pk)


def work(year, text="Việc", **fields):
    return OpenWork(year, text, "desk:year_detail", (year.bloc.slug, year.year), **fields)


def whom(cast, each):
    return {name for name, person in cast.people.items() if concerns(person, each)}


def texts(user, cast):
    years = list(years_of(user, on=cast.today))
    return [each.work.text for each in waiting_for(user, years, on=cast.today)]


def test_the_chairs_work_waits_for_the_chair_and_for_the_keepers(cast):
    assert whom(cast, work(the_year(cast))) == CHAIR


def test_what_only_keepers_can_do_waits_for_no_chair(cast):
    assert whom(cast, work(the_year(cast), keepers=True)) == CHAIR - {"chair"}


def test_a_members_work_waits_for_its_representatives_alone(cast):
    union = cast.organisations.union
    assert whom(cast, work(the_year(cast), organisation=union.pk)) == {"deputy"}


def test_who_succeeded_a_member_does_its_work(cast):
    new = make.organisation("Công đoàn mới", cast.province)
    OrganisationSuccession.objects.create(
        predecessor=cast.organisations.union, successor=new, kind="merged", on=cast.today
    )
    make.representative(cast.outsider, new)
    each = work(the_year(cast), organisation=cast.organisations.union.pk)
    assert whom(cast, each) == {"deputy", "outsider"}


def test_whoever_completes_the_year_has_its_work_in_the_place_of_the_chair(cast):
    cast.seats["youth"].terms.get().delete()
    hand_over(
        cast.chair_term,
        receiver=cast.seats["youth"],
        held_on=cast.today,
        effective_on=cast.today,
        completes={cast.year: cast.today + dt.timedelta(days=30)},
        by=cast.staff,
        at=timezone.now(),
    )
    assert Completion.objects.count() == Handover.objects.count() == 1
    assert whom(cast, work(the_year(cast))) == CHAIR


@pytest.mark.parametrize("days", [0, 1, -400])
def test_who_holds_the_work_of_many_years_is_said_as_of_one(cast, days):
    on = cast.today + dt.timedelta(days=days)
    for year in open_years(on=on):
        acting = who_acts(year, ChairRight.YEAR_WORK, on=on)
        assert year.holder == (acting and acting.organisation.pk)


def test_what_is_due_first_comes_first_and_what_has_no_day_last(cast):
    year, day = the_year(cast), cast.today
    works = [
        work(year, "không hạn"),
        work(year, "mười ngày", due=day + dt.timedelta(days=10)),
        work(year, "quá hạn", due=day - dt.timedelta(days=3)),
        work(year, "hôm nay", due=day),
    ]
    rows = [(each.work.text, each.left) for each in in_order(works, on=day)]
    assert rows == [("quá hạn", -3), ("hôm nay", 0), ("mười ngày", 10), ("không hạn", None)]


def test_the_chair_sees_what_its_blocs_lack_and_a_member_does_not(cast):
    assert f"The year {cast.year.year} has no criteria yet" in texts(cast.chair, cast)
    assert f"The year {cast.last_year.year} is still open" not in texts(cast.chair, cast)
    assert f"The year {cast.last_year.year} is still open" in texts(cast.staff, cast)
    for name in ("member", "deputy", "coming_chair", "former_member", "observer", "nobody"):
        assert texts(cast.people[name], cast) == [], name


def test_each_thing_stands_there_once(cast):
    make.representative(cast.staff, cast.organisations.farmers)
    years = list(years_of(cast.staff, on=cast.today))
    works = [each.work for each in waiting_for(cast.staff, years, on=cast.today)]
    assert len(works) == len({(work.year, work.text) for work in works}) > 3


def test_nominations_of_a_closed_year_wait_for_the_staff_and_for_nobody_else(client, cast):
    """Submitted before it was closed: the province appraises and decides after it."""
    close_year(cast.last_year, by=cast.staff, at=timezone.now(), why="Xong")
    before = {name: texts(person, cast) for name, person in cast.people.items()}
    sent = submission(cast.last_year, cast.staff)
    seat = make.seat(cast.last_year, make.organisation("Hội Người cao tuổi", cast.province))
    nomination(cast.last_year, seat, state="submitted", submission=sent)
    after = {name: texts(person, cast) for name, person in cast.people.items()}
    text = f"Nominations of {cast.last_year.year} to be appraised: 1"
    told = {name for name in after if text in after[name]}
    assert told == {"administrator", "staff"}
    assert {name: len(after[name]) - len(before[name]) for name in told} == dict.fromkeys(told, 1)
    client.force_login(cast.staff)
    cards = client.get(reverse("desk:home")).context["cards"]
    assert cast.last_year not in [card["year"] for card in cards]


def test_a_year_in_which_the_organisation_has_left_its_seat_is_not_looked_at(cast):
    cast.seats["union"].left_on = cast.today
    cast.seats["union"].reason = "Sáp nhập"
    cast.seats["union"].save()
    assert [year.sits for year in years_of(cast.deputy, on=cast.today)] == [False]


# ---- the pages


def page_of(client, user, name="desk:todo_list", **query):
    client.force_login(user)
    return client.get(reverse(name), query)


def due_in(cast, days):
    small_set(cast.year)
    day = cast.today + dt.timedelta(days=days)
    Deadline.objects.create(emulation_year=cast.year, kind="meeting", due_on=day)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-2, "quá hạn 2 ngày"), (0, "hôm nay là ngày cuối"), (5, "còn 5 ngày")],
)
@pytest.mark.parametrize("name", ["desk:home", "desk:todo_list"])
def test_the_list_says_how_many_days_are_left(client, cast, days, words, name):
    due_in(cast, days)
    page = page_of(client, cast.chair, name)
    assert words in page.content.decode()
    [waiting] = [w for w in page.context["todo"] if w.work.kind == "scoring.unscored"]
    assert waiting.left == days


def test_invented_figures_say_so(client, cast):
    assert "SỐ LIỆU MINH HỌA" not in page_of(client, cast.staff).content.decode()
    cast.bloc.is_sample = True
    cast.bloc.save()
    assert "SỐ LIỆU MINH HỌA" in page_of(client, cast.staff).content.decode()


def test_the_list_can_be_narrowed_to_a_bloc(client, cast):
    both = page_of(client, cast.staff)
    one = page_of(client, cast.staff, bloc=cast.other_bloc.slug)
    assert len(one.context["todo"]) < len(both.context["todo"])
    assert {each.work.year.bloc for each in one.context["todo"]} == {cast.other_bloc}
    unknown = page_of(client, cast.staff, bloc="khong-co")
    assert len(unknown.context["todo"]) == len(both.context["todo"])


@pytest.mark.parametrize("name", ["desk:home", "desk:todo_list"])
def test_who_has_nothing_to_do_is_told_so(client, cast, name):
    page = page_of(client, cast.member, name).content.decode()
    assert "đang chờ bạn" in page if name == "desk:todo_list" else "Không có việc" in page


def test_home_shows_the_first_of_many_and_says_how_many_more(client, cast):
    for number in range(10):
        make.bloc(f"Khối mới {number}", cast.province, slug=f"moi-{number}")
    home, whole = page_of(client, cast.staff, "desk:home"), page_of(client, cast.staff)
    assert len(home.context["todo"]) == 8
    assert len(whole.context["todo"]) == 8 + home.context["more"] > 10


def test_hostile_text_shows_as_text(client, cast):
    cast.year.name = "<script>alert(1)</script>"
    cast.year.save()
    page = page_of(client, cast.chair).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def many(cast, count):
    for number in range(count):
        bloc = make.bloc(f"Khối nhiều {number}", cast.province, slug=f"nhieu-{number}")
        year = make.year(bloc, cast.today.year)
        for place, name in enumerate(("farmers", "front"), start=1):
            seat = make.seat(year, getattr(cast.organisations, name), place)
        make.term(seat, dt.date(cast.today.year, 1, 1))
        small_set(year)


@pytest.mark.parametrize("who", ["administrator", "staff", "chair", "member"])
@pytest.mark.parametrize("name", ["desk:home", "desk:todo_list"])
def test_the_list_costs_the_same_however_long(
    client, cast, django_assert_max_num_queries, who, name
):
    load_deadline_rules(DeadlineRule)
    many(cast, 1)
    page_of(client, cast.people[who], name)
    with django_assert_max_num_queries(12) as few:
        client.get(reverse(name))
    many_more = range(1, 20)
    for number in many_more:
        bloc = make.bloc(f"Khối thêm {number}", cast.province, slug=f"them-{number}")
        seat = make.seat(make.year(bloc, cast.today.year), cast.organisations.farmers)
        make.term(seat, dt.date(cast.today.year, 1, 1))
        small_set(seat.emulation_year)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(reverse(name)).status_code == 200
