"""A year from its half-entered scores to the issued report, and on under the next chair."""

import pytest
from django.utils import timezone

from emulation.demo.accounts import PASSWORD
from emulation.demo.minh_hoa import NAME
from scoring.tests.books import decomposed

from . import year_work
from .handing_over import hand_over_today
from .pictures import keep, take

pytestmark = pytest.mark.browser

YEAR = timezone.localdate().year
SIGNATORY = "Nguyễn Văn An"
TEXTS = {
    "Kết quả thực hiện phong trào thi đua": "Khối đã phát động 03 phong trào:\n"
    "- Lao động giỏi, lao động sáng tạo;\n- Chung sức xây dựng nông thôn mới;\n- Vì người nghèo.",
    "Công tác khen thưởng": "Các thành viên bình xét, suy tôn công khai, đúng quy chế.",
    "Hoạt động của khối": "Khối họp 02 kỳ, kiểm tra chéo 01 đợt.",
    "Tồn tại, nguyên nhân, bài học kinh nghiệm": "Một số báo cáo còn chậm.",
    f"Phương hướng, nhiệm vụ năm {YEAR + 1}": "Ký giao ước thi đua trong quý I.",
}
SIGNED = {
    "Number of the paper": "7",
    "Place of issue": "Minh Họa",
    "Full name of who signs": SIGNATORY,
    "Position of who signs": "Chủ tịch Liên đoàn Lao động tỉnh",
}
LEFT_OUT = "Kiến nghị, đề xuất"
WHY_REOPENED = "Cộng nhầm điểm của một thành viên"
KEYS = 7  # the hidden row that knows the members by their keys


def test_from_the_score_workbook_to_the_report_and_the_next_chair(demonstration, arrive):
    chair = arrive().sign_in("khoitruong", PASSWORD).follow(NAME)
    _scores(chair.follow("Scores and ranking"))
    left_open = chair.another_window().follow("Upload a workbook")
    _to_the_year(chair)
    number = _report(chair)
    _everybody_downloads_the_same(number, arrive().sign_in("thanhvien", PASSWORD), chair)

    staff = arrive().sign_in("nhanvien", PASSWORD).follow(NAME)
    hand_over_today(staff)
    _can_no_longer_upload(left_open)

    _reopen(staff)
    receiver = arrive().sign_in("khoitruong-moi", PASSWORD).follow(NAME)
    _corrects_a_score(receiver.follow("Scores and ranking"))
    assert year_work.issued_report(_to_the_report(chair), number) == year_work.issued_report(
        _to_the_report(receiver), number
    )


def _scores(chair):
    """First with a mistake, which is named; then as it should be."""
    before = year_work.ranks(chair)
    excel = year_work.download_workbook(chair)
    cell, *_others = excel.empty_cells()
    chair.follow("Upload a workbook")
    take(chair, "diem-tai-len")

    excel.type({cell: 950})
    year_work.check(chair, excel).is_at("Upload a workbook")
    _names_the_mistake(chair, cell)
    chair.follow("Scores and ranking", within=chair.crumbs())
    assert year_work.ranks(chair) == before != list("123456")

    excel.type({cell: "9,5"})
    excel.fill_the_rest()
    excel.edit(_retyped_on_a_mac)
    year_work.check(chair.follow("Upload a workbook"), excel).is_at("What the workbook changes")
    assert chair.page.get_by_role("cell", name="9,50", exact=True).count() == 1
    take(chair, "diem-xem-truoc")
    year_work.save_scores(chair)
    assert year_work.ranks(chair) == list("123456")
    take(chair, "diem-xep-hang")


def _names_the_mistake(chair, cell):
    chair.sees("The workbook has %(count)s problem. Nothing was saved.", count=1)
    wrong = chair.page.get_by_role("row").filter(has_text=cell)
    assert "950" in wrong.inner_text()
    take(chair, "diem-loi-trong-tep")


def _retyped_on_a_mac(sheet):
    """The keys are lost, the names are decomposed."""
    for head, key in zip(sheet[KEYS - 1], sheet[KEYS], strict=True):
        head.value, key.value = decomposed(head.value), None


def _report(chair):
    """Written, one section left out, issued: return its number."""
    year_work.begin_report(chair)
    for heading, text in TEXTS.items():
        year_work.write_section(chair, heading, text)
    year_work.leave_out(chair, LEFT_OUT)
    take(chair, "tong-ket-soan")
    return year_work.issue(chair, SIGNED, picture="tong-ket-ban-hanh")


def _everybody_downloads_the_same(number, member, chair):
    take(chair, "tong-ket")
    content = year_work.issued_report(chair, number)
    words = year_work.text_of(content)
    for expected in (NAME, number, SIGNATORY, *TEXTS["Công tác khen thưởng"].splitlines()):
        assert expected in words
    assert LEFT_OUT.upper() not in words
    keep(content, "tong-ket.pdf")
    _to_the_report(member)
    assert [year_work.issued_report(member, number) for _time in range(2)] == [content] * 2


def _can_no_longer_upload(left_open):
    """Neither from a page that was left open, nor by its address."""
    address = left_open.page.url
    left_open.ear.expected.add(address)
    excel = year_work.Excel("bang-diem.xlsx", b"PK")
    year_work.check(left_open, excel).is_at("You may not do this")
    left_open.open(address, status=403).is_at("You may not do this")


def _reopen(staff):
    """What was issued locked the scores; only staff open them again."""
    staff.open("/").follow(NAME).follow("Scores and ranking").follow("Open the scores again")
    take(staff, "diem-mo-lai")
    staff.write({"Why are the scores opened again?": WHY_REOPENED})
    staff.press("Open the scores again").sees("The scores can be changed again.")


def _corrects_a_score(receiver):
    excel = year_work.download_workbook(receiver)
    excel.edit(_half_a_point_less)
    year_work.check(receiver.follow("Upload a workbook"), excel).is_at("What the workbook changes")
    year_work.save_scores(receiver)
    assert year_work.ranks(receiver) == list("123456")


def _half_a_point_less(sheet):
    cell = year_work.yellow(sheet)[0]
    cell.value -= 0.5


def _to_the_year(person):
    return person.open("/").follow(NAME)


def _to_the_report(person):
    return _to_the_year(person).follow("Open the year-end report")
