"""What the article on Thanh Hóa's cluster no. 7 says, fact by fact (docs/field.md §9.4)."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.refusal import Refused
from awards.models import Nomination
from awards.tests.nominating import submission
from awards.workflow import record_submission
from blocs.models import BlocWord, Capacity, Organisation, OrganisationKind, Seat, Term
from blocs.workflow import open_year, reopen_year
from reports.models import Paper, ReportSection
from reports.papers import PaperKind
from scoring.models import Score
from scoring.workflow.locked import lock_of

from .articles import (
    WEDNESDAY,
    bloc_at,
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

SLUG = "thanh-hoa-cum-7"

pytestmark = pytest.mark.django_db


article = loaded_once(SLUG)


@pytest.fixture
def thanh_hoa():
    return bloc_at(SLUG)


def test_9_4_1_a_cluster_with_a_number_and_its_own_words(thanh_hoa):
    assert thanh_hoa.name == "cụm thi đua số 7"
    assert (thanh_hoa.word, thanh_hoa.number) == (BlocWord.CUM, 7)
    assert (thanh_hoa.chair_word, thanh_hoa.deputy_word) == ("cụm trưởng", "cụm phó")
    assert "Cụm trưởng" in page("desk:year_detail", SLUG, 2016)
    assert "khối trưởng" not in page("desk:year_detail", SLUG, 2016).lower()


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
    assert "Thành viên 6" in page("desk:year_detail", SLUG, 2016)


def test_9_4_4_the_afternoon_of_14_december_the_year_2016_inferred(thanh_hoa):
    conference = the_conference(thanh_hoa)

    assert conference.held_on == dt.date(2016, 12, 14)
    assert (conference.held_on.weekday(), conference.part_of_day) == (WEDNESDAY, "afternoon")
    assert "năm 2016 suy từ nội dung" in conference_page(thanh_hoa)


def test_9_4_5_the_union_hosted_and_is_not_taken_for_the_chair(thanh_hoa):
    assert the_conference(thanh_hoa).host.name == "Liên đoàn Lao động"
    assert "Địa điểm Liên đoàn Lao động (LĐLĐ) tỉnh" in conference_page(thanh_hoa)
    assert not Term.objects.filter(bloc=thanh_hoa).exists()
    assert "Cụm trưởng chưa ghi nhận" in page("desk:year_detail", SLUG, 2016)


def test_9_4_6_it_closed_2016_and_the_tasks_of_2017_open_no_year_2017(thanh_hoa):
    conference = the_conference(thanh_hoa)

    assert years(thanh_hoa) == [2016]
    assert purposes(conference) == {(2016, "year_end_review")}
    assert "triển khai phương hướng nhiệm vụ công tác năm 2017" in conference.title
    assert "chưa có năm 2017" in conference_page(thanh_hoa)


def test_9_4_7_the_guest_of_the_home_department_has_no_seat_and_so_no_vote(thanh_hoa):
    [guest] = the_conference(thanh_hoa).people.all()

    assert people(the_conference(thanh_hoa)) == [("guest", "Nguyễn Quốc Tuấn")]
    assert guest.seat is None
    position = "Tỉnh ủy viên, PGĐ Sở Nội vụ, Trưởng ban Thi đua khen thưởng tỉnh Thanh Hóa"
    assert f"Nguyễn Quốc Tuấn {position}" in conference_page(thanh_hoa)


def test_9_4_8_the_flags_are_named_as_written_and_the_units_stay_unknown(thanh_hoa):
    shown = conference_page(thanh_hoa)

    assert "suy tôn các đơn vị đề nghị Thủ tướng Chính phủ, UBND tỉnh tặng cờ thi đua" in shown
    assert "theo luật là Cờ thi đua của Chính phủ" in shown
    assert "Đơn vị được suy tôn không nêu tên" in shown
    awards = ReportSection.objects.get(emulation_year__bloc=thanh_hoa, heading__icontains="khen")
    assert "Tên và số lượng đơn vị được suy tôn" in awards.body


def test_9_4_8_two_nominations_whose_member_no_submission_can_use(thanh_hoa):
    year = thanh_hoa.years.get(year=2016)
    nominations = list(year.nominations.order_by("position"))

    assert [(each.kind.code, each.seat, each.member_stated) for each in nominations] == [
        ("CO_CP", None, "các đơn vị"),
        ("CO_TINH", None, "các đơn vị"),
    ]
    assert {each.source for each in nominations} == {thanh_hoa.source}
    assert all("không nêu tên và số lượng" in each.inferred for each in nominations)
    shown = page("awards:prospect", SLUG, 2016)
    assert "Cờ thi đua của Chính phủ" in shown
    assert "không rõ đơn vị" in shown
    with transaction.atomic():
        reopen_year(year, by=None, why="Thử trình")
        administrator = Paper.objects.get(bloc=thanh_hoa).issued_by
        with pytest.raises(Refused, match="Nobody is nominated yet"):
            record_submission(year, by=administrator, at=timezone.now())
        [first, _second] = nominations
        sent = submission(year, administrator)
        name = "nomination_without_member_is_submitted_nowhere"
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Nomination.objects.filter(pk=first.pk).update(submission=sent, state="submitted")
        transaction.set_rollback(True)


def test_9_4_9_scoring_and_acclaiming_are_two_steps(thanh_hoa):
    """Scores are invented here; of the acclaiming the article knows the awards alone."""
    assert "các đơn vị đã chấm điểm và suy tôn" in the_conference(thanh_hoa).results
    assert Score.objects.filter(seat__bloc=thanh_hoa).exists()
    assert "SỐ LIỆU MINH HỌA" in page("scoring:standing", SLUG, 2016).upper()


def test_9_4_10_some_targets_were_exceeded(thanh_hoa):
    assert "có chỉ tiêu đạt vượt mức kế hoạch" in conference_page(thanh_hoa)


def test_9_4_11_causes_and_solutions_were_discussed(thanh_hoa):
    discussed = "chỉ rõ những nguyên nhân tồn tại, hạn chế và bàn các giải pháp khắc phục"

    assert discussed in the_conference(thanh_hoa).discussion
    assert discussed in conference_page(thanh_hoa)


def test_9_4_12_the_directions_name_party_papers_as_written(thanh_hoa):
    shown = conference_page(thanh_hoa)

    for written in (
        "trọng tâm là phong trào xây dựng nông thôn mới gắn với văn minh đô thị",
        "Chỉ thị 05 – CT/TƯ của Bộ Chính trị và các nghị quyết 02,04, 05-NQ/TU",
        "năn 2016",
    ):
        assert written in shown


def test_9_4_13_six_members_of_2016_and_eight_of_2023_stand_side_by_side(thanh_hoa):
    """The article knows only the six; the eight are entered here, not in the demonstration."""
    six = [seat.organisation for seat in Seat.objects.filter(bloc=thanh_hoa)]
    fields = {"province": thanh_hoa.province, "kind": OrganisationKind.ASSOCIATION}
    joined = [
        Organisation.objects.create(name=name, **fields)
        for name in ("Liên minh Hợp tác xã", "Hội Chữ thập đỏ")
    ]

    with transaction.atomic():
        open_year(thanh_hoa, year=2023, name=thanh_hoa.name, organisations=six + joined, by=None)
        assert (len(members(thanh_hoa, 2016)), len(members(thanh_hoa, 2023))) == (6, 8)
        shown = page("blocs:bloc_detail", SLUG)
        assert "6 thành viên năm 2016" in shown
        assert "8 thành viên năm 2023" in shown
        assert "Hội Chữ thập đỏ" in shown
        assert "Thành viên 6" in page("desk:year_detail", SLUG, 2016)
        assert "Thành viên 8" in page("desk:year_detail", SLUG, 2023)
        transaction.set_rollback(True)


def test_9_4_14_the_author_is_hai_an_and_neither_day_nor_publisher_is_known(thanh_hoa):
    source = thanh_hoa.source

    assert source.author == "Hải An – Ban Tuyên giáo"
    assert (source.publisher, source.published_on) == ("", None)


def test_the_six_members_were_there_and_nobody_of_them_is_named(thanh_hoa):
    attendance = the_conference(thanh_hoa).attendance.all()

    assert [(row.state, row.attended_by) for row in attendance] == [
        ("present", "lãnh đạo đại diện")
    ] * 6


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
    sections = list(_sections(thanh_hoa))

    assert {each.heading for each in sections if each.is_left_out} == {
        "Kết quả thực hiện các nội dung giao ước thi đua",
        "Mô hình, điển hình tiên tiến",
        "Việc thực hiện chế độ thông tin, báo cáo",
        "Kiến nghị, đề xuất",
    }
    told = [each for each in sections if not each.is_left_out]
    assert len(told) == 7
    for section in told:
        assert "Theo bài viết" in section.body
        assert "không có số liệu" in section.body


def test_the_report_says_what_is_invented(thanh_hoa):
    texts = {section.part: section.body for section in _sections(thanh_hoa) if section.part}

    assert "điểm và xếp hạng là số liệu minh họa" in texts["members"]
    assert "thứ hạng dưới đây là số liệu minh họa" in texts["ranking"]


def _sections(bloc):
    return ReportSection.objects.filter(emulation_year__bloc=bloc, kind=PaperKind.YEAR_END)
