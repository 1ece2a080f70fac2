"""How a criterion is counted, as a note at its text: whoever fills in a workbook reads it there."""

from ..wording import in_vietnamese

SIZE = {"width": 340, "height": 110, "author": "Thi đua", "font_name": "Times New Roman"}


def write_rule(sheet, row, column, node):
    """Put the rule of a criterion, in Vietnamese, as a note at a cell of an XlsxWriter sheet."""
    write_note(sheet, row, column, rule_of(node))


def write_note(sheet, row, column, text):
    if text:
        sheet.write_comment(row, column, text, SIZE)


def rule_of(node):
    """The sentence, "" for what is divided further."""
    if node.children:
        return ""
    return in_vietnamese(node.rule, node.maximum, node.kind)
