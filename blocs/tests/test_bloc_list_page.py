"""The list of blocs: what each person sees, filters, who is chair today."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.models import BlocAlias, ProvinceSuccession

from . import make
from .who_may import ANYONE, answers, expected

URL = reverse("blocs:bloc_list")


def names(client, **filters):
    return [row.bloc.name for row in client.get(URL, filters).context["rows"]]


def row_of(client, bloc):
    [row] = [row for row in client.get(URL).context["rows"] if row.bloc == bloc]
    return row


def test_who_may(client, cast):
    assert answers(client, cast.people, URL) == expected(may=ANYONE)


def test_each_sees_the_blocs_of_their_posts_and_seats(client, cast):
    for person, seen in (
        (cast.administrator, ["Khối thi đua số 1", "Khối thi đua số 2"]),
        (cast.staff, ["Khối thi đua số 1", "Khối thi đua số 2"]),
        (cast.observer, ["Khối thi đua số 1", "Khối thi đua số 2"]),
        (cast.foreign_staff, []),
        (cast.member, ["Khối thi đua số 1"]),
        (cast.former_member, ["Khối thi đua số 1"]),
        (cast.outsider, ["Khối thi đua số 2"]),
        (cast.nobody, []),
    ):
        client.force_login(person)
        assert names(client) == seen, person


def test_the_row_says_chair_year_and_members(client, cast):
    client.force_login(cast.staff)
    row = row_of(client, cast.bloc)
    assert (row.year, row.year.member_count) == (cast.year, 4)
    assert row.chair.term == cast.chair_term
    assert row_of(client, cast.other_bloc).chair.known.value == "unknown"


def test_a_bloc_whose_chair_has_ended_is_said_to_have_none(client, cast):
    seat = cast.other_bloc.seats.get()
    make.term(seat, dt.date(2020, 1, 1), cast.today)
    client.force_login(cast.staff)
    assert row_of(client, cast.other_bloc).chair.known.value == "nobody"
    page = client.get(URL).content.decode()
    assert (page.count('class="tag late"'), page.count('class="tag wait"')) == (1, 0)


def test_a_term_that_begins_tomorrow_does_not_yet_say_that_there_is_no_chair(client, cast):
    make.term(cast.other_bloc.seats.get(), cast.today + dt.timedelta(days=1))
    client.force_login(cast.staff)
    assert row_of(client, cast.other_bloc).chair.known.value == "unknown"


def test_a_former_member_reads_neither_the_present_chair_nor_the_present_year(client, cast):
    client.force_login(cast.former_member)
    row = row_of(client, cast.bloc)
    assert (row.year, row.chair.known.value, row.chair.term) == (cast.last_year, "closed", None)
    assert "Hội Nông dân" not in client.get(URL).content.decode()


def test_the_filter_finds_by_name_alias_and_name_of_a_year_without_accents(client, cast):
    BlocAlias.objects.create(bloc=cast.bloc, alias="Khối Mặt trận")
    cast.last_year.name = "Khối các tổ chức chính trị"
    cast.last_year.save()
    client.force_login(cast.staff)
    for query in ("khoi mat tran", "MẶT TRẬN", "cac to chuc", "so 1"):
        assert names(client, q=query) == ["Khối thi đua số 1"], query
    assert names(client, q="thi dua") == ["Khối thi đua số 1", "Khối thi đua số 2"]
    assert names(client, q="hoà giải") == []


def test_a_year_that_one_may_not_read_is_not_found_by_its_name(client, cast):
    cast.year.name = "Khối Bí mật"
    cast.year.save()
    client.force_login(cast.former_member)
    assert names(client, q="bi mat") == []
    client.force_login(cast.member)
    assert names(client, q="bi mat") == ["Khối thi đua số 1"]


def test_the_filter_by_province_takes_its_predecessors_in(client, cast):
    old = make.province("Thái Sơn Cũ", until=dt.date(2025, 7, 1))
    ProvinceSuccession.objects.create(
        predecessor=old, successor=cast.province, on=dt.date(2025, 7, 1)
    )
    make.bloc("Khối cũ", old)
    make.bloc("Khối nơi khác", cast.elsewhere)
    client.force_login(cast.administrator)
    assert names(client, province=old.pk) == ["Khối cũ"]
    assert "Khối cũ" in names(client, province=cast.province.pk)
    assert "Khối nơi khác" not in names(client, province=cast.province.pk)


@pytest.mark.parametrize("wrong", [{"province": "x"}, {"province": 10**30}, {"page": "x"}])
def test_an_address_typed_wrongly_still_shows_the_list(client, cast, wrong):
    client.force_login(cast.staff)
    assert client.get(URL, wrong).status_code == 200


def test_the_first_step_is_offered_to_those_who_may_take_it(client, db):
    create = reverse("blocs:bloc_create")
    province = make.province("Thái Sơn")
    staff, nobody = make.user("can-bo"), make.user("khong-ai")
    make.staff(staff, province)
    client.force_login(staff)
    assert create in client.get(URL).content.decode()
    client.force_login(nobody)
    assert create not in client.get(URL).content.decode()


def test_the_list_asks_the_same_of_the_database_with_one_bloc_and_with_thirty(client, cast):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(URL, {"q": "khoi", "province": cast.province.pk})
    for number in range(30):
        bloc = make.bloc(f"Khối {number}", cast.province)
        make.term(make.seat(make.year(bloc), cast.organisations.front))
    with CaptureQueriesContext(connection) as many:
        client.get(URL, {"q": "khoi", "province": cast.province.pk})
    assert len(few) == len(many) <= 12
