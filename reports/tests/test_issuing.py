"""Issuing the minutes: once, under a number of its own, to the byte; a wrong one is replaced."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import HandoverItem
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import revoke_handover
from files.models import StoredFile
from reports.models import Paper
from reports.papers import PaperKind, Signature
from reports.workflow import current_paper, issue_minutes, next_number
from reports.workflow import issue as issue_sheet

from . import make
from .measuring import Measured

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def given(cast):
    return make.handover(cast)


def issue(cast, given, *, copies=3, replace_reason="", **entry):
    entry = make.entry(entry.pop("dated", given.held_on), **entry)
    return issue_minutes(
        given, entry=entry, copies=copies, replace_reason=replace_reason, by=cast.staff, at=NOW
    )


def test_an_issued_paper_is_numbered_hashed_and_filed(cast, given):
    paper = issue(cast, given)

    content = paper.file.path.read_bytes()
    assert (paper.full_number, paper.type_code, paper.dated) == ("05/BB-KTĐ", "BB", given.held_on)
    assert (paper.bloc, paper.handover, paper.emulation_year) == (cast.bloc, given, None)
    assert paper.issuer == cast.organisations.farmers
    assert (paper.issued_by, paper.issued_at, paper.act) == (cast.staff, NOW, None)
    assert paper.sha256 == paper.file.sha256 == hashlib.sha256(content).hexdigest()
    assert paper.file.name.startswith("05-BB-KTĐ - Biên bản bàn giao")
    assert [(s.place, s.capacity, s.full_name) for s in paper.signatories.all()] == [
        (1, "Đại diện bên giao", "Nguyễn Thị Hậu"),
        (2, "Đại diện bên nhận", "Trần Văn Tiến"),
    ]


def test_the_filed_bytes_say_what_was_issued(cast, given):
    pdf = Measured(issue(cast, given, copies=7).file.path.read_bytes())
    text = " ".join(pdf.text().split())
    assert "Số: 05/BB-KTĐ" in text
    assert "07 bản có giá trị như nhau" in text
    assert "BẢN THẢO" not in text
    assert "Quy chế hoạt động của khối" in text


def test_the_database_keeps_who_issued_it_and_why_it_was_replaced(cast, given):
    issue(cast, given)
    paper = issue(cast, given, number=6, replace_reason="Sai tên người ký")
    [event] = paper.events.all()
    assert event.pgh_context == {"by": cast.staff.pk, "why": "Sai tên người ký"}


def test_a_wrong_paper_is_replaced_with_a_reason_and_stays(cast, given):
    first = issue(cast, given)
    bytes_before = first.file.path.read_bytes()

    second = issue(cast, given, number=6, replace_reason="Sai tên người ký")

    first = Paper.objects.get(pk=first.pk)
    assert (second.replaces, second.replace_reason) == (first, "Sai tên người ký")
    assert (first.replacement, second.replacement) == (second, None)
    assert first.file.path.read_bytes() == bytes_before
    assert current_paper(kind=PaperKind.HANDOVER_MINUTES, handover=given) == second


def test_a_second_paper_without_reason_is_refused(cast, given):
    issue(cast, given)
    with pytest.raises(Refused, match=r"05/BB-KTĐ .* already issued"):
        issue(cast, given, number=6)
    assert Paper.objects.count() == StoredFile.objects.count() == 1


def test_a_reason_for_replacing_nothing_is_not_kept(cast, given):
    assert issue(cast, given, replace_reason="Nhầm").replace_reason == ""


def test_a_number_is_used_once_a_year_by_its_issuer(cast, given):
    issue(cast, given)
    with pytest.raises(Refused, match=r"number 05 was already used .* next free one is 06"):
        issue(cast, given, replace_reason="Sai")


def test_another_issuer_has_a_register_of_its_own(cast, given):
    past = make.past_handover(cast)
    issue(cast, given)
    paper = issue(cast, past, dated=given.held_on)
    assert (paper.number, paper.issuer) == (5, cast.organisations.women)


def test_a_calendar_year_begins_a_new_register(cast):
    past = make.past_handover(cast, held_on=dt.date(2023, 12, 31))
    issue(cast, past, dated=dt.date(2023, 12, 31))
    second = issue(cast, past, dated=dt.date(2024, 1, 1), replace_reason="Sai ngày")
    assert second.number == 5


@pytest.mark.parametrize(("used", "expected"), [([], 1), ([1], 2), ([3, 41], 42)])
def test_the_next_number_follows_the_highest_one(cast, given, used, expected):
    for number in used:
        issue(cast, given, number=number, replace_reason="Sai")
    where = {"bloc": cast.bloc, "issuer": cast.organisations.farmers}
    assert next_number("BB", **where, year=given.held_on.year) == expected
    assert next_number("BC", **where, year=given.held_on.year) == 1
    assert next_number("BB", **where, year=given.held_on.year + 1) == 1


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"number": None}, "number, a place and a day"),
        ({"place": " "}, "number, a place and a day"),
        ({"dated": timezone.localdate(NOW) + dt.timedelta(days=1)}, "after today"),
        ({"dated": timezone.localdate(NOW) - dt.timedelta(days=1)}, "before the handover"),
        ({"symbol": "BC-KTĐ"}, "begins with BB-"),
        ({"signatures": ()}, "who signs"),
        ({"signatures": (Signature("Đại diện bên giao", " "),)}, "who signs"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(cast, given, entry, sentence):
    with pytest.raises(Refused, match=sentence):
        issue(cast, given, **entry)
    assert (Paper.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_no_minutes_of_a_revoked_handover_are_issued(cast, given):
    revoke_handover(given, by=cast.staff, at=NOW, reason="Ghi nhầm")
    with pytest.raises(Refused, match="revoked"):
        issue(cast, given)


def test_what_changes_later_does_not_change_the_paper(cast, given):
    paper = issue(cast, given)
    before = paper.file.path.read_bytes()
    HandoverItem.objects.filter(handover=given).update(text="Đã sửa")
    cast.organisations.farmers.name = "Tên khác"
    cast.organisations.farmers.save()
    assert Paper.objects.get(pk=paper.pk).file.path.read_bytes() == before


def test_a_paper_of_a_year_without_chair_takes_its_number_from_the_bloc(cast):
    """What the next kinds build on: about a year, issued by staff for the bloc."""
    today = timezone.localdate(NOW)
    about = {"emulation_year": cast.year, "by": cast.staff, "at": NOW}
    report = replace(
        make.sheet(), kind=PaperKind.YEAR_END, entry=make.entry(today, number=9, symbol="BC-KTĐ")
    )

    paper = issue_sheet(report, bloc=cast.bloc, **about)
    with pytest.raises(Refused, match="number 09 was already used"):
        issue_sheet(report, bloc=cast.bloc, replace_reason="Sai", **about)

    assert (paper.type_code, paper.issuer, paper.handover) == ("BC", None, None)
    where = {"issuer": None, "year": today.year}
    assert next_number("BC", bloc=cast.bloc, **where) == 10
    assert next_number("BC", bloc=cast.other_bloc, **where) == 1
    assert list(Paper.objects.visible_to(cast.member)) == [paper]
    assert list(Paper.objects.visible_to(cast.former_member)) == []


@pytest.mark.django_db(transaction=True)
def test_of_two_that_issue_at_once_one_is_refused(cast):
    given = make.handover(cast)
    answers = at_once(
        lambda: issue(cast, given, number=1),
        lambda: issue(cast, given, number=2),
    )
    assert kinds_of(answers) == ["Paper", "Refused"]
    assert Paper.objects.count() == 1
