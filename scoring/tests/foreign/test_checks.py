"""A checker's own table: whose column it is, points beside figures, what is asked. No database."""

from decimal import Decimal as D

import pytest

from scoring.arithmetic import Rule
from scoring.entries import Entry
from scoring.foreign.answers import answers_of
from scoring.foreign.applying import apply_to_sheet
from scoring.foreign.check_cells import figure_behind
from scoring.foreign.grids import open_grids
from scoring.foreign.of_checks import checks_book, key_of
from scoring.foreign.proposing import propose
from scoring.kinds import Method
from scoring.tests.foreign.tables import MEMBERS
from scoring.tests.foreign.tables import xlsx as written
from scoring.tree import Node
from scoring.workbook.points import WrongPoints
from scoring.workbook.stage_layout import StageBook

FARMERS, UNION, WOMEN, YOUTH = MEMBERS
TEXTS = ("Hoàn thành chỉ tiêu được giao", "Tuyên truyền, vận động", "Gửi báo cáo đúng hạn")
RULES = (
    Rule(Method.PRO_RATA, target=D(100)),
    Rule(),
    Rule(Method.STEPS_DOWN, each=D(2)),
)
LEAVES = tuple(
    Node(f"I.{pk}", text, "ordinary", D(40 if pk == 1 else 20), (), pk, rule)
    for pk, (text, rule) in enumerate(zip(TEXTS, RULES, strict=True), start=1)
)
SECTIONS = (Node("I", "Nhiệm vụ", "ordinary", D(80), LEAVES),)
SELF = {1: (Entry(D(80), D(100)), D(32)), 2: (Entry(D(18)), D(18)), 3: (Entry(D(1)), D(18))}
TITLE = ["BẢNG KIỂM TRA CHÉO NĂM 2026"]


def book(members=(UNION, WOMEN), own=(FARMERS,)):
    places = [(member.key, pk) for member in members for pk in SELF]
    return StageBook(
        slug="khoi-1", bloc="Khối 1", year=2026, stage="checked", version="v", sections=SECTIONS,
        members=members, locked=own,
        before={place: SELF[place[1]][0] for place in places},
        points_before={place: SELF[place[1]][1] for place in places},
    )  # fmt: skip


def rows(*cells):
    """Code, text and the cells of each criterion."""
    return [[leaf.code, leaf.text, *own] for leaf, own in zip(LEAVES, cells, strict=True)]


def xlsx(table, merged=()):
    def merge(sheet):
        for place in merged:
            sheet.merge_cells(place)

    return written(table, change=merge)


def proposed(content, mine):
    grids = open_grids(content)
    return grids, propose(grids, checks_book(mine))


def read(table, mine=None, merged=(), **answers):
    mine = mine or book()
    grids, proposal = proposed(xlsx(table, merged=merged), mine)
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    found = answers_of(proposal, given, checks_book(mine))
    assert not found.errors, found.errors
    return apply_to_sheet(grids, found.mapping, mine)


def test_points_that_are_those_of_the_self_score_mean_its_figure():
    head = ["Mã", "Nội dung", "Hội Nông dân", "LĐLĐ", "Hội Phụ nữ"]
    found = read([TITLE, head, *rows((40, 32, 32), (20, 17.5, 18), (20, 18, 14))])
    assert not found.problems
    assert found.wanted == {
        (12, 1): SELF[1][0], (12, 2): Entry(D("17.50")), (12, 3): SELF[3][0],
        (13, 1): SELF[1][0], (13, 2): Entry(D(18)), (13, 3): Entry(D(3)),
    }  # fmt: skip


def test_headings_over_two_rows_and_the_own_column_locked():
    head = [
        ["Mã", "Nội dung", "LĐLĐ", None, None, None, "Hội Nông dân", None],
        [None, None, "Tự chấm", "Số liệu", "Điểm kiểm tra", "Lý do", "Tự chấm", "Điểm kiểm tra"],
    ]
    table = [
        TITLE, *head,
        *rows((32, 70, 28, "Biên bản số 3", 40, 40), (18, None, 15, "Thiếu", 20, 20),
              (18, 4, None, None, 20, 20)),
    ]  # fmt: skip
    merged = ("A2:A3", "B2:B3", "C2:F2", "G2:H2")
    _grids, proposal = proposed(xlsx(table, merged=merged), book())
    roles = [guess.role for guess in proposal.columns]
    assert roles[2:] == ["left_out", "member", "member", "member", "left_out", "locked"]
    found = read(table, merged=merged)
    assert not found.problems
    assert found.wanted == {
        (12, 1): Entry(D(70), D(100), reason="Biên bản số 3"),
        (12, 2): Entry(D(15), reason="Thiếu"),
        (12, 3): Entry(D(4)),
    }


def test_a_part_over_the_members_names_is_meant_for_each():
    head = [["Mã", "Nội dung", "Số liệu kiểm tra", None], [None, None, "LĐLĐ", "LHPN"]]
    table = [TITLE, *head, *rows((80, 60), (18, 18), (1, 2))]
    found = read(table, merged=("A2:A3", "B2:B3", "C2:D2"))
    assert found.wanted[13, 1] == Entry(D(60), D(100))
    assert found.wanted[12, 3] == Entry(D(1))


def test_one_members_table_needs_no_name():
    table = [TITLE, ["Mã", "Nội dung", "Tự chấm", "Điểm kiểm tra", "Ghi chú"]]
    table += rows((32, 32, ""), (18, 16, "Không có biên bản"), (18, 18, "Đồng ý"))
    found = read(table, book(members=(UNION,), own=()))
    assert found.wanted == {
        (12, 1): SELF[1][0],
        (12, 2): Entry(D(16), reason="Không có biên bản"),
        (12, 3): Entry(D(1), reason="Đồng ý"),
    }


def test_what_may_be_points_or_figures_is_asked_and_whose_it_is():
    table = [TITLE, ["Mã", "Nội dung", "LĐLĐ – kiểm tra", "Điểm kiểm tra"]]
    table[1][2] = "Kiểm tra"
    table += rows((80, 32), (18, 18), (1, 18))
    _grids, proposal = proposed(xlsx(table), book())
    assert [guess.why for guess in proposal.unsure_columns] == [
        "The heading does not say whose check this is. Whose is it?"
    ] * 2
    alone = book(members=(UNION,), own=())
    _grids, proposal = proposed(xlsx(table), alone)
    [asked] = proposal.unsure_columns
    assert asked.why == "Are these points, or the figures that the check found?"
    assert asked.suggestions == (key_of(12, "diem"), key_of(12, "kiem-tra"))
    found = read(table, alone, c_3=str(key_of(12, "kiem-tra")), c_4="")
    assert found.wanted[12, 1] == Entry(D(80), D(100))


def test_points_that_no_figure_explains_are_a_problem_at_their_cell():
    table = [TITLE, ["Mã", "Nội dung", "LĐLĐ"], *rows((31,), (41,), (17,))]
    found = read(table)
    assert [problem.cell for problem in found.problems] == ["C3", "C4", "C5"]
    assert "write the figure that the check found" in found.problems[0].sentence
    assert found.wanted == {}


def test_a_number_merged_over_two_members_is_nobodys():
    table = [TITLE, ["Mã", "Nội dung", "LĐLĐ", "LHPN"], *rows((32, None), (18, 18), (18, 18))]
    found = read(table, merged=("C3:D3",))
    assert {problem.cell for problem in found.problems} == {"C3", "D3"}


@pytest.mark.parametrize(
    ("rule", "points", "figure"),
    [
        (Rule(Method.YES_NO), 20, 1), (Rule(Method.YES_NO), 0, 0), (Rule(Method.YES_NO), 5, None),
        (Rule(Method.STEPS_DOWN, each=D(4)), 12, 2), (Rule(Method.STEPS_DOWN, each=D(4)), 20, 0),
        (Rule(Method.STEPS_DOWN, each=D(4)), 0, None),  # five faults, or any more
        (Rule(Method.STEPS_DOWN, each=D(3)), 12, None),
        (Rule(Method.PER_OCCURRENCE, each=D(5)), 10, 2),
        (Rule(Method.PER_OCCURRENCE, each=D(5)), 20, None),
        (Rule(Method.RELATIVE), 10, None),
    ],
)  # fmt: skip
def test_a_figure_stands_for_points_only_where_no_other_gives_them(rule, points, figure):
    node = Node("I.1", "x", "ordinary", D(20), (), 1, rule)
    if figure is None:
        with pytest.raises(WrongPoints):
            figure_behind(node, D(points))
    else:
        assert figure_behind(node, D(points)) == figure


def test_a_table_of_self_scores_is_asked_about():
    table = [["TỔNG HỢP ĐIỂM TỰ CHẤM NĂM 2026"], ["Mã", "Nội dung", "LĐLĐ"]]
    _grids, proposal = proposed(xlsx([*table, *rows((32,), (18,), (18,))]), book())
    assert "Are these the checks?" in proposal.asks_sheet
