"""What a person's posts open: provinces with their predecessors, organisations, and no more."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from blocs.models import (
    Bloc,
    EmulationYear,
    Handover,
    Notice,
    Organisation,
    OrganisationSuccession,
    Province,
    ProvinceSuccession,
    Term,
)
from blocs.permissions import can_keep_bloc, can_keep_organisation
from blocs.reach import Reach, reach_of

from . import make

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def merged(cast):
    """Old An Sơn went over into old Bắc Sơn and that into the cast's province; a bloc in each."""
    a, b = make.province("An Sơn"), make.province("Bắc Sơn")
    ProvinceSuccession.objects.create(predecessor=a, successor=b, on=dt.date(2000, 1, 1))
    ProvinceSuccession.objects.create(
        predecessor=b, successor=cast.province, on=dt.date(2025, 7, 1)
    )
    cast.before = [a, b]
    cast.old_blocs = [make.bloc(f"Khối cũ {place.name}", place) for place in (a, b)]
    for bloc in cast.old_blocs:
        make.year(bloc, 1999)
    return cast


def pks(rows):
    return {row.pk for row in rows}


@pytest.mark.parametrize("who", ["staff", "observer"])
def test_a_present_province_reads_what_went_over_into_it(merged, who):
    person = getattr(merged, who)
    own = {merged.bloc.pk, merged.other_bloc.pk, *pks(merged.old_blocs)}
    assert pks(Bloc.objects.visible_to(person)) == own
    assert {year.bloc_id for year in EmulationYear.objects.visible_to(person)} == own
    assert pks(Province.objects.visible_to(person)) == pks([merged.province, *merged.before])


def test_staff_keep_the_blocs_of_the_predecessors_and_observers_do_not(merged):
    for bloc in [merged.bloc, *merged.old_blocs]:
        assert can_keep_bloc(merged.staff, bloc)
        assert not can_keep_bloc(merged.observer, bloc)
        assert not can_keep_bloc(merged.foreign_staff, bloc)


def test_a_predecessor_does_not_read_its_successor(merged):
    archivist = make.user("luu-tru")
    make.staff(archivist, merged.before[0])
    assert pks(Bloc.objects.visible_to(archivist)) == {merged.old_blocs[0].pk}
    assert not can_keep_bloc(archivist, merged.bloc)


@pytest.mark.parametrize(
    "model", [Bloc, EmulationYear, Term, Handover, Notice, Organisation, Province]
)
def test_nobody_sees_another_province(merged, model):
    """The foreign staff have a full province of their own, so that something could be shown."""
    cast = merged
    bloc = make.bloc("Khối ở xa", cast.elsewhere)
    seats = [
        make.seat(make.year(bloc, number), make.organisation(f"Hội xa {number}", cast.elsewhere))
        for number in (2025, 2026)
    ]
    giver, receiver = make.term(seats[0], None), make.term(seats[1], None)
    own = {
        Bloc: bloc,
        EmulationYear: seats[0].emulation_year,
        Term: giver,
        Organisation: seats[0].organisation,
        Province: cast.elsewhere,
        Handover: Handover.objects.create(
            bloc=bloc, giver_term=giver, receiver_term=receiver, held_on=TODAY,
            recorded_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC), recorded_on=TODAY,
        ),
    }  # fmt: skip
    here = set(model.objects.visible_to(cast.staff))
    there = set(model.objects.visible_to(cast.foreign_staff))

    assert here.isdisjoint(there)
    if model in own:
        assert own[model] in there
    assert not set(model.objects.visible_to(cast.nobody))


def test_a_bloc_without_province_is_the_administrators_and_its_members(cast):
    bloc = make.bloc("Khối liên tỉnh", None)
    make.seat(make.year(bloc), cast.organisations.front)

    sees = {name for name, p in cast.people.items() if bloc in Bloc.objects.visible_to(p)}
    keeps = {name for name, p in cast.people.items() if can_keep_bloc(p, bloc)}

    assert sees == {"administrator", "former_chair", "member"}  # both are of the front
    assert keeps == {"administrator"}


def test_an_organisation_without_province_is_kept_by_the_administrator(cast):
    own = make.organisation("Tổng công ty", None)
    keeps = {name for name, p in cast.people.items() if can_keep_organisation(p, own)}
    assert keeps == {"administrator"}


def test_members_read_the_years_in_which_their_organisation_sat(cast):
    def years(person):
        return pks(EmulationYear.objects.visible_to(person))

    both, last, present = {cast.last_year.pk, cast.year.pk}, {cast.last_year.pk}, {cast.year.pk}
    assert years(cast.member) == years(cast.former_chair) == years(cast.chair) == both
    assert years(cast.former_member) == last
    assert years(cast.deputy) == years(cast.coming_chair) == present
    assert years(cast.outsider) == {cast.other_bloc.years.get().pk}


def test_nobody_in_particular_reaches_nothing(cast):
    for person in (AnonymousUser(), cast.nobody):
        assert Reach.on(person, TODAY) == Reach()


def test_an_administrator_keeps_the_organisations_it_represents(cast):
    make.representative(cast.administrator, cast.organisations.union)
    reach = Reach.on(cast.administrator, TODAY)
    assert reach.is_administrator
    assert reach.represented == {cast.organisations.union.pk}


def test_reach_is_read_once_for_a_request_and_costs_the_same_however_many_posts(
    cast, django_assert_num_queries
):
    one = make.user("nhieu-vai-tro")
    for number in range(30):
        province = make.province(f"Tỉnh {number}")
        make.staff(one, province)
        make.observer(one, province)
        make.representative(one, make.organisation(f"Hội {number}"))
    with django_assert_num_queries(3):
        assert len(reach_of(one).represented) == 30
        assert len(reach_of(one).kept) == 30


def test_a_circle_of_successions_ends(cast):
    a, b = cast.organisations.union, cast.organisations.youth
    for old, new in ((a, b), (b, a)):
        OrganisationSuccession.objects.create(
            kind="renamed", predecessor=old, successor=new, on=TODAY
        )
    assert Reach.on(cast.deputy, TODAY).represented == {a.pk, b.pk}
