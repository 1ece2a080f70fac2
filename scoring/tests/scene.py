"""Scored years for tests: the small set, workbooks of it, uploads through the verbs."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from files.gate import accept
from files.kinds import WORKBOOK
from files.tests.make import upload
from scoring.books import book_of
from scoring.models import Score, current_set
from scoring.sheet import read_sheet
from scoring.tests.books import edited
from scoring.workbook.issue import issue
from scoring.workflow import preview_upload

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
