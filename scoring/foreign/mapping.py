"""The confirmed way to read a sheet: kept with the upload, and remembered for the next one."""

from collections import Counter
from dataclasses import dataclass, replace

from ..tree import leaves
from . import guesses


@dataclass(frozen=True)
class Mapping:
    """Which sheet, which columns are members ({column: key}), which rows criteria ({row: pk}).

    Made for one version of the criteria, `version`, and one heading, `fingerprint`.
    """

    sheet: int
    turned: bool
    head: tuple
    members: dict
    rows: dict
    decimal_sign: str = ""
    version: str = ""
    fingerprint: str = ""

    def to_json(self):
        return {
            "sheet": self.sheet,
            "turned": self.turned,
            "head": list(self.head),
            "members": sorted(self.members.items()),
            "rows": sorted(self.rows.items()),
            "decimal_sign": self.decimal_sign,
            "version": self.version,
            "fingerprint": self.fingerprint,
        }


def from_json(stored):
    """Return the `Mapping` that `to_json` wrote."""
    pairs = {name: {int(k): int(v) for k, v in stored[name]} for name in ("members", "rows")}
    return Mapping(**{**stored, **pairs, "head": tuple(stored["head"])})


def to_remember(proposal, mapping, book):
    """What a person answered, for other files with these headings: names and codes, no keys.

    What was sure by itself is found again; remembering it would hide what changes there.
    """
    names = {member.key: member.name for member in book.members}
    codes = {node.pk: node.code for node in leaves(book.sections)}
    labels = Counter(guess.label for guess in proposal.rows)
    columns = {
        str(guess.column): names.get(mapping.members.get(guess.column), "")
        for guess in proposal.columns
        if _is_answered(guess, guess.member, mapping.members.get(guess.column))
    }
    rows = {
        guess.label: codes.get(mapping.rows.get(guess.row), "")
        for guess in proposal.rows
        if labels[guess.label] == 1 and _is_answered(guess, guess.pk, mapping.rows.get(guess.row))
    }
    return {"columns": columns, "rows": rows, "decimal_sign": mapping.decimal_sign}


def recalled(proposal, remembered, book):
    """The proposal as it was confirmed for the same headings before. Who has left is asked anew."""
    names = {member.name: member.key for member in book.members}
    codes = {node.code: node.pk for node in leaves(book.sections)}
    columns = [_column(guess, remembered["columns"], names) for guess in proposal.columns]
    rows = [_row(guess, remembered["rows"], codes) for guess in proposal.rows]
    sign = remembered["decimal_sign"] if proposal.asks_decimal else ""
    known = replace(proposal, columns=tuple(columns), rows=tuple(rows), remembered=True)
    return replace(known, asks_decimal="", decimal_sign=sign) if sign else known


def _is_answered(guess, proposed, confirmed):
    return not guess.sure or guess.is_recalled or proposed != confirmed


def _column(guess, remembered, names):
    name = remembered.get(str(guess.column))
    if name is None or guess.is_fixed or (name and name not in names):
        return guess
    plain = guesses.ColumnGuess(guess.column, guess.title, is_recalled=True)
    return replace(plain, role=guesses.MEMBER, member=names[name]) if name else plain


def _row(guess, remembered, codes):
    """What is hidden or stands there twice is asked each time."""
    code = remembered.get(guess.label)
    is_known = guess.pk is not None and not guess.sure
    if code is None or is_known or (code and code not in codes):
        return guess
    return guesses.RowGuess(guess.row, guess.label, codes.get(code), is_recalled=True)
