"""Workbooks of a stage, to take home: a member's own sheet, or the sheets that a person checks."""

from django.http import HttpResponse

from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..models import Stage
from ..stage_books import check_book, self_book, stage_file_name
from ..workbook.stage_issue import issue_stage
from .finding_sheets import checked_sheets, own_sheet


def self_workbook(request, slug, year, seat_pk):
    columns, seat = own_sheet(request, slug, year, seat_pk)
    name = stage_file_name(columns, Stage.SELF, seat)
    return _answer(columns, self_book(columns, seat), name)


def check_workbook(request, slug, year):
    columns = checked_sheets(request, slug, year)
    book = check_book(columns, request.user)
    return _answer(columns, book, stage_file_name(columns, Stage.CHECKED))


def _answer(columns, book, name):
    content = issue_stage(book, columns.criteria_set.rounding_step)
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(name)
    response["Cache-Control"] = "private, no-store"
    return response
