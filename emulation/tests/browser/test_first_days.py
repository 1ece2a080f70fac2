"""An empty site becomes a working one, by pages alone: from the first administrator on, until the
first year of a bloc is scored and its report issued."""

import io
import sys

import pytest
from django.core.management import call_command
from django.utils import timezone

from scoring.samples import SAMPLES
from vietnamese.dates import short_date

from . import year_work

pytestmark = pytest.mark.browser

PASSWORD = "Sông Mã mùa thu 8"
PROVINCE = "Thanh Hóa"
BLOC = "Khối thi đua các cơ quan Mặt trận và đoàn thể tỉnh"
FARMERS = "Hội Nông dân tỉnh Thanh Hóa"
ORGANISATIONS = {
    "Ủy ban MTTQ Việt Nam tỉnh Thanh Hóa": ("MTTQ tỉnh", "Fatherland Front"),
    FARMERS: ("Hội Nông dân tỉnh", "political-social organisation"),
    "Tỉnh đoàn Thanh Hóa": ("Tỉnh đoàn", "political-social organisation"),
}
NOTICE = "Thông báo lịch họp khối quý I"
ADOPTED = "Thông qua tại hội nghị ký kết giao ước của khối."
TEXTS = {
    "Kết quả thực hiện phong trào thi đua": "Khối có 03 đơn vị ký giao ước thi đua.",
    "Công tác khen thưởng": "Khối đề nghị tặng 01 bằng khen.",
    "Hoạt động của khối": "Khối họp 02 kỳ.",
    "Tồn tại, nguyên nhân, bài học kinh nghiệm": "Một số báo cáo còn chậm.",
    f"Phương hướng, nhiệm vụ năm {timezone.localdate().year + 1}": "Ký giao ước trong quý I.",
}
NOT_WRITTEN = "Kiến nghị, đề xuất"
SIGNED = {
    "Full name of who signs": "Trần Văn Nông",
    "Position of who signs": "Chủ tịch Hội Nông dân tỉnh",
}
SAMPLE = "SỐ LIỆU MINH HỌA"


@pytest.fixture
def administrator(browser, country, monkeypatch):
    """The one account that is made by command: its password comes from the input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD + "\n"))
    call_command("first_admin", "quantri", "Lê Thị Quản Trị", stdout=io.StringIO())
    return "quantri"


def test_from_an_empty_database_to_the_first_report(administrator, settings, arrive):
    assert not settings.DEMO
    first = arrive().sign_in(administrator, PASSWORD)
    first.follow("Create an account for the staff of the province")
    link = _add(first, "chuyenvien", "Nguyễn Thị Chuyên Viên", "staff of the province", PROVINCE)

    staff = _set_password_and_sign_in(arrive(), link, "chuyenvien")
    _add_organisations(staff)
    _add_bloc_with_its_year(staff)
    _take_seats(staff)
    _copy_criteria(staff)
    _appoint(staff)

    staff.follow(FARMERS).follow("Add a person")
    link = _add(staff, "hoinongdan", "Trần Văn Nông", position="Chủ tịch Hội Nông dân tỉnh")
    chair = _set_password_and_sign_in(arrive(), link, "hoinongdan")
    _publish(chair)
    staff.open(chair.page.url).is_at(NOTICE)

    _adopt_criteria(chair)
    _score(chair)
    number, report = _issue_report(chair)
    _says_what_it_must(year_work.text_of(report), number)
    _to_the_year(staff)
    assert year_work.issued_report(staff.follow("Open the year-end report"), number) == report


def _add(keeper, username, full_name, kind="", province="", position=""):
    """Fill in the open form of a person; return the one-time password link."""
    keeper.is_at("Add a person").write({"full name": full_name, "user name": username})
    if kind:
        keeper.choose("Post", kind).choose("Province", province)
    keeper.write({"Position": position})
    keeper.press("Add the person").is_at(full_name)
    keeper.follow("One-time password link").press("Make the link")
    return keeper.field("One-time password link").input_value()


def _set_password_and_sign_in(person, link, username):
    person.open(link).is_at("Set a new password")
    person.write({"New password": PASSWORD, "New password again": PASSWORD})
    person.press("Set the password").is_at("Sign in")
    return person.sign_in(username, PASSWORD)


def _add_organisations(staff):
    staff.follow("Enter the organisations")
    for name, (short_name, kind) in ORGANISATIONS.items():
        staff.write({"official name": name, "short name": short_name}).choose("kind", kind)
        staff.choose("province", PROVINCE).press("Save").sees("The organisation has been saved.")
        staff.follow("Organisations", within=staff.sections()).sees(name)
        staff.follow("Add an organisation")


def _add_bloc_with_its_year(staff):
    staff.follow("Blocs", within=staff.sections()).follow("Add a bloc")
    staff.press("Save").sees("This field is required.")
    staff.write({"name": BLOC}).choose("province", PROVINCE).press("Save").is_at(BLOC)
    staff.follow("Open a year").press("Open the year").is_at(BLOC)


def _take_seats(staff):
    for name in ORGANISATIONS:
        staff.follow("Add a member").choose("Organisation", name).press("Add a member").sees(name)


def _copy_criteria(staff):
    _to_the_year(staff)
    staff.follow("Criteria for scoring")
    choice = f"{staff.word('Choose')}: {staff.word('Copy sample %(letter)s', letter='A')}"
    staff.follow(choice).press("Copy sample %(letter)s", letter="A")
    staff.sees(SAMPLES["a"].sections[0].text).sees("Every section is the sum of its criteria.")
    _to_the_year(staff)


def _appoint(staff):
    staff.follow("Appoint the chair").choose("Organisation", FARMERS)
    staff.choose("Manner of selection", "by agreement")
    staff.write({"From day": short_date(timezone.localdate())}).press("Appoint")
    staff.sees("The term has been recorded.")
    _to_the_year(staff)


def _publish(chair):
    chair.follow(BLOC).sees("Your organisation is in the chair of this bloc today.")
    chair.follow("Publish a paper").write({"title": NOTICE, "text": "Ngày 05/3, 14 giờ."})
    chair.press("Publish").is_at(NOTICE)


def _adopt_criteria(chair):
    """As long as the bloc has not adopted them, every page and paper says that they are samples."""
    _to_the_year(chair)
    chair.follow("Criteria for scoring").sees("Sample criteria.").follow("Title and adoption")
    chair.write({"adoption and remarks": ADOPTED})
    chair.field("sample, not yet adopted by the bloc").uncheck()
    chair.press("Save").sees(ADOPTED).sees_no("Sample criteria.")


def _score(chair):
    _to_the_year(chair)
    excel = year_work.download_workbook(chair.follow("Scores and ranking"))
    empty = excel.empty_cells()
    excel.fill_the_rest()
    year_work.check(chair.follow("Upload a workbook"), excel).sees("New and changed scores")
    assert chair.page.locator("main tbody tr").count() == len(empty) > 0
    year_work.save_scores(chair)
    assert year_work.ranks(chair) == ["1", "2", "3"]


def _issue_report(chair):
    """Leave out the one section that nobody wrote; return the number and the file."""
    _to_the_year(chair)
    year_work.begin_report(chair)
    for heading, text in TEXTS.items():
        year_work.write_section(chair, heading, text)
    year_work.is_refused(chair, SIGNED, unwritten=NOT_WRITTEN)
    year_work.leave_out(chair, NOT_WRITTEN)
    full_number = year_work.issue(chair, SIGNED)
    return full_number, year_work.issued_report(chair, full_number)


def _says_what_it_must(words, number):
    name = SIGNED["Full name of who signs"]
    for expected in (BLOC, *ORGANISATIONS, number, *TEXTS.values(), name):
        assert expected in words
    for unexpected in (SAMPLE, NOT_WRITTEN.upper()):
        assert unexpected not in words


def _to_the_year(person):
    """By the home page, where every open year has its card."""
    year = str(timezone.localdate().year)
    person.follow("Home", within=person.page.get_by_role("navigation")).follow(BLOC)
    person.sees(year)
