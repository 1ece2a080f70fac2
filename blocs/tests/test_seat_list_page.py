"""The members of a year: the list, and what keepers change in it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blocs.models import OrganisationSuccession, Seat
from blocs.workflow import close_year

from . import make
from .who_may import ANYONE, answers, expected

NOON = dt.datetime(2026, 11, 22, 5, tzinfo=dt.timezone.utc)
KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}


@pytest.fixture
def listed(cast):
    return reverse("blocs:seat_list", args=[cast.bloc.slug, cast.year.year])


@pytest.fixture
def adding(cast):
    return reverse("blocs:seat_add", args=[cast.bloc.slug, cast.year.year])


def url(name, seat):
    return reverse(f"blocs:{name}", args=[seat.pk])


def order(year):
    return list(year.seats.order_by("position").values_list("organisation__name", flat=True))


def test_who_may_read_the_list(client, cast, listed):
    assert answers(client, cast.people, listed) == expected(may=ANYONE - BLIND, blind=BLIND)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_change_members(client, cast, adding, method):
    wanted = expected(may=KEEPERS, blind=BLIND)
    assert answers(client, cast.people, adding, method) == wanted
    assert answers(client, cast.people, url("seat_leave", cast.seats["front"]), method) == wanted


def test_who_may_remove_a_seat(client, cast):
    removing = url("seat_remove", cast.seats["front"])
    assert answers(client, cast.people, removing) == expected(may=KEEPERS, blind=BLIND)
    del cast.people["administrator"], cast.people["staff"]
    others = {k: v for k, v in expected(may=(), blind=BLIND).items() if k not in KEEPERS}
    assert answers(client, cast.people, removing, "post") == others
    assert Seat.objects.filter(pk=cast.seats["front"].pk).exists()


def test_who_may_move_a_seat(client, cast):
    moving = url("seat_move", cast.seats["front"])
    wanted = expected(may=KEEPERS, blind=BLIND)
    moved = {**wanted, **dict.fromkeys(KEEPERS, 302)}
    assert answers(client, cast.people, moving, "post") == moved
    refused = dict.fromkeys(ANYONE, 405)
    assert answers(client, cast.people, moving, "get") == {**refused, "anonymous": 302}


def test_the_list_follows_the_protocol_and_says_who_is_in_office(client, cast, listed):
    client.force_login(cast.member)
    rows = client.get(listed).context["rows"]
    assert [(str(row["seat"]), row["term"] and row["term"].role) for row in rows] == [
        ("Ủy ban MTTQ", None),
        ("Liên đoàn Lao động", "deputy"),
        ("Hội Nông dân", "chair"),
        ("Tỉnh đoàn", None),
    ]


def test_a_name_of_the_past_is_followed_by_that_of_today(client, cast, listed):
    new = make.organisation("Hội Nông dân mới", cast.province)
    OrganisationSuccession.objects.create(
        kind="renamed", predecessor=cast.organisations.farmers, successor=new, on=cast.today
    )
    client.force_login(cast.staff)
    rows = client.get(listed).context["rows"]
    assert [row["names_today"] for row in rows] == [[], [], ["Hội Nông dân mới"], []]


def test_only_keepers_of_an_open_year_have_buttons(client, cast, listed, adding):
    for person, offered in ((cast.staff, True), (cast.chair, False), (cast.observer, False)):
        client.force_login(person)
        assert (adding in client.get(listed).content.decode()) == offered
    close_year(cast.year, by=cast.staff, at=NOON)
    client.force_login(cast.staff)
    assert adding not in client.get(listed).content.decode()


def test_a_member_is_added_at_the_end(client, cast, listed, adding):
    client.force_login(cast.staff)
    women = cast.organisations.women
    assert client.post(adding, {"organisation": women.pk}).url == listed
    assert order(cast.year)[-1] == "Hội LHPN"


def test_the_choice_leaves_out_who_sits_already_and_what_one_does_not_see(client, cast, adding):
    far = make.organisation("Sở nơi khác", cast.elsewhere)
    client.force_login(cast.staff)
    field = client.get(adding).context["form"].fields["organisation"]
    assert {each.name for each in field.queryset} == {"Hội LHPN", "Sở Văn hóa"}
    for wrong in (far.pk, cast.organisations.front.pk, "x", ""):
        response = client.post(adding, {"organisation": wrong})
        assert list(response.context["form"].errors) == ["organisation"]
    assert len(order(cast.year)) == 4


def test_an_organisation_that_has_ended_stands_in_the_second_group(client, cast, adding):
    validity = (dt.date(2000, 1, 1), dt.date(2020, 1, 1))
    make.organisation("Hội đã giải thể", cast.province, validity=validity)
    client.force_login(cast.staff)
    choices = client.get(adding).context["form"].fields["organisation"].choices
    groups = [[name for _pk, name in names] for label, names in choices if label]
    assert groups[0] == ["Hội LHPN", "Sở Văn hóa"]
    assert [name.split(" (")[0] for name in groups[1]] == ["Hội đã giải thể"]


def test_joining_in_mid_year_needs_a_reason(client, cast, adding):
    client.force_login(cast.staff)
    data = {"organisation": cast.organisations.women.pk, "joined_on": "01/06/2026"}
    assert list(client.post(adding, data).context["form"].errors) == ["reason"]
    assert client.post(adding, {**data, "reason": "Thành lập mới"}).status_code == 302
    assert cast.year.seats.get(organisation=cast.organisations.women).joined_on.month == 6


def test_a_closed_year_refuses_with_a_sentence_and_keeps_what_was_typed(client, cast, adding):
    close_year(cast.year, by=cast.staff, at=NOON)
    client.force_login(cast.staff)
    data = {"organisation": cast.organisations.women.pk, "joined_on": "1/6/2026", "reason": "Mới"}
    form = client.post(adding, data).context["form"]
    assert (len(form.non_field_errors()), form["reason"].value()) == (1, "Mới")


def test_a_member_moves_up_and_down(client, cast, listed):
    client.force_login(cast.staff)
    moving = url("seat_move", cast.seats["union"])
    assert client.post(moving, {"position": 1}).url == listed
    assert order(cast.year)[:2] == ["Liên đoàn Lao động", "Ủy ban MTTQ"]
    client.post(moving, {"position": 99})
    assert order(cast.year)[-1] == "Liên đoàn Lao động"
    client.post(moving, {"position": "x"})
    assert order(cast.year)[-1] == "Liên đoàn Lao động"


def test_the_arrows_send_the_neighbouring_places(client, cast, listed):
    client.force_login(cast.staff)
    page = client.get(listed).content.decode()
    values = [part.split('"')[0] for part in page.split('name="position" value="')[1:]]
    assert values == ["2", "1", "3", "2", "4", "3"]


def test_leaving_is_confirmed_with_day_and_reason(client, cast, listed):
    client.force_login(cast.staff)
    leaving = url("seat_leave", cast.seats["front"])
    assert list(client.post(leaving, {}).context["form"].errors) == []
    assert list(client.post(leaving, {"left_on": "x"}).context["form"].errors) == [
        "left_on",
        "reason",
    ]
    data = {"left_on": cast.today.strftime("%d/%m/%Y"), "reason": "Sáp nhập"}
    assert client.post(leaving, data).url == listed
    [row] = [r for r in client.get(listed).context["rows"] if r["seat"] == cast.seats["front"]]
    assert row["has_left"]


def test_the_chair_does_not_leave_before_it_has_handed_over(client, cast):
    client.force_login(cast.staff)
    data = {"left_on": cast.today.strftime("%d/%m/%Y"), "reason": "Sáp nhập"}
    form = client.post(url("seat_leave", cast.seats["farmers"]), data).context["form"]
    assert len(form.non_field_errors()) == 1


def test_removing_is_for_mistakes_on_which_nothing_rests(client, cast, listed):
    client.force_login(cast.staff)
    page = client.post(url("seat_remove", cast.seats["farmers"]), {"why": "Nhầm"})
    assert len(page.context["form"].non_field_errors()) == 1
    assert client.post(url("seat_remove", cast.seats["front"]), {"why": "Nhầm"}).url == listed
    assert order(cast.year) == ["Liên đoàn Lao động", "Hội Nông dân", "Tỉnh đoàn"]


def test_the_list_asks_the_same_of_the_database_with_one_member_and_with_thirty(client, cast):
    year = make.year(make.bloc("Khối 30", cast.province))
    make.seat(year, cast.organisations.front)
    listed = reverse("blocs:seat_list", args=[year.bloc.slug, year.year])
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(listed)
    for number in range(29):
        seat = make.seat(year, make.organisation(f"Đơn vị {number}", cast.province))
        make.term(seat, role="deputy")
    with CaptureQueriesContext(connection) as many:
        client.get(listed)
    assert len(few) == len(many) <= 12
