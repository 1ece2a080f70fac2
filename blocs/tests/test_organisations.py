"""What becomes of an organisation, and what its representatives go on with."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.refusal import Refused
from blocs import workflow
from blocs.models import ChairRight, EmulationYear, OrganisationSuccession, PostKind
from blocs.reach import Reach

from . import make

START, DAY = dt.date(2025, 1, 1), dt.date(2026, 7, 1)
ONE = dt.timedelta(days=1)
NOON = dt.datetime(2026, 8, 1, 5, tzinfo=dt.UTC)


@pytest.fixture
def old(db):
    return make.organisation("Hội Cựu chiến binh", make.province("Thái Sơn"))


@pytest.fixture
def new(old):
    return make.organisation("Hội CCB tỉnh", old.province, validity=DateRange(DAY, None))


@pytest.fixture
def person(old):
    person = make.user("dai-dien")
    make.representative(person, old, START)
    return person


def succeed(old, new=None, kind="renamed", on=DAY, **fields):
    return workflow.succeed(old, kind=kind, successor=new, on=on, by=None, **fields)


def periods(person, organisation):
    return list(person.posts.filter(organisation=organisation).values_list("period", flat=True))


def test_the_old_name_is_valid_until_the_day(old, new):
    succession = succeed(old, new, document="NQ 12", note="Đổi tên")

    old.refresh_from_db()
    assert (old.validity.lower, old.validity.upper) == (None, DAY)
    assert (succession.predecessor, succession.successor, succession.on) == (old, new, DAY)
    assert (succession.kind, succession.document, succession.note) == (
        "renamed",
        "NQ 12",
        "Đổi tên",
    )


@pytest.mark.parametrize("kind", ["renamed", "merged"])
def test_representatives_go_on_for_the_successor_from_that_day(old, new, person, kind):
    succeed(old, new, kind)

    assert periods(person, old) == [DateRange(START, DAY)]
    assert periods(person, new) == [DateRange(DAY, None)]
    carried = person.posts.get(organisation=new)
    assert (carried.kind, carried.position, carried.may_sign) == (
        PostKind.REPRESENTATIVE,
        "Chủ tịch",
        True,
    )


@pytest.mark.parametrize(("kind", "has_successor"), [("split", True), ("dissolved", False)])
def test_a_split_or_an_end_carries_nobody_over(old, new, person, kind, has_successor):
    succeed(old, new if has_successor else None, kind)

    assert periods(person, old) == [DateRange(START, None)]
    assert periods(person, new) == []


def test_posts_that_ended_before_stay_and_posts_that_end_later_end_then(old, new):
    gone, going = make.user("da-nghi"), make.user("sap-nghi")
    make.representative(gone, old, START, DAY)
    make.representative(going, old, START, DAY + 30 * ONE)

    succeed(old, new)

    assert (periods(gone, old), periods(gone, new)) == ([DateRange(START, DAY)], [])
    assert periods(going, new) == [DateRange(DAY, DAY + 30 * ONE)]


def test_a_post_given_between_the_day_and_its_recording_is_carried_over_too(old, new):
    late = make.user("den-sau")
    make.representative(late, old, DAY + 10 * ONE)

    succeed(old, new)

    assert periods(late, new) == [DateRange(DAY + 10 * ONE, None)]


def test_whoever_represents_the_successor_already_is_not_given_the_post_twice(old, new, person):
    make.representative(person, new, DAY - ONE)
    succeed(old, new, "merged")
    assert periods(person, new) == [DateRange(DAY - ONE, None)]


def test_an_organisation_ends_once(old, new):
    succeed(old, new)
    with pytest.raises(Refused, match="already came to an end"):
        succeed(old, make.organisation("Khác"), on=DAY + ONE)
    with pytest.raises(Refused, match="already came to an end"):
        succeed(old, kind="dissolved")


def test_a_split_is_recorded_once_for_each_part_on_one_day(old):
    parts = [make.organisation(name) for name in ("Hội A", "Hội B", "Hội C")]
    for part in parts[:2]:
        succeed(old, part, "split")
    with pytest.raises(Refused, match="already came to an end"):
        succeed(old, parts[2], "split", on=DAY + ONE)
    assert OrganisationSuccession.objects.count() == 2


@pytest.mark.parametrize("day", [DAY - ONE, DAY])
def test_an_organisation_does_not_end_before_it_began(new, day):
    with pytest.raises(Refused, match="after the organisation's first day"):
        succeed(new, make.organisation("Khác"), on=day)
    assert not OrganisationSuccession.objects.exists()


@pytest.mark.parametrize("kind", ["renamed", "merged", "split"])
def test_the_successors_people_read_the_years_of_before(old, new, kind):
    past = make.seat(make.year(make.bloc(province=old.province), 2020), old).emulation_year
    reader, stranger = make.user("nguoi-doc"), make.user("nguoi-la")
    make.representative(reader, new)
    make.representative(stranger, make.organisation("Khác"))
    assert not EmulationYear.objects.visible_to(reader).exists()

    succeed(old, new, kind)

    reader = type(reader).objects.get(pk=reader.pk)  # a new request
    assert list(EmulationYear.objects.visible_to(reader)) == [past]
    assert not EmulationYear.objects.visible_to(stranger).exists()


@pytest.mark.parametrize(("kind", "acts"), [("renamed", True), ("merged", True), ("split", False)])
def test_the_successor_of_a_chair_acts_for_it_unless_it_was_split(old, new, kind, acts):
    """The term stays with the seat of the old name; the right goes where the organisation went."""
    year = make.year(make.bloc(province=old.province))
    term = make.term(make.seat(year, old), START)
    person = make.user("dai-dien-moi")
    make.representative(person, new)
    succeed(old, new, kind)
    doing = {"right": ChairRight.NOTICES, "what": "thử", "by": person, "at": NOON}

    if acts:
        done = workflow.act_as_chair(year, **doing)
        assert (done.capacity, done.term, done.organisation) == ("chair", term, old)
    else:
        with pytest.raises(workflow.NotChair):
            workflow.act_as_chair(year, **doing)


def test_who_signs_for_the_successor_signs_for_what_was_renamed_but_not_for_a_part(old, new):
    part = make.organisation("Phần tách ra")
    succeed(part, new, "split")
    succeed(old, new)
    signs, works = make.user("nguoi-ky"), make.user("nguoi-lam")
    make.representative(signs, new)
    make.representative(works, new, may_sign=False)

    assert Reach.on(signs, DAY).signed_for == {old.pk, new.pk}
    assert Reach.on(works, DAY).signed_for == set()
    assert Reach.on(works, DAY).represented == {old.pk, new.pk}
    assert Reach.on(works, DAY).read_as == {old.pk, new.pk, part.pk}


def test_the_old_name_does_not_reach_forward(old, new, person):
    """A former member reads its own years, not those that its successor sits in later."""
    succeed(old, new, "split")
    assert Reach.on(person, DAY).read_as == {old.pk}
