"""Any bytes at the door: an answer or a clear refusal, never an error of ours. No database."""

import io
import zipfile
from functools import cache

from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from files.gate import accept
from files.kinds import TABLES
from files.tests.make import archive, upload
from scoring.foreign.answers import answers_of, choice_of
from scoring.foreign.applying import apply
from scoring.foreign.grids import Unreadable, open_grids
from scoring.foreign.marking import marked
from scoring.foreign.proposing import propose
from scoring.foreign.xlsx import was_issued_here
from scoring.tests.books import with_part
from scoring.tests.foreign.corpus import CASES
from scoring.tests.foreign.tables import book, csv_of, xlsx

SLOW = settings(
    deadline=None, max_examples=120, suppress_health_check=list(HealthCheck), derandomize=True
)
PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml",
         "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels")  # fmt: skip
VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.sampled_from(["Mã", "I.1", "1.1", "HND", "LĐLĐ", "Tổng", "1.234", "9,5", "=A1", "(1)", "a"]),
)
WORDS = st.dictionaries(
    st.sampled_from(["sheet", "turned", "first", "last", "code", "text", "c-4", "r-3", "sign"]),
    st.text(max_size=6) | st.integers(-2, 2000).map(str),
)


def go_through(name, content, words=None):
    """The whole way of a file: the gate, the grids, the proposal, answers, reading, marks."""
    words = words or {}
    try:
        accepted = accept(upload(name, content), kinds=TABLES)
        was_issued_here(accepted.content)
        grids = open_grids(accepted.content)
    except (ValidationError, Unreadable):
        return
    mine = book()
    proposal = propose(grids, mine, choice_of(words))
    if proposal is None:
        return
    found = answers_of(proposal, words, mine)
    if found.mapping:
        problems = apply(grids, found.mapping, mine).problems
        marked(accepted.content, grids, proposal.grid.name, problems)
    else:
        assert found.errors


@cache
def usual(name):
    return CASES[name][0]()


@SLOW
@given(st.binary(max_size=3000), st.sampled_from(["a.xlsx", "a.csv", "a.xls", "a.ods", "a"]))
def test_random_bytes(content, name):
    go_through(name, content)


@SLOW
@given(st.binary(max_size=600))
def test_random_bytes_behind_the_first_ones_of_a_zip(content):
    go_through("a.xlsx", b"PK\x03\x04" + content)


@SLOW
@given(st.dictionaries(st.sampled_from(PARTS), st.binary(max_size=300)))
def test_random_zips(parts):
    go_through("a.xlsx", archive({"[Content_Types].xml": "", "xl/workbook.xml": "", **parts}))


@SLOW
@given(st.sampled_from(sorted(CASES)), st.data())
def test_workbooks_with_changed_bytes(name, data):
    content = bytearray(usual(name))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    go_through(CASES[name][2], bytes(content))


@SLOW
@given(st.sampled_from(["plain_table", "heading_of_two_merged_lines"]),
       st.sampled_from(PARTS), st.data())  # fmt: skip
def test_workbooks_with_changed_parts(name, part, data):
    def spoil(xml):
        broken = bytearray(xml)
        for place in data.draw(st.lists(st.integers(0, len(xml) - 1), min_size=1, max_size=5)):
            broken[place : place + 1] = data.draw(st.binary(max_size=6))
        return bytes(broken)

    assert zipfile.is_zipfile(io.BytesIO(usual(name)))
    go_through("a.xlsx", with_part(usual(name), part, spoil))


@SLOW
@given(st.lists(st.lists(VALUES, max_size=8), max_size=12), WORDS)
def test_tables_of_anything(rows, words):
    plain = [
        ["" if v is None else "".join(c for c in str(v) if c.isprintable()) for v in row]
        for row in rows
    ]
    go_through("a.csv", csv_of(plain), words)
    go_through("a.xlsx", xlsx([[_storable(v) for v in row] for row in rows]), words)


def _storable(value):
    return "".join(c for c in value if c.isprintable()) if isinstance(value, str) else value


@SLOW
@given(WORDS, st.sampled_from(sorted(CASES)))
def test_any_answer_to_any_workbook(words, name):
    go_through(CASES[name][2], usual(name), words)
