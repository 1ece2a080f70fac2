"""The lists of conferences: those of a year, and the search over all blocs."""

import datetime as dt

import pytest
from django.urls import reverse

from blocs.models import ProvinceSuccession

from . import conferring

SEARCH = reverse("blocs:conference_search")


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return cast.chair


def of_year(name, year):
    return reverse(f"blocs:conference_{name}", args=[year.bloc.slug, year.year])


def titles(response):
    return [conference.title for conference in response.context["page"]]


def test_a_year_lists_what_was_held_for_it_in_the_order_of_time(client, cast, chair):
    conferring.conference(cast, title="Sau", held_on=cast.today)
    conferring.conference(cast, title="Trước", held_on=cast.today - dt.timedelta(days=9))
    conferring.past_conference(cast, title="Năm trước")

    assert titles(client.get(of_year("list", cast.year))) == ["Trước", "Sau"]


@pytest.mark.parametrize(
    ("purpose", "found"), [("signing", 1), ("year_end_review", 0), ("cross_check", 0), ("x", 1)]
)
def test_the_list_of_a_year_is_filtered_by_what_was_done_for_it(
    client, cast, chair, purpose, found
):
    """The same conference closed the year before: there it is found by that."""
    conferring.conference(cast)
    response = client.get(of_year("list", cast.year), {"purpose": purpose})
    assert len(titles(response)) == found


def test_the_year_before_finds_it_by_what_was_done_for_that_year(client, cast):
    conferring.conference(cast)
    client.force_login(cast.former_member)
    response = client.get(of_year("list", cast.last_year), {"purpose": "year_end_review"})
    assert len(titles(response)) == 1


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("so noi vu", True),  # another organisation
        ("SỞ NỘI VỤ", True),
        ("le minh", True),  # a name
        ("chánh văn phòng", True),  # a position
        ("hoi nong dan", True),  # the organisation of a member's person
        ("uy ban mttq", True),  # a member that was there
        ("ba hoa", True),  # who attended for it
        ("lien doan lao dong", False),  # absent with leave
        ("tinh doan", False),  # nobody recorded it
    ],
)
def test_conferences_are_found_by_who_attended(client, cast, chair, who, found):
    conferring.conference(cast)
    assert bool(titles(client.get(SEARCH, {"who": who}))) is found


def test_they_are_found_by_the_province_of_today(client, cast):
    ProvinceSuccession.objects.create(
        predecessor=cast.province, successor=cast.elsewhere, on=cast.today
    )
    conferring.conference(cast)
    client.force_login(cast.administrator)
    assert len(titles(client.get(SEARCH, {"province": cast.elsewhere.pk}))) == 1
    assert len(titles(client.get(SEARCH, {"province": cast.province.pk}))) == 1


def test_the_search_filters_and_orders_and_hides_what_one_may_not_see(client, cast):
    days = {"2018": dt.date(2018, 1, 4), "2016": dt.date(2016, 12, 14), "không rõ": None}
    for title, day in days.items():
        conferring.past_conference(cast, title=title, held_on=day)
    client.force_login(cast.staff)
    assert titles(client.get(SEARCH, {"purpose": "appraisal"})) == ["2018", "2016", "không rõ"]
    assert titles(client.get(SEARCH, {"order": "earliest"})) == ["2016", "2018", "không rõ"]
    assert titles(client.get(SEARCH, {"purpose": "signing"})) == []
    client.force_login(cast.outsider)
    assert titles(client.get(SEARCH)) == []
