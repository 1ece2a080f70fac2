"""What the articles of docs/field.md §9.1 to §9.3 say, fact by fact as it numbers them.

Only what the tables hold so far: conferences, movements, covenants and scores have none. What an
article does not say must stay empty: those facts are tested too.
"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from blocs.models import Bloc, BlocWord, EmulationYear, Handover, Seat, Selection, Term, YearState

from .articles import TODAY, bloc_at, chairs, loaded_once, members, today_of, years

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def articles(django_db_setup, django_db_blocker):
    with loaded_once(django_db_blocker):
        yield


@pytest.fixture
def quang_binh():
    return bloc_at("quang-binh-khoi-mat-tran")


@pytest.fixture
def thai_binh():
    return bloc_at("thai-binh-khoi-mat-tran")


@pytest.fixture
def unnamed():
    return bloc_at("khoi-mat-tran-doan-the")


# --- 9.1 Quảng Bình, the end of 2017 and the beginning of 2018


def test_9_1_1_the_name_keeps_its_hyphen_without_spaces(quang_binh):
    name = "Khối thi đua Mặt trận và các tổ chức chính trị-xã hội tỉnh"

    assert quang_binh.name == name
    assert set(quang_binh.years.values_list("name", flat=True)) == {name}
    assert (quang_binh.word, quang_binh.number) == (BlocWord.KHOI, None)


def test_9_1_2_the_province_is_quang_binh_inferred_from_qbdt_and_today_quang_tri(quang_binh):
    assert quang_binh.province.full_name == "tỉnh Quảng Bình"
    assert "QBĐT" in quang_binh.inferred
    assert today_of(quang_binh.province) == "tỉnh Quảng Trị"


def test_9_1_5_the_year_2017_is_stated_though_everything_happened_in_2018(quang_binh):
    assert years(quang_binh) == [2017, 2018]
    assert {year.state for year in quang_binh.years.all()} == {YearState.CLOSED}
    assert quang_binh.source.published_on == dt.date(2018, 1, 5)


def test_9_1_6_tinh_doan_chairs_2018_chosen_by_agreement(quang_binh):
    [term] = Term.objects.filter(bloc=quang_binh)

    assert chairs(quang_binh) == [(2018, "Tỉnh đoàn")]
    assert term.selection == Selection.AGREED
    assert "thảo luận và thống nhất chọn Tỉnh đoàn" in term.note
    assert (term.period, term.inferred) == (None, "")


def test_9_1_7_the_outgoing_chair_of_2017_is_empty_and_no_handover_is_recorded(quang_binh):
    assert not Term.objects.filter(
        seat__emulation_year__bloc=quang_binh, seat__emulation_year__year=2017
    )
    assert not Handover.objects.filter(bloc=quang_binh).exists()


def test_9_1_8_the_members_are_unknown_but_for_the_chair(quang_binh):
    assert members(quang_binh, 2017) == []
    assert members(quang_binh, 2018) == ["Tỉnh đoàn"]
    assert "không liệt kê thành viên" in Seat.objects.get(bloc=quang_binh).inferred


def test_9_1_14_the_source_is_the_newspaper_with_author_and_caption(quang_binh):
    source = quang_binh.source

    title = "Tổng kết phong trào thi đua Khối Mặt trận và các tổ chức chính trị-xã hội tỉnh"
    assert (source.title, source.author) == (title, "Đ.V")
    assert "Báo Quảng Bình điện tử" in source.publisher
    assert "Toàn cảnh hội nghị." in source.note
    assert "08:39, Thứ Sáu, 05/01/2018" in source.note


# --- 9.2 Thái Bình, the end of 2023


def test_9_2_1_the_name_keeps_its_spaced_hyphen_and_is_unique_in_its_province_only(
    quang_binh, thai_binh
):
    name = "Khối thi đua MTTQ và các tổ chức chính trị - xã hội tỉnh"
    assert thai_binh.name == name
    assert thai_binh.pk != quang_binh.pk

    Bloc.objects.create(slug="cung-ten-khac-tinh", name=name, province=quang_binh.province).delete()
    with (
        pytest.raises(IntegrityError, match="bloc_name_is_unique_in_its_province"),
        transaction.atomic(),
    ):
        Bloc.objects.create(slug="cung-ten-cung-tinh", name=name, province=thai_binh.province)


def test_9_2_2_the_province_is_thai_binh_inferred_from_the_presider_and_today_hung_yen(thai_binh):
    assert thai_binh.province.full_name == "tỉnh Thái Bình"
    assert "Nguyễn Văn Giang" in thai_binh.inferred
    assert today_of(thai_binh.province) == "tỉnh Hưng Yên"


def test_9_2_3_the_day_on_top_of_the_page_is_no_day_of_the_event(thai_binh):
    assert thai_binh.source.published_on == dt.date(2023, 11, 29)
    assert "17:18:52" in thai_binh.source.note
    assert "6.161 lượt xem" in thai_binh.source.note
    assert "27/02/2024 ở đầu trang là ngày tải trang" in thai_binh.source.note
    assert Handover.objects.get(bloc=thai_binh).held_on == dt.date(2023, 11, 29)


def test_9_2_6_and_9_2_7_the_veterans_chair_2023_and_the_farmers_2024(thai_binh):
    expected = [(2023, "Hội Cựu chiến binh tỉnh"), (2024, "Hội Nông dân tỉnh")]

    assert chairs(thai_binh) == expected
    terms = Term.objects.filter(bloc=thai_binh)
    assert {term.selection for term in terms} == {Selection.UNKNOWN}
    assert all(term.inferred for term in terms)


def test_9_2_8_the_veterans_handed_the_chair_to_the_farmers_on_29_november_2023(thai_binh):
    [handover] = Handover.objects.filter(bloc=thai_binh)

    assert handover.giver_term.seat.organisation.name == "Hội Cựu chiến binh tỉnh"
    assert handover.receiver_term.seat.organisation.name == "Hội Nông dân tỉnh"
    assert handover.held_on == dt.date(2023, 11, 29)
    assert "bàn giao nhiệm vụ khối trưởng" in handover.note
    assert (handover.place, list(handover.people.all()), list(handover.items.all())) == ("", [], [])


def test_9_2_9_the_day_of_the_ceremony_says_nothing_about_when_the_term_of_2024_began(thai_binh):
    [handover] = Handover.objects.filter(bloc=thai_binh)

    assert handover.receiver_term.seat.emulation_year.year == 2024
    assert handover.effective_on is None
    assert handover.giver_term.period is handover.receiver_term.period is None


def test_9_2_15_members_beyond_the_front_the_veterans_and_the_farmers_are_not_stated(thai_binh):
    assert years(thai_binh) == [2023, 2024]
    assert members(thai_binh, 2023) == ["MTTQ", "Hội Cựu chiến binh tỉnh", "Hội Nông dân tỉnh"]
    assert members(thai_binh, 2024) == ["MTTQ", "Hội Nông dân tỉnh"]
    assert all(seat.inferred for seat in Seat.objects.filter(bloc=thai_binh))


def test_9_2_16_the_author_is_hong_quan_and_the_publisher_is_empty(thai_binh):
    assert (thai_binh.source.author, thai_binh.source.publisher) == ("Hồng Quân", "")


# --- 9.3 An unnamed province, the first half of 2020


def test_9_3_1_the_name_is_the_third_style_of_name(unnamed):
    assert unnamed.name == "Khối Mặt trận - Đoàn thể"


def test_9_3_2_the_province_is_left_open_with_the_guess_written_down(unnamed):
    assert unnamed.province is None
    assert "Thừa Thiên Huế" in unnamed.inferred
    assert "85%" in unnamed.inferred


def test_9_3_3_the_year_is_2020_and_the_article_of_the_day_after(unnamed):
    assert years(unnamed) == [2020]
    assert unnamed.source.published_on == dt.date(2020, 7, 2)


def test_9_3_7_neither_chair_nor_deputy_nor_member_is_guessed(unnamed):
    assert not Term.objects.filter(bloc=unnamed).exists()
    assert members(unnamed, 2020) == []


def test_9_3_12_the_author_is_thien_son_with_two_captions_and_the_counters(unnamed):
    note = unnamed.source.note

    assert (unnamed.source.author, unnamed.source.publisher) == ("Thiên Sơn", "")
    assert "trình bày Báo cáo sơ kết công tác thi đua" in note
    assert "Toàn cảnh Hội nghị sơ kết" in note
    assert "72.244" in note
    assert "176" in note


def test_no_article_is_current_work():
    assert {year.state for year in EmulationYear.objects.all()} == {YearState.CLOSED}
    assert not Term.objects.in_force_on(TODAY).exists()
