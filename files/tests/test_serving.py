"""A stored file leaves as a download that no browser runs in our name."""

import datetime as dt
import logging

import pytest
from csp.middleware import CSPMiddleware
from django.http import Http404

from files import gate, storing
from files.serving import FileIsGone, disposition, serve

from . import make

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def file(db):
    accepted = gate.accept(make.NamedBytes("Giao ước thi đua 2026.pdf", make.PDF))
    return storing.store(accepted, by=make.user(), at=NOON)


def test_the_download_is_the_file_with_its_name_and_locks(file, rf):
    response = CSPMiddleware(lambda request: serve(file))(rf.get("/"))

    assert b"".join(response.streaming_content) == make.PDF
    response.close()
    assert dict(response.headers) == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(make.PDF)),
        "Content-Disposition": 'attachment; filename="giao-uoc-thi-dua-2026.pdf"; '
        "filename*=UTF-8''Giao%20%C6%B0%E1%BB%9Bc%20thi%20%C4%91ua%202026.pdf",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Đề nghị.JPEG", "de-nghi.jpeg"), ("報告.pdf", "tep.pdf"), ('a"\r\n;b.pdf', "a-b.pdf")],
)
def test_a_name_never_breaks_out_of_its_header(name, plain):
    header = disposition(name)
    assert header.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert header.isascii()
    assert header.count('"') == 2
    assert not set("\r\n") & set(header)


def test_a_file_the_disk_has_lost_is_said_to_be_missing(file, caplog):
    file.path.unlink()
    with pytest.raises(FileIsGone, match=r"Giao ước thi đua 2026\.pdf"):
        serve(file)
    assert issubclass(FileIsGone, Http404)
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert str(file.path) in record.getMessage()
