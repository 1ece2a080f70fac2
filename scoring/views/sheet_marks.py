"""The copy of a file of sheets in which each problem, or each question, is marked at its cell."""

from django.http import Http404

from ..marks import marked_sheets
from ..sheet_reading import reading_of_sheets
from .answering import marked_name, workbook_answer
from .finding_sheets import find_sheet_upload
from .sheet_columns import book_of_upload


def sheet_upload_marked(request, slug, year, pk):
    columns, found = find_sheet_upload(request, slug, year, pk)
    content = marked_sheets(found, book_of_upload(columns, found, request.user))
    if content is None:
        raise Http404
    return workbook_answer(content, marked_name(found.file.name))


def problems_now(request, columns, found):
    """What is wrong with a workbook that was kept with its problems; () of any other."""
    if not found.is_wrong:
        return ()
    book = book_of_upload(columns, found, request.user)
    return reading_of_sheets(found.file.path.read_bytes(), book, found.mapping).problems
