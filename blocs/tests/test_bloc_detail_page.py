"""One bloc over the years."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.models import Handover, OrganisationSuccession
from blocs.workflow import record_past_handover

from . import make
from .who_may import ANYONE, answers, expected

NOON = dt.datetime(2026, 11, 22, 5, tzinfo=dt.timezone.utc)
READERS = ANYONE - {"foreign_staff", "outsider", "nobody"}


@pytest.fixture
def url(cast):
    return reverse("blocs:bloc_detail", args=[cast.bloc.slug])


def context(client, person, url):
    client.force_login(person)
    return client.get(url).context


def test_who_may(client, cast, url):
    found = expected(may=READERS, blind=ANYONE - READERS)
    assert answers(client, cast.people, url) == found


def test_a_bloc_without_province_is_its_members_and_the_administrators(client, cast):
    bloc = make.bloc("Khối không tỉnh")
    make.seat(make.year(bloc), cast.organisations.front)
    may = {"administrator", "former_chair", "member"}
    url = reverse("blocs:bloc_detail", args=[bloc.slug])
    assert answers(client, cast.people, url) == expected(may=may, blind=ANYONE - may)


def test_it_says_who_chaired_each_year_and_who_does_today(client, cast, url):
    shown = context(client, cast.staff, url)
    this_year, last_year = shown["years"]
    assert [str(term.seat) for term in this_year.chairs] == ["Hội Nông dân", "Tỉnh đoàn"]
    assert [str(term.seat) for term in this_year.deputies] == ["Liên đoàn Lao động"]
    assert [str(term.seat) for term in last_year.chairs] == ["Ủy ban MTTQ"]
    assert shown["chair"].term == cast.chair_term
    assert [str(term.seat) for term in shown["deputies"]] == ["Liên đoàn Lao động"]


def test_a_former_member_reads_only_the_years_in_which_it_sat(client, cast, url):
    shown = context(client, cast.former_member, url)
    assert [each.year for each in shown["years"]] == [cast.last_year]
    assert (shown["chair"].known.value, shown["deputies"], shown["turns"]) == ("closed", [], None)
    assert [row.name for row in shown["matrix"]] == ["Ủy ban MTTQ", "Hội LHPN", "Hội Nông dân"]
    page = client.get(url).content.decode()
    assert "Tỉnh đoàn" not in page
    assert "Liên đoàn Lao động" not in page


def test_a_new_member_reads_the_present_chair_though_its_term_is_for_an_earlier_year(
    client, cast, url
):
    newcomer, person = make.organisation("Hội mới", cast.province), make.user("moi")
    next_year = make.year(cast.bloc, cast.today.year + 1)
    make.seat(next_year, newcomer)
    make.representative(person, newcomer)
    shown = context(client, person, url)
    assert [each.year for each in shown["years"]] == [next_year]
    assert (shown["chair"].term, shown["turns"]) == (cast.chair_term, None)


def test_the_turn_is_suggested_to_whoever_has_waited_longest(client, cast, url):
    this, last = cast.today.year, cast.today.year - 1
    assert context(client, cast.staff, url)["turns"] == [
        ("Liên đoàn Lao động", None),
        ("Ủy ban MTTQ", last),
        ("Hội Nông dân", this),
        ("Tỉnh đoàn", this),
    ]


def test_an_organisation_that_was_renamed_keeps_its_place_in_the_order(client, cast, url):
    new = make.organisation("Mặt trận mới", cast.province)
    OrganisationSuccession.objects.create(
        kind="renamed", predecessor=cast.organisations.front, successor=new, on=dt.date(2020, 1, 1)
    )
    cast.seats["front"].organisation = new
    cast.seats["front"].save()
    shown = context(client, cast.staff, url)
    assert ("Mặt trận mới", cast.today.year - 1) in shown["turns"]
    [row] = [row for row in shown["matrix"] if row.name == "Ủy ban MTTQ"]
    assert row.names_today == ["Mặt trận mới"]
    assert [cell is not None for cell in row.cells] == [False, True]


def test_a_member_that_has_left_is_not_suggested(client, cast, url):
    seat = cast.seats["union"]
    seat.left_on, seat.reason = cast.today, "Sáp nhập"
    seat.save()
    shown = context(client, cast.staff, url)
    assert "Liên đoàn Lao động" not in [name for name, _ in shown["turns"]]
    [row] = [row for row in shown["matrix"] if row.name == "Liên đoàn Lao động"]
    assert row.cells[0].left_on == cast.today


def test_the_buttons_are_the_keepers(client, cast, url):
    opens = reverse("desk:year_open", args=[cast.bloc.slug])
    edits = reverse("blocs:bloc_edit", args=[cast.bloc.slug])
    for person, offered in ((cast.staff, True), (cast.chair, False), (cast.observer, False)):
        client.force_login(person)
        page = client.get(url).content.decode()
        assert (opens in page, edits in page) == (offered, offered)


def test_a_bloc_without_year_offers_to_open_the_first(client, cast):
    bloc = make.bloc("Khối trống", cast.province)
    client.force_login(cast.staff)
    page = client.get(bloc.get_absolute_url()).content.decode()
    assert page.count(reverse("desk:year_open", args=[bloc.slug])) == 1


def test_a_handover_is_listed_for_who_reads_one_of_its_sides(client, cast, url):
    older = make.year(cast.bloc, cast.today.year - 2)
    given = make.term(make.seat(older, cast.organisations.culture), None)
    received = make.term(make.seat(cast.last_year, cast.organisations.culture), None)
    record_past_handover(given, received, held_on=cast.today, by=cast.staff, at=NOON)
    for person, count in ((cast.staff, 1), (cast.former_member, 1), (cast.coming_chair, 0)):
        assert len(context(client, person, url)["handovers"]) == count, person
    assert Handover.objects.count() == 1


def test_the_page_asks_the_same_of_the_database_with_two_years_and_with_thirty(client, cast, url):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(1990, 2018):
        year = make.year(cast.bloc, number)
        make.term(make.seat(year, cast.organisations.front), None)
        make.seat(year, make.organisation(f"Đơn vị {number}", cast.province))
        cast.bloc.aliases.create(alias=f"Tên {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(few) == len(many) <= 12


def test_hostile_names_show_as_text(client, cast, url):
    cast.bloc.name, cast.bloc.note = "<script>a</script>", "<script>b</script>"
    cast.bloc.save()
    cast.bloc.aliases.create(alias="<script>c</script>")
    client.force_login(cast.staff)
    page = client.get(url).content.decode()
    assert "<script>a" not in page
    assert "<script>b" not in page
    assert "<script>c" not in page
    assert "&lt;script&gt;c" in page
