"""One year of a bloc: its name then, closing it, opening it again."""

import datetime as dt

import pytest
from django.urls import reverse

from blocs.models import Source, YearState
from blocs.workflow import close_year

from . import make
from .who_may import answers, expected

NOON = dt.datetime(2026, 11, 22, 5, tzinfo=dt.timezone.utc)
KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}


def url(name, year):
    return reverse(f"blocs:{name}", args=[year.bloc.slug, year.year])


@pytest.mark.parametrize("name", ["year_edit", "year_close", "year_reopen"])
def test_who_may(client, cast, name):
    assert answers(client, cast.people, url(name, cast.year)) == expected(may=KEEPERS, blind=BLIND)


@pytest.mark.parametrize("name", ["year_edit", "year_close", "year_reopen"])
def test_who_may_by_post(client, cast, name):
    found = answers(client, cast.people, url(name, cast.year), "post")
    done = 302 if name == "year_close" else 200
    wanted = expected(may=KEEPERS, blind=BLIND)
    assert found == {**wanted, **dict.fromkeys(KEEPERS, done)}


def test_a_year_that_is_not_there_is_not_found(client, cast):
    client.force_login(cast.administrator)
    missing = reverse("blocs:year_edit", args=[cast.bloc.slug, 1990])
    assert client.get(missing).status_code == 404


def test_the_name_of_a_year_is_its_own(client, cast):
    source = Source.objects.create(title="Báo Thái Sơn")
    client.force_login(cast.staff)
    data = {"name": "Khối các đoàn thể", "source": source.pk, "inferred": "Tên rút gọn"}
    response = client.post(url("year_edit", cast.last_year), data)
    assert response.url == cast.last_year.get_absolute_url()
    cast.last_year.refresh_from_db()
    cast.bloc.refresh_from_db()
    assert (cast.last_year.name, cast.last_year.source) == ("Khối các đoàn thể", source)
    assert cast.bloc.name == "Khối thi đua số 1"
    assert cast.last_year.events.latest("pgh_id").pgh_context["by"] == cast.staff.pk


def test_a_year_keeps_a_name(client, cast):
    client.force_login(cast.staff)
    response = client.post(url("year_edit", cast.year), {"name": " ", "source": ""})
    assert list(response.context["form"].errors) == ["name"]


def test_closing_asks_first_and_then_closes(client, cast):
    client.force_login(cast.staff)
    page = client.get(url("year_close", cast.year))
    cast.year.refresh_from_db()
    assert (cast.year.state, len(page.context["sentences"])) == (YearState.OPEN, 4)
    assert client.post(url("year_close", cast.year)).url == cast.year.get_absolute_url()
    cast.year.refresh_from_db()
    assert (cast.year.state, cast.year.closed_by) == (YearState.CLOSED, cast.staff)


def test_closing_twice_is_refused_with_a_sentence(client, cast):
    close_year(cast.year, by=cast.staff, at=NOON)
    client.force_login(cast.staff)
    response = client.post(url("year_close", cast.year), follow=False)
    [message] = list(response.wsgi_request._messages)
    assert (message.level_tag, str(cast.year.year) in message.message) == ("error", True)


def test_opening_again_needs_a_reason(client, cast):
    close_year(cast.year, by=cast.staff, at=NOON)
    client.force_login(cast.staff)
    response = client.post(url("year_reopen", cast.year), {"why": "  "})
    assert list(response.context["form"].errors) == ["why"]
    assert client.post(url("year_reopen", cast.year), {"why": "Sửa sai sót"}).status_code == 302
    cast.year.refresh_from_db()
    assert cast.year.state == YearState.OPEN
    assert cast.year.events.latest("pgh_id").pgh_context["why"] == "Sửa sai sót"


def test_opening_an_open_year_says_that_it_is_open_and_keeps_the_reason(client, cast):
    client.force_login(cast.staff)
    response = client.post(url("year_reopen", cast.year), {"why": "Sửa sai sót"})
    form = response.context["form"]
    assert (len(form.non_field_errors()), form["why"].value()) == (1, "Sửa sai sót")


def test_the_invented_bloc_says_so_on_every_page(client, cast):
    cast.bloc.is_sample = True
    cast.bloc.save()
    client.force_login(cast.staff)
    for name in ("year_edit", "year_close", "year_reopen", "seat_list", "seat_add", "notice_list"):
        assert "SỐ LIỆU MINH HỌA" in client.get(url(name, cast.year)).content.decode(), name


def test_another_bloc_of_the_same_year_is_not_touched(client, cast):
    other = make.year(make.bloc("Khối 9", cast.elsewhere), cast.year.year)
    client.force_login(cast.staff)
    assert client.post(url("year_close", other)).status_code == 404
    other.refresh_from_db()
    assert other.is_open
