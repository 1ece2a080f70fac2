"""The table in which a member types how many commendations it gave and received."""

from vietnamese.forms import DecimalField
from vietnamese.numbers import trimmed

from ..commending import Direction, Level, Recipients
from .entering import EntryForm

CELLS = [(d, level, r) for d in Direction for level in Level for r in Recipients]
MOST = 999_999


class CountField(DecimalField):
    """A whole number, 0 or more; empty stays None, which is not 0."""

    def __init__(self, **kwargs):
        super().__init__(
            min_value=0, max_value=MOST, max_digits=6, decimal_places=0, required=False, **kwargs
        )

    def to_python(self, value):
        number = super().to_python(value)
        return number if number is None else trimmed(number)

    def clean(self, value):
        number = super().clean(value)
        return None if number is None else int(number)


class CommendationsForm(EntryForm):
    """Rows are levels, columns are classes, once for each direction; cleans to `counts`."""

    def __init__(self, *args, report=None, counts=None, **kwargs):
        super().__init__(*args, version=report.version if report else 0, **kwargs)
        for cell in CELLS:
            number = (counts or {}).get(tuple(map(str, cell)))
            label = " · ".join(str(part.label) for part in cell)
            self.fields[_key(cell)] = CountField(label=label, initial=number)
            self.fields[_key(cell)].widget.attrs |= {
                "class": "form-control num",
                "aria-label": label,
            }

    @property
    def tables(self):
        """[(direction, [(level, [field of each class])])], for the page."""
        return [
            (d, [(level, [self[_key((d, level, r))] for r in Recipients]) for level in Level])
            for d in Direction
        ]

    @property
    def below(self):
        names = ("source", "inferred", "reason", "version")
        return [self[name] for name in names if name in self.fields]

    def clean(self):
        data = super().clean()
        typed = {tuple(map(str, cell)): data.pop(_key(cell), None) for cell in CELLS}
        data["counts"] = {cell: number for cell, number in typed.items() if number is not None}
        return data


def _key(cell):
    return "-".join(cell)
