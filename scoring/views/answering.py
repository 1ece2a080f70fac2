"""A copy of an uploaded file with its problems marked, as a download."""

from django.http import Http404, HttpResponse

from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..marks import marked_copy


def marked_answer(received, sheet):
    """Answer with the marked copy; 404 without criteria, or where the file cannot be read."""
    content = marked_copy(received, sheet) if sheet else None
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(_marked_name(received.file.name))
    response["Cache-Control"] = "private, no-store"
    return response


def _marked_name(name):
    return f"{name.rpartition('.')[0]} - đánh dấu.xlsx"
