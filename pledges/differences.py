"""What an amendment changes, word by word, for pages that show old beside new. Pure."""

import difflib
import re
from dataclasses import dataclass

from vietnamese.numbers import write_decimal

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A stretch of words: `kind` is "same", "ins" or "del"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """What became of one part: `kind` is "same", "changed", "added", "removed" or "moved"."""

    kind: str
    label: str
    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]


def pieces(old, new):
    """Return the words of both texts in order, each kept, inserted or deleted."""
    a, b = WORDS.findall(old), WORDS.findall(new)
    found = []
    for kind, i, j, k, n in difflib.SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(a[i:j])))
            continue
        if i < j:
            found.append(Piece("del", "".join(a[i:j])))
        if k < n:
            found.append(Piece("ins", "".join(b[k:n])))
    return tuple(found)


def differences(before, after, *, continues, names):
    """Compare two versions' texts: title, theme, then every commitment with its targets.

    `continues` maps a commitment of the later version to the one it came from, by key; `names`
    are those of the members, by seat.
    """
    old = {each.pk: each for each in before.pledges}
    kept, found = set(), []
    for label, a, b in (("title", before.title, after.title), ("theme", before.theme, after.theme)):
        found.append(Difference("same" if a == b else "changed", label, None, None, pieces(a, b)))
    for new in after.pledges:
        came_from = old.get(continues.get(new.pk))
        kept.add(came_from and came_from.pk)
        found.append(_of_pledge(came_from, new, names))
    gone = (each for each in before.pledges if each.pk not in kept)
    return found + [_of_pledge(each, None, names) for each in gone]


def _of_pledge(old, new, names):
    a, b = (_whole(each, names) if each else "" for each in (old, new))
    kind = "added" if old is None else "removed" if new is None else "changed"
    if old and new and a == b:
        kind = "same" if old.number == new.number else "moved"
    return Difference(kind, "commitment", old and old.number, new and new.number, pieces(a, b))


def _whole(pledge, names):
    """Whose it is, the text, and a line for each target."""
    lines = [f"[{names.get(pledge.seat, '')}] {pledge.text}" if pledge.seat else pledge.text]
    for each in pledge.targets:
        figure = "…" if each.figure is None else write_decimal(each.figure)
        sign = "≤" if each.lower_is_better else "≥"
        who = names.get(each.seat, "")
        lines.append(f"• {who}: {each.name} {sign} {figure} {each.unit}")
    return "\n".join(lines)
