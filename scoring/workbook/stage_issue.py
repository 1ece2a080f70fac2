"""Write the workbook of one stage: a member's own sheet, or those that somebody checks."""

import io

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from vietnamese.numbers import write_decimal

from ..kinds import Method
from ..standing import figure, total
from ..tree import rows
from .issue import SAMPLE, write_hidden
from .layout import CODE, HEADER_ROW, KEY_MARK, MAXIMUM, SHEET, TEXT, TOTAL
from .live import formula
from .notes import rule_of, write_note, write_rule
from .stage_layout import (
    FIGURE,
    POINTS,
    REASON,
    RULE,
    SELF_SCORE,
    TARGET,
    TITLES,
    UNIT,
    WHY,
    mark_of,
)
from .stage_looks import checked_by, formats, set_up
from .values import shown_value

KEYS = HEADER_ROW + 2  # below the members' names and the headings of their columns
FIRST = KEYS + 1
REMARKS = {
    "self": (
        "Chỉ nhập vào các ô màu vàng. Tiêu chí có số liệu: nhập số liệu (và chỉ tiêu), phần mềm "
        "tính điểm. Tiêu chí chấm theo mức độ: nhập điểm.",
        "Ô để trống là chưa chấm, không phải 0. Thấp hơn điểm tối đa thì ghi giải trình. Tải lên "
        "chưa phải là nộp: nộp phiếu trên trang.",
    ),
    "checked": (
        "Chỉ nhập vào các ô màu vàng: cột Kiểm tra ghi số liệu (hoặc điểm, nếu chấm theo mức độ). "
        "Ô để trống là chưa kiểm tra, không phải 0.",
        "Khác với tự chấm thì ghi lý do. Cột của chính đơn vị kiểm tra bị khóa: phiếu đó do đơn vị "
        "khác kiểm tra.",
    ),
}
ASKS_TARGET = {Method.PRO_RATA, Method.LOWER_IS_BETTER, Method.LEADER}


def issue_stage(book, step):
    """Return the bytes of the workbook for a `StageBook`; points are rounded to `step`."""
    out = io.BytesIO()
    # Strings never become formulas, numbers or links: names are people's own.
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        workbook.set_calc_mode("auto")
        _Writer(workbook, book, step).write()
    return out.getvalue()


def asks_target(node):
    return node.rule.method in ASKS_TARGET or node.rule.target is not None


class _Writer:
    """One workbook being written, row by row."""

    def __init__(self, workbook, book, step):
        self.workbook, self.book, self.step = workbook, book, step
        self.sheet = workbook.add_worksheet(SHEET)
        self.lines = rows(book.sections)
        self.place = {line.node.code: FIRST + n for n, line in enumerate(self.lines)}
        self.form = formats(workbook)
        self.heads = [CODE, TEXT, *([RULE] if book.is_self else []), MAXIMUM, UNIT]
        self.start = len(self.heads)

    def write(self):
        self._write_head()
        for line in self.lines:
            self._write_line(line)
        if self.book.is_self:
            self._write_total()
        write_hidden(self.workbook, self.book.identity)
        set_up(self.sheet, self.book, self.start, KEYS, FIRST + len(self.lines))

    def _write_head(self):
        sheet, book, form = self.sheet, self.book, self.form
        sheet.write_string(0, 0, TITLES[book.stage].format(book.year), form["title"])
        sheet.write_string(1, 0, book.bloc, form["plain"])
        for row, remark in enumerate(REMARKS[book.stage], start=2):
            sheet.write_string(row, 0, remark, form["plain"])
        note = f"Phiên bản bộ tiêu chí: {book.version}"
        style = "warning" if book.is_sample else "plain"
        sheet.write_string(4, 0, f"{note}. {SAMPLE}" if book.is_sample else note, form[style])
        for column, head in enumerate(self.heads):
            sheet.write_string(HEADER_ROW, column, head, form["head"])
            sheet.write_blank(HEADER_ROW + 1, column, None, form["head"])
        sheet.write_string(KEYS, 0, KEY_MARK, form["code"])
        width = len(book.parts)
        for column, (member, part, locked) in enumerate(book.columns, start=self.start):
            if (column - self.start) % width == 0:
                name = f"{member.name} (khóa)" if locked else member.name
                last = column + width - 1
                sheet.merge_range(HEADER_ROW, column, HEADER_ROW, last, "", form["head"])
                sheet.write_string(HEADER_ROW, column, name, form["head"])
            sheet.write_string(HEADER_ROW + 1, column, book.parts[part], form["head"])
            sheet.write_string(KEYS, column, mark_of(member, part), form["code"])

    def _write_line(self, line):
        node, row, form = line.node, self.place[line.node.code], self.form
        leading = line.level == 1 or bool(node.children)
        text = form["strong" if leading else "text"]
        self.sheet.write_string(row, 0, node.code, form["strong" if leading else "code"])
        self.sheet.write_string(row, 1, node.text, text)
        if self.book.is_self:
            self.sheet.write_string(row, 2, rule_of(node), form["small"])
        elif not node.children:
            write_rule(self.sheet, row, 1, node)
        self.sheet.write_number(row, self.start - 2, node.maximum, form["most"])
        self.sheet.write_string(row, self.start - 1, node.rule.unit, text)
        for column, (member, part, locked) in enumerate(self.book.columns, start=self.start):
            if node.children:
                self._write_sum(node, row, column, member, part)
            else:
                self._write_cell(node, row, column, member.key, part, locked)

    def _write_cell(self, node, row, column, key, part, locked):
        writers = {POINTS: self._points, SELF_SCORE: self._before, TARGET: self._target}
        write = writers.get(part, self._given)
        if locked and part != SELF_SCORE:
            return self.sheet.write_blank(row, column, None, self.form["shut"])
        return write(node, row, column, key, part)

    def _given(self, node, row, column, key, part):
        """A value or a reason, as it is stored; a cell to type in."""
        entry = self.book.entries.get((key, node.pk))
        if part in (WHY, REASON):
            return self._put(row, column, entry and (entry.reason or None), self.form["words"])
        follows = node.rule.method == Method.OVER_FULFILMENT
        if follows or (part == FIGURE and node.rule.method == Method.JUDGED):
            return self.sheet.write_blank(row, column, None, self.form["shut"])
        checked_by(self.sheet, row, column, node)
        return self._put(row, column, entry and shown_value(node, entry), self._score(node))

    def _target(self, node, row, column, key, part):
        if not asks_target(node):
            return self.sheet.write_blank(row, column, None, self.form["shut"])
        place = key, node.pk
        entry = self.book.entries.get(place) or self.book.before.get(place)
        return self._put(row, column, entry and entry.target, self.form["figure"])

    def _points(self, node, row, column, key, part):
        """Judged points are typed; others are shown as they follow."""
        if node.rule.method == Method.JUDGED:
            return self._given(node, row, column, key, part)
        place = key, node.pk
        entry, points = self.book.entries.get(place), self.book.points.get(place)
        if node.rule.method == Method.OVER_FULFILMENT:
            text = f"={0 if points is None else points:f}"
        else:
            cells = [xl_rowcol_to_cell(row, column - back) for back in (2, 1)]
            known = entry and not entry.is_empty and (shown_value(node, entry), points)
            text = formula(node, *cells, self.step, known)
        shown = "" if points is None else points
        return self.sheet.write_formula(row, column, text, self.form["sum"], shown)

    def _before(self, node, row, column, key, part):
        """What the member gave; its points and words stand in a note."""
        place = key, node.pk
        entry, points = self.book.before.get(place), self.book.points_before.get(place)
        if entry is None:
            return self.sheet.write_blank(row, column, None, self.form["shut"])
        shown = shown_value(node, entry)
        written = [] if points is None else [f"Tự chấm: {write_decimal(points)} điểm."]
        if entry.target is not None:
            written.append(f"Chỉ tiêu: {write_decimal(entry.target)}.")
        write_note(self.sheet, row, column, " ".join([*written, entry.reason]).strip())
        return self._put(row, column, points if shown is None else shown, self.form["shut"])

    def _write_sum(self, node, row, column, member, part):
        if part != POINTS:
            return self.sheet.write_blank(row, column, None, self.form["sum"])
        cells = [xl_rowcol_to_cell(self.place[child.code], column) for child in node.children]
        added = f"SUM({','.join(cells)})"
        text = f"={added}" if node.kind == "ordinary" else f"=MIN({added},{node.maximum:f})"
        value = self._figure(member, node).points
        return self.sheet.write_formula(row, column, text, self.form["sum"], value)

    def _write_total(self):
        row, [member] = FIRST + len(self.lines), self.book.members
        column = self.start + list(self.book.parts).index(POINTS)
        for blank in range(self.start + len(self.book.parts)):
            self.sheet.write_blank(row, blank, None, self.form["sum"])
        self.sheet.write_string(row, 0, TOTAL, self.form["strong"])
        self.sheet.write_string(row, 1, "Tổng điểm (đã trừ điểm trừ)", self.form["strong"])
        cells = {s: xl_rowcol_to_cell(self.place[s.code], column) for s in self.book.sections}
        signed = "".join(
            f"{'-' if section.kind == 'penalty' else '+'}N({cell})"
            for section, cell in cells.items()
        )
        value = total([self._figure(member, section) for section in self.book.sections]).points
        self.sheet.write_formula(
            row, column, f"={signed.lstrip('+') or 0}", self.form["sum"], value
        )

    def _figure(self, member, node):
        points = {pk: value for (key, pk), value in self.book.points.items() if key == member.key}
        return figure(node, points)

    def _score(self, node):
        return self.form["score" if node.rule.method == Method.JUDGED else "figure"]

    def _put(self, row, column, value, form):
        if value is None:
            return self.sheet.write_blank(row, column, None, form)
        if isinstance(value, str):
            return self.sheet.write_string(row, column, value, form)
        return self.sheet.write_number(row, column, value, form)
