"""At mid-year: the members say how far they have come, the chair issues the review."""

import re

import pytest

from files.tests.make import PDF
from pledges.commending import Span

from . import year_work
from .covenant_stage import (
    BLOC,
    CULTURE,
    FARMERS,
    FRONT,
    PASSWORD,
    PEOPLE,
    SHARED,
    TARGET,
    YOUTH,
    build,
    enter_covenant,
)
from .pictures import keep, take

pytestmark = pytest.mark.browser

EVIDENCE = {
    "name": "Danh sách kết nạp 6 tháng.pdf",
    "mimeType": "application/pdf",
    "buffer": PDF + b"% danh sach ket nap\n",
}
NOTE = "Còn hai chi hội chậm; tập trung vào quý III."
TEXTS = {
    "Công tác chỉ đạo, phát động phong trào thi đua": "Cụm đã phát động 02 đợt thi đua.",
    "Đánh giá chung: ưu điểm, hạn chế, nguyên nhân": "Các đơn vị thực hiện nghiêm túc.",
}
LEFT_OUT = "Kiến nghị, đề xuất"
SIGNED = {
    "Full name of who signs": PEOPLE[FARMERS][1],
    "Position of who signs": "Chủ tịch Hội Nông dân tỉnh",
}


@pytest.fixture
def stage(browser, country):
    stage = build()
    enter_covenant(stage, {FRONT: "20", FARMERS: "1200", YOUTH: "800"})
    return stage


def test_members_report_at_mid_year_and_the_review_is_issued(stage, arrive):
    chair, front, outsider = (
        arrive().sign_in(PEOPLE[name][0], PASSWORD) for name in (FARMERS, FRONT, CULTURE)
    )
    _reports(front, 1, "achieved")
    _reports(front, 2, "behind the plan", reached="7,5", note=NOTE)
    _reports(chair, 2, "on track", reached="650", evidence=EVIDENCE)
    _downloads_the_evidence(front, outsider)
    _sees_what_is_missing(chair)
    _issues_the_review(chair, stage.year.year)


def _to_the_board(person):
    """The board of the first half of the year, whatever day it is."""
    person.open("/").follow(BLOC).follow("Progress of the members")
    half = {"part": person.word(Span.HALF_YEAR.label)}
    if person.link("Show: %(part)s", **half).count():
        person.follow("Show: %(part)s", **half)
    return person


def _reports(member, number, status, *, reached="", note="", evidence=None):
    """From the board to the commitment of this number, and a word on how far it has come."""
    _to_the_board(member).follow("Report for your organisation")
    commitment = member.word("Commitment %(number)s", number=number)
    member.follow(f"{member.word('Report')} {commitment}")
    member.choose("How far has it come?", status).write({"Note": note})
    if reached:
        name, unit = TARGET
        member.field("Reached: %(name)s (%(unit)s)", name=name, unit=unit).fill(reached)
    if evidence:
        member.field("Supporting files").set_input_files(evidence)
        take(member, "tien-do-bao-cao")
    member.press("Save the report")
    member.sees("The report on commitment %(number)s is saved.", number=number)


def _downloads_the_evidence(member, outsider):
    """Whoever sees the year; another bloc's people do not learn that there is such a file."""
    _to_the_board(member).follow(FARMERS)
    address = member.link(EVIDENCE["name"]).get_attribute("href")
    assert member.download(EVIDENCE["name"]) == (EVIDENCE["name"], EVIDENCE["buffer"])
    outsider.open(address, status=404)


def _sees_what_is_missing(chair):
    _to_the_board(chair)
    rows = chair.page.locator("main tbody tr")
    said = {name: _words(rows.filter(has_text=name)) for name in (FRONT, FARMERS, YOUTH)}
    assert said[FRONT].endswith("1/3")
    assert said[FARMERS].endswith("2/3")
    assert said[YOUTH].endswith("4/4")
    assert "37,5 %" in said[FRONT]
    assert "54,2 %" in said[FARMERS]
    take(chair, "tien-do-bang")


def _words(place):
    return " ".join(place.inner_text().split())


def _issues_the_review(chair, year):
    chair.open("/").follow(BLOC)
    year_work.begin_report(chair, "Open the six-month review")
    texts = {**TEXTS, f"Phương hướng, nhiệm vụ 6 tháng cuối năm {year}": "Hoàn thành giao ước."}
    for heading, text in texts.items():
        year_work.write_section(chair, heading, text)
    year_work.is_refused(chair, SIGNED, unwritten=LEFT_OUT, which="Six-month review")
    year_work.leave_out(chair, LEFT_OUT)
    take(chair, "so-ket-soan")
    number = year_work.issue(chair, SIGNED, picture="so-ket-ban-hanh")
    review = year_work.issued_report(chair, number)
    keep(review, "so-ket.pdf")
    _says_what_is_on_record(year_work.text_of(review), texts.values())


def _says_what_is_on_record(words, texts):
    for expected in (BLOC, *SHARED[1:], *texts, SIGNED["Full name of who signs"]):
        assert expected in words
    assert re.search(r"1\.200 650 54,2 Đúng", words)
    assert re.search(r"20 7,5 37,5 Chậm", words)
    assert "Mô hình, điển hình tiên tiến: không có số liệu." in words
    assert LEFT_OUT.upper() not in words
