"""Write the empty workbook of awards, with the lists from which its cells are chosen."""

import io

from xlsxwriter import Workbook

from .layout import BODIES, CLASSES, HEADS, LISTS, METHODS, MOST_ROWS, RECIPIENTS, SEXES, SHEET
from .layout import TITLE as TITLE_LINE

PLAIN = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
WIDTHS = {"year": 10, "number": 18, "dated": 14, "issuer": 26, "kind": 34, "recipient": 14}
WIDTHS |= {"person": 24, "position": 24, "organisation": 38, "code": 11, "sex": 10}
WIDTHS |= {"recipient_class": 34, "method": 24, "achievement": 50}
NEVER_EMPTY = {"year", "number", "dated", "kind", "recipient", "organisation", "method"}
NEVER_EMPTY |= {"achievement"}
HELP = (
    "Cột có dấu * phải điền. Cá nhân phải có họ tên và nhóm đối tượng. Đơn vị ghi tên của thời "
    "điểm quyết định; nếu trùng tên thì ghi mã ở trang “Đơn vị”. Ngày ghi theo dạng 05/06/2026."
)
HEAD_ROW = 3  # counted from 0


def issue(kinds, organisations):
    """Return the bytes of the workbook.

    `kinds` are (code, exact name, "collective" or "person"), `organisations` (code, name, short
    name, days on which it bore the name), both in the order of the lists.
    """
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, **PLAIN}) as workbook:
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
        form = {
            "title": workbook.add_format({**base, "bold": True, "font_size": 14}),
            "text": workbook.add_format({**base, "text_wrap": True}),
            "help": workbook.add_format({**base, "italic": True}),
            "head": workbook.add_format(
                {**base, "bold": True, "border": 1, "bg_color": "#D9E2F3", "text_wrap": True}
            ),
            "day": workbook.add_format({**base, "num_format": "dd/mm/yyyy"}),
        }
        sheet = workbook.add_worksheet(SHEET)
        lists = _write_lists(workbook.add_worksheet(LISTS), kinds, form)
        _write_table(
            workbook.add_worksheet(BODIES),
            ["Mã đơn vị", "Tên", "Tên viết tắt", "Thời gian mang tên"],
            organisations,
            [11, 60, 24, 26],
            form,
        )
        _write_rows(sheet, lists, form)
    return out.getvalue()


def _write_rows(sheet, lists, form):
    sheet.write_string(0, 0, TITLE_LINE, form["title"])
    sheet.write_string(1, 0, HELP, form["help"])
    for column, (name, title) in enumerate(HEADS.items()):
        star = " *" if name in NEVER_EMPTY else ""
        sheet.write_string(HEAD_ROW, column, f"{title}{star}", form["head"])
        sheet.set_column(column, column, WIDTHS[name], form["day" if name == "dated" else "text"])
        if name in lists:
            chosen = {"validate": "list", "source": lists[name], "error_type": "warning"}
            sheet.data_validation(HEAD_ROW + 1, column, HEAD_ROW + MOST_ROWS, column, chosen)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_lists(sheet, kinds, form):
    """The lists, and {column of the first sheet: where its list stands}."""
    for_whom = [(code, name, RECIPIENTS[recipient]) for code, name, recipient in kinds]
    _write_table(sheet, ["Mã hình thức", "Tên hình thức", "Khen"], for_whom, [14, 50, 14], form)
    found = {"kind": f"='{LISTS}'!$A$2:$A${len(kinds) + 1}"}
    others = {"recipient": RECIPIENTS, "sex": SEXES, "recipient_class": CLASSES, "method": METHODS}
    for column, (name, choices) in enumerate(others.items(), start=4):
        sheet.write_string(0, column, HEADS[name], form["head"])
        sheet.set_column(column, column, 36, form["text"])
        for row, words in enumerate(choices.values(), start=1):
            sheet.write_string(row, column, words, form["text"])
        letter = "ABCDEFGHIJ"[column]
        found[name] = f"='{LISTS}'!${letter}$2:${letter}${len(choices) + 1}"
    return found


def _write_table(sheet, heads, rows, widths, form):
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(0, column, head, form["head"])
        sheet.set_column(column, column, width, form["text"])
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            sheet.write_string(number, column, str(value), form["text"])
    sheet.freeze_panes(1, 0)
