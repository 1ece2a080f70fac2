"""Posts are given and ended by those who keep them."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from . import make
from .who_may import ANYONE, answers, expected

KEEPERS = {"administrator", "staff"}


def end_url(post):
    return reverse("blocs:post_end", args=[post.pk])


def create_url(person):
    return reverse("blocs:post_create", args=[person.pk])


def person_url(person):
    return reverse("blocs:person_detail", args=[person.pk])


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("holder", "may"),
    [
        ("member", KEEPERS),
        ("observer", KEEPERS),
        ("staff", {"administrator"}),
        ("administrator", {"administrator"}),
    ],
)
def test_who_may_end_a_post(client, cast, holder, may, method):
    address = end_url(cast.people[holder].posts.get())
    answer = expected(may=may, blind=ANYONE - may)
    assert answers(client, cast.people, address, method) == answer


def test_a_post_is_ended_with_its_last_day(client, cast, staff):
    post = cast.member.posts.get()
    response = client.post(end_url(post), {"last_on": "30/06/2026", "why": "Nghỉ hưu"})
    assert response.url == person_url(cast.member)
    post.refresh_from_db()
    assert post.period.upper == dt.date(2026, 7, 1)
    assert post.events.latest("pgh_id").pgh_context == {"by": staff.pk, "why": "Nghỉ hưu"}


def test_the_rights_are_gone_from_the_day_after(client, cast, staff):
    yesterday = cast.today - dt.timedelta(days=1)
    client.post(end_url(cast.observer.posts.get()), {"last_on": f"{yesterday:%d/%m/%Y}"})
    client.force_login(cast.observer)
    assert client.get(reverse("blocs:province_detail", args=[cast.province.pk])).status_code == 404


@pytest.mark.parametrize("last_on", ["31/12/2009", "", "31/02/2026"])
def test_a_last_day_that_cannot_be_is_refused_on_the_page(client, cast, staff, last_on):
    response = client.post(end_url(cast.member.posts.get()), {"last_on": last_on, "why": "Nhầm"})
    assert response.context["form"].errors
    assert 'value="Nhầm"' in response.content.decode()


def test_the_last_administrators_post_is_not_ended(client, cast):
    client.force_login(cast.administrator)
    post = cast.administrator.posts.get()
    response = client.post(end_url(post), {"last_on": f"{cast.today:%d/%m/%Y}"})
    assert response.context["form"].non_field_errors()


def test_staff_end_their_post_of_somebody_who_has_another_elsewhere(client, cast, staff):
    make.representative(cast.member, make.organisation("Hội bên kia", cast.elsewhere))
    post = cast.member.posts.get(organisation=cast.organisations.front)
    assert client.get(person_url(cast.member)).status_code == 404
    response = client.post(end_url(post), {"last_on": "30/06/2026"})
    assert response.url == reverse("blocs:organisation_detail", args=[cast.organisations.front.pk])


def test_a_further_post_is_given(client, cast, staff):
    data = {"kind": "observer", "province": cast.province.pk, "from_on": "01/01/2027"}
    assert client.post(create_url(cast.member), data).url == person_url(cast.member)
    post = cast.member.posts.get(kind="observer")
    assert (post.province, post.period.lower) == (cast.province, dt.date(2027, 1, 1))
    assert post.period.upper is None


def test_a_post_held_already_is_refused_and_nothing_typed_is_lost(client, cast, staff):
    data = {
        "kind": "representative",
        "organisation": cast.organisations.front.pk,
        "position": "Trưởng ban",
        "from_on": "01/01/2027",
    }
    response = client.post(create_url(cast.member), data)
    assert response.context["form"].non_field_errors()
    assert 'value="Trưởng ban"' in response.content.decode()
    assert cast.member.posts.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "administrator"},
        {"kind": "staff", "province": "here"},
        {"kind": "observer", "province": "elsewhere"},
        {"kind": "observer", "province": ""},
    ],
)
def test_staff_do_not_give_what_is_not_theirs(client, cast, staff, data):
    provinces = {"here": cast.province.pk, "elsewhere": cast.elsewhere.pk}
    data = {"from_on": "01/01/2027", **data}
    data["province"] = provinces.get(data.get("province"), "")
    response = client.post(create_url(cast.member), data)
    assert response.context["form"].errors
    assert cast.member.posts.count() == 1


def test_an_organisation_that_has_ended_is_not_offered(client, cast, staff):
    make.organisation("Hội cũ", cast.province, validity=DateRange(None, cast.today))
    form = client.get(create_url(cast.member)).context["form"]
    assert "Hội cũ" not in str(form["organisation"])
    assert "Hội Nông dân – tỉnh Thái Sơn" in str(form["organisation"])
