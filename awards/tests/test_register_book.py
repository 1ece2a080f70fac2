"""The workbook of awards: what is issued is read back, and every problem has its cell."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from awards.models import Method, Recipient, Sex
from awards.register_book import layout
from awards.register_book.read import read
from pledges.commending import Recipients

from .books import FLAG, PERSON, book

TODAY = dt.date(2026, 11, 26)


def problems_of(*rows, **how):
    _lines, problems = read(book(*rows), today=TODAY, **how)
    return [(problem.cell, problem.sentence) for problem in problems]


def test_the_words_of_the_workbook_are_those_of_the_tables():
    assert set(layout.RECIPIENTS) == set(Recipient.values)
    assert set(layout.SEXES) == set(Sex.values)
    assert set(layout.METHODS) == set(Method.values)
    assert {*layout.CLASSES, "collective"} == set(Recipients.values)


def test_what_is_filled_in_is_read_back():
    lines, problems = read(book(FLAG, PERSON), today=TODAY)
    assert problems == []
    flag, person = lines
    assert (flag.year, flag.number, flag.dated) == (2019, "12/QĐ-UBND", dt.date(2019, 12, 20))
    assert (flag.recipient, flag.recipient_class, flag.method) == (
        "collective", "collective", "regular",
    )  # fmt: skip
    assert (person.person, person.sex, person.recipient_class) == (
        "Trần Thị Hoà",
        "female",
        "direct",
    )
    assert (person.dated, person.row, person.at("sex")) == (dt.date(2019, 12, 20), 6, "K6")


def test_the_issued_workbook_is_empty_and_its_names_are_text():
    assert problems_of() == [("", "There is no award in the file.")]
    sheet = load_workbook(io.BytesIO(book()))[layout.BODIES]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=SUM(A1)", "s")


@pytest.mark.parametrize(
    ("changes", "cell", "said"),
    [
        ({"year": 19}, "A5", "four digits"),
        ({"year": 2020}, "A5", "after the decision"),
        ({"dated": "31/02/2019"}, "C5", "day/month/year"),
        ({"dated": dt.date(2027, 1, 1)}, "C5", "between 1948 and today"),
        ({"kind": None}, "E5", "must be filled in"),
        ({"recipient": "nhóm"}, "F5", "tập thể; cá nhân"),
        ({"person": "Ai đó"}, "G5", "empty for a collective"),
        ({"recipient_class": "trực tiếp"}, "L5", "does not fit"),
        ({"method": "khác"}, "M5", "Write one of"),
        ({"achievement": "x" * 501}, "N5", "500 letters"),
        ({"number": None}, "B5", "must be filled in"),
    ],
)
def test_a_wrong_cell_is_named_and_said(changes, cell, said):
    found = problems_of({**FLAG, **changes})
    assert [place for place, _sentence in found] == [cell]
    assert said in found[0][1]


def test_every_problem_is_shown_at_once():
    rows = [{**PERSON, "person": None, "recipient_class": None}, {"year": 2019}]
    assert [cell for cell, _sentence in problems_of(*rows)] == [
        "G5", "L5", "E6", "F6", "I6", "M6", "N6", "B6", "C6",
    ]  # fmt: skip


def test_of_one_known_decision_number_and_day_may_be_empty_but_no_sex():
    known = ("12/QĐ-UBND", dt.date(2019, 12, 20))
    bare = {**FLAG, "number": None, "dated": None}
    lines, problems = read(book(bare), today=TODAY, decision=known)
    assert ((lines[0].number, lines[0].dated), problems) == (known, [])
    other = problems_of({**FLAG, "number": "13"}, {**PERSON, "sex": None}, decision=known)
    assert [cell for cell, _sentence in other] == ["B5", "K6"]


def test_what_is_no_list_of_awards_is_refused():
    assert "cannot be read" in read(b"PK\x03\x04", today=TODAY)[1][0].sentence
    other = load_workbook(io.BytesIO(book()))
    del other[layout.SHEET]
    out = io.BytesIO()
    other.save(out)
    assert "“Năm thành tích”" in read(out.getvalue(), today=TODAY)[1][0].sentence


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr("awards.register_book.read.MOST_ROWS", 6)
    assert "divide it" in problems_of(*[FLAG] * 3)[0][1]
