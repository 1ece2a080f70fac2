"""Which column of a sheet holds codes, texts, maxima, and which belongs to which member."""

from collections import defaultdict
from dataclasses import replace

from django.utils.translation import gettext as _

from . import guesses
from .guesses import ColumnGuess

FEWEST_CODES = 2
TAKEN = (guesses.MEMBER, guesses.MAXIMUM, guesses.LEFT_OUT, guesses.LOCKED)


def key_columns(grid, head, criteria, names):
    """Return the columns of the codes and of the texts, None where there is no such column."""
    free = [c for c in grid.columns if not _is_taken(head, c, names)]
    below = [row for row in grid.rows if row > head.last]
    codes = {c: _known(grid, below, c, criteria.by_code) for c in free}
    texts = {c: _known(grid, below, c, criteria.by_text) for c in free}
    codes = {c: 0 if _runs(grid, below, c) and any(texts.values()) else codes[c] for c in free}
    text = _best(texts, head, guesses.TEXT, 1)
    codes.pop(text, None)
    code = _best(codes, head, guesses.CODE, FEWEST_CODES)
    return code, text or _wordy(grid, below, [c for c in free if c != code])


def _wordy(grid, rows, columns):
    """The column with the most texts of several words: what to hold the codes against."""
    cells = {c: [cell for row in rows if (cell := grid.cell(row, c))] for c in columns}
    texts = {c: sum(isinstance(x.value, str) and " " in x.text for x in cells[c]) for c in columns}
    best = max(texts, key=lambda c: (texts[c], -c), default=None)
    return best if best is not None and texts[best] >= FEWEST_CODES else None


def guess_columns(grid, head, code, text, names, rows):
    """Return a `ColumnGuess` for each column; `rows` are those that may hold points."""
    fixed = {code: guesses.CODE, text: guesses.TEXT}
    found = [
        ColumnGuess(c, head.title(c), fixed[c])
        if c in fixed
        else _guess(grid, head, c, names, rows)
        for c in grid.columns
    ]
    if names.are_parts or names.are_checks:
        return _doubled_parts_asked(found)
    return _doubles_asked(found, {c: head.stage(c, names) for c in grid.columns})


def _is_taken(head, column, names):
    return head.meaning(column, names)[0] in TAKEN


def _runs(grid, rows, column):
    """Whether a column merely numbers the rows: 1, 2, 3 …, whatever stands in them."""
    texts = [cell.text.strip(".)") for row in sorted(rows) if (cell := grid.cell(row, column))]
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit()]
    return len(numbers) > FEWEST_CODES and numbers == list(range(1, len(numbers) + 1))


def _known(grid, rows, column, find):
    """How many criteria stand in a column."""
    cells = (grid.cell(row, column) for row in rows)
    return len({node.pk or node.code for cell in cells if cell for node in find(cell)[:1]})


def _best(counts, head, role, fewest):
    """The column with the most criteria; where there are none, the one that is called so."""
    best = max(counts, key=lambda c: (counts[c], head.role(c) == role, -c), default=None)
    if best is not None and counts[best] >= fewest:
        return best
    return next((c for c in sorted(counts) if head.role(c) == role), None)


def _guess(grid, head, column, names, rows):
    title, (role, key) = head.title(column), head.meaning(column, names)
    if role in (guesses.MAXIMUM, guesses.LEFT_OUT, guesses.LOCKED):
        return ColumnGuess(column, title, role)
    if role == guesses.MEMBER:
        return _member(grid, head, column, key, names)
    if not any(has_points(grid.cell(row, column)) for row in rows):
        return ColumnGuess(column, title)
    if names.are_checks and (asked := names.question(head.parts.get(column, ()))):
        return ColumnGuess(column, title, "", None, False, *asked)
    matches = [names.find(part) for part in head.parts.get(column, ())]
    near = tuple(dict.fromkeys(key for match in matches for key in match.keys))
    if role in (guesses.CODE, guesses.TEXT) and not near:
        return ColumnGuess(column, title)  # a running number beside the codes
    why = _which_part(title) if names.are_parts else _whose(title, near)
    return ColumnGuess(column, title, "", None, False, why, near)


def _member(grid, head, column, key, names):
    guess = ColumnGuess(column, head.title(column), guesses.MEMBER, key)
    if grid.shape.hides_column(column):
        sentence = _("This column is hidden in the file. Is it to be read?")
        return replace(guess, sure=False, why=sentence, suggestions=(key,))
    asks_stage = not (names.are_parts or names.are_checks)
    if asks_stage and head.stage(column, names) == "other":
        sentence = _("The heading names another step of the scoring. Are these the agreed points?")
        return replace(guess, sure=False, why=sentence, suggestions=(key,))
    return guess


def _whose(title, near):
    if not title:
        return _("This column has points but no heading. Whose are they?")
    if near:
        return _("“%(title)s” is only similar to a member's name. Whose column is it?") % {
            "title": title[:80]
        }
    return _("“%(title)s” is no member's name that is known. Whose column is it?") % {
        "title": title[:80]
    }


def _which_part(title):
    if not title:
        return _("This column has numbers but no heading. What stands in it?")
    return _("“%(title)s” is no heading that is known. What stands in this column?") % {
        "title": title[:80]
    }


def _doubled_parts_asked(found):
    """Two columns that mean the same part of a sheet: neither is taken without being asked."""
    known = [guess.member for guess in found if guess.member is not None]
    sentence = _("Several columns have this meaning. Which one is to be read?")
    return tuple(
        replace(guess, sure=False, why=sentence, suggestions=(guess.member,))
        if guess.member is not None and known.count(guess.member) > 1
        else guess
        for guess in found
    )


def _doubles_asked(found, stages):
    """Two columns of one member: the step of the scoring settles it, or it is asked."""
    named = defaultdict(list)
    for guess in found:
        if guess.member is not None:
            named[guess.member].append(stages[guess.column])
    doubled = {member for member, steps in named.items() if len(steps) > 1}
    settled = {m for m in doubled if named[m].count("agreed") == 1 and "" not in named[m]}
    return tuple(
        _of_double(g, g.member in settled, stages[g.column]) if g.member in doubled else g
        for g in found
    )


def _of_double(guess, is_settled, stage):
    if is_settled and stage == "agreed":
        return guess
    if is_settled:
        return ColumnGuess(guess.column, guess.title)
    sentence = _("Several columns carry this member's name. Which one holds the agreed points?")
    return replace(guess, sure=False, why=sentence, suggestions=(guess.member,))


def has_points(cell):
    """Whether a cell may hold points: a number, a formula, a text with a digit in it."""
    if cell is None:
        return False
    if isinstance(cell.value, str) and not cell.is_formula:
        return any(char.isdigit() for char in cell.value[:20]) and len(cell.value) <= 20
    return True
