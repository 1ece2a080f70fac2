"""The statistics as a workbook: a row for each award with every dimension, and the summaries.

The dimensions are those of the state's statistics, forms 0601–0605 (docs/field.md §1.1, §1.5). In
Vietnamese, whatever the page speaks; names are people's own and never become formulas.
"""

import io

from xlsxwriter import Workbook

from pledges.commending import Level, Recipients

from .register_book.issue import PLAIN
from .register_book.layout import CLASSES, METHODS, RECIPIENTS, SEXES

MOST_ROWS = 100_000
NOTHING = "không có số liệu"
LEVELS = {
    Level.STATE: "cấp Nhà nước",
    Level.MINISTRY: "cấp bộ, ban, ngành, đoàn thể Trung ương",
    Level.PROVINCE: "cấp tỉnh",
    Level.GRASSROOTS: "cấp ngành và cơ sở",
}
LINES = {"province": "khối, cụm thi đua của tỉnh", "vertical": "ngành dọc",
         "thematic": "phong trào chuyên đề"}  # fmt: skip
TYPES = {"flag": "cờ thi đua", "certificate": "bằng khen", "letter": "giấy khen",
         "title": "danh hiệu thi đua"}  # fmt: skip
HEADS = {
    "Năm thành tích": 9, "Số quyết định": 18, "Ngày quyết định": 13, "Cơ quan quyết định": 28,
    "Loại": 16, "Hình thức khen thưởng": 36, "Mã hình thức": 13, "Cấp khen": 18, "Tuyến khen": 22,
    "Tập thể/Cá nhân": 12, "Họ và tên": 24, "Chức vụ": 24, "Đơn vị": 38, "Giới tính": 10,
    "Nhóm đối tượng": 32, "Phương thức khen thưởng": 22, "Khối, cụm thi đua": 34, "Thành tích": 46,
    "Tiền thưởng (đồng)": 15, "Trạng thái": 14, "Nguồn số liệu": 16,
}  # fmt: skip
SUMMARY = ("Khen thưởng", "Tập thể", "Cá nhân", "Trực tiếp", "Tỷ lệ trực tiếp (%)",
           "Nữ", "Tỷ lệ nữ (%)", "Lãnh đạo", "Tỷ lệ lãnh đạo (%)", "Doanh nhân",
           "Chưa rõ giới tính")  # fmt: skip
TITLES = {"year": "Theo năm", "level": "Theo cấp", "kind": "Theo hình thức",
          "method": "Theo phương thức", "bloc": "Theo khối"}  # fmt: skip
CLASS_WORDS = {**CLASSES, Recipients.COLLECTIVE: "tập thể"}


def write_statistics(awards, statistics, *, heading, is_sample=False):
    """Return the bytes: `awards` with kind, decision and bloc; `statistics` of those that stand."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, **PLAIN}) as workbook:
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
        form = {
            "title": workbook.add_format({**base, "bold": True, "font_size": 14}),
            "head": workbook.add_format(
                {**base, "bold": True, "border": 1, "bg_color": "#D9E2F3", "text_wrap": True}
            ),
            "text": workbook.add_format({**base, "border": 1, "text_wrap": True}),
            "number": workbook.add_format({**base, "border": 1, "num_format": "#,##0"}),
            "year": workbook.add_format({**base, "border": 1, "num_format": "0"}),
            "share": workbook.add_format({**base, "border": 1, "num_format": "0.0"}),
            "day": workbook.add_format({**base, "border": 1, "num_format": "dd/mm/yyyy"}),
        }
        warning = "SỐ LIỆU MINH HỌA" if is_sample else ""
        sheet = workbook.add_worksheet("Khen thưởng")
        _begin(sheet, heading, warning, HEADS, form)
        for number, award in enumerate(awards, start=4):
            _award(sheet, number, award, form)
        sheet.autofilter(3, 0, max(4, 3 + len(awards)), len(HEADS) - 1)
        for table in statistics.tables:
            sheet = workbook.add_worksheet(TITLES[table.by])
            heads = {TITLES[table.by]: 44, **dict.fromkeys(SUMMARY, 13)}
            _begin(sheet, heading, warning, heads, form)
            rows = [*table.rows, ("Tổng số", statistics.total)]
            for number, (label, figures) in enumerate(rows, start=4):
                _summary(sheet, number, label, figures, form)
    return out.getvalue()


def _begin(sheet, heading, warning, heads, form):
    sheet.write_string(0, 0, heading, form["title"])
    sheet.write_string(1, 0, warning, form["title"])
    for column, (head, width) in enumerate(heads.items()):
        sheet.write_string(3, column, head, form["head"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)


def _award(sheet, row, award, form):
    kind, decision, year = award.kind, award.decision, award.emulation_year
    sheet.write_number(row, 0, award.year, form["year"])
    sheet.write_string(row, 1, decision.number, form["text"])
    sheet.write_datetime(row, 2, decision.dated, form["day"])
    texts = [
        decision.issuer,
        TYPES[kind.type],
        kind.name,
        kind.code,
        LEVELS[kind.level],
        LINES[kind.line],
        RECIPIENTS[award.recipient],
        award.person_name,
        award.person_position,
        award.organisation_name,
        SEXES.get(award.sex, ""),
        CLASS_WORDS[award.recipient_class],
        METHODS[award.method],
        year.bloc.name if year else "",
        award.achievement,
    ]
    for column, text in enumerate(texts, start=3):
        sheet.write_string(row, column, text, form["text"])
    if award.money is None:
        sheet.write_blank(row, 18, None, form["number"])
    else:
        sheet.write_number(row, 18, award.money, form["number"])
    sheet.write_string(row, 19, "đã thu hồi" if award.is_revoked else "còn giá trị", form["text"])
    origin = "số liệu lịch sử" if award.is_historical else "quyết định"
    sheet.write_string(row, 20, origin, form["text"])


def _summary(sheet, row, label, figures, form):
    sheet.write_string(row, 0, label, form["text"])
    parts = [figures.direct, figures.women, figures.leaders]
    shares = [value for part in parts for value in (part, part.percent)]
    values = [figures.awards, figures.collectives, figures.persons, *shares]
    values += [figures.entrepreneurs, figures.sex_unknown]
    for column, value in enumerate(values, start=1):
        if value is None:
            sheet.write_string(row, column, NOTHING, form["text"])
        elif hasattr(value, "number"):
            _part(sheet, row, column, value, form)
        else:
            is_share = SUMMARY[column - 1].endswith("(%)")
            sheet.write_number(row, column, value, form["share" if is_share else "number"])


def _part(sheet, row, column, part, form):
    """How many; of nothing nothing is said, not even 0."""
    if part.of:
        sheet.write_number(row, column, part.number, form["number"])
    else:
        sheet.write_string(row, column, NOTHING, form["text"])
