"""Organisations: who reads them, and how they are found by any name."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

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
