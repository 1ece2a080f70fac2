"""Every table that can be taken to Excel: the page's own rows, types and rights."""

import io
from itertools import zip_longest

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from openpyxl import load_workbook

from .every_page.tables import EXPORTS, OF_OTHERS
from .test_every_page import MOST_QUERIES
from .who_may import table
from .who_may.addresses import address
from .who_may.scene import build

FORMULA = "=1+1 & “kế hoạch”"
DAYS = {"mm/yyyy", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"}
STRANGERS = ["anonymous", "outsider", "former_member", "foreign_staff", "nobody"]


@pytest.fixture
def scene(cast):
    return build(cast, title=FORMULA)


def signed_in(scene, kind):
    client = Client()
    if person := scene.people.get(kind):
        client.force_login(person)
    return client


def exported(url):
    return f"{url}{'&' if '?' in url else '?'}tai=xlsx"


def test_every_table_is_that_of_its_page(scene):
    rows = {**{row: ("staff", counts) for row, counts in EXPORTS.items()}, **OF_OTHERS}
    clients = {kind: signed_in(scene, kind) for kind, _counts in rows.values()}
    problems = []
    for row, (kind, counts) in rows.items():
        client, url = clients[kind], address(row, scene)
        page = client.get(url, secure=True).content.decode().casefold()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(exported(url), secure=True)
        if len(queries) > MOST_QUERIES:
            problems.append(f"{row}: {len(queries)} queries")
        if "tai=xlsx" not in page:
            problems.append(f"{row}: no button")
        sheets = _read(response)
        found = tuple(len(lines) for _head, lines in sheets)
        if not all(_is_right(*each) for each in zip_longest(counts, found, fillvalue=-1)):
            problems.append(f"{row}: {found} lines")
        for head, lines in sheets:
            problems += [f"{row}: {each}" for each in _wrong(head, lines, page)]
    assert problems == []


def _is_right(count, found):
    return found > 0 if count is None else found == count


def _read(response):
    """Of each sheet the heading and the lines below it, as cells; blank lines do not count."""
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert "attachment" in response["Content-Disposition"]
    return [_sheet(each) for each in load_workbook(io.BytesIO(response.content)).worksheets]


def _sheet(sheet):
    top = int(sheet.print_title_rows.strip("$").partition(":")[0])
    lines = [line for line in sheet.iter_rows(min_row=top + 1) if any(c.value for c in line)]
    return sheet[top], lines


def _wrong(head, lines, page):
    texts = [cell for line in [head, *lines] for cell in line if isinstance(cell.value, str)]
    yield from (f"{c.coordinate} is a {c.data_type}" for c in texts if c.data_type != "s")
    yield from (f"{c.coordinate} links" for c in texts if c.hyperlink)
    yield from (
        f"{line[0].coordinate} is not on the page: {line[0].value}"
        for line in lines
        if isinstance(line[0].value, str) and escape(line[0].value).casefold() not in page
    )
    for line in lines:
        for cell in line:
            if cell.is_date and cell.number_format not in DAYS:
                yield f"{cell.coordinate} is a day in {cell.number_format}"


def test_a_table_is_for_those_who_may_open_its_page(scene):
    problems = []
    for kind in STRANGERS:
        client = signed_in(scene, kind)
        for row in (*EXPORTS, *OF_OTHERS):
            status = client.get(exported(address(row, scene)), secure=True).status_code
            if status != (expected := table.of(kind)[row].get):
                problems.append(f"{row} for {kind}: {status}, not {expected}")
    assert problems == []
