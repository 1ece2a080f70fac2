"""How a foreign workbook would be read: what is sure, and what has to be asked."""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from vietnamese.text import search_key

from . import guesses
from .coding import Criteria
from .columns import guess_columns, key_columns
from .decimals import is_ambiguous, proven_sign
from .guesses import Choice, Proposal
from .headings import find_head
from .lines import guess_rows
from .naming import Names
from .of_checks import CheckNames

NOTHING = Choice()
OWN_STEPS = ("tu cham", "cham cheo")
YEAR = re.compile(r"\b(20\d\d)\b")


def propose(grids, book, choice=NOTHING):
    """Return the `Proposal` for the sheet that fits best, or that was chosen; None if none does.

    Two sheets that fit alike are asked about; hidden ones count only where no other fits.
    """
    names = _names(book)
    criteria = Criteria(book.sections)
    turns = (False, True) if choice.turned is None else (choice.turned,)
    found = [
        proposal
        for place, grid in enumerate(grids)
        if choice.sheet in (None, place)
        for turned in turns
        if (proposal := _of_sheet(place, grid.turned if turned else grid, names, criteria, choice))
    ]
    if choice == NOTHING:
        found = [each for each in found if sum(each.weight[1:]) >= 2]
        found = [each for each in found if not each.grid.is_hidden] or found
    best = max(found, key=lambda each: each.weight, default=None)
    if best is None:
        return None
    rival = choice.sheet is None and _has_rival(best, found)
    return replace(best, asks_sheet=_rival_sentence(best) if rival else _title_sentence(best, book))


def _names(book):
    if book.stage == "checked":
        return CheckNames(book)
    return Names(book.members, are_parts=book.stage == "self")


def _of_sheet(place, grid, names, criteria, choice):
    last = choice.last or choice.first
    head = find_head(grid, names, choice.first, last)
    if head is None:
        return None
    code, text = key_columns(grid, head, criteria, names)
    code, text = choice.code or code, choice.text or text
    if code == text:
        code = None if choice.text else code
        text = None if code else text
    first = guess_columns(grid, head, code, text, names, [r for r in grid.rows if r > head.last])
    points = [guess.column for guess in first if guess.role in (guesses.MEMBER, "")]
    rows = guess_rows(grid, head, code, text, criteria, points)
    read = [guess.row for guess in rows if guess.pk is not None or not guess.sure]
    columns = guess_columns(grid, head, code, text, names, read)
    return _with_decimals(Proposal(place, grid, head, code, text, columns, rows))


def _with_decimals(proposal):
    """The sign is proven by the sheet's other numbers, or asked where one needs it."""
    columns = [g.column for g in proposal.columns if g.role in (guesses.MEMBER, "")]
    rows = [g.row for g in proposal.rows if g.pk is not None or not g.sure]
    cells = [proposal.grid.cell(row, column) for row in rows for column in columns]
    cells = [cell for cell in cells if cell]
    doubtful = next((cell.address for cell in cells if is_ambiguous(cell)), "")
    sign = proven_sign(cells) if doubtful else ""
    return replace(proposal, decimal_sign=sign, asks_decimal="" if sign else doubtful)


def _title_sentence(proposal, book):
    """Ask where the title speaks of other years only, or of what the members gave themselves."""
    cells = [cell for row in proposal.grid.rows.values() for cell in row.values()]
    head = proposal.head.first
    above = [c.text for c in cells if (c.column if proposal.grid.is_turned else c.row) < head]
    steps, sentence = _other_steps(book.stage)
    if any(step in search_key(text) for text in above for step in steps):
        return sentence
    years = {int(found) for text in above for found in YEAR.findall(text)}
    if not years or book.year in years:
        return ""
    values = {"theirs": ", ".join(map(str, sorted(years))), "ours": book.year}
    return _("The sheet speaks of %(theirs)s, and this is %(ours)s. Is it the right file?") % values


def _other_steps(stage):
    """The words of a title that speak of another step, and what is then asked."""
    if stage == "self":
        return (), ""
    if stage == "checked":
        sentence = _("The title names another step of the scoring. Are these the checks?")
        return OWN_STEPS[:1], sentence
    sentence = _("The title names another step of the scoring. Are these the agreed points?")
    return OWN_STEPS, sentence


def _rival_sentence(best):
    return _("Several sheets hold a score table. Is “%(name)s” the right one?") % {
        "name": best.grid.name[:80]
    }


def _has_rival(best, found):
    """Whether another sheet fits at least half as well: then nobody knows which is meant."""
    others = [each.weight[0] for each in found if each.sheet != best.sheet]
    return bool(best.weight[0]) and max(others, default=0) * 2 >= best.weight[0]
