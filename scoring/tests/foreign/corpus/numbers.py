"""How numbers are written, and tables as .csv."""

from decimal import Decimal

from scoring.tests.foreign.tables import HEAD, NUMBERED, USUAL, csv_of, lines, xlsx

from .cases import FOOT, NUMBERED_USUAL, NUMBERS, TITLES, case, changed


@case(USUAL)
def commas_typed_as_text():
    rows = [[*row[:3], *(str(value).replace(".", ",") for value in row[3:])] for row in lines()]
    return xlsx([HEAD, *rows])


@case({"sign"}, NUMBERS)
def a_thousand_that_may_be_one():
    return xlsx(changed(6, 4, "1.234", [HEAD, *lines(NUMBERED)]))


@case({**NUMBERED_USUAL, (11, 3): Decimal(1234), (11, 2): Decimal("9.5")}, NUMBERS)
def a_thousand_that_other_cells_explain():
    rows = changed(6, 4, "1.234", [HEAD, *lines(NUMBERED)])
    return xlsx(changed(4, 4, "9,5", rows))


@case({**NUMBERED_USUAL, (11, 3): Decimal(1234), (11, 2): Decimal("9.5")}, NUMBERS)
def a_thousand_in_english():
    rows = changed(6, 4, "1,234", [HEAD, *lines(NUMBERED)])
    return xlsx(changed(4, 4, "9.5", rows))


@case({"sign"}, NUMBERS)
def signs_that_contradict_each_other():
    rows = changed(6, 4, "1.234", [HEAD, *lines(NUMBERED)])
    return xlsx(changed(4, 4, "9.5", changed(4, 5, "9,5", rows)))


@case(USUAL, file="bang.csv")
def csv_with_semicolons():
    return csv_of([HEAD, *lines()])


@case(USUAL, file="bang.csv")
def csv_with_its_mark_and_commas():
    return csv_of([*TITLES, HEAD, *lines()], ",", "utf-8-sig")


@case(USUAL, file="bang.csv")
def csv_with_tabs():
    return csv_of([HEAD, *lines(), *FOOT], "\t")
