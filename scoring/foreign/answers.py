"""What a person confirmed, mended or left unanswered about a proposal."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from ..tree import leaves
from .guesses import Choice
from .mapping import Mapping

UNANSWERED = "?"
CHOICES = ("sheet", "turned", "first", "last", "code", "text")
LARGEST = 1000
SIGNS = (",", ".")


@dataclass(frozen=True)
class Answers:
    """The given answers by field, and the mapping they make: None while `errors` stand."""

    given: dict
    mapping: Mapping | None
    errors: tuple = ()


def choice_of(data):
    """Return the `Choice` in the fields of a request; what is no small number says nothing."""
    numbers = {name: _number(data.get(name, "")) for name in CHOICES}
    if data.get("shown") not in (None, f"{numbers['sheet']}-{numbers['turned']}"):
        # Another sheet was chosen: the rows and columns shown for the last one are not its own.
        numbers |= dict.fromkeys(["first", "last", "code", "text"])
    if numbers["first"] and (numbers["last"] or 0) < numbers["first"]:
        numbers["last"] = numbers["first"]
    turned = None if numbers["turned"] is None else bool(numbers["turned"])
    return Choice(**{**numbers, "turned": turned})


def query_of(choice):
    """The same as a query string; "" where nothing was chosen."""
    known = {name: getattr(choice, name) for name in CHOICES}
    return urlencode({name: int(value) for name, value in known.items() if value is not None})


def answers_of(proposal, data, book):
    """Return the `Answers` in the fields of a form: what is unsure has to be answered.

    Fields are c-<column>, r-<row>, `sign` and `sheet-known`; a value is a key, or "" to leave out.
    """
    members = {str(member.key): member.key for member in book.members}
    pks = {str(pk): pk for pk in _criteria(book)}
    known = {"c-": {"", *members}, "r-": {"", *pks}}
    given = {
        name: value if value in known.get(name[:2], {value}) else UNANSWERED
        for name, default in _fields(proposal)
        for value in [data.get(name, default)]
    }
    columns = _answered(given, "c-", members)
    rows = _answered(given, "r-", pks)
    errors = [*_missing(given, proposal), *_twice(proposal, columns, rows, book)]
    if not errors and not (columns and rows):
        errors.append(_("Choose at least one member's column and one criterion's row."))
    if errors:
        return Answers(given, None, tuple(errors))
    return Answers(given, _mapping(proposal, columns, rows, given, book))


def field_value(guess):
    """What the select of a guess shows before anybody has answered."""
    if not guess.sure:
        return UNANSWERED
    known = guess.member if hasattr(guess, "member") else guess.pk
    return "" if known is None else str(known)


def _fields(proposal):
    for guess in proposal.columns:
        if not guess.is_fixed:
            yield f"c-{guess.column}", field_value(guess)
    for guess in proposal.rows:
        yield f"r-{guess.row}", field_value(guess)
    yield "sign", "" if not proposal.asks_decimal else UNANSWERED
    yield "sheet-known", UNANSWERED if proposal.asks_sheet else "1"


def _answered(given, prefix, known):
    """{column or row: key} of the fields with this prefix whose value is known."""
    return {
        int(name.removeprefix(prefix)): known[value]
        for name, value in given.items()
        if name.startswith(prefix) and value in known
    }


def _missing(given, proposal):
    """What was not answered, or answered by what nobody offered."""
    open_columns = [g for g in proposal.columns if given.get(f"c-{g.column}") == UNANSWERED]
    open_rows = [g for g in proposal.rows if given[f"r-{g.row}"] == UNANSWERED]
    grid = proposal.grid
    for guess in open_columns:
        yield _("Column %(column)s: say whose it is, or leave it out.") % {
            "column": grid.column_name(guess.column)
        }
    for guess in open_rows:
        yield _("Row %(row)s: say which criterion it is, or leave it out.") % {
            "row": grid.row_name(guess.row)
        }
    if proposal.asks_decimal and given["sign"] not in SIGNS:
        yield _("Say which sign stands before the decimals.")
    if given["sheet-known"] == UNANSWERED:
        yield _("Say that this is the right sheet, or choose another one.")


def _twice(proposal, columns, rows, book):
    names = {member.key: member.name for member in book.members}
    codes = _criteria(book)
    grid = proposal.grid
    for key in dict.fromkeys(columns.values()):
        found = [grid.column_name(c) for c, each in columns.items() if each == key]
        if len(found) > 1:
            values = {"columns": ", ".join(found), "name": names[key]}
            yield _("Columns %(columns)s: only one of them can be “%(name)s”.") % values
    for pk in dict.fromkeys(rows.values()):
        found = [grid.row_name(r) for r, each in rows.items() if each == pk]
        if len(found) > 1:
            values = {"rows": ", ".join(found), "code": codes[pk]}
            yield _("Rows %(rows)s: only one of them can be criterion %(code)s.") % values


def _mapping(proposal, columns, rows, given, book):
    return Mapping(
        sheet=proposal.sheet,
        turned=proposal.grid.is_turned,
        head=(proposal.head.first, proposal.head.last),
        members=columns,
        rows=rows,
        decimal_sign=given["sign"] if given["sign"] in SIGNS else proposal.decimal_sign,
        version=book.version,
        fingerprint=proposal.head.fingerprint,
    )


def _criteria(book):
    return {node.pk: node.code for node in leaves(book.sections)}


def _number(text):
    text = str(text)
    return int(text) if text.isascii() and text.isdigit() and int(text[:5]) <= LARGEST else None
