"""What is typed becomes paragraphs, lists and headings; nothing else is read into it."""

import pytest

from reports.outline import Planned, usual_outline
from reports.prose import Block, blocks
from scoring.codes import roman


def test_lines_become_paragraphs_and_empty_lines_nothing():
    assert blocks("Một.\n\n  Hai.  \r\n") == (
        Block("paragraph", "Một."),
        Block("paragraph", "Hai."),
    )


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "+"])
def test_lines_with_a_dash_or_a_bullet_make_one_list(mark):
    text = f"Gồm:\n{mark} một;\n{mark} hai.\nHết."
    assert blocks(text) == (
        Block("paragraph", "Gồm:"),
        Block("list", items=("một;", "hai.")),
        Block("paragraph", "Hết."),
    )


def test_two_lists_with_a_paragraph_between_stay_two():
    kinds = [block.kind for block in blocks("- a\nb\n- c")]
    assert kinds == ["list", "paragraph", "list"]


@pytest.mark.parametrize("line", ["1. Ưu điểm", "2.1. Tồn tại, hạn chế"])
def test_a_short_numbered_line_is_a_heading(line):
    assert blocks(line) == (Block("heading", line),)


@pytest.mark.parametrize(
    "line",
    ["1. Đã hoàn thành 12 chỉ tiêu.", "2. " + "chữ " * 60, "10 đơn vị", "a) Về tổ chức", "-5"],
)
def test_any_other_line_is_a_paragraph_as_typed(line):
    assert blocks(line) == (Block("paragraph", line.strip()),)


def test_nothing_typed_is_no_block():
    assert blocks(" \n\t\n") == ()


def test_the_usual_outline_of_the_year_end_names_the_next_year():
    outline = usual_outline("year_end", 2026)
    assert outline[0] == Planned("Đặc điểm tình hình", part="members")
    assert outline[-2].heading == "Phương hướng, nhiệm vụ năm 2027"
    assert usual_outline("year_end", 2016, "cụm")[5].heading == "Hoạt động của cụm"


def test_the_usual_outline_of_the_half_year_looks_at_the_other_half():
    outline = usual_outline("half_year", 2026)
    assert outline[-2].heading == "Phương hướng, nhiệm vụ 6 tháng cuối năm 2026"
    assert "ranking" not in {each.part for each in outline}
    assert usual_outline("half_year", 2016, "cụm")[5].heading == "Hoạt động chung của cụm"


@pytest.mark.parametrize("kind", ["half_year", "year_end"])
def test_an_outline_shows_each_part_once(kind):
    parts = [each.part for each in usual_outline(kind, 2026) if each.part]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (8, "VIII"), (9, "IX"), (14, "XIV"), (40, "XL")]
)
def test_sections_carry_roman_numerals(number, numeral):
    assert roman(number) == numeral
