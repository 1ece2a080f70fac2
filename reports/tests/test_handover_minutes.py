"""What the minutes gather from a handover: plain values, names of the day, dots for the unknown."""

import datetime as dt

import pytest

from blocs.models import (
    Handover,
    HandoverItem,
    HandoverPerson,
    Organisation,
    OrganisationSuccession,
)
from reports.kinds import handover_minutes as kind
from reports.kinds.handover_minutes import Group, Line, Person
from reports.papers import Signature
from reports.pdf import render_pdf
from reports.workflow.minutes import minutes_of
from vietnamese.dates import date_in_words

from . import make
from .measuring import Measured


def text_of(handover, **more):
    sheet = kind.sheet(handover, **more)
    return Measured(render_pdf(sheet.template, {"sheet": sheet})).text()


def test_the_inventory_is_numbered_through_its_kinds_and_unfinished_work_apart(cast):
    given = make.handover(
        cast,
        inventory=[
            HandoverItem(kind="object", text="Cờ luân lưu", quantity="01 chiếc", note="còn tốt"),
            HandoverItem(kind="open_work", text="Chấm điểm năm nay"),
            HandoverItem(kind="papers", text="Quy chế", quantity="01 bản"),
            HandoverItem(kind="money", text="Quỹ khối", quantity="2.000.000 đồng"),
            HandoverItem(kind="papers", text="Kế hoạch", quantity="02 bản"),
        ],
    )

    minutes = kind.gather(given, copies=3)

    assert minutes.groups == (
        Group(
            "Hồ sơ, tài liệu",
            (Line(1, "Quy chế", "01 bản", ""), Line(2, "Kế hoạch", "02 bản", "")),
        ),
        Group("Kinh phí", (Line(3, "Quỹ khối", "2.000.000 đồng", ""),)),
        Group("Hiện vật", (Line(4, "Cờ luân lưu", "01 chiếc", "còn tốt"),)),
    )
    assert minutes.unfinished == (Line(1, "Chấm điểm năm nay", "", ""),)


def test_the_two_sides_stand_with_their_people_and_sign(cast):
    given = make.handover(
        cast,
        people=[
            HandoverPerson(side="giver", full_name="Bà Giao", position="Chủ tịch"),
            HandoverPerson(side="giver", full_name="Ông Văn phòng", position=""),
            HandoverPerson(side="receiver", full_name="Ông Nhận", position="Bí thư"),
            HandoverPerson(side="witness", full_name="Bà Chứng", position="Phó Giám đốc"),
        ],
        place="Hội trường",
        selection="secret_ballot",
    )

    sheet = kind.sheet(given)
    minutes = sheet.contents

    assert (minutes.giver.organisation, minutes.giver.year) == (
        "Hội Nông dân",
        str(cast.year.year),
    )
    assert minutes.giver.people == (Person("Bà Giao", "Chủ tịch"), Person("Ông Văn phòng", ""))
    assert minutes.receiver.people == (Person("Ông Nhận", "Bí thư"),)
    assert minutes.witnesses == (Person("Bà Chứng", "Phó Giám đốc"),)
    assert sheet.entry.signatures == (
        Signature("Đại diện bên giao", "Bà Giao", "Chủ tịch"),
        Signature("Đại diện bên nhận", "Ông Nhận", "Bí thư"),
        Signature("Người chứng kiến", "Bà Chứng", "Phó Giám đốc"),
    )
    assert (minutes.place, minutes.selection) == ("Hội trường", "bằng hình thức bỏ phiếu kín")
    assert (sheet.organisation, sheet.bloc) == ("Hội Nông dân", cast.year.name)
    assert (sheet.entry.symbol, sheet.entry.place) == ("BB-KTĐ", "Thái Sơn")


def test_the_paper_says_from_when_the_receiver_acts_and_who_completes_what(cast):
    until = cast.today + dt.timedelta(days=32)
    given = make.handover(cast, completes={cast.year: until})

    text = text_of(given)

    tomorrow = date_in_words(cast.today + dt.timedelta(days=1))
    last_day = date_in_words(until - dt.timedelta(days=1))
    assert f"từ 00 giờ {tomorrow}" in text
    assert f"năm thi đua {cast.year.year}" in " ".join(text.split())
    assert last_day in " ".join(text.split())


def test_names_are_those_of_the_time(cast):
    given = make.handover(cast)
    successor = Organisation.objects.create(
        name="Hội Nông dân tỉnh Thái Bình Hải",
        kind="political_social",
        province=cast.elsewhere,
    )
    OrganisationSuccession.objects.create(
        kind="renamed",
        predecessor=cast.organisations.farmers,
        successor=successor,
        on=cast.today,
    )
    cast.bloc.name = "Khối thi đua tên mới"
    cast.bloc.save()

    minutes = kind.gather(Handover.objects.get(pk=given.pk), copies=3)

    assert minutes.giver.organisation == "Hội Nông dân"
    assert minutes.bloc == "Khối thi đua số 1"


def test_what_nobody_recorded_is_left_to_a_hand(cast):
    past = make.past_handover(cast)

    sheet = kind.sheet(past)
    text = text_of(past)

    assert sheet.contents.is_history
    assert sheet.entry.signatures == (
        Signature("Đại diện bên giao"),
        Signature("Đại diện bên nhận"),
    )
    assert "ngày 29 tháng 11 năm 2023" in text
    assert "từ 00 giờ ngày …… tháng …… năm ……" in " ".join(text.split())
    assert text.count("Ông (bà): …") == 2
    assert "chưa ghi nhận" not in text.lower()
    assert "None" not in text


def test_a_handover_without_things_says_so(cast):
    given = make.handover(cast, inventory=[HandoverItem(kind="open_work", text="Việc A")])
    text = " ".join(text_of(given).split())
    assert "Không có hồ sơ, tài liệu, kinh phí, hiện vật bàn giao kèm theo." in text
    assert "1) Việc A" in text


@pytest.mark.parametrize("word", ["khoi", "cum"])
def test_the_bloc_keeps_its_own_word(cast, word):
    cast.bloc.word = word
    cast.bloc.save()
    given = make.handover(cast)
    sheet = kind.sheet(minutes_of(Handover.objects.all()).get(pk=given.pk))
    expected = {"khoi": ("Khối trưởng", "BB-KTĐ"), "cum": ("Cụm trưởng", "BB-CTĐ")}
    assert (sheet.contents.chair_word, sheet.entry.symbol) == expected[word]


def test_an_invented_bloc_is_called_so(cast):
    cast.bloc.is_sample = True
    cast.bloc.save()
    given = make.handover(cast)
    assert "SỐ LIỆU MINH HỌA" in text_of(minutes_of(Handover.objects.all()).get(pk=given.pk))


@pytest.mark.parametrize("rows", [1, 30])
def test_gathering_takes_the_same_few_queries_whatever_the_rows(
    cast, rows, django_assert_num_queries
):
    items = [HandoverItem(kind="papers", text=f"Bản {n}") for n in range(rows)]
    given = make.handover(cast, inventory=items)
    given = minutes_of(Handover.objects.all()).get(pk=given.pk)
    with django_assert_num_queries(4):
        kind.sheet(given)
