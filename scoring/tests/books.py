"""Score workbooks for tests: issued, filled in by openpyxl, hostile."""

import io
import unicodedata
import zipfile
from decimal import Decimal

from openpyxl import load_workbook

from scoring.tests.make import node
from scoring.workbook.issue import issue
from scoring.workbook.layout import Book, Member

SECTIONS = (
    node(
        "I",
        "60",
        node("I.1", "40", pk=1),
        node("I.2", "20", node("a", "12", pk=2), node("b", "8", pk=3)),
    ),
    node(
        "II",
        "5",
        node("II.1", "4", kind="bonus", pk=4),
        node("II.2", "3", kind="bonus", pk=5),
        kind="bonus",
    ),
    node("III", "9.5", kind="penalty", pk=6),
)
MEMBERS = (
    Member(11, "Hội Nông dân", ("HND",)),
    Member(12, "Liên đoàn Lao động", ("LĐLĐ",)),
    Member(13, "=Tỉnh đoàn"),
)
# Where the cells are: criteria in rows 8 to 15, members in columns D to F.
ROWS = {"I": 8, "I.1": 9, "I.2": 10, "a": 11, "b": 12, "II": 13, "II.1": 14, "II.2": 15, "III": 16}
TOTAL_ROW = 17


def book(**fields):
    fields = {
        "slug": "khoi-so-1",
        "bloc": "Khối thi đua số 1",
        "year": 2026,
        "stage": "agreed",
        "version": "1a2b3c4d",
        "sections": SECTIONS,
        "members": MEMBERS,
        **fields,
    }
    return Book(**fields)


def empty():
    """What an empty workbook says: every cell is not scored."""
    return {(member.key, pk): None for pk in range(1, 7) for member in MEMBERS}


def edited(content, change):
    """Let openpyxl open the bytes, change them and save: as Excel, but formulas lose values."""
    workbook = load_workbook(io.BytesIO(content))
    change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def filled(cells, **fields):
    """An issued workbook with these cells: {"D9": value}."""

    def fill(workbook):
        for address, value in cells.items():
            workbook.worksheets[0][address] = value

    return edited(issue(book(**fields)), fill)


def with_part(content, name, change):
    """The same zip with one of its parts changed as bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    return out.getvalue()


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def points(**cells):
    return {place: Decimal(value) for place, value in cells.items()}
