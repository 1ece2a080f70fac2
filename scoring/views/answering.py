"""Workbooks as downloads, a copy of an uploaded file with its problems marked among them."""

from django.http import Http404, HttpResponse

from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..marks import marked_copy


def marked_answer(received, sheet):
    """Answer with the marked copy; 404 without criteria, or where the file cannot be read."""
    content = marked_copy(received, sheet) if sheet else None
    if content is None:
        raise Http404
    return workbook_answer(content, marked_name(received.file.name))


def workbook_answer(content, name):
    """Answer with the bytes of an .xlsx as a download that no cache keeps."""
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(name)
    response["Cache-Control"] = "private, no-store"
    return response


def marked_name(name):
    """What the copy of a file of this name is called."""
    return f"{name.rpartition('.')[0]} - đánh dấu.xlsx"
