"""Posts: given, ended, and read to the day, since every right follows from them."""

import datetime as dt

import pytest

from accounts.refusal import Refused
from blocs import workflow
from blocs.models import Post, PostKind
from blocs.reach import Reach

from . import make
from .together import at_once, kinds_of

FIRST, END = dt.date(2026, 3, 1), dt.date(2026, 9, 1)  # 31 August is the last day
ONE = dt.timedelta(days=1)


@pytest.fixture
def person(db):
    return make.user("nhan-vien")


def give(person, kind=PostKind.ADMINISTRATOR, from_on=FIRST, **fields):
    return workflow.give_post(person, kind=kind, from_on=from_on, **fields, by=None)


@pytest.mark.parametrize(
    ("until", "day", "in_force"),
    [
        (END, FIRST - ONE, False),
        (END, FIRST, True),
        (END, FIRST + ONE, True),
        (END, END - ONE, True),
        (END, END, False),
        (END, END + ONE, False),
        (None, FIRST - ONE, False),
        (None, FIRST, True),
        (None, FIRST + ONE, True),
        (None, END - ONE, True),
        (None, END, True),
        (None, END + ONE, True),
        (FIRST + ONE, FIRST, True),
        (FIRST + ONE, FIRST + ONE, False),
    ],
)
def test_a_post_opens_on_its_first_day_and_closes_after_its_last(person, until, day, in_force):
    """Row, queryset and reach agree for every kind of post."""
    province, organisation = make.province("Thái Sơn"), make.organisation("Hội A")
    post = give(person, PostKind.STAFF, until=until, province=province)
    give(person, PostKind.OBSERVER, until=until, province=province)
    give(person, PostKind.REPRESENTATIVE, until=until, organisation=organisation, may_sign=True)

    assert post.is_in_force_on(day) is in_force
    assert Post.objects.in_force_on(day).count() == (3 if in_force else 0)
    reach = Reach.on(person, day)
    places, represented = ({province.pk}, {organisation.pk}) if in_force else (set(), set())
    assert (reach.kept, reach.read_provinces) == (places, places)
    assert (reach.represented, reach.signed_for) == (represented, represented)


@pytest.mark.parametrize(("day", "is_one"), [(FIRST - ONE, False), (FIRST, True), (END, False)])
def test_an_administrator_is_one_only_while_the_post_lasts(person, day, is_one):
    give(person, until=END)
    assert Reach.on(person, day).is_administrator is is_one


def test_the_same_post_is_not_given_twice_for_a_day(person):
    give(person, until=END)
    for from_on in (FIRST - ONE, FIRST, END - ONE):
        with pytest.raises(Refused, match="already holds this post"):
            give(person, from_on=from_on)
    give(person, from_on=END)
    assert Post.objects.count() == 2


def test_several_posts_stand_side_by_side(person):
    here, elsewhere = make.province("Thái Sơn"), make.province("Bình Hải")
    for province in (here, elsewhere):
        give(person, PostKind.STAFF, province=province)
    give(person, PostKind.OBSERVER, province=here)
    for name in ("Hội A", "Hội B"):
        give(person, PostKind.REPRESENTATIVE, organisation=make.organisation(name))
    assert person.posts.count() == 5


def test_two_who_give_the_same_post_at_once_give_one(transactional_db):
    person = make.user("nhan-vien")
    assert kinds_of(at_once(lambda: give(person), lambda: give(person))) == ["Post", "Refused"]


def test_a_post_ends_so_that_a_day_is_the_first_without_it(person):
    province = make.province("Thái Sơn")
    post = workflow.end_post(
        give(person, PostKind.STAFF, province=province), until=END, by=person, why="Chuyển công tác"
    )

    post.refresh_from_db()
    assert [post.is_in_force_on(day) for day in (END - ONE, END)] == [True, False]
    context = post.events.latest("pgh_id").pgh_context
    assert (context["by"], context["why"]) == (person.pk, "Chuyển công tác")


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (FIRST - ONE, "at least one day"),
        (FIRST, "at least one day"),
        (END, "already ends before"),
        (END + ONE, "already ends before"),
        (FIRST + ONE, None),
        (END - ONE, None),
    ],
)
def test_a_post_is_shortened_never_stretched(person, until, sentence):
    post = give(person, PostKind.OBSERVER, until=END, province=make.province("Thái Sơn"))
    if sentence:
        with pytest.raises(Refused, match=sentence):
            workflow.end_post(post, until=until, by=None)
        until = END
    else:
        workflow.end_post(post, until=until, by=None)
    post.refresh_from_db()
    assert post.period.upper == until


def test_the_last_lasting_administrator_stays(person):
    """One whose post ends, or whose account is shut, does not count."""
    last = give(person)
    give(make.user("tam-thoi"), until=END)
    give(make.user("da-khoa", is_active=False))
    with pytest.raises(Refused, match="last administrator"):
        workflow.end_post(last, until=END, by=None)

    give(make.user("thay-the"))
    assert workflow.end_post(last, until=END, by=None).period.upper == END


def test_two_administrators_who_end_each_other_at_once_leave_one(transactional_db):
    posts = [give(make.user(name)) for name in ("mot", "hai")]

    answers = at_once(
        *(lambda post=post: workflow.end_post(post, until=END, by=None) for post in posts)
    )

    assert kinds_of(answers) == ["Post", "Refused"]
    assert Post.objects.filter(period__upper_inf=True).count() == 1
