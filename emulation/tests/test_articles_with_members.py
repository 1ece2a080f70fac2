"""What the articles that list their members say: docs/field.md §9.4 and §9.5, by number."""

import datetime as dt

import pytest
from django.db import transaction

from blocs.models import (
    BlocWord,
    Capacity,
    Organisation,
    OrganisationKind,
    ProvinceKind,
    Seat,
    Term,
)
from blocs.workflow import open_year
from reports.models import Paper, ReportSection
from scoring.workflow.locking import lock_of

from .articles import bloc_at, loaded_once, members, today_of, years

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def articles(django_db_setup, django_db_blocker):
    with loaded_once(django_db_blocker):
        yield


@pytest.fixture
def thanh_hoa():
    return bloc_at("thanh-hoa-cum-7")


@pytest.fixture
def can_tho():
    return bloc_at("can-tho-khoi-mat-tran")


# --- 9.4 Thanh Hóa, cluster no. 7, the end of 2016


def test_9_4_1_a_cluster_with_a_number_and_its_own_words(thanh_hoa):
    assert thanh_hoa.name == "cụm thi đua số 7"
    assert (thanh_hoa.word, thanh_hoa.number) == (BlocWord.CUM, 7)
    assert (thanh_hoa.chair_word, thanh_hoa.deputy_word) == ("cụm trưởng", "cụm phó")


def test_9_4_2_the_province_is_thanh_hoa_stated_and_the_same_today(thanh_hoa):
    assert thanh_hoa.inferred == ""
    assert thanh_hoa.province.full_name == today_of(thanh_hoa.province) == "tỉnh Thanh Hóa"


def test_9_4_3_six_members_in_the_stated_order(thanh_hoa):
    assert members(thanh_hoa, 2016) == [
        "UB MTTQ tỉnh",
        "Liên đoàn Lao động",
        "Hội Nông dân",
        "Hội Liên hiệp Phụ nữ",
        "Hội Cựu Chiến Binh",
        "Tỉnh đoàn Thanh Niên",
    ]


def test_9_4_5_the_host_is_not_taken_for_the_chair(thanh_hoa):
    assert not Term.objects.filter(bloc=thanh_hoa).exists()


def test_9_4_6_the_tasks_of_2017_open_no_year_2017(thanh_hoa):
    assert years(thanh_hoa) == [2016]


def test_9_4_13_six_members_of_2016_stay_when_2023_has_eight(thanh_hoa):
    six = [seat.organisation for seat in Seat.objects.filter(bloc=thanh_hoa)]
    fields = {"province": thanh_hoa.province, "kind": OrganisationKind.ASSOCIATION}
    joined = [
        Organisation.objects.create(name=name, **fields)
        for name in ("Liên minh Hợp tác xã", "Hội Chữ thập đỏ")
    ]

    with transaction.atomic():
        open_year(thanh_hoa, year=2023, name=thanh_hoa.name, organisations=six + joined, by=None)
        assert (len(members(thanh_hoa, 2016)), len(members(thanh_hoa, 2023))) == (6, 8)
        transaction.set_rollback(True)


def test_9_4_14_the_author_is_hai_an_and_neither_day_nor_publisher_is_known(thanh_hoa):
    source = thanh_hoa.source

    assert source.author == "Hải An – Ban Tuyên giáo"
    assert (source.publisher, source.published_on) == ("", None)


# --- the sample report on Thanh Hóa's 2016: scores invented, sections from the article


def test_the_report_is_issued_for_the_cluster_as_nobody_is_known_to_chair_it(thanh_hoa):
    [paper] = Paper.objects.filter(bloc=thanh_hoa)

    assert (paper.kind, paper.full_number) == ("year_end", "01/BC-CTĐ")
    assert (paper.issuer, paper.act.capacity) == (None, Capacity.VACANT)
    assert paper.dated > dt.date(2016, 12, 14)
    assert [each.full_name for each in paper.signatories.all()] == ["Người ký minh họa"]
    assert lock_of(paper.emulation_year)
    assert not paper.emulation_year.is_open


def test_each_section_is_told_by_the_article_or_says_that_there_are_no_figures(thanh_hoa):
    sections = list(ReportSection.objects.filter(emulation_year__bloc=thanh_hoa))

    assert [each.is_left_out for each in sections] == [False] * 7 + [True]
    assert sections[-1].heading == "Kiến nghị, đề xuất"
    for section in sections[:-1]:
        assert "Theo bài viết" in section.body
        assert "không có số liệu" in section.body


def test_the_report_says_what_is_invented(thanh_hoa):
    texts = {
        section.part: section.body
        for section in ReportSection.objects.filter(emulation_year__bloc=thanh_hoa)
        if section.part
    }

    assert "điểm và xếp hạng là số liệu minh họa" in texts["members"]
    assert "thứ hạng dưới đây là số liệu minh họa" in texts["ranking"]


# --- 9.5 Cần Thơ, the covenant of 2017


def test_9_5_1_one_official_name_and_the_two_others_as_aliases(can_tho):
    assert can_tho.name == "Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố"
    assert {alias.alias for alias in can_tho.aliases.all()} == {
        "Khối thi đua Mặt trận Tổ quốc các Đoàn thể, Ban Dân tộc thành phố Cần Thơ",
        "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
    }
    assert "ba cách" in can_tho.inferred


def test_9_5_2_a_city_has_a_thanh_doan_and_no_tinh_doan(can_tho):
    youth = Seat.objects.get(bloc=can_tho, position=5).organisation
    aliases = {alias.alias for alias in youth.aliases.all()}

    assert can_tho.province.kind == ProvinceKind.CITY
    assert can_tho.province.full_name == "thành phố Cần Thơ"
    assert "Thành đoàn" in aliases
    assert "Tỉnh đoàn" not in aliases


def test_9_5_3_eight_members_in_the_stated_order(can_tho):
    assert years(can_tho) == [2017]
    assert members(can_tho, 2017) == [
        "UBMTTQ",
        "Hội Cựu Chiến binh",
        "Hội Nông dân",
        "Liên đoàn Lao động",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Hội liên hiệp Phụ nữ",
        "Hội Chữ thập đỏ",
        "Ban Dân tộc",
    ]


def test_9_5_4_the_front_five_organisations_an_association_and_a_state_agency(can_tho):
    seats = Seat.objects.filter(bloc=can_tho)
    kinds = list(seats.values_list("organisation__kind", flat=True))

    assert kinds == ["front", *["political_social"] * 5, "association", "state_agency"]


def test_9_5_5_the_article_is_of_27_april_2017_with_680_views(can_tho):
    assert can_tho.source.published_on == dt.date(2017, 4, 27)
    assert "số lần xem: 680" in can_tho.source.note


def test_9_5_13_the_chair_is_not_stated(can_tho):
    assert not Term.objects.filter(bloc=can_tho).exists()


def test_9_5_14_can_tho_is_today_can_tho_with_soc_trang_and_hau_giang(can_tho):
    [step] = can_tho.province.successions.all()
    origins = {origin.predecessor.name for origin in step.successor.origins.all()}

    assert today_of(can_tho.province) == "thành phố Cần Thơ"
    assert origins == {"Cần Thơ", "Sóc Trăng", "Hậu Giang"}
    assert can_tho.province.validity.upper == dt.date(2025, 7, 1)


def test_9_5_15_the_caption_that_the_page_repeats_is_kept_once(can_tho):
    caption = "Lãnh đạo các đơn vị trong Khối ký giao ước thi đua năm 2017."

    assert can_tho.source.note.count(caption) == 1


def test_9_5_16_the_author_is_hong_tuoi(can_tho):
    assert (can_tho.source.author, can_tho.source.publisher) == ("Hồng Tươi (VP HND)", "")
