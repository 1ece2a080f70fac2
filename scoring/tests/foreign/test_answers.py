"""What people answer becomes a mapping; what they left open stays a question."""

import json

import pytest

from scoring.foreign.answers import answers_of, choice_of, query_of
from scoring.foreign.applying import apply
from scoring.foreign.grids import open_grids
from scoring.foreign.guesses import Choice
from scoring.foreign.mapping import Mapping, from_json, recalled, to_remember
from scoring.foreign.proposing import propose
from scoring.tests.foreign.corpus import CASES, NUMBERS, changed, headed
from scoring.tests.foreign.tables import (
    HEAD,
    MEMBERS,
    NUMBERED,
    USUAL,
    book,
    lines,
    proposed,
    reading,
    xlsx,
)

WRONG_NAME = headed("HND", "LĐLĐ", "LHPN", "Hội Cựu chiến binh")


def answered(content, mine=None, **data):
    mine = mine or book()
    _grids, proposal = proposed(content, mine)
    return answers_of(proposal, {k.replace("_", "-"): v for k, v in data.items()}, mine)


def test_what_is_unsure_is_asked_and_never_taken():
    found = answered(xlsx(WRONG_NAME))

    assert found.mapping is None
    assert found.given["c-7"] == "?"
    assert found.errors == ("Column G: say whose it is, or leave it out.",)


def test_an_answer_is_read_and_a_column_may_be_left_out():
    assert reading(xlsx(WRONG_NAME), c_7="14").wanted == USUAL
    left = {place: points for place, points in USUAL.items() if place[0] != 14}
    assert reading(xlsx(WRONG_NAME), c_7="").wanted == left


def test_what_was_sure_can_be_mended():
    found = answered(xlsx([HEAD, *lines()]), c_4="12", c_5="11", r_3="2", r_4="1")

    assert found.mapping.members[4] == 12
    assert (found.mapping.rows[3], found.mapping.rows[4]) == (2, 1)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ({"c_4": "12"}, "Columns D, E: only one of them can be “Liên đoàn Lao động”"),
        ({"r_3": "2"}, "Rows 3, 4: only one of them can be criterion I.2"),
        ({f"c_{n}": "" for n in range(4, 8)}, "at least one member's column"),
        ({"c_4": "?"}, "Column D: say whose"),
    ],
)
def test_answers_that_contradict_each_other_are_refused(data, part):
    found = answered(xlsx([HEAD, *lines()]), **data)
    assert part in found.errors[0]


@pytest.mark.parametrize("value", ["999", "x", "-1", "²", "11 ", "?"])
def test_an_answer_that_nobody_offered_is_no_answer(value):
    found = answered(xlsx(WRONG_NAME), c_7=value, r_3=value)
    assert 7 not in (found.mapping.members if found.mapping else {})


def test_the_decimal_sign_settles_what_is_ambiguous():
    rows = changed(6, 4, "1.234", [HEAD, *lines(NUMBERED)])
    assert reading(xlsx(rows), NUMBERS, sign=",").wanted[11, 3] == 1234
    found = reading(xlsx(rows), NUMBERS, sign=".")

    assert [problem.cell for problem in found.problems] == ["D6"]
    assert "too many decimals" in found.problems[0].sentence
    assert answered(xlsx(rows), NUMBERS).errors == ("Say which sign stands before the decimals.",)


def test_two_sheets_alike_need_a_word():
    content = CASES["two_sheets_alike"][0]()
    assert "right sheet" in answered(content).errors[0]
    assert reading(content, sheet_known="1").wanted == USUAL

    grids = open_grids(content)
    chosen = propose(grids, book(), Choice(sheet=1))
    assert (chosen.grid.name, chosen.asks_sheet) == ("Lần 2", "")


def test_heading_and_columns_can_be_pointed_at():
    rows = [["x"], ["Cột 1", "Cột 2", "Cột 3", "A", "B", "C", "D"], *lines()]
    content = xlsx(rows)
    grids = open_grids(content)
    assert propose(grids, book()) is None
    proposal = propose(grids, book(), Choice(sheet=0, first=2, code=1, text=2))

    assert (proposal.code, proposal.text, len(proposal.unsure_columns)) == (1, 2, 5)
    assert set(proposal.criteria.values()) == {1, 2, 3, 4, 5, 6}


def test_a_choice_survives_its_address():
    choice = choice_of({"sheet": "1", "first": "5", "last": "2", "turned": "0", "code": "x²"})

    assert choice == Choice(sheet=1, first=5, last=5, turned=False)
    assert query_of(choice) == "sheet=1&turned=0&first=5&last=5"


# --- kept and remembered


def mapping_of(rows, **data):
    content = xlsx(rows)
    return proposed(content)[1], answered(content, **data).mapping


def test_a_mapping_is_the_same_after_it_was_stored():
    mapping = mapping_of(WRONG_NAME, c_7="14")[1]

    stored = json.loads(json.dumps(mapping.to_json()))
    assert from_json(stored) == mapping
    assert isinstance(from_json(stored), Mapping)


def test_what_was_answered_is_known_the_next_time_and_nothing_else():
    proposal, mapping = mapping_of(WRONG_NAME, c_7="14")
    kept = json.loads(json.dumps(to_remember(proposal, mapping, book())))
    assert kept == {"columns": {"7": "Tỉnh đoàn"}, "rows": {}, "decimal_sign": ""}

    again = recalled(proposal, kept, book())
    assert (again.questions, again.members[7], again.remembered) == (0, 14, True)
    once_more = to_remember(again, mapping, book())
    assert once_more == kept


def test_who_has_left_the_bloc_is_asked_about_again():
    proposal, mapping = mapping_of(WRONG_NAME, c_7="14")
    kept = to_remember(proposal, mapping, book())
    smaller = book(members=MEMBERS[:3])
    content = xlsx(WRONG_NAME)

    assert recalled(proposed(content, smaller)[1], kept, smaller).questions == 1


def test_the_headings_have_one_fingerprint_wherever_they_stand():
    plain, moved = ([*above, *WRONG_NAME] for above in ([], [["KHỐI THI ĐUA"], []]))
    other = headed("HND", "LĐLĐ", "LHPN", "Hội Cựu chiến binh tỉnh")
    prints = [proposed(xlsx(rows))[1].head.fingerprint for rows in (plain, moved, other)]

    assert prints[0] == prints[1] != prints[2]


def test_a_mapping_of_other_criteria_is_not_used():
    content = xlsx([HEAD, *lines()])
    grids = open_grids(content)
    mapping = answered(content).mapping
    for mine in (book(version="ffffffff"), book(members=MEMBERS[:3])):
        [problem] = apply(grids, mapping, mine).problems
        assert "have changed since" in problem.sentence
