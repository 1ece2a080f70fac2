"""Scored years for tests: the small set, workbooks of it, uploads through the verbs."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from files.gate import accept
from files.kinds import TABLES, WORKBOOK
from files.tests.make import upload
from scoring.books import book_of
from scoring.models import Score, current_set
from scoring.sheet import read_sheet
from scoring.tests.books import edited
from scoring.tests.foreign.tables import xlsx
from scoring.workbook.issue import issue
from scoring.workflow import preview_upload, receive

NOW = timezone.now()
LATER = NOW + dt.timedelta(seconds=5)


def stored(year):
    """{(short name of the member, code): points} of a year."""
    scores = Score.objects.filter(emulation_year=year)
    values = scores.values_list("seat__organisation__name", "criterion__code", "points")
    return {(name, code): points for name, code, points in values}


def score(year, seat, code, points, **fields):
    """A score as a row, past the verbs."""
    criteria_set = current_set(year)
    fields = {"by": None, "at": NOW, **fields}
    return Score.objects.create(
        emulation_year=year,
        criteria_set=criteria_set,
        seat=seat,
        criterion=criteria_set.criteria.get(code=code),
        points=Decimal(points),
        **fields,
    )


def workbook(year, cells=None):
    """The year's workbook with these cells: {(seat, code): value}."""
    sheet = read_sheet(year)
    content = issue(book_of(sheet))
    rows = {row.node.code: place for place, row in enumerate(sheet.rows, start=8)}
    columns = {seat.pk: place for place, seat in enumerate(sheet.members, start=4)}

    def fill(workbook):
        for (seat, code), value in (cells or {}).items():
            workbook.worksheets[0].cell(rows[code], columns[seat.pk]).value = value

    return edited(content, fill)


def accepted(year, cells=None, name="bảng điểm.xlsx"):
    return accept(upload(name, workbook(year, cells)), kinds=WORKBOOK)


def previewed(year, cells=None, *, by, at=NOW, reason=""):
    return preview_upload(year, accepted=accepted(year, cells), by=by, at=at, reason=reason)


def foreign_rows(year, *, strange=True):
    """A bloc's own table of the year; `strange`: one heading is no name of a member."""
    sheet = read_sheet(year)
    names = [seat.organisation.name for seat in sheet.members]
    # The one column with points is the farmers', whose heading may be a word of the bloc's own.
    names.sort(key=lambda name: name != "Hội Nông dân")
    heading = ["Các bác nông dân" if strange else names[0], *names[1:]]
    body = [
        [row.node.code, row.node.text, float(row.node.maximum)]
        + ([] if row.node.children else [38.25 if row.node.code == "I.1" else 1])
        for row in sheet.rows
    ]
    title = [f"BẢNG ĐIỂM NĂM {year.year}"]
    return [title, [], ["Mã", "Nội dung", "Điểm tối đa", *heading], *body]


def received(year, *, by, at=NOW, strange=True):
    """A bloc's own table, as it has arrived."""
    content = xlsx(foreign_rows(year, strange=strange))
    file = accept(upload("bảng của khối.xlsx", content), kinds=TABLES)
    return receive(year, accepted=file, by=by, at=at)
