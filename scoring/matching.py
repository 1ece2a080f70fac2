"""A received table with its proposal, as the page shows it that confirms columns and rows."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from .books import book_of
from .foreign import guesses
from .foreign.answers import UNANSWERED, field_value
from .foreign.applying import columns_book
from .foreign.grids import open_grids
from .foreign.guesses import Choice, Proposal
from .foreign.mapping import recalled
from .foreign.proposing import propose
from .models import RememberedMapping
from .tree import leaves
from .workbook.heads import Problem
from .workbook.layout import Book

SHOWN_ROWS = 12
LONGEST_TEXT = 60


@dataclass(frozen=True)
class Remembered:
    """The answers to the same headings before, when they were given and by whom."""

    answers: dict = field(repr=False)
    at: dt.datetime
    by: str | None


@dataclass(frozen=True)
class Matching:
    """The sheets of a file, what the book wants, and what is proposed (None: nothing fits)."""

    grids: list = field(repr=False)
    book: Book = field(repr=False)
    proposal: Proposal | None
    remembered: Remembered | None = None


@dataclass(frozen=True)
class Select:
    """One choice: its field, what it is about, the question where there is one, the options.

    An option is (value, words, whether it stands now).
    """

    name: str
    place: str
    title: str
    why: str = ""
    suggested: str = ""
    options: tuple = ()
    fixed: str = ""
    is_wide: bool = False

    @property
    def is_asked(self):
        return bool(self.why)


@dataclass(frozen=True)
class Line:
    """A row of the sheet: its number, its choice (None in the heading) and its cells."""

    place: str
    select: Select | None
    cells: tuple


def matching_of(received, sheet, choice):
    """Return the `Matching` of a received file. Raises `foreign.grids.Unreadable`."""
    matching = matching_in(received.file.path.read_bytes(), book_of(sheet), choice)
    if (proposal := matching.proposal) is None:
        return matching
    book = matching.book
    remembered = _remembered(received, proposal.head.fingerprint)
    if choice != Choice(sheet=choice.sheet):
        remembered = None
    if remembered:
        proposal = recalled(proposal, remembered.answers, book)
    return Matching(matching.grids, book, proposal, remembered)


def matching_of_upload(upload, book, choice):
    """The same of an upload of sheets, for its `StageBook`; one query where something fits."""
    content = upload.file.path.read_bytes()
    matching = matching_in(content, columns_book(book), choice)
    if matching.proposal is None or choice != Choice(sheet=choice.sheet):
        return matching
    kept = RememberedMapping.objects.filter(
        bloc=upload.emulation_year.bloc_id,
        stage=upload.stage,
        organisation=upload.seat and upload.seat.organisation_id,
        fingerprint=matching.proposal.head.fingerprint,
    )
    if (kept := kept.select_related("by").first()) is None:
        return matching
    known = Remembered(kept.answers, kept.at, kept.by and kept.by.full_name)
    proposal = recalled(matching.proposal, known.answers, remembered_book(book))
    return Matching(matching.grids, matching.book, proposal, known)


def remembered_book(book):
    """The `Book` of a stage's own table with the names under which answers are kept: Vietnamese."""
    with translation.override("vi"):
        return columns_book(book)


def matching_in(content, book, choice):
    """Return the `Matching` of a file's bytes, without what was remembered. Raises Unreadable."""
    grids = open_grids(content)
    return Matching(grids, book, propose(grids, book, choice))


def _remembered(received, fingerprint):
    """What `with_remembered` read of these headings, or None."""
    found = (each for each in received.remembered if each["fingerprint"] == fingerprint)
    kept = next(found, None)
    return kept and Remembered(kept["answers"], parse_datetime(kept["at"]), kept["by"])


def column_selects(matching, given):
    """Return a `Select` for each column; `given` are the answers of the form, by field."""
    members = {str(member.key): member.name for member in matching.book.members}
    return [_column(guess, matching.proposal.grid, members, given) for guess in _columns(matching)]


def head_lines(matching):
    """The rows of the heading, as they stand in the file."""
    head = matching.proposal.head
    return [_line(matching, row, None) for row in range(head.first, head.last + 1)]


def body_lines(matching, given, *, everything):
    """The rows below the heading: those that are asked about and the first others, or all."""
    codes = {str(node.pk): _named(node) for node in leaves(matching.book.sections)}
    proposal, found, others = matching.proposal, [], 0
    for guess in proposal.rows:
        name = f"r-{guess.row}"
        is_asked = not guess.sure or guess.is_recalled or given.get(name) != field_value(guess)
        others += not is_asked
        if is_asked or everything or others <= SHOWN_ROWS:
            place = proposal.grid.row_name(guess.row)
            suggested = ", ".join(codes[str(pk)] for pk in guess.suggestions)
            select = Select(
                name, place, guess.label, guess.why, suggested, _options(codes, given.get(name))
            )
            found.append(_line(matching, guess.row, select))
    return found


def missing(matching):
    """(members without a column, criteria without a row): what stays as it is stored."""
    proposal, book = matching.proposal, matching.book
    members, rows = set(proposal.members.values()), set(proposal.criteria.values())
    return (
        book.names_without(members),
        [node.code for node in leaves(book.sections) if node.pk not in rows],
    )


def signs():
    """The two decimal signs, in words."""
    return [(",", _("the comma: 9,5 and 1.234,5")), (".", _("the point: 9.5 and 1,234.5"))]


def questions_of(matching):
    """What is asked, as problems with their cells: for the marked copy of the file."""
    proposal = matching.proposal
    grid, head = proposal.grid, proposal.head
    key = proposal.code or proposal.text or min(grid.columns)
    columns = [Problem(grid.address(head.last, g.column), g.why) for g in proposal.unsure_columns]
    rows = [Problem(grid.address(g.row, key), g.why) for g in proposal.unsure_rows]
    sheet = [Problem("", proposal.asks_sheet)] if proposal.asks_sheet else []
    return [*sheet, *columns, *rows]


def _columns(matching):
    return matching.proposal.columns


def _column(guess, grid, members, given):
    name, place = f"c-{guess.column}", grid.column_name(guess.column)
    if guess.is_fixed:
        is_wide = guess.role == guesses.TEXT
        return Select(name, place, guess.title, fixed=_words()[guess.role], is_wide=is_wide)
    suggested = ", ".join(members[str(key)] for key in guess.suggestions)
    options = _options(members, given.get(name))
    return Select(name, place, guess.title, guess.why, suggested, options)


def _options(known, value):
    """Leave out, or one of those known; the question mark only until somebody has answered."""
    offered = {UNANSWERED: _("– choose –")} if value == UNANSWERED else {}
    offered |= {"": _("leave out"), **known}
    return tuple((key, words, key == value) for key, words in offered.items())


def _words():
    return {
        guesses.CODE: _("codes of the criteria"),
        guesses.TEXT: _("texts of the criteria"),
        guesses.MAXIMUM: _("maximum points"),
        guesses.LOCKED: _("your own sheet, which another organisation checks"),
    }


def _line(matching, row, select):
    grid = matching.proposal.grid
    cells = (grid.shown(row, guess.column) for guess in _columns(matching))
    texts = tuple(_short(cell) if cell else "" for cell in cells)
    return Line(grid.row_name(row), select, texts)


def _short(cell):
    text = cell.text
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def _named(node):
    text = node.text if len(node.text) <= LONGEST_TEXT else f"{node.text[:LONGEST_TEXT]}…"
    return f"{node.code}. {text}"
