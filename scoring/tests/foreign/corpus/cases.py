"""What the awkward workbooks have in common: {name: (maker, book, name of file, outcome)}.

An outcome is what is read ({(member, criterion): points}), or the set of places that are asked.
"""

from scoring.tests.foreign.tables import (
    HEAD,
    NUMBERED,
    USUAL,
    book,
    lines,
)

TITLES = [["ỦY BAN MTTQ TỈNH"], ["KHỐI THI ĐUA SỐ 1"], [], ["BẢNG TỔNG HỢP ĐIỂM NĂM 2026"], []]
FOOT = [
    [],
    ["", "Thái Sơn, ngày 5 tháng 12 năm 2026"],
    ["", "Người lập biểu", "", "Trưởng khối"],
    ["", "Nguyễn Văn An", "", "Trần Thị Bình"],
]
CASES = {}
NUMBERS = book(NUMBERED)
NUMBERED_USUAL = {place: points for place, points in USUAL.items() if place[1] <= 4}


def case(outcome, mine=None, file="bang.xlsx"):
    """Decorator: the function makes the bytes; its name says what is awkward."""

    def add(make):
        CASES[make.__name__] = (make, mine or book(), file, outcome)
        return make

    return add


def headed(*names, head=HEAD[:3], body=None):
    return [[*head, *names], *(body or lines())]


def changed(row, column, value, rows=None):
    """The usual table with one cell changed; row and column counted from 1."""
    rows = [list(line) for line in rows or [HEAD, *lines()]]
    rows[row - 1][column - 1] = value
    return rows
