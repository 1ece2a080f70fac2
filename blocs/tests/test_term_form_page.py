"""Appointing, recording the past, correcting and revoking a term."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from blocs.models import Source, Term
from blocs.workflow import hand_over

from . import make
from .who_may import answers, expected

NOON = dt.datetime(2026, 11, 22, 5, tzinfo=dt.timezone.utc)
KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "outsider", "nobody"}
BLIND_TO_YEAR = BLIND | {"former_member"}


def of_bloc(name, bloc):
    return reverse(f"blocs:{name}", args=[bloc.slug])


def of_term(name, term):
    return reverse(f"blocs:{name}", args=[term.pk])


@pytest.fixture
def fresh(cast):
    """A bloc with an open year and no terms."""
    year = make.year(make.bloc("Khối mới", cast.province, slug="khoi-moi"), cast.today.year)
    make.seat(year, cast.organisations.front)
    return year


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may(client, cast, method):
    for name in ("term_appoint", "term_record_past"):
        found = answers(client, cast.people, of_bloc(name, cast.bloc), method)
        assert found == expected(may=KEEPERS, blind=BLIND)
    for name in ("term_edit", "term_revoke"):
        found = answers(client, cast.people, of_term(name, cast.chair_term), method)
        assert found == expected(may=KEEPERS, blind=BLIND_TO_YEAR)


def test_the_first_chair_is_appointed_to_the_end_of_a_day(client, cast, fresh):
    client.force_login(cast.staff)
    data = {
        "role": "chair",
        "seat": fresh.seats.get().pk,
        "from_on": "05/01/2026",
        "last_on": "09/01/2027",
        "selection": "agreed",
        "note": "Theo biên bản",
    }
    response = client.post(of_bloc("term_appoint", fresh.bloc), data)
    assert response.url == of_bloc("term_list", fresh.bloc)
    term = Term.objects.get(bloc=fresh.bloc)
    assert term.period == DateRange(dt.date(2026, 1, 5), dt.date(2027, 1, 10))
    assert (term.role, term.selection, term.note) == ("chair", "agreed", "Theo biên bản")
    page = client.get(response.url).content.decode()
    assert "05/01/2026" in page
    assert "09/01/2027" in page


def test_where_a_chair_is_in_force_the_page_points_to_the_handover(client, cast, fresh):
    client.force_login(cast.staff)
    for bloc, points in ((cast.bloc, 1), (fresh.bloc, 0)):
        page = client.get(of_bloc("term_appoint", bloc)).content.decode()
        assert page.count(reverse("desk:handover_create", args=[bloc.slug])) == points


def test_days_that_are_taken_are_refused_and_nothing_is_lost(client, cast):
    client.force_login(cast.staff)
    data = {
        "role": "chair",
        "seat": cast.seats["front"].pk,
        "from_on": cast.today.strftime("%d/%m/%Y"),
        "selection": "rotation",
        "note": "Ghi chú",
    }
    form = client.post(of_bloc("term_appoint", cast.bloc), data).context["form"]
    assert len(form.non_field_errors()) == 1
    assert (form["note"].value(), form["selection"].value()) == ("Ghi chú", "rotation")
    assert not cast.seats["front"].terms.exists()


def test_a_term_is_for_a_member_of_an_open_year_of_this_bloc(client, cast, fresh):
    client.force_login(cast.staff)
    data = {"role": "chair", "from_on": "05/01/2026", "selection": "agreed"}
    elsewhere = cast.other_bloc.seats.get()
    for seat in (elsewhere.pk, cast.seats["front"].pk, "x", ""):
        form = client.post(of_bloc("term_appoint", fresh.bloc), {**data, "seat": seat})
        assert list(form.context["form"].errors) == ["seat"]


def test_a_past_term_has_no_days_and_names_its_source(client, cast):
    source = Source.objects.create(title="Báo Thái Sơn")
    seat = cast.last_year.seats.get(organisation=cast.organisations.women)
    data = {
        "role": "deputy",
        "seat": seat.pk,
        "selection": "unknown",
        "source": source.pk,
        "inferred": "Suy ra từ ảnh",
    }
    client.force_login(cast.staff)
    page = of_bloc("term_record_past", cast.bloc)
    assert client.post(page, data).status_code == 302
    term = seat.terms.get()
    assert (term.period, term.role, term.source) == (None, "deputy", source)
    assert len(client.post(page, data).context["form"].non_field_errors()) == 1


def test_a_correction_shows_what_is_stored_and_needs_a_reason(client, cast):
    client.force_login(cast.staff)
    deputy = cast.seats["union"].terms.get()
    page = of_term("term_edit", deputy)
    form = client.get(page).context["form"]
    assert (form["from_on"].value(), form["last_on"].value()) == (deputy.period.lower, None)
    first = deputy.period.lower
    data = {
        "from_on": first.strftime("%d/%m/%Y"),
        "last_on": cast.today.strftime("%d/%m/%Y"),
        "selection": "agreed",
        "note": "",
    }
    assert list(client.post(page, data).context["form"].errors) == ["why"]
    assert client.post(page, {**data, "why": "Sửa ngày"}).status_code == 302
    deputy.refresh_from_db()
    assert deputy.period == DateRange(first, cast.today + dt.timedelta(days=1))
    assert deputy.events.latest("pgh_id").pgh_context["why"] == "Sửa ngày"


def test_a_past_term_is_corrected_without_days(client, cast):
    term = make.term(cast.last_year.seats.get(organisation=cast.organisations.women), None)
    client.force_login(cast.staff)
    page = of_term("term_edit", term)
    assert set(client.get(page).context["form"].fields) == {
        "selection",
        "note",
        "why",
        "source",
        "inferred",
    }
    data = {"selection": "rotation", "note": "Ghi", "why": "Bổ sung", "from_on": "01/01/2020"}
    assert client.post(page, data).status_code == 302
    term.refresh_from_db()
    assert (term.period, term.selection, term.note) == (None, "rotation", "Ghi")


def test_the_days_of_a_handover_are_not_corrected_here(client, cast, fresh):
    giver = make.term(fresh.seats.get(), dt.date(2026, 1, 1))
    receiver = make.seat(fresh, cast.organisations.union)
    held, day = dt.date(2026, 11, 22), dt.date(2026, 12, 1)
    hand_over(giver, receiver=receiver, held_on=held, effective_on=day, by=cast.staff, at=NOON)
    client.force_login(cast.staff)
    data = {
        "from_on": "01/01/2026",
        "last_on": "15/11/2026",
        "selection": "agreed",
        "why": "Sửa",
    }
    form = client.post(of_term("term_edit", giver), data).context["form"]
    assert len(form.non_field_errors()) == 1
    giver.refresh_from_db()
    assert giver.period.upper == day


def test_revoking_needs_a_reason_and_strikes_the_term_through(client, cast):
    client.force_login(cast.staff)
    deputy = cast.seats["union"].terms.get()
    page = of_term("term_revoke", deputy)
    assert list(client.post(page, {"reason": ""}).context["form"].errors) == ["reason"]
    assert client.post(page, {"reason": "Nhập nhầm"}).status_code == 302
    deputy.refresh_from_db()
    assert (deputy.revoked_by, deputy.revoke_reason) == (cast.staff, "Nhập nhầm")
    again = client.post(page, {"reason": "Lần nữa"}).context["form"]
    assert len(again.non_field_errors()) == 1
