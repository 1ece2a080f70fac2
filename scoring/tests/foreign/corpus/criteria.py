"""Which criterion a row is: codes that a spreadsheet mangled, texts, doubles."""

import datetime as dt

from scoring.tests.foreign.tables import HEAD, NUMBERED, USUAL, book, lines, node, xlsx

from .cases import NUMBERED_USUAL, NUMBERS, case, changed


@case(NUMBERED_USUAL, NUMBERS)
def codes_as_numbers():
    rows = [[float(row[0]) if row[0] != "2.10" else row[0], *row[1:]] for row in lines(NUMBERED)]
    return xlsx([HEAD, *rows])


@case(NUMBERED_USUAL, NUMBERS)
def code_with_its_zero_lost_is_known_by_its_text():
    return xlsx([HEAD, *([float(row[0]), *row[1:]] for row in lines(NUMBERED))])


@case({"6", "7"}, NUMBERS)
def code_with_its_zero_lost_is_asked_without_text():
    rows = [[row[0], row[2], *row[3:]] for row in lines(NUMBERED)]
    rows[4][0] = rows[5][0] = 2.1
    return xlsx([[HEAD[0], *HEAD[2:]], *rows])


@case(NUMBERED_USUAL, NUMBERS)
def codes_as_dates():
    rows = [list(row) for row in lines(NUMBERED)]
    rows[1][0], rows[2][0] = dt.datetime(2026, 1, 1), dt.datetime(2026, 2, 1)  # noqa: DTZ001
    return xlsx([HEAD, *rows])


@case(USUAL)
def codes_with_words_and_dots():
    rows = [[f"Mục {row[0]}." if "." in row[0] else f"Phần {row[0]}", *row[1:]] for row in lines()]
    return xlsx([HEAD, *rows])


@case(USUAL)
def codes_that_begin_anew_in_each_section():
    rows = [[int(row[0][-1]) if "." in row[0] else row[0], *row[1:]] for row in lines()]
    return xlsx([HEAD, *rows])


@case(USUAL)
def codes_that_begin_anew_and_no_texts():
    rows = [[row[0].split(".")[-1], *row[2:]] for row in lines()]
    return xlsx([[HEAD[0], *HEAD[2:]], *rows])


@case(USUAL)
def running_numbers_and_no_codes():
    rows = [[number, *row[1:]] for number, row in enumerate(lines(), start=1)]
    return xlsx([["STT", *HEAD[1:]], *rows])


@case(NUMBERED_USUAL, NUMBERS)
def running_numbers_that_look_like_codes():
    rows = [[number, *row[1:]] for number, row in enumerate(lines(NUMBERED), start=1)]
    return xlsx([["STT", *HEAD[1:]], *rows])


@case({"10"})
def a_row_that_only_begins_like_a_total():
    return xlsx([HEAD, *lines(), ["", "Tổng kết phong trào đúng hạn", 5, 1, 2, 3, 4]])


@case(USUAL)
def no_codes_at_all():
    return xlsx([row[1:] for row in [HEAD, *lines()]])


@case(USUAL)
def code_and_text_in_one_cell():
    return xlsx([["Tiêu chí", *HEAD[2:]], *([f"{r[0]}. {r[1]}", *r[2:]] for r in lines())])


@case({"3"})
def a_code_whose_text_is_of_another():
    return xlsx(changed(3, 2, "Phát triển đoàn viên mới"))


@case({"3"})
def a_code_nobody_knows():
    return xlsx(changed(3, 1, "I.9", changed(3, 2, "Việc khác hẳn")))


@case({"3", "10"})
def a_criterion_twice():
    return xlsx([HEAD, *lines(), lines()[1]])


@case({"10"})
def points_without_code_and_text():
    return xlsx([HEAD, *lines(), ["", "", "", 1, 2, 3, 4]])


@case({"3"})
def a_text_that_is_only_similar():
    rows = [row[1:] for row in [HEAD, *lines()]]
    rows[2][0] = "Hoàn thành các chỉ tiêu kinh tế, xã hội giao"
    return xlsx(rows)


@case({place: value for place, value in USUAL.items() if place[1] != 2})
def a_criterion_without_a_row():
    return xlsx([row for row in [HEAD, *lines()] if row[0] != "I.2"])


@case({**USUAL, (11, 1): None})
def an_empty_cell():
    return xlsx(changed(3, 4, ""))


FLAT = book(
    tuple(
        node(str(place), text, "100", pk=place)
        for place, text in enumerate(
            ["Phát triển hội viên", "Gửi báo cáo đúng hạn", "Giúp hộ nghèo làm nhà"], start=1
        )
    )
)


@case({"2", "3", "4"}, FLAT)
def running_numbers_of_texts_that_are_worded_otherwise():
    rows = [["STT", "Công việc", *HEAD[3:]]]
    for number, text in enumerate(["Xóa nhà tạm", "Kết nạp mới", "Nộp báo cáo"], start=1):
        rows.append([number, text, 1, 2, 3, 4])
    return xlsx(rows)


@case({"10"})
def a_note_with_points():
    return xlsx([HEAD, *lines(), ["", "Ghi chú việc làm thêm", "", "9,5", "8,5", "7", "6"]])
