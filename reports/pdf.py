"""The one door from a template to a PDF. A paper may load our static files and nothing else."""

import gc
import logging
import mimetypes
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from .face import legible

LINKS = {"https", "mailto"}


class BrokenPaper(Exception):
    """The template asks for what no paper may load, or points where no paper may point."""


def render_pdf(template, context):
    """Return the template as the bytes of a PDF/A-3a, the same bytes for the same input.

    Give it plain values: the paper outlives the rows. Papers are Vietnamese whatever language the
    page speaks. Raises BrokenPaper for a template that is not one of ours.
    """
    with translation.override("vi"):
        html = render_to_string(template, context)
    return pdf_of(legible(html))


def pdf_of(html):
    """Return HTML, of which every letter is known to be drawn, as PDF/A-3a bytes."""
    # WeasyPrint takes 0.7 s to import: pages and commands without papers do not pay for it.
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    try:
        with _without_collecting_garbage(), _every_complaint_is_fatal():
            document = HTML(string=html, url_fetcher=_static_only()).render(pdf_variant="pdf/a-3a")
            _check_links(document)
            return document.write_pdf(pdf_variant="pdf/a-3a")
    except FatalURLFetchingError as error:  # a BaseException: it would pass Django's handlers by
        raise BrokenPaper(f"{error}: {error.__cause__}") from error


def _static_only():
    """A fetcher that resolves static:css/paper.css by Django's finders and refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class StaticOnly(URLFetcher):
        def fetch(self, url, headers=None):
            parts = urlsplit(url)
            path = finders.find(unquote(parts.path)) if parts.scheme == "static" else None
            if path is None or not Path(path).is_file():
                raise ValueError(f"no paper may load {url}")
            # Without its type a style sheet would be dropped in silence.
            kind, _encoding = mimetypes.guess_type(path)
            return URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": kind})

    return StaticOnly(fail_on_errors=True)


class _Complaints(logging.Handler):
    """What the renderer says in this thread about what it leaves out."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.thread, self.said = threading.get_ident(), []

    def emit(self, record):
        if record.thread == self.thread:
            self.said.append(record.getMessage())


@contextmanager
def _every_complaint_is_fatal():
    """WeasyPrint goes on without what it cannot read, and even without a picture it was refused.

    An official paper is whole or it is not made.
    """
    log, complaints = logging.getLogger("weasyprint"), _Complaints()
    log.addHandler(complaints)
    try:
        yield
    finally:
        log.removeHandler(complaints)
    if complaints.said:
        raise BrokenPaper("; ".join(complaints.said))


def _check_links(document):
    for page in document.pages:
        for kind, target, *_box in page.links:
            if kind != "internal" and urlsplit(str(target)).scheme not in LINKS:
                raise BrokenPaper(f"no paper may point to {target}")


@contextmanager
def _without_collecting_garbage():
    """A fifth of the time would go into collecting what is thrown away a moment later."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
