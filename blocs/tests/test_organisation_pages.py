"""Organisations: found by any name, kept by the staff of their province, never deleted."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from blocs.models import Organisation, OrganisationSuccession, ProvinceSuccession
from blocs.workflow import succeed

from . import make
from .who_may import ANYONE, OF_THE_PROVINCE, answers, expected

MERGED = dt.date(2025, 7, 1)
KEEPERS = {"administrator", "staff"}
# The outsider's organisation sits with none of the others, and so sees none of them.
SEE_THE_FARMERS = OF_THE_PROVINCE - {"outsider"}


def url(name, organisation=None):
    return reverse(f"blocs:{name}", args=[organisation.pk] if organisation else [])


@pytest.fixture
def farmers(cast):
    return cast.organisations.farmers


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return cast.staff


@pytest.fixture
def found(client):
    """The names that the list shows for a filter."""

    def names(**data):
        page = client.get(url("organisation_list"), data).context["page"]
        return [organisation.name for organisation in page]

    return names


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("organisation_list", expected(may=ANYONE)),
        ("organisation_create", expected(may=KEEPERS | {"foreign_staff"})),
        ("organisation_detail", expected(may=SEE_THE_FARMERS, blind=ANYONE - SEE_THE_FARMERS)),
        ("organisation_edit", expected(may=KEEPERS, blind=ANYONE - SEE_THE_FARMERS)),
        ("organisation_succeed", expected(may=KEEPERS, blind=ANYONE - SEE_THE_FARMERS)),
    ],
)
def test_who_may(client, cast, farmers, name, answer, method):
    of = None if name in ("organisation_list", "organisation_create") else farmers
    assert answers(client, cast.people, url(name, of), method) == answer


@pytest.mark.parametrize("typed", ["hoi nong dan", "Hội nông dân", "HND", "hnd", "Hô\u0323i Nông"])
def test_an_organisation_is_found_by_any_of_its_names(found, staff, farmers, typed):
    farmers.aliases.create(alias="HND")
    assert found(name=typed) == ["Hội Nông dân"]


def test_what_is_no_name_finds_nothing(found, staff):
    assert found(name="???") == []


def test_the_list_is_filtered_and_sorted_as_in_vietnamese(found, client, cast):
    make.organisation("Ăn Khê", cast.elsewhere, kind="association")
    old = make.organisation("Hội cũ", cast.elsewhere, validity=DateRange(None, MERGED))
    client.force_login(cast.administrator)
    ours = [
        "Hội LHPN", "Hội Nông dân", "Liên đoàn Lao động", "Sở Văn hóa", "Tỉnh đoàn", "Ủy ban MTTQ",
    ]  # fmt: skip
    assert found() == ["Ăn Khê", "Hội cũ", *ours]
    assert found(province=cast.province.pk) == ours
    assert found(kind="association") == ["Ăn Khê"]
    assert found(state="active", province=cast.elsewhere.pk) == ["Ăn Khê"]
    assert found(name=old.name, kind="association") == []


def test_a_province_that_one_does_not_see_filters_nothing_out_of_it(found, client, cast):
    make.organisation("Hội bên kia", cast.elsewhere)
    client.force_login(cast.staff)
    assert found(province=cast.elsewhere.pk) == []


@pytest.mark.parametrize("name", ["administrator", "staff", "member"])
def test_the_list_asks_as_much_for_thirty_as_for_one(
    client, cast, name, django_assert_max_num_queries
):
    client.force_login(cast.people[name])
    counts = []
    for number in (1, 29):
        for each in range(number):
            old = make.organisation(f"Hội cũ {number} {each}", cast.province)
            make.seat(cast.year, old)
            new = make.organisation(f"Tổ chức mới {number} {each}", cast.province)
            succeed(old, kind="renamed", on=MERGED, successor=new, by=cast.administrator)
        with django_assert_max_num_queries(12) as caught:
            page = client.get(url("organisation_list"), {"name": "Hội cũ"}).context["page"]
        counts.append((len(page.object_list), len(caught)))
    assert [rows for rows, _queries in counts] == [1, 30]
    assert counts[0][1] == counts[1][1]


def test_a_long_list_is_shown_in_pages_of_fifty(client, cast):
    for number in range(51):
        make.organisation(f"Hội số {number}", cast.province)
    client.force_login(cast.staff)
    page = client.get(url("organisation_list"), {"page": 2, "name": "hoi so"}).context["page"]
    assert (len(page.object_list), page.paginator.num_pages) == (1, 2)


def test_the_page_tells_seats_offices_names_and_people(
    client, cast, farmers, django_assert_max_num_queries
):
    farmers.aliases.create(alias="HND")
    client.force_login(cast.staff)
    with django_assert_max_num_queries(12):
        response = client.get(url("organisation_detail", farmers))
    text = response.content.decode()
    assert "HND" in text
    assert [seat.emulation_year.year for seat in response.context["seats"]] == [
        cast.today.year,
        cast.today.year - 1,
    ]
    assert response.context["chaired"] == [cast.today.year]
    assert cast.chair.full_name in text
    client.force_login(cast.member)
    text = client.get(url("organisation_detail", farmers)).content.decode()
    assert cast.chair.full_name not in text


def test_a_former_member_does_not_read_the_years_after_it_left(client, cast, farmers):
    client.force_login(cast.former_member)
    seats = client.get(url("organisation_detail", farmers)).context["seats"]
    assert [seat.emulation_year.year for seat in seats] == [cast.today.year - 1]


def test_the_page_asks_as_much_for_many_seats_and_people(
    client, cast, farmers, django_assert_max_num_queries
):
    client.force_login(cast.staff)
    counts = []
    for number in range(2):
        for each in range(number * 20):
            bloc = make.bloc(f"Khối {each}", cast.province)
            make.term(make.seat(make.year(bloc, 2000 + each), farmers), since=None)
            make.representative(make.user(f"nguoi-{each}"), farmers)
        with django_assert_max_num_queries(12) as caught:
            client.get(url("organisation_detail", farmers))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_its_later_name_is_added(client, cast, farmers, staff):
    new = make.organisation("Hội Nông dân mới", cast.province)
    succeed(farmers, kind="renamed", on=MERGED, successor=new, by=staff)
    for address in (url("organisation_list"), url("organisation_detail", farmers)):
        assert "Hội Nông dân mới" in client.get(address).content.decode()
    before = client.get(url("organisation_detail", new)).context["before"]
    assert [row.predecessor for row in before] == [farmers]


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
