"""Write the workbook of a criteria set."""

import io

from xlsxwriter import Workbook

from vietnamese.numbers import write_decimal

from ..tree import rows
from .layout import (
    BEGINS,
    BEST,
    DEADLINES,
    FIGURE,
    HEADS,
    KINDS,
    METHODS,
    NO,
    NOTE,
    NUMBERS,
    POLICIES,
    POLICY,
    SAMPLE,
    SHEET,
    STEP,
    TARGET,
    TITLE,
    YES,
)

WIDTHS = {"code": 9, "parent": 9, "text": 60, "method": 22, "tiers": 30, "examples": 34}
LARGEST = 10**9  # what a cell holds exactly as a number; above it stands as text


def issue(content):
    """Return the bytes of the workbook of a `SetContent`."""
    out = io.BytesIO()
    plain = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    with Workbook(out, {"in_memory": True, **plain}) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
        head = workbook.add_format(
            {**base, "bold": True, "border": 1, "bg_color": "#D9E2F3", "text_wrap": True}
        )
        cell = workbook.add_format({**base, "border": 1, "text_wrap": True})
        _write_settings(sheet, content, workbook.add_format(base))
        _write_rows(sheet, content.sections, head, cell)
    return out.getvalue()


def _write_settings(sheet, content, form):
    settings = {
        TITLE: content.title,
        STEP: write_decimal(content.rounding_step, grouped=False),
        POLICY: POLICIES[content.not_applicable],
        SAMPLE: YES if content.is_sample else NO,
        NOTE: _lines(content.note),
    }
    for row, (name, value) in enumerate(settings.items()):
        sheet.write_string(row, 0, name, form)
        sheet.write_string(row, 2, value, form)


def _write_rows(sheet, sections, head, cell):
    first = 6
    for column, (name, title) in enumerate(HEADS.items()):
        sheet.write_string(first, column, title, head)
        sheet.set_column(column, column, WIDTHS.get(name, 14))
    sheet.freeze_panes(first + 1, 3)
    parents = {child.code: row.node.code for row in rows(sections) for child in row.node.children}
    for number, row in enumerate(rows(sections), start=first + 1):
        for column, value in enumerate(_values(row.node, parents.get(row.node.code, ""))):
            if value is None or value == "":
                sheet.write_blank(number, column, None, cell)
            elif isinstance(value, str):
                sheet.write_string(number, column, value, cell)
            else:
                sheet.write_number(number, column, value, cell)


def _values(node, parent):
    rule = node.rule
    numbers = {"maximum": node.maximum, **{n: getattr(rule, n) for n in NUMBERS if n != "maximum"}}
    values = {
        "code": node.code,
        "parent": parent,
        "text": _lines(node.text),
        "kind": KINDS[node.kind],
        "method": "" if node.children else METHODS[rule.method],
        "unit": rule.unit,
        "deadline": DEADLINES[rule.deadline],
        "tiers": "\n".join(map(_tier, rule.tiers)),
        "may_not_apply": YES if rule.may_not_apply else "",
        "examples": "\n".join(map(_example, node.examples)),
        **{name: _number(value) for name, value in numbers.items()},
    }
    return [values[name] for name in HEADS]


def _number(value):
    if value is None or abs(value) < LARGEST:
        return value
    return write_decimal(value, grouped=False)


def _lines(text):
    return text.replace("\r\n", "\n").strip()


def _tier(tier):
    begins = "" if tier.at_least is None else f"≥ {write_decimal(tier.at_least, grouped=False)}"
    label = tier.label
    if BEGINS.fullmatch(label) or (label[:1] == label[-1:] == '"'):
        label = f'"{label}"'  # so that a name like a beginning is read as a name
    named = f"{label} ({begins})" if label and begins else label or begins
    return f"{named}: {write_decimal(tier.points, grouped=False)}"


def _example(example):
    parts = [(FIGURE, example.figure), (TARGET, example.target), (BEST, example.best)]
    given = "; ".join(
        f"{name} {write_decimal(value, grouped=False)}"
        for name, value in parts
        if value is not None
    )
    return f"{given} = {write_decimal(example.points, grouped=False)}"
