"""Hand a stored file to somebody who may have it. The view that calls this has checked that."""

import logging
from pathlib import PurePosixPath
from urllib.parse import quote

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from vietnamese.text import slug

log = logging.getLogger(__name__)


class FileIsGone(Http404):
    """The disk has lost the file; unlike that of other 404s, the message is fit to show."""


def serve(file):
    """Return the file as a download that no browser opens in our name, nor any cache keeps.

    Raises `FileIsGone` when the disk has lost it; the log says which.
    """
    try:
        content = file.path.open("rb")
    except OSError as error:
        log.error("stored file %s (%s) cannot be read: %s", file.pk, file.path, error)
        raise FileIsGone(
            _("The file is missing from the server. Tell the administrator its name: %(name)s.")
            % {"name": file.name}
        ) from error
    response = FileResponse(content, content_type=file.content_type)
    response["Content-Disposition"] = disposition(file.name)
    response["X-Content-Type-Options"] = "nosniff"
    # django-csp keeps a policy that it finds: this one is stricter than that of the pages.
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def disposition(name):
    """Return the header for a download: plain letters for old programs, then the name itself."""
    path = PurePosixPath(name)
    plain = f"{slug(path.stem) or 'tep'}.{slug(path.suffix)}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
