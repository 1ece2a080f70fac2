"""Questions across the five articles (docs/field.md §9.6), as far as the tables answer them."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from blocs.models import (
    Bloc,
    EmulationYear,
    Handover,
    Organisation,
    OrganisationKind,
    Province,
    Seat,
    Source,
    Term,
)
from blocs.tests import make
from blocs.workflow import close_year, keep, open_year
from emulation.demo.articles import ARTICLES
from vietnamese.text import search_key

from .articles import AT, TODAY, load_articles

THAI_BINH, QUANG_BINH = "thai-binh-khoi-mat-tran", "quang-binh-khoi-mat-tran"
THANH_HOA, CAN_THO = "thanh-hoa-cum-7", "can-tho-khoi-mat-tran"
UNNAMED = "khoi-mat-tran-doan-the"


@pytest.fixture(autouse=True)
def articles(db):
    load_articles()


def of_today(name):
    return Province.objects.in_force_on(TODAY).get(name=name)


def slugs(blocs):
    return set(blocs.values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("slug", "year", "chairs"),
    [
        (QUANG_BINH, 2017, []),
        (QUANG_BINH, 2018, ["Tỉnh đoàn"]),
        (THAI_BINH, 2023, ["Hội Cựu chiến binh tỉnh"]),
        (THAI_BINH, 2024, ["Hội Nông dân tỉnh"]),
        (UNNAMED, 2020, []),
        (THANH_HOA, 2016, []),
        (CAN_THO, 2017, []),
    ],
)
def test_x1_who_chaired_the_year(slug, year, chairs):
    year = EmulationYear.objects.get(bloc__slug=slug, year=year)
    terms = Term.objects.chairs().filter(seat__emulation_year=year)

    assert [term.seat.organisation.name for term in terms] == chairs


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
    key = search_key(query)
    found = Organisation.objects.filter(
        Q(search_key__contains=key) | Q(aliases__search_key__contains=key)
    )

    assert slugs(Bloc.objects.filter(seats__organisation__in=found)) == {
        THAI_BINH,
        THANH_HOA,
        CAN_THO,
    }


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
def test_x7_a_present_province_sees_the_blocs_of_those_it_was_made_of(province, blocs):
    for appoint in (make.staff, make.observer):
        user = make.user(appoint.__name__)
        appoint(user, of_today(province))

        assert slugs(Bloc.objects.visible_to(user)) == blocs


def test_x9_every_record_names_the_article_it_comes_from():
    for facts in ARTICLES:
        bloc = Bloc.objects.get(slug=facts.slug)
        source = Source.objects.get(title=facts.source.title)
        records = [
            bloc,
            *bloc.years.all(),
            *bloc.seats.all(),
            *Term.objects.filter(bloc=bloc),
            *Handover.objects.filter(bloc=bloc),
            *Organisation.objects.filter(seats__bloc=bloc),
        ]
        assert {record.source for record in records} == {source}


def test_x9_every_organisation_says_what_was_inferred():
    assert not Organisation.objects.filter(Q(inferred="") | Q(source=None)).exists()


def test_x10_a_bloc_without_member_or_chair_is_history_and_no_error():
    bloc = keep(Bloc(slug="khoi-chua-ro", name="Khối chưa rõ thành viên"), by=None)
    year = open_year(bloc, year=2015, name=bloc.name, organisations=[], by=None)
    close_year(year, by=None, at=AT)

    assert not Seat.objects.filter(bloc=bloc).exists()
    without = Bloc.objects.filter(seats=None)
    assert slugs(without) == {"khoi-chua-ro", UNNAMED}


def test_a_bloc_without_province_is_the_administrators_alone():
    administrator, staff = make.user("quantri"), make.user("chuyenvien")
    make.administrator(administrator)
    make.staff(staff, of_today("Huế"))

    assert UNNAMED in slugs(Bloc.objects.visible_to(administrator))
    assert UNNAMED not in slugs(Bloc.objects.visible_to(staff))
