"""Organisations: kept by the staff of their province, never deleted."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from blocs.models import Organisation, OrganisationSuccession, ProvinceSuccession
from blocs.workflow import succeed

from . import make
from .who_may import OF_THE_PROVINCE

MERGED = dt.date(2025, 7, 1)
KEEPERS = {"administrator", "staff"}
# The outsider's organisation sits with none of the others, and so sees none of them.
SEE_THE_FARMERS = OF_THE_PROVINCE - {"outsider"}


def url(name, organisation=None):
    return reverse(f"blocs:{name}", args=[organisation.pk] if organisation else [])


def test_staff_enter_an_organisation_of_their_province(client, cast, staff):
    data = {
        "name": "Hội Cựu chiến binh",
        "short_name": "CCB",
        "kind": "political_social",
        "province": cast.province.pk,
        "from_on": "",
        "last_on": "",
        "aliases": " Hội  CCB \n\nhoi ccb\nCựu chiến binh",
    }
    response = client.post(url("organisation_create"), data)
    made = Organisation.objects.get(name="Hội Cựu chiến binh")
    assert response.url == url("organisation_detail", made)
    assert (made.province, made.validity) == (cast.province, None)
    assert [str(alias) for alias in made.aliases.all()] == ["Hội CCB", "Cựu chiến binh"]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"province": "elsewhere"}, "province"),
        ({"province": ""}, "province"),
        ({"name": ""}, "name"),
        ({"name": "Hội Nông dân"}, "__all__"),
        ({"kind": "khác"}, "kind"),
        ({"aliases": "x" * 121}, "aliases"),
        ({"from_on": "01/01/2020", "last_on": "31/12/2019"}, "last_on"),
    ],
)
def test_what_staff_may_not_enter(client, cast, staff, data, field):
    whole = {
        "name": "Hội Cựu chiến binh",
        "kind": "political_social",
        "province": cast.province.pk,
        **data,
    }
    if whole["province"] == "elsewhere":
        whole["province"] = cast.elsewhere.pk
    response = client.post(url("organisation_create"), whole)
    assert list(response.context["form"].errors) == [field]
    assert Organisation.objects.count() == 6


def test_two_provinces_of_one_name_are_told_apart(client, cast):
    make.province("Thái Sơn", since=dt.date(2000, 1, 1), until=make.LONG_AGO)
    client.force_login(cast.administrator)
    choices = str(client.get(url("organisation_create")).context["form"]["province"])
    assert ">tỉnh Thái Sơn<" in choices
    assert choices.count("tỉnh Thái Sơn (") == 1
    assert "31/12/2009" in choices


def test_only_an_administrator_enters_one_of_no_province(client, cast):
    client.force_login(cast.administrator)
    client.post(url("organisation_create"), {"name": "Hội xa", "kind": "association"})
    assert Organisation.objects.get(name="Hội xa").province is None


def test_editing_changes_exactly_the_other_names(client, cast, farmers, staff):
    for alias in ("HND", "Hội ND"):
        farmers.aliases.create(alias=alias)
    assert client.get(url("organisation_edit", farmers)).context["form"]["aliases"].value() == (
        "HND\nHội ND"
    )
    data = {"name": "Hội Nông dân tỉnh", "kind": "political_social", "aliases": "hnd\nNông hội"}
    client.post(url("organisation_edit", farmers), {**data, "province": cast.province.pk})
    farmers.refresh_from_db()
    assert farmers.name == "Hội Nông dân tỉnh"
    assert {alias.alias for alias in farmers.aliases.all()} == {"hnd", "Nông hội"}


def test_editing_says_where_a_new_name_belongs(client, farmers, staff):
    text = client.get(url("organisation_edit", farmers)).content.decode()
    assert f'href="{url("organisation_succeed", farmers)}"' in text


def test_a_renaming_enters_the_new_one_and_carries_its_people_over(client, cast, farmers, staff):
    data = {
        "kind": "renamed",
        "on": "01/07/2025",
        "name": "Hội Nông dân và Hợp tác xã",
        "short_name": "HND-HTX",
        "document": "Quyết định 12",
        "note": "Theo đề án",
    }
    response = client.post(url("organisation_succeed", farmers), data)
    assert response.url == url("organisation_detail", farmers)
    new = Organisation.objects.get(name="Hội Nông dân và Hợp tác xã")
    assert (new.short_name, new.kind, new.province) == ("HND-HTX", farmers.kind, cast.province)
    farmers.refresh_from_db()
    assert (farmers.validity.upper, new.validity) == (MERGED, DateRange(MERGED, None))
    [succession] = OrganisationSuccession.objects.all()
    assert (succession.kind, succession.successor, succession.note) == (
        "renamed",
        new,
        "Theo đề án",
    )
    assert [post.user for post in new.posts.all()] == [cast.chair]


def test_a_dissolution_has_no_successor(client, cast, farmers, staff):
    client.post(url("organisation_succeed", farmers), {"kind": "dissolved", "on": "01/07/2025"})
    assert OrganisationSuccession.objects.get().successor is None


def test_it_may_go_over_into_one_of_the_new_province(client, cast, farmers):
    ProvinceSuccession.objects.create(
        predecessor=cast.province, successor=cast.elsewhere, on=MERGED
    )
    there = make.organisation("Hội Nông dân", cast.elsewhere)
    data = {"kind": "merged", "on": "01/07/2025", "successor": there.pk}
    client.force_login(cast.staff)
    refused = client.post(url("organisation_succeed", farmers), data)
    assert list(refused.context["form"].errors) == ["successor"]
    client.force_login(cast.foreign_staff)
    client.post(url("organisation_succeed", farmers), data)
    assert OrganisationSuccession.objects.get().successor == there


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "successor"),
        ({"successor": "union", "name": "Hội mới"}, "name"),
        ({"kind": "dissolved", "successor": "union"}, "successor"),
        ({"kind": "dissolved", "name": "Hội mới"}, "name"),
        ({"name": "Tỉnh đoàn"}, "name"),
        ({"successor": "farmers"}, "successor"),
        ({"successor": "elsewhere"}, "successor"),
        ({"successor": "later"}, "successor"),
        ({"name": "Hội mới", "on": ""}, "on"),
        ({"name": "Hội mới", "kind": ""}, "kind"),
    ],
)
def test_changes_that_cannot_be_are_said_beside_the_field(client, cast, staff, data, field):
    farmers = cast.organisations.farmers
    others = {
        **vars(cast.organisations),
        "elsewhere": make.organisation("Hội bên kia", cast.elsewhere),
        "later": make.organisation("Hội mai sau", cast.province, validity=DateRange(cast.today)),
    }
    whole = {"kind": "merged", "on": "01/07/2025", **data}
    if name := whole.get("successor"):
        whole["successor"] = others[name].pk
    before = Organisation.objects.count()
    response = client.post(url("organisation_succeed", farmers), whole)
    assert list(response.context["form"].errors) == [field]
    assert (Organisation.objects.count(), OrganisationSuccession.objects.count()) == (before, 0)


def test_a_refusal_leaves_no_half_entered_successor(client, cast, staff, farmers):
    Organisation.objects.filter(pk=farmers.pk).update(validity=DateRange(None, MERGED))
    data = {"kind": "renamed", "on": "02/07/2025", "name": "Hội mới", "document": "Quyết định 12"}
    response = client.post(url("organisation_succeed", farmers), data)
    assert response.context["form"].non_field_errors()
    assert 'value="Quyết định 12"' in response.content.decode()
    assert not Organisation.objects.filter(name="Hội mới").exists()


def test_hostile_text_shows_as_text(client, cast):
    evil = "<script>alert(1)</script>{{ 7 }}"
    hostile = make.organisation(evil, cast.province, short_name=evil, inferred=evil)
    hostile.aliases.create(alias=evil)
    new = make.organisation(f"{evil} 2", cast.province)
    succeed(
        hostile, kind="renamed", on=MERGED, successor=new, document=evil, note=evil, by=cast.staff
    )
    client.force_login(cast.staff)
    for name, of in (
        ("organisation_list", None),
        ("organisation_detail", hostile),
        ("organisation_detail", new),
        ("organisation_edit", hostile),
        ("organisation_succeed", new),
    ):
        text = client.get(url(name, of)).content.decode()
        assert "<script>alert" not in text
        assert "{{ 7 }}" in text


@pytest.mark.parametrize("keeper", ["administrator", "staff"])
@pytest.mark.parametrize("name", ["create", "edit", "succeed"])
def test_every_form_asks_at_most_twelve(
    client, cast, farmers, keeper, name, django_assert_max_num_queries
):
    client.force_login(cast.people[keeper])
    address = url(f"organisation_{name}", None if name == "create" else farmers)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.post(address).status_code == 200
