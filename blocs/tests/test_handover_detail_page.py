"""A handover on record: what it shows to whom, and taking it back."""

import datetime as dt

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.models import HandoverItem, HandoverPerson, Term
from blocs.workflow import close_year, hand_over, publish_notice, revoke_handover

from . import make
from .who_may import ANYONE, answers, expected

KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}


def url(name, handover):
    return reverse(f"blocs:{name}", args=[handover.pk])


def handed_over(cast, *, effective_on, **more):
    """The farmers hand over to the youth union; whatever the cast had recorded is gone."""
    Term.objects.filter(seat=cast.seats["youth"]).delete()
    if effective_on == cast.today:
        cast.chair_term.period = DateRange(cast.today - dt.timedelta(days=9), None)
        Term.objects.exclude(pk=cast.chair_term.pk).filter(role="chair").delete()
        cast.chair_term.save()
    return hand_over(
        cast.chair_term,
        receiver=cast.seats["youth"],
        held_on=cast.today,
        effective_on=effective_on,
        by=cast.staff,
        at=timezone.now(),
        **more,
    )


@pytest.fixture
def handover(cast):
    return handed_over(cast, effective_on=cast.today + dt.timedelta(days=1))


@pytest.fixture
def in_force(cast):
    return handed_over(cast, effective_on=cast.today)


def shown(client, person, handover):
    client.force_login(person)
    return client.get(url("handover_detail", handover)).context


def test_who_may_read(client, cast, handover):
    found = answers(client, cast.people, url("handover_detail", handover))
    assert found == expected(may=ANYONE - BLIND, blind=BLIND)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_revoke(client, cast, handover, method):
    found = answers(client, cast.people, url("handover_revoke", handover), method)
    assert found == expected(may=KEEPERS, blind=BLIND)


def test_it_shows_both_sides_people_inventory_and_who_completes(client, cast):
    until = cast.today + dt.timedelta(days=30)
    handover = handed_over(
        cast,
        effective_on=cast.today + dt.timedelta(days=1),
        place="Hội trường <A>",
        people=[HandoverPerson(side="witness", full_name="Lê Thị Chứng", position="Phó Chủ tịch")],
        inventory=[HandoverItem(kind="papers", text="Quy chế khối", quantity="02 bản")],
        completes={cast.last_year: until},
    )
    client.force_login(cast.staff)
    page = client.get(url("handover_detail", handover)).content.decode()
    last_day = (until - dt.timedelta(days=1)).strftime("%d/%m/%Y")
    for text in (
        "Hội Nông dân",
        "Tỉnh đoàn",
        "Hội trường &lt;A&gt;",
        "Lê Thị Chứng",
        "Quy chế khối",
        "02 bản",
        last_day,
    ):
        assert text in page, text


def test_a_reader_sees_the_completion_of_its_own_years_only(client, cast):
    handover = handed_over(
        cast,
        effective_on=cast.today + dt.timedelta(days=1),
        completes={cast.last_year: cast.today + dt.timedelta(days=30)},
    )
    for person, count in ((cast.staff, 1), (cast.member, 1), (cast.coming_chair, 0)):
        assert len(shown(client, person, handover)["completions"]) == count


def test_the_state_follows_the_day(client, cast, handover):
    assert shown(client, cast.member, handover)["state"] == "planned"
    revoke_handover(handover, by=cast.staff, at=timezone.now(), reason="Nhầm <đơn vị>")
    handover.refresh_from_db()
    assert shown(client, cast.member, handover)["state"] == "revoked"
    page = client.get(url("handover_detail", handover)).content.decode()
    assert "Nhầm &lt;đơn vị&gt;" in page


def test_the_state_is_in_force_from_its_day_on(client, cast, in_force):
    assert shown(client, cast.member, in_force)["state"] == "in_force"


def test_the_button_is_the_keepers_until_the_receiver_has_acted(client, cast, in_force):
    button = url("handover_revoke", in_force)
    for person, offered in ((cast.staff, True), (cast.chair, False), (cast.observer, False)):
        client.force_login(person)
        page = client.get(url("handover_detail", in_force)).content.decode()
        assert (button in page) == offered
    now = timezone.now()
    publish_notice(cast.year, kind="plan", title="Kế hoạch", text="x", by=cast.coming_chair, at=now)
    client.force_login(cast.staff)
    page = client.get(url("handover_detail", in_force)).content.decode()
    assert button not in page
    assert "Ban hành “Kế hoạch”" in page


def test_the_acts_in_years_that_one_may_not_read_are_not_shown(client, cast, in_force):
    next_year = make.year(cast.bloc, cast.today.year + 1)
    now = timezone.now()
    publish_notice(next_year, kind="plan", title="Mật", text="x", by=cast.coming_chair, at=now)
    assert len(shown(client, cast.staff, in_force)["acts"]) == 1
    assert shown(client, cast.member, in_force)["acts"] == []


def test_revoking_is_confirmed_with_a_reason(client, cast, handover):
    client.force_login(cast.staff)
    revoking = url("handover_revoke", handover)
    response = client.post(revoking, {"reason": " "})
    assert list(response.context["form"].errors) == ["reason"]
    assert client.post(revoking, {"reason": "Nhầm"}).url == url("handover_detail", handover)
    handover.refresh_from_db()
    assert (handover.revoked_by, handover.revoke_reason) == (cast.staff, "Nhầm")
    assert Term.objects.chairs().in_force_on(cast.today).get(bloc=cast.bloc) == cast.chair_term
    again = client.post(revoking, {"reason": "Lần nữa"})
    assert len(again.context["form"].non_field_errors()) == 1


def test_once_the_receiver_has_acted_the_page_lists_why_it_refuses(client, cast, in_force):
    now = timezone.now()
    publish_notice(cast.year, kind="plan", title="Kế hoạch", text="x", by=cast.coming_chair, at=now)
    client.force_login(cast.staff)
    response = client.post(url("handover_revoke", in_force), {"reason": "Nhầm"})
    assert len(response.context["form"].non_field_errors()) == 1
    assert [act.what for act in response.context["acts"]] == ["Ban hành “Kế hoạch”"]
    in_force.refresh_from_db()
    assert in_force.revoked_at is None


def test_a_handover_given_on_is_not_revoked_before_the_next(client, cast, in_force):
    next_one = hand_over(
        in_force.receiver_term,
        receiver=cast.seats["union"],
        held_on=cast.today,
        effective_on=cast.today + dt.timedelta(days=2),
        by=cast.staff,
        at=timezone.now(),
    )
    context = shown(client, cast.staff, in_force)
    page = client.get(url("handover_detail", in_force)).content.decode()
    assert context["given_on"] == next_one
    assert url("handover_revoke", in_force) not in page
    assert url("handover_detail", next_one) in page


def test_a_closed_year_hides_nothing(client, cast, handover):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    assert shown(client, cast.member, handover)["state"] == "planned"


def test_the_page_asks_the_same_of_the_database_with_one_line_and_with_thirty(client, cast):
    tomorrow = cast.today + dt.timedelta(days=1)
    handover = handed_over(
        cast, effective_on=tomorrow, inventory=[HandoverItem(kind="papers", text="Một")]
    )
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(url("handover_detail", handover))
    for number in range(2, 32):
        handover.items.create(position=number, kind="object", text=f"Đồ vật {number}")
        handover.people.create(side="giver", full_name=f"Người {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(url("handover_detail", handover))
    assert len(few) == len(many) <= 12
