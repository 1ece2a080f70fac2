"""Workbooks made to harm: each refused within a second and 200 MB, in a process of its own."""

import json
import os
import random
import subprocess
import sys
import zipfile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from files.tests.make import archive
from scoring.tests.books import book, with_part
from scoring.workbook.issue import issue
from scoring.workbook.read import read

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MEGABYTE = 1024 * 1024

MEASURE = """
import json, os, resource, sys, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings")
import django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from files.gate import accept
from files.kinds import WORKBOOK
from scoring.tests.books import book
from scoring.workbook.read import read
content = open(sys.argv[1], "rb").read()
start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    accepted = accept(SimpleUploadedFile("x.xlsx", content), kinds=WORKBOOK)
    said = [problem.sentence for problem in read(accepted.content, book()).problems]
except ValidationError as error:
    said = error.messages
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps({"said": said, "seconds": time.perf_counter() - start, "kilobytes": used}))
"""


def replaced(name, content):
    return with_part(issue(book()), name, lambda _data: content)


def sheet(rows):
    head = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    return head + rows + b"</sheetData></worksheet>"


HOSTILE = {
    "one_wide_row": lambda: replaced(SHEET, sheet(b"<row>" + b"<c/>" * 1_500_000 + b"</row>")),
    "million_rows": lambda: replaced(SHEET, sheet(b"<row><c><v>1</v></c></row>" * 300_000)),
    "just_below": lambda: replaced(SHEET, sheet(b"<row><c><v>1</v></c></row>" * 24_000)),
    "just_below_wide": lambda: replaced(SHEET, sheet(b"<row>" + b"<c/>" * 140_000 + b"</row>")),
    "far_cell": lambda: replaced(
        SHEET, sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "many_strings": lambda: replaced(
        STRINGS, b"<sst>" + b"<si><t>x</t></si>" * 500_000 + b"</sst>"
    ),
    "long_string": lambda: replaced(
        STRINGS, b"<sst><si><t>" + b"x" * 45 * MEGABYTE + b"</t></si></sst>"
    ),
    "entities": lambda: replaced(SHEET, b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'),
    "utf_16": lambda: replaced(SHEET, sheet(b"<row/>" * 1000).decode().encode("utf-16")),
    "many_styles": lambda: replaced("xl/styles.xml", b"<s>" + b"<xf/>" * 400_000 + b"</s>"),
    "bomb": lambda: archive({"[Content_Types].xml": "x", "xl/workbook.xml": b"0" * 60 * MEGABYTE}),
    "broken_xml": lambda: replaced(SHEET, b"<worksheet><sheetData><row>"),
    "no_sheets": lambda: replaced("xl/workbook.xml", b"<workbook/>"),
    "deep": lambda: replaced(SHEET, b"<a>" * 100_000 + b"</a>" * 100_000),
    "random": lambda: b"PK\x03\x04" + random.Random(7).randbytes(MEGABYTE),
    "cut": lambda: issue(book())[:3000],
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_is_refused_quickly(make, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(make())

    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", MEASURE, str(path)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    found = json.loads(run.stdout)
    assert found["said"]
    assert found["seconds"] < 1
    assert found["kilobytes"] < 200 * 1024


def test_random_changes_of_a_workbook_are_never_an_error_of_ours():
    chance, content = random.Random(2026), issue(book())
    for _round in range(60):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if zipfile.is_zipfile(SimpleUploadedFile("x.xlsx", bytes(broken))):
            read(bytes(broken), book())
