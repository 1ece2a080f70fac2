"""Questions across the five articles (docs/field.md §9.6), asked of the pages where one answers."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import User
from blocs.models import (
    Bloc,
    Conference,
    EmulationYear,
    Organisation,
    OrganisationKind,
    Province,
    Term,
)
from blocs.tests import make
from vietnamese.text import search_key

from .articles import READER, TODAY, client, loaded_once, page

THAI_BINH, QUANG_BINH = "thai-binh-khoi-mat-tran", "quang-binh-khoi-mat-tran"
THANH_HOA, CAN_THO = "thanh-hoa-cum-7", "can-tho-khoi-mat-tran"
UNNAMED = "khoi-mat-tran-doan-the"
IN_TIME = [THANH_HOA, CAN_THO, QUANG_BINH, UNNAMED, THAI_BINH]


pytestmark = pytest.mark.django_db


articles = loaded_once()


def of_today(name):
    return Province.objects.in_force_on(TODAY).get(name=name)


def slugs(blocs):
    return set(blocs.values_list("slug", flat=True))


def conferences(**query):
    """The blocs whose conferences the search finds, in its order."""
    response = client().get(reverse("blocs:conference_search"), query)
    return [conference.bloc.slug for conference in response.context["page"]]


@pytest.mark.parametrize(
    ("slug", "year", "chair"),
    [
        (QUANG_BINH, 2017, "Khối trưởng chưa ghi nhận"),
        (QUANG_BINH, 2018, "Khối trưởng Tỉnh đoàn"),
        (THAI_BINH, 2023, "Khối trưởng Hội Cựu chiến binh tỉnh"),
        (THAI_BINH, 2024, "Khối trưởng Hội Nông dân tỉnh"),
        (UNNAMED, 2020, "Khối trưởng chưa ghi nhận"),
        (THANH_HOA, 2016, "Cụm trưởng chưa ghi nhận"),
        (CAN_THO, 2017, "Khối trưởng chưa ghi nhận"),
    ],
)
def test_x1_who_chaired_the_year(slug, year, chair):
    of_year = EmulationYear.objects.get(bloc__slug=slug, year=year)
    terms = Term.objects.chairs().filter(seat__emulation_year=of_year)

    named = [term.seat.organisation.name for term in terms]
    assert named == ([] if "chưa" in chair else [chair.partition("trưởng ")[2]])
    assert chair in page("desk:year_detail", slug, year)


def test_x2_the_conferences_in_the_order_of_time():
    days = [dt.date(2016, 12, 14), dt.date(2017, 4, 11), dt.date(2018, 1, 4)]
    days += [dt.date(2020, 7, 1), dt.date(2023, 11, 29)]

    assert list(Conference.objects.in_time().values_list("held_on", flat=True)) == days
    assert conferences(order="earliest") == IN_TIME
    assert conferences() == IN_TIME[::-1]


def test_x3_one_name_in_five_provinces_is_five_organisations():
    fields = {"name": "Hội Người cao tuổi tỉnh", "kind": OrganisationKind.ASSOCIATION}
    provinces = {bloc.province for bloc in Bloc.objects.all()}
    assert len(provinces) == 5  # one of them is none

    for province in provinces:
        Organisation.objects.create(province=province, **fields)
    assert Organisation.objects.filter(name=fields["name"]).count() == 5
    for province in provinces:
        with (
            pytest.raises(IntegrityError, match="organisation_is_entered_once"),
            transaction.atomic(),
        ):
            Organisation.objects.create(province=province, **fields)


def test_x3_the_veterans_of_three_articles_are_three_organisations():
    veterans = Organisation.objects.filter(search_key__contains=search_key("hội cựu chiến binh"))

    assert {each.province.name for each in veterans} == {"Thái Bình", "Thanh Hóa", "Cần Thơ"}
    assert len(veterans) == 3


@pytest.mark.parametrize("query", ["hoi cuu chien binh", "CCB", "Hội Cựu chiến binh", "ccb"])
def test_x4_the_veterans_are_found_without_marks_and_by_alias(query):
    found = client().get(reverse("desk:search"), {"q": query}).context["found"]
    blocs = Bloc.objects.filter(seats__organisation__in=found.organisations)

    assert slugs(blocs) == {THAI_BINH, THANH_HOA, CAN_THO}
    shown = page("blocs:organisation_list", name=query)
    for province in ("Thái Bình", "Thanh Hóa", "Cần Thơ"):
        assert province in shown


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("year_end_review", [THANH_HOA, QUANG_BINH, THAI_BINH]),
        ("half_year_review", [UNNAMED]),
        ("signing", [CAN_THO]),
        ("handover", [THAI_BINH]),
        ("appraisal", []),
    ],
)
def test_x5_conferences_are_found_by_what_they_were_for(purpose, expected):
    assert conferences(purpose=purpose, order="earliest") == expected


@pytest.mark.parametrize("who", ["Sở Nội vụ", "so noi vu"])
def test_x6_the_home_department_attended_two(who):
    assert conferences(who=who, order="earliest") == [THANH_HOA, CAN_THO]


@pytest.mark.parametrize(
    ("province", "blocs"),
    [
        ("Hưng Yên", {THAI_BINH}),
        ("Quảng Trị", {QUANG_BINH}),
        ("Cần Thơ", {CAN_THO}),
        ("Thanh Hóa", {THANH_HOA}),
        ("Huế", set()),
    ],
)
def test_x7_a_present_province_finds_and_sees_the_blocs_of_those_it_was_made_of(province, blocs):
    today = of_today(province)

    assert set(conferences(province=today.pk)) == blocs
    for appoint in (make.staff, make.observer):
        user = make.user(appoint.__name__)
        appoint(user, today)
        assert slugs(Bloc.objects.visible_to(user)) == blocs


def test_a_bloc_without_province_is_the_administrators_alone():
    staff = make.user("chuyenvien")
    make.staff(staff, of_today("Huế"))

    assert UNNAMED in slugs(Bloc.objects.visible_to(User.objects.get(username=READER)))
    assert UNNAMED not in slugs(Bloc.objects.visible_to(staff))
