"""What the article on a bloc of an unnamed province says, fact by fact (docs/field.md §9.3)."""

import datetime as dt

import pytest

from blocs.models import Term
from emulation.demo import khoi_mat_tran_report
from pledges.models import Covenant, Movement
from reports.models import Paper, ReportSection
from scoring.models import CriteriaSet

from .articles import (
    WEDNESDAY,
    bloc_at,
    conference_page,
    loaded_once,
    members,
    one_line,
    page,
    people,
    purposes,
    the_conference,
    years,
)

SLUG = "khoi-mat-tran-doan-the"

pytestmark = pytest.mark.django_db


article = loaded_once(SLUG)


@pytest.fixture
def unnamed():
    return bloc_at(SLUG)


def test_9_3_1_the_name_is_the_third_style_of_name(unnamed):
    assert unnamed.name == "Khối Mặt trận - Đoàn thể"


def test_9_3_2_the_province_is_left_open_with_the_guess_written_down(unnamed):
    assert unnamed.province is None
    assert "Thừa Thiên Huế" in unnamed.inferred
    assert "85%" in unnamed.inferred
    assert "Tỉnh, thành phố chưa ghi nhận" in page("blocs:bloc_detail", SLUG)


def test_9_3_3_the_half_year_of_2020_was_reviewed_in_the_afternoon_of_1_july_a_wednesday(unnamed):
    conference = the_conference(unnamed)

    assert years(unnamed) == [2020]
    assert purposes(conference) == {(2020, "half_year_review")}
    assert conference.held_on == dt.date(2020, 7, 1)
    assert (conference.held_on.weekday(), conference.part_of_day) == (WEDNESDAY, "afternoon")
    assert unnamed.source.published_on == dt.date(2020, 7, 2)


def test_9_3_4_the_place_was_the_hall_of_the_fronts_office(unnamed):
    place = "Hội trường Cơ quan Ủy ban MTTQ Việt Nam tỉnh"

    assert f"Địa điểm {place}" in conference_page(unnamed)
    assert the_conference(unnamed).host is None


def test_9_3_5_two_people_presided_together(unnamed):
    roles = people(the_conference(unnamed))

    assert [name for role, name in roles if role == "co_presiding"] == [
        "Trần Quang Vinh",
        "Nguyễn Hữu Lạc",
    ]
    assert not [name for role, name in roles if role == "presiding"]
    shown = conference_page(unnamed)
    assert "Trần Quang Vinh Phó Chủ tịch Liên đoàn Lao động tỉnh" in shown
    assert "Nguyễn Hữu Lạc Phó Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh" in shown


def test_9_3_6_one_of_them_also_presented_the_report(unnamed):
    roles = people(the_conference(unnamed))

    assert [role for role, name in roles if name == "Nguyễn Hữu Lạc"] == [
        "co_presiding",
        "reporting",
    ]
    assert "Trình bày báo cáo Nguyễn Hữu Lạc" in conference_page(unnamed)


def test_9_3_7_neither_chair_nor_deputy_nor_member_is_guessed(unnamed):
    assert not Term.objects.filter(bloc=unnamed).exists()
    assert members(unnamed, 2020) == []
    assert not the_conference(unnamed).attendance.exists()
    assert "Khối trưởng chưa ghi nhận" in page("desk:year_detail", SLUG, 2020)


def test_9_3_8_the_report_covered_eight_areas_the_last_of_them_covid_19(unnamed):
    shown = conference_page(unnamed)
    areas = khoi_mat_tran_report.REPORT.areas

    assert len(areas) == 8
    assert "Covid-19" in areas[-1][0]
    for _heading, text in areas:
        told = text.partition("tập trung vào nội dung: ")[2].partition(".\n")[0]
        assert one_line(told).casefold() in shown.casefold()


def test_9_3_9_the_tasks_of_the_second_half(unnamed):
    shown = conference_page(unnamed)

    for task in (
        "các Nghị quyết Hội nghị Trung ương (khóa XII)",
        "gắn với sơ kết 3 năm thực hiện Chỉ thị 05 của Bộ Chính trị",
        "tuyên truyền kỷ niệm các ngày lễ lớn",
        "nhân rộng các mô hình, điển hình tiêu biểu",
        "công tác phối hợp giữa các tổ chức thành viên",
    ):
        assert task in the_conference(unnamed).conclusions
        assert task in shown
        assert task in one_line(khoi_mat_tran_report.REPORT.tasks)


def test_9_3_10_the_slogan_of_the_page_is_kept_with_the_source_and_is_no_movement(unnamed):
    slogan = "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng!”"

    assert slogan in page("desk:source_detail", unnamed.source.pk)
    assert not Movement.objects.filter(bloc=unnamed).exists()


def test_9_3_11_a_half_year_review_is_issued_without_scores(unnamed):
    assert not CriteriaSet.objects.filter(emulation_year__bloc=unnamed).exists()
    assert not Covenant.objects.filter(emulation_year__bloc=unnamed).exists()

    review = Paper.objects.get(emulation_year__bloc=unnamed)
    assert (review.kind, review.full_number) == ("half_year", "01/BC-KTĐ")
    assert review.is_sample
    listed = page("reports:report", SLUG, 2020, "half_year")
    assert "SỐ LIỆU MINH HỌA" in listed
    written = ReportSection.objects.filter(emulation_year__bloc=unnamed, is_left_out=False)
    words = one_line("\n".join(written.values_list("body", flat=True)))
    assert "8. Phòng chống dịch Covid-19" in words
    assert "sơ kết 3 năm thực hiện Chỉ thị 05" in words


def test_9_3_12_the_author_is_thien_son_with_two_captions_and_the_counters(unnamed):
    note = unnamed.source.note

    assert (unnamed.source.author, unnamed.source.publisher) == ("Thiên Sơn", "")
    assert "trình bày Báo cáo sơ kết công tác thi đua" in note
    assert "Toàn cảnh Hội nghị sơ kết" in note
    assert "72.244" in note
    assert "176" in note


# --- the texts of a sample half-year report


def test_each_section_is_told_by_the_article_or_says_that_there_are_no_figures():
    report = khoi_mat_tran_report.REPORT
    told = [report.direction, *(text for _heading, text in report.areas), report.activity]

    assert all("heo bài viết" in text for text in (*told, report.tasks))
    assert all("không có số liệu" in text for text in (*told, report.assessment, report.tasks))
    assert report.proposals == ""


def test_the_report_says_what_is_invented():
    report = khoi_mat_tran_report.REPORT

    assert "người ký là số liệu minh họa, không có trong bài viết" in one_line(report.direction)
    assert report.signed_by == "Người ký minh họa"
    assert report.dated > dt.date(2020, 7, 2)
