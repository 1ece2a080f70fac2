"""What the article on Quảng Bình says, fact by fact (docs/field.md §9.1), and what stays empty."""

import datetime as dt

import pytest

from blocs.models import (
    Activity,
    BlocWord,
    Handover,
    Seat,
    Selection,
    Term,
    YearState,
)
from pledges.models import CommendationReport, Covenant, Exemplar, Launcher, Movement, MovementKind
from reports.models import Paper
from scoring.models import CriteriaSet

from .articles import (
    THURSDAY,
    bloc_at,
    chairs,
    conference_page,
    loaded_once,
    members,
    page,
    people,
    purposes,
    the_conference,
    today_of,
    years,
)

SLUG = "quang-binh-khoi-mat-tran"

pytestmark = pytest.mark.django_db


article = loaded_once(SLUG)


@pytest.fixture
def quang_binh():
    return bloc_at(SLUG)


def test_9_1_1_the_name_keeps_its_hyphen_without_spaces(quang_binh):
    name = "Khối thi đua Mặt trận và các tổ chức chính trị-xã hội tỉnh"

    assert quang_binh.name == name
    assert set(quang_binh.years.values_list("name", flat=True)) == {name}
    assert (quang_binh.word, quang_binh.number) == (BlocWord.KHOI, None)


def test_9_1_2_the_province_is_quang_binh_inferred_from_qbdt_and_today_quang_tri(quang_binh):
    assert quang_binh.province.full_name == "tỉnh Quảng Bình"
    assert "QBĐT" in quang_binh.inferred
    assert today_of(quang_binh.province) == "tỉnh Quảng Trị"


def test_9_1_3_the_conference_was_on_4_january_2018_a_thursday(quang_binh):
    held_on = the_conference(quang_binh).held_on

    assert held_on == dt.date(2018, 1, 4)
    assert held_on.weekday() == THURSDAY
    assert "04/01/2018" in conference_page(quang_binh)
    assert quang_binh.source.published_on == dt.date(2018, 1, 5)
    assert "08:39, Thứ Sáu, 05/01/2018" in quang_binh.source.note


def test_9_1_4_one_conference_closed_2017_and_opened_2018(quang_binh):
    conference = the_conference(quang_binh)

    assert purposes(conference) == {(2017, "year_end_review"), (2018, "launching")}
    title = "Hội nghị triển khai nhiệm vụ năm 2018"
    assert title in page("blocs:conference_list", SLUG, 2017, purpose="year_end_review")
    assert title in page("blocs:conference_list", SLUG, 2018, purpose="launching")
    assert title not in page("blocs:conference_list", SLUG, 2018, purpose="year_end_review")


def test_9_1_5_the_year_2017_was_closed_by_a_conference_of_2018(quang_binh):
    conference = the_conference(quang_binh)

    assert years(quang_binh) == [2017, 2018]
    assert (conference.emulation_year.year, conference.held_on.year) == (2017, 2018)
    assert {year.state for year in quang_binh.years.all()} == {YearState.CLOSED}


def test_9_1_6_tinh_doan_chairs_2018_chosen_by_agreement(quang_binh):
    [term] = Term.objects.filter(bloc=quang_binh)

    assert chairs(quang_binh) == [(2018, "Tỉnh đoàn")]
    assert term.selection == Selection.AGREED
    assert (term.period, term.inferred) == (None, "")
    chosen = "các đại biểu đã thảo luận và thống nhất chọn Tỉnh đoàn làm trưởng Khối thi đua"
    assert chosen in page("blocs:term_list", SLUG)
    assert chosen in conference_page(quang_binh)
    assert "Khối trưởng Tỉnh đoàn" in page("desk:year_detail", SLUG, 2018)


def test_9_1_7_the_outgoing_chair_of_2017_is_empty_and_no_handover_is_recorded(quang_binh):
    of_2017 = Term.objects.filter(seat__emulation_year__bloc=quang_binh)
    assert not of_2017.filter(seat__emulation_year__year=2017)
    assert not Handover.objects.filter(bloc=quang_binh).exists()
    assert "Khối trưởng chưa ghi nhận" in page("desk:year_detail", SLUG, 2017)
    assert "Chưa ghi nhận lần bàn giao nào" in page("blocs:bloc_detail", SLUG)


def test_9_1_8_the_members_are_unknown_but_for_the_chair(quang_binh):
    assert members(quang_binh, 2017) == []
    assert members(quang_binh, 2018) == ["Tỉnh đoàn"]
    assert "không liệt kê thành viên" in Seat.objects.get(bloc=quang_binh).inferred
    assert "Thành viên chưa ghi nhận" in page("desk:year_detail", SLUG, 2017)
    assert "không liệt kê thành viên" in page("blocs:seat_list", SLUG, 2018)


def test_9_1_9_neither_scores_nor_ranks_nor_nominees_are_stated(quang_binh):
    assert not CriteriaSet.objects.filter(emulation_year__bloc=quang_binh).exists()
    assert not Paper.objects.filter(bloc=quang_binh).exists()
    assert not Covenant.objects.filter(emulation_year__bloc=quang_binh).exists()


def test_9_1_10_two_peak_drives_of_2018_with_their_occasions(quang_binh):
    drives = Movement.objects.filter(bloc=quang_binh)

    assert {(each.emulation_year.year, each.kind, each.launcher) for each in drives} == {
        (2018, MovementKind.DRIVE, Launcher.BLOC)
    }
    assert [each.occasion for each in drives] == [
        "70 năm ngày Bác Hồ ra lời kêu gọi “Thi đua ái quốc”",
        "50 năm cuộc Tổng tiến công và nổi dậy xuân Mậu Thân 1968",
    ]
    for each in drives:
        assert each.period is None
        assert each.occasion in page("pledges:movement_detail", SLUG, 2018, each.pk)
        assert each.name in page("pledges:movement_list", SLUG, 2018)


def test_9_1_11_exchanges_of_culture_and_sport_were_planned_in_a_month_nobody_stated(quang_binh):
    activities = Activity.objects.filter(emulation_year__bloc=quang_binh)

    assert [(each.text, each.kind) for each in activities] == [
        ("Giao lưu văn hóa-văn nghệ", "culture"),
        ("Giao lưu thể dục-thể thao", "sport"),
    ]
    assert {(each.month, each.planned_on, each.done_on) for each in activities} == {(None,) * 3}
    shown = page("blocs:activity_list", SLUG, 2018)
    assert "chưa ghi nhận tháng Giao lưu văn hóa-văn nghệ" in shown
    assert "Tháng, nơi tổ chức và kết quả không nêu." in shown


def test_9_1_12_direct_workers_were_commended_in_words_without_numbers(quang_binh):
    shown = conference_page(quang_binh)

    assert "Khối đã xây dựng nhiều mô hình, điển hình" in shown
    assert "quan tâm khen thưởng người trực tiếp lao động, công tác, sản xuất" in shown
    assert not CommendationReport.objects.filter(emulation_year__bloc=quang_binh).exists()
    assert not Exemplar.objects.filter(emulation_year__bloc=quang_binh).exists()


def test_9_1_13_the_context_was_the_marine_incident_and_religion(quang_binh):
    context = "diễn biến phức tạp nảy sinh từ sự cố môi trường biển, tình hình tôn giáo…"

    assert context in conference_page(quang_binh)


def test_9_1_14_the_source_is_the_newspaper_with_author_and_caption(quang_binh):
    shown = page("desk:source_detail", quang_binh.source.pk)

    title = "Tổng kết phong trào thi đua Khối Mặt trận và các tổ chức chính trị-xã hội tỉnh"
    assert (quang_binh.source.title, quang_binh.source.author) == (title, "Đ.V")
    assert "Báo Quảng Bình điện tử" in quang_binh.source.publisher
    for said in (title, "Đ.V", "05/01/2018", "Chú thích ảnh: “Toàn cảnh hội nghị.”"):
        assert said in shown


def test_who_presided_and_where_is_empty(quang_binh):
    conference = the_conference(quang_binh)

    assert people(conference) == []
    assert (conference.place, conference.host, conference.part_of_day) == ("", None, "unknown")
    assert not conference.attendance.exists()
