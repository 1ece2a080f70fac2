"""Several rows of text fields as one form field: tiers, worked examples.

The cells of a column share a name, so that a row can be added or emptied without counting. A row
that is empty is left out; what is wrong names its row and column.
"""

from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from vietnamese.forms import CharField, DecimalField
from vietnamese.numbers import write_decimal

MOST_ROWS = 40
SPARE_ROWS = 3


@dataclass(frozen=True)
class Column:
    """A column: its name, its heading, and whether numbers stand in it."""

    name: str
    label: str
    is_number: bool = True

    def read(self, text):
        """Return the Decimal or text of a cell, None or "" where it is empty."""
        field = DecimalField if self.is_number else CharField
        limits = {"max_digits": 15} if self.is_number else {"max_length": 120}
        return field(required=False, **limits).clean(text)


class RowsInput(forms.Widget):
    """A table of text fields with a few empty rows to spare."""

    template = "scoring/rows_input.html"

    def __init__(self, columns):
        super().__init__()
        self.columns = columns

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name) or []
        cells = [data.getlist(f"{name}_{column.name}") for column in self.columns]
        length = min(max(map(len, cells), default=0), MOST_ROWS + 1)
        return [[each[row] if row < len(each) else "" for each in cells] for row in range(length)]

    def value_omitted_from_data(self, data, files, name):
        return not any(f"{name}_{column.name}" in data for column in self.columns)

    def render(self, name, value, attrs=None, renderer=None):
        filled = [row for row in value or [] if any(row)]
        empty = [[""] * len(self.columns)] * (SPARE_ROWS if filled else SPARE_ROWS + 1)
        rows = [
            [
                {"column": column, "name": f"{name}_{column.name}", "value": value}
                for column, value in zip(self.columns, row, strict=True)
            ]
            for row in [*filled, *empty]
        ]
        context = {"columns": self.columns, "rows": rows, "id": (attrs or {}).get("id", name)}
        return render_to_string(self.template, context)


class RowsField(forms.Field):
    """Cleans to a list of {name of a column: value}, without the rows that are empty."""

    def __init__(self, *, columns, **kwargs):
        self.columns = columns
        super().__init__(required=False, widget=RowsInput(columns), **kwargs)

    def prepare_value(self, value):
        """Rows as they are typed: of dictionaries, as the field cleans to, or of texts already."""
        return [
            [typed(row[c.name]) for c in self.columns] if isinstance(row, dict) else row
            for row in value or []
        ]

    def clean(self, value):
        rows, problems = [], []
        if len(value) > MOST_ROWS:
            raise ValidationError(_("Write %(most)s rows at most.") % {"most": MOST_ROWS})
        filled = [row for row in value if any(cell.strip() for cell in row)]
        for number, row in enumerate(filled, start=1):
            rows.append(self._row(number, row, problems))
        if problems:
            raise ValidationError(problems)
        return rows

    def has_changed(self, initial, data):
        return bool(data)

    def _row(self, number, row, problems):
        found = {}
        for column, text in zip(self.columns, row, strict=True):
            try:
                found[column.name] = column.read(text)
            except ValidationError as error:
                values = {"row": number, "column": column.label, "problem": error.messages[0]}
                problems.append(_("Row %(row)s, %(column)s: %(problem)s") % values)
        return found


def typed(value):
    """A value as one would type it; "" for none."""
    if isinstance(value, Decimal):
        return write_decimal(value, grouped=False)
    return "" if value is None else str(value)
