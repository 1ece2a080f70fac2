"""A builder of workbooks as offices have them, and the book they are read for. No database."""

import io
from decimal import Decimal

from openpyxl import Workbook

from files.gate import accept
from files.kinds import TABLES
from files.tests.make import upload
from scoring.foreign.answers import answers_of
from scoring.foreign.applying import apply
from scoring.foreign.grids import open_grids
from scoring.foreign.proposing import propose
from scoring.tests.books import book as issued_book
from scoring.tree import Node
from scoring.workbook.layout import Member


def node(code, text, maximum, *children, kind="ordinary", pk=None):
    return Node(code, text, kind, Decimal(maximum), children, pk)


SECTIONS = (
    node(
        "I", "Thực hiện nhiệm vụ chính trị", "60",
        node("I.1", "Hoàn thành chỉ tiêu kinh tế - xã hội được giao", "40", pk=1),
        node("I.2", "Tuyên truyền, vận động đoàn viên, hội viên", "20", pk=2),
    ),
    node(
        "II", "Xây dựng tổ chức vững mạnh", "30",
        node("II.1", "Thực hiện quy chế dân chủ ở cơ sở", "20", pk=3),
        node("II.2", "Phát triển đoàn viên mới", "10", pk=4),
    ),
    node("III", "Điểm thưởng mô hình mới", "5", kind="bonus", pk=5),
    node("IV", "Điểm trừ gửi báo cáo chậm", "10", kind="penalty", pk=6),
)  # fmt: skip
NUMBERED = (
    node(
        "1", "Thực hiện nhiệm vụ chính trị", "60",
        node("1.1", "Hoàn thành chỉ tiêu kinh tế - xã hội được giao", "40", pk=1),
        node("1.2", "Tuyên truyền, vận động đoàn viên, hội viên", "20", pk=2),
    ),
    node(
        "2", "Xây dựng tổ chức vững mạnh", "2000",
        node("2.1", "Thực hiện quy chế dân chủ ở cơ sở", "2000", pk=3),
        node("2.10", "Phát triển đoàn viên mới", "10", pk=4),
    ),
)  # fmt: skip
MEMBERS = (
    Member(11, "Hội Nông dân", ("HND",)),
    Member(12, "Liên đoàn Lao động", ("LĐLĐ", "Công đoàn")),
    Member(13, "Hội Liên hiệp Phụ nữ", ("LHPN", "Hội Phụ nữ")),
    Member(14, "Tỉnh đoàn", ("Đoàn Thanh niên",)),
)
HEAD = ["Mã", "Nội dung tiêu chí", "Điểm tối đa", *(member.name for member in MEMBERS)]
POINTS = {
    1: (38, 39.5, 40, 37),
    2: (18, 19, 20, 17.25),
    3: (20, 19, 18, 17),
    4: (9, 8, 10, 7.5),
    5: (5, 0, 2, 3),
    6: (0, 2, 0, 1),
}
# What the usual table says, whatever it looks like.
USUAL = {
    (member.key, pk): Decimal(str(points[place]))
    for pk, points in POINTS.items()
    for place, member in enumerate(MEMBERS)
}


def book(sections=SECTIONS, **fields):
    return issued_book(**{"sections": sections, "members": MEMBERS, **fields})


def lines(sections=SECTIONS, points=POINTS):
    """The body of the usual table: code, text, maximum, and the points of each member."""
    found = []
    for each in sections:
        for one in (each, *each.children):
            given = points.get(one.pk, ("",) * len(MEMBERS))
            found.append([one.code, one.text, float(one.maximum), *given])
    return found


def xlsx(rows, *, change=None, title="Sheet1", more=()):
    """A workbook of these rows; `change(sheet)` merges and hides; `more`: {title: rows}."""
    workbook = Workbook()
    workbook.active.title = title
    sheets = [(workbook.active, rows)]
    sheets += [(workbook.create_sheet(name), content) for name, content in dict(more).items()]
    for sheet, content in sheets:
        for number, row in enumerate(content, start=1):
            for column, value in enumerate(row, start=1):
                if value not in ("", None):
                    sheet.cell(number, column).value = value
    if change:
        change(workbook.active)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def csv_of(rows, sign=";", encoding="utf-8"):
    text = "\r\n".join(sign.join(_written(value) for value in row) for row in rows)
    return text.encode(encoding)


def _written(value):
    text = f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    return f'"{text}"' if "," in text else text


def proposed(content, mine=None, name="bang.xlsx"):
    """The proposal for a file, through the whole door: gate, grids, proposal."""
    accepted = accept(upload(name, content), kinds=TABLES)
    grids = open_grids(accepted.content)
    return grids, propose(grids, mine or book())


def reading(content, mine=None, name="bang.xlsx", **answers):
    """What is read where everything is sure or answered; `answers` as the fields of the form."""
    mine = mine or book()
    grids, proposal = proposed(content, mine, name)
    found = answers_of(proposal, {key.replace("_", "-"): v for key, v in answers.items()}, mine)
    assert found.mapping, found.errors
    return apply(grids, found.mapping, mine)


def asked(proposal):
    """What a proposal asks, by the place in the file: {"D", "9", "sheet", "sign"}."""
    grid = proposal.grid
    places = {grid.column_name(guess.column) for guess in proposal.unsure_columns}
    places |= {grid.row_name(guess.row) for guess in proposal.unsure_rows}
    places |= {"sheet"} if proposal.asks_sheet else set()
    return places | ({"sign"} if proposal.asks_decimal else set())
