"""Workbooks of a stage for tests: issued as the pages issue them, filled in, uploaded."""

import io
from decimal import Decimal

from django.utils import timezone
from openpyxl import load_workbook

from blocs.models import EmulationYear
from files.gate import accept
from files.kinds import TABLES
from files.tests.make import upload
from scoring.columns import read_columns
from scoring.models import Score
from scoring.procedure import with_procedure
from scoring.sheet import read_sheet
from scoring.stage_books import check_book, self_book
from scoring.tests import make
from scoring.tests.books import edited
from scoring.tests.foreign.tables import xlsx
from scoring.tests.stage_scene import DAY, staged
from scoring.workbook.stage_issue import issue_stage
from scoring.workbook.stage_layout import mark_of
from scoring.workflow import preview_self, receive_self, save_sheets


def columns_for(year, person):
    years = EmulationYear.objects.select_related("bloc__province").filter(pk=year.pk)
    return read_columns(with_procedure(years).get(), person, more=True)


def self_workbook(year, seat, person, cells=None):
    """The workbook that a member's representative downloads; cells are {(code, part): value}."""
    columns = columns_for(year, person)
    own = next(each for each in columns.seats if each.pk == seat.pk)
    book = self_book(columns, own)
    found = {(seat, code, part): value for (code, part), value in (cells or {}).items()}
    return _filled(issue_stage(book, columns.criteria_set.rounding_step), found)


def check_workbook(year, person, cells=None):
    """The workbook that who checks downloads; cells are {(seat, code, part): value}."""
    columns = columns_for(year, person)
    book = check_book(columns, person)
    return _filled(issue_stage(book, columns.criteria_set.rounding_step), cells or {})


def accepted(content, name="phiếu.xlsx"):
    return accept(upload(name, content), kinds=TABLES)


def sheet_of(content):
    return load_workbook(io.BytesIO(content)).worksheets[0]


def cell(sheet, seat, code, part):
    """The address of a member's part at a criterion."""
    keys = next(row for row in sheet.iter_rows() if row[0].value == "don-vi:")
    mark = mark_of(_Key(seat.pk), part)
    column = next(each.column_letter for each in keys if each.value == mark)
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == code)
    return f"{column}{row}"


class _Key:
    def __init__(self, key):
        self.key = key


def _filled(content, cells):
    def fill(workbook):
        sheet = workbook.worksheets[0]
        for (seat, code, part), value in cells.items():
            sheet[cell(sheet, seat, code, part)].value = value

    return edited(content, fill) if cells else content


def own_table(year, head=("Số liệu", "Chỉ tiêu", "Điểm tự chấm", "Giải trình"), rows=None):
    """A member's own table of its self-score: code, text, and the columns of its layout."""
    sheet = read_sheet(year)
    body = [
        [row.node.code, row.node.text, *(rows or {}).get(row.node.code, ())] for row in sheet.rows
    ]
    return xlsx([[f"PHIẾU TỰ CHẤM NĂM {year.year}"], ["Mã", "Nội dung", *head], *body])


def self_uploaded(seat, *, by, at):
    """A previewed workbook of a member's self-score that changes one criterion."""
    content = self_workbook(seat.emulation_year, seat, by, {("I.1", "diem"): 31})
    return preview_self(seat, accepted=accepted(content), by=by, at=at)


def self_received(seat, *, by, at):
    """A member's own table, one column of which is not known."""
    table = own_table(seat.emulation_year, ["Cột lạ"], {"I.1": [30]})
    return receive_self(seat, accepted=accepted(table, "bảng tự lập.xlsx"), by=by, at=at)


def with_over(year, *, today):
    """A staged year that is still scoring itself, with points for exceeding the target of I.1."""
    made = staged(year, today=today, self_until=today + DAY)
    make.criterion(made, "III.2", "3", made.criteria.get(code="III"), method="over")
    fulfilled = made.criteria.get(code="I.1")
    fulfilled.over, fulfilled.over_cap = Decimal(1), Decimal(3)
    fulfilled.save()
    return made


def all_scores():
    """Scores as they stand, to compare byte for byte."""
    fields = ["seat", "stage", "criterion", "points", "figure", "target", "applies"]
    return sorted(Score.objects.values_list(*fields, "by", "at", "reason"), key=str)


def saved(upload, by, **more):
    return save_sheets(upload, by=by, at=timezone.now(), **more)
