"""One row of the workbook of awards, cell by cell."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from pledges.commending import Recipients
from scoring.set_book.rows import Wrong, words
from scoring.workbook.heads import Problem
from vietnamese.dates import read_date
from vietnamese.text import search_key

from .layout import CLASSES, HEADS, METHODS, RECIPIENTS, SEXES, SHORT

LONGEST = {"number": 60, "issuer": 200, "kind": 200, "person": 120, "position": 200}
LONGEST |= {"organisation": 200, "achievement": 500}


@dataclass(frozen=True)
class Line:
    """An award as its row says it; `row` is its number, `cells` {column: address of its cell}."""

    row: int
    cells: dict
    year: int
    number: str
    dated: dt.date
    issuer: str
    kind: str
    recipient: str
    person: str
    position: str
    organisation: str
    code: str
    sex: str
    recipient_class: str
    method: str
    achievement: str

    def at(self, name):
        """The address of a cell, filled or not; of a missing column, that of the first."""
        return self.cells.get(name) or f"A{self.row}"


def read_line(row, cells, columns, problems, today, decision):
    """Return the Line of a row; None where it is empty or wrong, which is added to `problems`."""
    given = {name: cells[column] for name, column in columns.items() if column in cells}
    if not given:
        return None
    places = {name: f"{get_column_letter(column)}{row}" for name, column in columns.items()}
    before = len(problems)

    def get(name, reader):
        try:
            if (cell := given.get(name)) is None:
                return ""
            if cell.is_error or (cell.is_formula and cell.value is None):
                raise Wrong(_("The formula gives no value. Write the value itself."))
            return reader(cell)
        except Wrong as wrong:
            problems.append(Problem(places[name], f"{HEADS[name]}: {wrong}"))
            return None

    said = {name: get(name, _words(name)) for name in LONGEST}
    said |= {
        "year": get("year", _year),
        "dated": get("dated", lambda cell: _day(cell, today)),
        "recipient": get("recipient", _one_of(RECIPIENTS)),
        "sex": get("sex", _one_of(SEXES)),
        "recipient_class": get("recipient_class", _one_of({**CLASSES, "collective": "tập thể"})),
        "method": get("method", _one_of(METHODS)),
        "code": get("code", lambda cell: words(cell, 12)),
    }
    for name, sentence in _faults(said, decision):
        if said[name] is not None:
            where = places.get(name, f"A{row}")
            problems.append(Problem(where, f"{HEADS[name]}: {sentence}"))
    return None if len(problems) > before else Line(row, places, **_completed(said, decision))


def _completed(said, decision):
    if decision:
        said |= {"number": decision[0], "dated": decision[1]}
    if said["recipient"] == "collective":
        said["recipient_class"] = Recipients.COLLECTIVE
    return said


def _faults(said, decision):
    """(column, sentence) of what is missing or does not fit; None stands for what was unreadable.

    What every award must say is R9 of docs/field.md §1.10; past records may not know a sex.
    """
    needed = ["year", "kind", "recipient", "organisation", "method", "achievement"]
    needed += [] if decision else ["number", "dated"]
    is_person = said["recipient"] == "person"
    if is_person:
        needed += ["person", "recipient_class", *(["sex"] if decision else [])]
    yield from ((name, _("This cell must be filled in.")) for name in needed if not said[name])
    if said["recipient"] == "collective":
        yield from (
            (name, _("Leave it empty for a collective."))
            for name in ("person", "position", "sex")
            if said[name]
        )
    if said["recipient_class"] and is_person == (said["recipient_class"] == Recipients.COLLECTIVE):
        yield "recipient_class", _("The class does not fit “Tập thể/Cá nhân”.")
    day = decision[1] if decision else said["dated"]
    if said["year"] and day and said["year"] > day.year:
        yield "year", _("The year of the achievement lies after the decision.")
    if decision and said["number"] and search_key(said["number"]) != search_key(decision[0]):
        yield "number", _("This row is of another decision.")
    if decision and said["dated"] and said["dated"] != decision[1]:
        yield "dated", _("This row is of another decision.")


def _words(name):
    return lambda cell: words(cell, LONGEST[name])


def _year(cell):
    text = words(cell, 20)
    if not (text.isdecimal() and 1948 <= int(text) <= 2100):
        raise Wrong(_("Write a year as four digits, for example 2019."))
    return int(text)


def _day(cell, today):
    value = cell.value
    if isinstance(value, dt.datetime):
        value = value.date()
    if not isinstance(value, dt.date):
        try:
            value = read_date(words(cell, 40))
        except ValueError:
            raise Wrong(_("Write the day as day/month/year, for example 05/06/2026.")) from None
    if not dt.date(1948, 1, 1) <= value <= today:
        raise Wrong(_("The day of a decision lies between 1948 and today."))
    return value


def _one_of(choices):
    """Read a cell as one of `{key: words}`, written whole, without its brackets or shorter."""
    known = {search_key(words): key for key, words in choices.items()}
    known |= {search_key(words.partition("(")[0]): key for key, words in choices.items()}
    known |= {short: key for short, key in SHORT.items() if key in choices}

    def reader(cell):
        if (key := search_key(cell.text)) in known:
            return known[key]
        sentence = _("“%(text)s” is unknown. Write one of: %(words)s.")
        listed = "; ".join(choices.values())
        raise Wrong(sentence % {"text": cell.text[:60], "words": listed})

    return reader
