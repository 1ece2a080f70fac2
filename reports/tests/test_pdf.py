"""The door: what a paper may load, where it may point, and that it is the same twice."""

import gc
import logging

import pytest

from reports.pdf import BrokenPaper, pdf_of, render_pdf

from . import make
from .measuring import Measured


@pytest.fixture
def log(caplog):
    """What WeasyPrint says while it works, above mere progress."""
    caplog.set_level(logging.WARNING, "weasyprint")
    return caplog


def html(body, head=""):
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>'
        f'<link rel="stylesheet" href="static:css/paper.css">{head}</head>'
        f"<body>{body}</body></html>"
    )


@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/a.png">',
        '<img src="https://example.org/a.png">',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<img src="static:img/no-such-picture.svg">',
        '<img src="static:../manage.py">',
        '<img src="static:/etc/passwd">',
        '<img src="static:css">',
        '<p style="background: url(ftp://example.org/a.png)">a</p>',
        '<a rel="attachment" href="file:///etc/passwd">a</a>',
        '<a rel="attachment" href="https://example.org/a.pdf">a</a>',
        '<object data="file:///etc/passwd"></object>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    ],
)
def test_a_paper_loads_our_static_files_only(body):
    with pytest.raises(BrokenPaper):
        pdf_of(html(body))


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="static:css/no-such-sheet.css">',
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        "<style>@import url(https://example.org/a.css);</style>",
        "<style>@import 'file:///etc/a.css';</style>",
        "<style>@font-face { font-family: A; src: url(file:///a.ttf) } * { font: 9pt A }</style>",
    ],
)
def test_a_style_sheet_that_cannot_be_had_is_no_paper_at_all(head):
    with pytest.raises(BrokenPaper):
        pdf_of(html("a", head))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://a.vn/", "tep.html", "data:,a"]
)
def test_a_paper_points_nowhere_odd(address):
    with pytest.raises(BrokenPaper):
        pdf_of(html(f'<a href="{address}">a</a>'))


@pytest.mark.parametrize("address", ["https://a.vn/", "mailto:a@a.vn", "#phu-luc"])
def test_a_paper_points_to_sites_people_and_itself(address, log):
    content = pdf_of(html(f'<a href="{address}">a</a><h2 id="phu-luc">Phụ lục</h2>'))
    assert content.startswith(b"%PDF-1.7")
    assert log.records == []


def test_the_same_input_gives_the_same_bytes(log):
    first, second = (
        render_pdf("reports/handover_minutes.html", {"sheet": make.sheet()}) for _ in range(2)
    )
    assert first == second
    assert log.records == []


def test_other_input_gives_other_bytes():
    other = make.sheet(number=6)
    assert render_pdf(other.template, {"sheet": other}) != render_pdf(
        other.template, {"sheet": make.sheet()}
    )


def test_a_paper_is_vietnamese_whatever_the_page_speaks():
    """The suite speaks English (conftest.py); dates and numbers of a paper do not."""
    content = render_pdf("reports/handover_minutes.html", {"sheet": make.sheet()})
    assert "ngày 28 tháng 12 năm 2025" in Measured(content).text()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(enabled):
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(BrokenPaper):
            pdf_of(html('<img src="file:///a.png">'))
        pdf_of(html("a"))
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
