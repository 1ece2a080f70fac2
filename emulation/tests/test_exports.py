"""Every table that can be taken to Excel: the page's own rows, types and rights."""

import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from openpyxl import load_workbook

from .test_every_page import MOST_QUERIES
from .who_may import table
from .who_may.addresses import address
from .who_may.scene import build

FORMULA = "=1+1 & “kế hoạch”"
# Row of the table of who may: how many lines its table has for the staff. None: some, as many as
# the law has kinds, or the log events.
EXPORTS = {
    "awards:law_list": None,
    "blocs:activity_list": 1,
    "blocs:bloc_list": 2,
    "blocs:conference_list": 1,
    "blocs:conference_search": 1,
    "blocs:deadline_list": 7,
    "blocs:notice_list": 1,
    "blocs:organisation_list": 6,
    "blocs:seat_list": 4,
    "blocs:term_list": 4,
    "desk:audit_list": None,
    "pledges:commendation_list": 4,
    "pledges:covenant_detail": 1,
    "pledges:movement_detail": 4,
    "pledges:movement_list": 3,
    "pledges:progress_board@last_year": 6,
    "scoring:announcement_detail": 1,
    "scoring:disqualification_list": 1,
    "scoring:sheet_detail": 9,
    "scoring:sheet_list": 4,
}
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
    client, problems = signed_in(scene, "staff"), []
    for row, count in EXPORTS.items():
        url = address(row, scene)
        page = client.get(url, secure=True).content.decode().casefold()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(exported(url), secure=True)
        if len(queries) > MOST_QUERIES:
            problems.append(f"{row}: {len(queries)} queries")
        if "tai=xlsx" not in page:
            problems.append(f"{row}: no button")
        head, lines = _read(response)
        if not lines or (count is not None and len(lines) != count):
            problems.append(f"{row}: {len(lines)} lines")
        problems += [f"{row}: {each}" for each in _wrong(head, lines, page)]
    assert problems == []


def _read(response):
    """The heading and the lines below it, as cells; blank lines do not count."""
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert "attachment" in response["Content-Disposition"]
    book = load_workbook(io.BytesIO(response.content))
    sheet = book.worksheets[0]
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
        for row in EXPORTS:
            status = client.get(exported(address(row, scene)), secure=True).status_code
            if status != (expected := table.of(kind)[row].get):
                problems.append(f"{row} for {kind}: {status}, not {expected}")
    assert problems == []
