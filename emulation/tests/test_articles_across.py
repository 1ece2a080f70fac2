"""Questions across the five articles (docs/field.md §9.6), asked of the pages where one answers."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from blocs.models import (
    Activity,
    Bloc,
    Conference,
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
from blocs.workflow import close_year, keep, open_year, succeed
from emulation.demo.articles import ARTICLES
from pledges.models import Covenant, Movement
from pledges.reading import versions_of
from reports.kinds import covenant as covenant_paper
from reports.models import Paper
from reports.papers import Entry
from reports.pdf import render_pdf
from reports.tests.measuring import Measured
from scoring.models import Score
from scoring.sheet import read_sheet
from scoring.table import ranking
from vietnamese.text import search_key

from .articles import AT, READER, TODAY, client, loaded_once, one_line, page

THAI_BINH, QUANG_BINH = "thai-binh-khoi-mat-tran", "quang-binh-khoi-mat-tran"
THANH_HOA, CAN_THO = "thanh-hoa-cum-7", "can-tho-khoi-mat-tran"
UNNAMED = "khoi-mat-tran-doan-the"
IN_TIME = [THANH_HOA, CAN_THO, QUANG_BINH, UNNAMED, THAI_BINH]
OF_2017 = [
    "UBMTTQ",
    "Hội Cựu Chiến binh",
    "Hội Nông dân",
    "Liên đoàn Lao động",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội liên hiệp Phụ nữ",
    "Hội Chữ thập đỏ",
    "Ban Dân tộc",
]


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def articles(django_db_setup, django_db_blocker):
    with loaded_once(django_db_blocker):
        yield


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


def test_x8_the_covenant_of_2017_is_printed_with_the_names_of_2017():
    """Also after the bloc and a member have been renamed."""
    year = EmulationYear.objects.get(bloc__slug=CAN_THO)
    veterans = Organisation.objects.get(seats__emulation_year=year, name="Hội Cựu Chiến binh")
    later = Organisation(
        name="Hội Cựu chiến binh thành phố Cần Thơ mới",
        kind=veterans.kind,
        province=of_today("Cần Thơ"),
    )
    keep(later, by=None)
    succeed(veterans, kind="renamed", on=dt.date(2025, 7, 1), successor=later, by=None)
    year.bloc.name = "Khối thi đua đã đổi tên"
    keep(year.bloc, by=None)

    versions = versions_of(EmulationYear.objects.get(pk=year.pk))
    entry = Entry("", dated=TODAY, place="Cần Thơ", is_unnumbered=True)
    sheet = covenant_paper.sheet(versions, versions[-1], entry=entry, on=TODAY)
    text = one_line(Measured(render_pdf(sheet.template, {"sheet": sheet})).text())

    assert [party.organisation for party in sheet.contents.parties] == OF_2017
    for number, name in enumerate(OF_2017, start=1):
        assert f"{number}. {name} Đại diện: …" in text
    assert "Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố" in text
    assert "đổi tên" not in text
    assert "Cần Thơ mới" not in text
    notes = {party.note for party in sheet.contents.parties}
    assert notes == {"Đã ký trên giấy, ngày 11 tháng 4 năm 2017"}
    assert "lập thành …" in text  # how many copies, nobody knows


def records(bloc):
    of_its_years = Q(emulation_year__bloc=bloc)
    return [
        bloc,
        *bloc.years.all(),
        *bloc.seats.all(),
        *Term.objects.filter(bloc=bloc),
        *Handover.objects.filter(bloc=bloc),
        *Conference.objects.filter(bloc=bloc),
        *Movement.objects.filter(bloc=bloc),
        *Activity.objects.filter(of_its_years),
        *Covenant.objects.filter(of_its_years),
        *Organisation.objects.filter(seats__bloc=bloc).distinct(),
    ]


def test_x9_every_record_names_the_article_it_comes_from():
    for facts in ARTICLES:
        source = Source.objects.get(title=facts.source.title)
        found = records(Bloc.objects.get(slug=facts.slug))

        assert {record.source for record in found} == {source}
        shown = client().get(reverse("desk:source_detail", args=[source.pk])).context["page"]
        listed = [row["what"] for row in shown]
        unseated = len(facts.organisations) - len({o for y in facts.years for o in y.members})
        assert len(listed) == len(found) + unseated
        assert {record._meta.model_name for record in found} <= set(listed)


def test_x9_what_was_inferred_is_said():
    assert not Organisation.objects.filter(Q(inferred="") | Q(source=None)).exists()
    assert not Conference.objects.filter(inferred="").exists()
    assert not Movement.objects.filter(inferred="").exists()
    assert not Activity.objects.filter(inferred="").exists()
    assert not Covenant.objects.filter(inferred="").exists()


def test_x9_pages_show_source_and_what_was_inferred():
    for facts in ARTICLES:
        bloc = Bloc.objects.get(slug=facts.slug)
        title, conference = one_line(facts.source.title), Conference.objects.get(bloc=bloc)
        assert title in page("blocs:bloc_detail", bloc.slug)
        shown = page("blocs:conference_detail", bloc.slug, conference.pk)
        assert f"Nguồn {title}" in shown
        assert one_line(conference.inferred) in shown
        for year in bloc.years.all():
            assert title in page("desk:year_detail", bloc.slug, year.year)


def test_x10_a_bloc_without_member_or_chair_is_history_and_no_error():
    bloc = keep(Bloc(slug="khoi-chua-ro", name="Khối chưa rõ thành viên"), by=None)
    year = open_year(bloc, year=2015, name=bloc.name, organisations=[], by=None)
    close_year(year, by=None, at=AT)

    assert not Seat.objects.filter(bloc=bloc).exists()
    without = Bloc.objects.filter(seats=None)
    assert slugs(without) == {"khoi-chua-ro", UNNAMED}


def test_x10_a_conference_without_chair_is_on_record_and_its_draft_leaves_the_name_open():
    [conference] = Conference.objects.filter(bloc__slug=QUANG_BINH)
    draft = reverse("reports:conference_minutes", args=[QUANG_BINH, conference.pk])

    assert not conference.people.exists()
    text = one_line(Measured(client().get(draft).content).text())
    assert "…………" in text


def test_x10_what_is_unknown_is_no_basis_of_a_ranking():
    """Only the year with the sample scores has one; where nothing is known nothing is computed."""
    year = EmulationYear.objects.get(bloc__slug=THANH_HOA)

    assert len(ranking(read_sheet(year))) == 6
    assert set(Score.objects.values_list("seat__bloc__slug", flat=True)) == {THANH_HOA}
    for other in EmulationYear.objects.exclude(pk=year.pk).select_related("bloc"):
        assert read_sheet(other) is None
        assert "1/" not in page("scoring:standing", other.bloc.slug, other.year)


def test_x10_what_is_unknown_is_no_basis_of_a_submission():
    """Nominations have no table yet: no paper rests on the acclaimed units that nobody names."""
    assert [(paper.bloc.slug, paper.kind) for paper in Paper.objects.all()] == [
        (THANH_HOA, "year_end")
    ]


def test_a_bloc_without_province_is_the_administrators_alone():
    staff = make.user("chuyenvien")
    make.staff(staff, of_today("Huế"))

    assert UNNAMED in slugs(Bloc.objects.visible_to(User.objects.get(username=READER)))
    assert UNNAMED not in slugs(Bloc.objects.visible_to(staff))
