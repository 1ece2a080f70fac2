"""The workbook of a stage: what is issued, and what is read from it. No database."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from files.gate import accept
from files.kinds import WORKBOOK
from files.tests.make import upload
from scoring.arithmetic import Rule, Tier
from scoring.entries import EMPTY, Entry
from scoring.kinds import Method
from scoring.tests.books import edited
from scoring.tree import Node, leaves
from scoring.workbook.layout import Member
from scoring.workbook.live import formula
from scoring.workbook.stage_issue import issue_stage
from scoring.workbook.stage_layout import StageBook
from scoring.workbook.stage_read import read_stage

D = Decimal
CENT = D("0.01")
TIERS = Rule(Method.TIERS, tiers=(Tier(D(10), "tốt"), Tier(D(6), "khá"), Tier(D(0), "yếu")))
RULES = (
    ("I.1", "40", Rule(Method.PRO_RATA, "vụ", D(100))),
    ("I.2", "20", Rule()),
    ("I.3", "10", TIERS),
    ("I.4", "10", Rule(Method.YES_NO, may_not_apply=True)),
    ("I.5", "10", Rule(Method.RELATIVE, "tỷ đồng")),
    ("I.6", "10", Rule(Method.PRO_RATA, "%", D(95), may_not_apply=True)),
)


def sections():
    below = tuple(
        Node(code, f"Tiêu chí {code}", "ordinary", D(most), (), pk, rule)
        for pk, (code, most, rule) in enumerate(RULES, start=1)
    )
    bonus = Node(
        "II",
        "Thưởng",
        "bonus",
        D(5),
        (Node("II.1", "Vượt", "bonus", D(5), (), 7, Rule(Method.OVER_FULFILMENT)),),
    )
    return (Node("I", "=Nhiệm vụ", "ordinary", D(100), below), bonus)


FRONT, UNION = Member(11, "Ủy ban MTTQ"), Member(12, "=Liên đoàn")
ENTRIES = {
    (11, 1): Entry(D(80), D(160), reason="=1+1  hai"),
    (11, 2): Entry(D("18.5")),
    (11, 3): Entry(D(2)),
    (11, 4): Entry(applies=False, reason="Không có"),
    (11, 5): Entry(D("1500000000000.25")),
    (11, 6): Entry(D(90)),
}


def book(stage="self", **fields):
    fields = {"members": (FRONT,), "sections": sections(), "entries": ENTRIES, **fields}
    return StageBook("khoi-so-1", "Khối số 1", 2026, stage, "1a2b3c4d", **fields)


def checks(**fields):
    return book(
        "checked",
        **{"members": (FRONT,), "locked": (UNION,), "before": ENTRIES, "entries": {}, **fields},
    )


def opened(content):
    return load_workbook(io.BytesIO(content)).worksheets[0]


def typed(mine, **cells):
    def fill(workbook):
        for address, value in cells.items():
            workbook.worksheets[0][address].value = value

    return read_stage(edited(issue_stage(mine, CENT), fill), mine)


@pytest.mark.parametrize(
    "mine", [book(), checks(entries=ENTRIES), checks()], ids=["self", "checked", "empty"]
)
def test_what_is_issued_passes_the_gate_and_reads_as_what_is_stored(mine):
    accepted = accept(upload("x.xlsx", issue_stage(mine, CENT)), kinds=WORKBOOK)
    reading = read_stage(accepted.content, mine)
    nothing = {(11, node.pk): EMPTY for node in leaves(mine.sections) if node.pk != 7}
    assert (reading.problems, reading.wanted) == ((), {**nothing, **mine.entries})


def test_only_what_is_to_be_filled_in_is_open_and_it_prints_with_its_heading():
    sheet = opened(issue_stage(book(), CENT))
    free = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    # Figures in F, targets in G, points in H, words in I; the section is row 9.
    assert free == {
        "F10", "F12", "F13", "F14", "F15", "G10", "G15", "H11",
        *(f"I{row}" for row in (10, 11, 12, 13, 14, 15, 17)),
    }  # fmt: skip
    assert sheet.protection.sheet
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C9", "$6:$7")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert (sheet["B9"].value, sheet["B9"].data_type) == ("=Nhiệm vụ", "s")
    assert (sheet["F12"].value, sheet["F13"].value, sheet["I10"].data_type) == (
        "2. khá",
        "không áp dụng",
        "s",
    )
    lists = {
        str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"
    }
    assert lists == {"F12": '"1. tốt,2. khá,3. yếu"', "F13": '"có,không,không áp dụng"'}
    assert sheet["C10"].value.startswith("Định lượng: 40 ×")


def test_a_check_shows_the_self_score_beside_and_locks_the_checkers_own():
    told = {(11, 1): D(20), (12, 1): D(30)}
    before = {**ENTRIES, (12, 1): Entry(D(75))}
    sheet = opened(issue_stage(checks(before=before, points_before=told), CENT))
    assert [sheet[f"{c}6"].value for c in "EI"] == ["Ủy ban MTTQ", "=Liên đoàn (khóa)"]
    assert [sheet[f"{c}7"].value for c in "EFGH"] == [
        "Tự chấm",
        "Kiểm tra",
        "Chỉ tiêu",
        "Lý do khác tự chấm",
    ]
    assert (sheet["E10"].value, sheet["F10"].value, sheet["G10"].value) == (80, None, 160)
    assert "20 điểm" in sheet["E10"].comment.text
    assert "=1+1  hai" in sheet["E10"].comment.text
    assert (sheet["I10"].value, sheet["E13"].value) == (75, "không áp dụng")
    assert all(sheet[f"{c}{row}"].protection.locked for c in "IJKL" for row in range(9, 18))
    assert "Định lượng: 40 ×" in sheet["B10"].comment.text
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$6:$7", "$A:$B")


@pytest.mark.parametrize(
    ("cell", "value", "entry"),
    [
        ("F12", "3. yếu", Entry(D(3))),
        ("F12", "TỐT", Entry(D(1))),
        ("F12", 2, Entry(D(2))),
        ("F13", "Có", Entry(D(1), reason="Không có")),
        ("F13", 0, Entry(D(0), reason="Không có")),
        ("F15", "KHÔNG  áp dụng", Entry(applies=False)),
        ("F10", "1.234,5", Entry(D("1234.5"), D(160), reason="=1+1  hai")),
    ],
)
def test_a_value_is_read_as_it_is_meant(cell, value, entry):
    reading = typed(book(), **{cell: value})
    place = 11, int(cell[1:]) - 9
    assert (reading.problems, reading.wanted[place]) == ((), entry)


def test_a_percentage_is_one_where_per_cent_are_counted():
    def fill(workbook):
        for address in ("F10", "F15"):
            cell = workbook.worksheets[0][address]
            cell.value, cell.number_format = 0.925, "0.0%"

    reading = read_stage(edited(issue_stage(book(), CENT), fill), book())
    assert [problem.cell for problem in reading.problems] == ["F10"]
    assert reading.wanted[11, 6] == Entry(D("92.5"))


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("F10", -1, "not below 0"),
        ("F10", "1.234", "1.234"),
        ("G10", 0, "above 0"),
        ("F11", 3, "judged: write points"),
        ("H10", 32, "write the figure, not the points"),
        ("F12", "giỏi", "giỏi"),
        ("F12", 4, "tiers"),
        ("F10", "không áp dụng", "concerns every member"),
        ("F17", 2, "follow from the other"),
        ("I10", "x" * 301, "300 characters"),
        ("K10", 5, "no heading"),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(cell, value, said):
    [problem] = typed(book(), **{cell: value}).problems
    assert problem.cell == cell
    assert said in problem.sentence


def test_a_column_of_somebody_else_may_not_be_written():
    cells = {"J10": 75, "L10": "đúng"}
    found = {p.cell: p.sentence for p in typed(checks(), **cells).problems}
    assert set(found) == set(cells)
    assert all("own sheet" in sentence for sentence in found.values())
    content = edited(issue_stage(checks(), CENT), lambda w: w.worksheets[0].__setitem__("F10", 80))
    [problem] = read_stage(content, checks(members=(UNION,), locked=())).problems
    assert (problem.cell, "Another organisation" in problem.sentence) == ("F10", True)


def test_a_column_that_was_taken_out_is_missed_and_a_workbook_of_another_member_refused():
    content = edited(issue_stage(book(), CENT), lambda w: w.worksheets[0].delete_cols(7))
    assert "are missing" in read_stage(content, book()).problems[0].sentence
    [problem] = read_stage(issue_stage(book(), CENT), book(members=(UNION,))).problems
    assert "another member" in problem.sentence


def test_excel_shows_the_points_of_plain_rules_and_waits_for_those_that_compare():
    nodes = {node.code: node for node in leaves(sections())}
    shown = formula(nodes["I.1"], "F10", "G10", CENT)
    assert '40*F10/IF(G10="",100,G10)' in shown
    assert "tính khi tải lên" in formula(nodes["I.5"], "F14", "G14", CENT)
    assert "IF(F14=50,7.5," in formula(nodes["I.5"], "F14", "G14", CENT, (D(50), D("7.5")))
