"""Whose column it is: names written five ways, steps of the scoring, strangers."""

import unicodedata

from scoring.tests.foreign.tables import HEAD, MEMBERS, USUAL, book, lines, xlsx

from .cases import case, headed


@case({"E"})
def a_hidden_column_of_a_member():
    return xlsx(
        [HEAD, *lines()], change=lambda s: s.column_dimensions["E"].__setattr__("hidden", True)
    )


@case(USUAL)
def names_by_alias():
    return xlsx(headed("HND", "Công đoàn", "Hội Phụ nữ", "Đoàn Thanh niên"))


@case(USUAL)
def names_by_their_initials():
    return xlsx(headed("HND", "LĐLĐ", "HLHPN", "Tỉnh Đoàn"))


@case(USUAL)
def names_of_the_province():
    return xlsx(
        headed(
            "Hội Nông dân tỉnh Quảng Bình",
            "LĐLĐ tỉnh",
            "Hội Liên hiệp Phụ nữ tỉnh QB",
            "Tỉnh đoàn",
        )
    )


@case(USUAL)
def names_numbered_and_in_brackets():
    return xlsx(
        headed("1. Hội Nông dân (HND)", "2. Liên đoàn Lao động", "3) LHPN", "4 - Tỉnh đoàn")
    )


@case(USUAL)
def names_decomposed_and_with_hard_spaces():
    names = [unicodedata.normalize("NFD", name).replace(" ", "\u00a0") for name in HEAD[3:]]
    return xlsx(headed(*names))


@case(USUAL)
def names_in_capitals():
    return xlsx([[name.upper() for name in HEAD], *lines()])


@case(USUAL, book(members=(*MEMBERS[:3], MEMBERS[3].__class__(14, "Hội Hòa hảo"))))
def tones_placed_the_other_way():
    return xlsx(headed(*HEAD[3:6], "Hội Hoà hảo"))


@case(USUAL)
def points_of_in_the_heading():
    return xlsx(headed(*(f"Điểm của {name}" for name in HEAD[3:])))


@case({"F"})
def a_name_with_a_typing_error():
    return xlsx(headed("Hội Nông dân", "LĐLĐ", "Hội Liên hiệp Phụ nử tỉn", "Tỉnh đoàn"))


@case({"G"})
def a_name_of_nobody():
    return xlsx(headed("HND", "LĐLĐ", "LHPN", "Hội Cựu chiến binh"))


@case({"H"})
def points_without_a_heading():
    return xlsx([HEAD, *([*row, 5] for row in lines())])


@case({"D", "E"})
def two_columns_of_one_member():
    return xlsx(headed("Hội Nông dân", "HND", "LHPN", "Tỉnh đoàn"))


@case(USUAL)
def steps_of_the_scoring_below_each_member():
    heads = [[*HEAD[:3]], ["", "", ""]]
    for name in HEAD[3:]:
        heads[0] += [name, ""]
        heads[1] += ["Tự chấm", "Khối thống nhất"]
    rows = [[*row[:3], *(part for value in row[3:] for part in (1, value))] for row in lines()]
    rows = [row if row[4] != "" else row[:3] for row in rows]

    def merge(sheet):
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1", "J1:K1"):
            sheet.merge_cells(area)

    return xlsx([*heads, *rows], change=merge)


@case({"D", "E"})
def steps_that_do_not_say_which_is_agreed():
    rows = [[*HEAD[:3], HEAD[3], "", *HEAD[4:]], ["", "", "", "Lần 1 tự chấm", "Lần 2 đề xuất"]]
    body = [[*row[:4], row[3], *row[4:]] for row in lines()]
    return xlsx([*rows, *body], change=lambda s: s.merge_cells("D1:E1"))


@case(USUAL)
def a_total_as_heading_over_the_members():
    rows = [["", "", "", "Tổng điểm"], HEAD, *lines()]
    return xlsx(rows, change=lambda s: (s.merge_cells("D1:G1"), s.merge_cells("A1:A2")))


@case({"D", "E", "F", "G"})
def points_of_another_step():
    return xlsx(headed(*(f"{name} (tự chấm)" for name in HEAD[3:])))


@case({place: value for place, value in USUAL.items() if place[0] != 12})
def a_member_without_a_column():
    return xlsx([[*row[:4], *row[5:]] for row in [HEAD, *lines()]])


@case(USUAL, book(members=(*MEMBERS[:3], MEMBERS[3].__class__(14, "Ủy ban Kiểm tra Tỉnh ủy"))))
def a_member_called_like_a_step():
    return xlsx(headed(*HEAD[3:6], "Ủy ban Kiểm tra Tỉnh ủy"))


@case({"sheet"})
def a_title_of_another_step():
    return xlsx([["BẢNG TỰ CHẤM ĐIỂM NĂM 2026"], [], HEAD, *lines()])
