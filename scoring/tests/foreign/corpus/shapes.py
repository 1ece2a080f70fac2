"""How a sheet looks: titles, merged and moved headings, hidden parts, totals, other sheets."""

from scoring.tests.foreign.tables import HEAD, MEMBERS, USUAL, lines, xlsx

from .cases import FOOT, TITLES, case, headed


@case(USUAL)
def plain_table():
    return xlsx([HEAD, *lines()])


@case(USUAL)
def title_rows_above():
    return xlsx([*TITLES, HEAD, *lines()])


@case(USUAL)
def titles_merged_over_the_sheet():
    return xlsx(
        [*TITLES, HEAD, *lines()], change=lambda s: [s.merge_cells(f"A{n}:G{n}") for n in (1, 2, 4)]
    )


@case(USUAL)
def heading_of_two_merged_lines():
    rows = [[*HEAD[:3], "Điểm của các đơn vị"], ["", "", "", *HEAD[3:]], *lines()]

    def merge(sheet):
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:G1"):
            sheet.merge_cells(area)

    return xlsx(rows, change=merge)


@case(USUAL)
def heading_broken_into_lines():
    return xlsx(
        headed("Hội\nNông dân", "Liên đoàn\nLao động", "Hội Liên hiệp\nPhụ nữ", "Tỉnh\nđoàn")
    )


@case(USUAL)
def columns_numbered_below_the_heading():
    return xlsx([HEAD, ["A", "B", 1, 2, 3, 4, 5], *lines()])


@case(USUAL)
def columns_numbered_in_brackets():
    return xlsx([HEAD, [f"({n})" for n in range(1, 8)], *lines()])


@case(USUAL)
def columns_moved():
    order = (4, 1, 6, 0, 3, 2, 5)
    return xlsx([[row[place] for place in order] for row in [HEAD, *lines()]])


@case(USUAL)
def running_number_in_front():
    return xlsx([["STT", *HEAD], *([n, *row] for n, row in enumerate(lines(), start=1))])


@case(USUAL)
def remarks_and_totals_as_columns():
    rows = [[*row, sum(row[3:]) if row[3] != "" else "", "tốt"] for row in lines()]
    return xlsx([[*HEAD, "Tổng cộng", "Ghi chú"], *rows])


@case(USUAL)
def mean_and_rank_as_columns():
    rows = [[*row, 8.5, 2] for row in lines()]
    return xlsx([[*HEAD, "Điểm bình quân", "Xếp hạng"], *rows])


@case(USUAL)
def totals_and_ranks_as_rows():
    rows = [["", "Tổng cộng", 100, 90, 88, 91, 80], ["", "Xếp hạng", "", 2, 3, 1, 4]]
    return xlsx([HEAD, *lines(), *rows])


@case(USUAL)
def total_in_a_merged_row():
    rows = [["TỔNG ĐIỂM (I + II + III - IV)", "", 100, 90, 88, 91, 80]]
    return xlsx([HEAD, *lines(), *rows], change=lambda s: s.merge_cells("A10:B10"))


@case(USUAL)
def footers_with_signatures():
    return xlsx([HEAD, *lines(), *FOOT])


@case(USUAL)
def sums_of_sections_typed():
    rows = [row if row[3] != "" else [*row[:3], 58, 57, 60, 54] for row in lines()]
    return xlsx([HEAD, *rows])


@case(USUAL)
def hidden_rows_without_points():
    return xlsx(
        [["nháp"], HEAD, *lines()], change=lambda s: s.row_dimensions[1].__setattr__("hidden", True)
    )


@case({"3"})
def a_hidden_row_with_points():
    return xlsx([HEAD, *lines()], change=lambda s: s.row_dimensions[3].__setattr__("hidden", True))


@case(USUAL)
def empty_rows_and_columns_between():
    rows = [["", *row[:3], "", *row[3:]] for row in [HEAD, *lines()]]
    return xlsx([part for row in rows for part in (row, [])])


@case(USUAL)
def other_sheets_beside_it():
    more = {"Hướng dẫn": [["Nhập điểm vào trang đầu"]], "Danh sách": [["1", "Nguyễn Văn An"]]}
    return xlsx([HEAD, *lines()], more=more)


@case({"sheet"})
def two_sheets_alike():
    return xlsx([HEAD, *lines()], more={"Lần 2": [HEAD, *lines()]})


@case({"sheet"})
def the_file_of_last_year():
    return xlsx([["BẢNG ĐIỂM THI ĐUA NĂM 2025"], [], HEAD, *lines()])


@case(USUAL)
def members_down_and_criteria_across():
    rows = [HEAD, *lines()]
    width = len(HEAD)
    return xlsx([[row[place] for row in rows] for place in range(width)])


@case(USUAL)
def an_issued_one_without_its_hidden_sheet():
    keys = ["don-vi:", "", "", *(member.mark for member in MEMBERS)]
    rows = [["BẢNG CHẤM ĐIỂM"], ["Khối"], ["Chỉ nhập"], ["Điểm trừ"], [], HEAD, keys, *lines()]
    rows += [["Σ", "Tổng điểm (đã trừ điểm trừ)", "", 90, 88, 91, 80]]
    return xlsx(rows, change=lambda s: s.row_dimensions[7].__setattr__("hidden", True))
