"""Numbers, symbols, places and days as Nghị định 30/2020 writes them."""

import datetime as dt

import pytest

from reports import numbering
from reports.numbering import TypeCode
from reports.papers import TYPE_CODES, Entry, PaperKind


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "01/BC-KTĐ"),
        (9, "09/BC-KTĐ"),
        (10, "10/BC-KTĐ"),
        (105, "105/BC-KTĐ"),
        (None, "……/BC-KTĐ"),
    ],
)
def test_a_number_below_ten_takes_a_zero(number, written):
    assert numbering.full_number(number, "BC-KTĐ") == written


@pytest.mark.parametrize(
    ("code", "word", "written"),
    [
        (TypeCode.REPORT, "khoi", "BC-KTĐ"),
        (TypeCode.MINUTES, "cum", "BB-CTĐ"),
        (TypeCode.SUBMISSION, "khoi", "TTr-KTĐ"),
    ],
)
def test_a_symbol_names_the_type_and_the_bloc(code, word, written):
    assert numbering.symbol(code, word) == written


def test_the_letters_of_the_types_are_those_of_the_decree():
    assert {code.label: code.value for code in TypeCode} == {
        "Báo cáo": "BC",
        "Biên bản": "BB",
        "Tờ trình": "TTr",
        "Thông báo": "TB",
        "Kế hoạch": "KH",
        "Quy chế": "QC",
        "Chương trình": "CTr",
        "Giấy mời": "GM",
        "Quyết định": "QĐ",
        "Nghị quyết": "NQ",
    }


def test_every_kind_of_paper_but_the_covenant_has_a_type():
    assert set(TYPE_CODES) == set(PaperKind) - {PaperKind.COVENANT}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("BB-KTĐ", True),
        ("BB-LĐLĐ-VP", True),
        ("BC-KTĐ", False),
        ("BB", False),
        ("BB-", False),
        ("BB- KTĐ", False),
        ("05/BB-KTĐ", False),
        ("BB-KTĐ/2026", False),
    ],
)
def test_a_symbol_begins_with_the_letters_of_its_type(text, fits):
    assert numbering.is_symbol_of(text, "BB") is fits


@pytest.mark.parametrize(
    ("place", "day", "written"),
    [
        ("Cần Thơ", dt.date(2017, 4, 11), "Cần Thơ, ngày 11 tháng 4 năm 2017"),
        ("Cần Thơ", dt.date(2017, 2, 5), "Cần Thơ, ngày 05 tháng 02 năm 2017"),
        ("", None, "……, ngày …… tháng …… năm ……"),
    ],
)
def test_place_and_day(place, day, written):
    assert numbering.place_and_day(place, day) == written
    assert Entry("BB-KTĐ", dated=day, place=place).place_and_day == written


def test_points_follow_the_vietnamese_alphabet():
    assert [numbering.point(place) for place in (1, 4, 5, 6, 7)] == ["a", "d", "đ", "e", "g"]
    for place in (0, 24):
        with pytest.raises(IndexError):
            numbering.point(place)
