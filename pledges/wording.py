"""The words of a covenant in one fixed form, and their fingerprint. Pure.

A signature keeps the SHA-256 of this form, so that in ten years the text can be written out again
and compared. Whoever changes the form raises `FORMAT` and keeps the old one beside it. Typed lines
begin with "| ", ours do not: no typed text can be taken for another text.
"""

import hashlib
from dataclasses import dataclass, field, replace
from decimal import Decimal

FORMAT = "giao-uoc/1"


@dataclass(frozen=True)
class Planned:
    """What a member plans to reach. `figure` is empty only in a draft. `pk` is its row's."""

    seat: int
    name: str
    unit: str
    figure: Decimal | None
    lower_is_better: bool = False
    pk: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Pledge:
    """A commitment: without `seat` all members share it. `pk` says which row it was read from.

    `continues` is the row in the version before that it came from.
    """

    pk: int
    number: int
    text: str
    seat: int | None = None
    targets: tuple[Planned, ...] = ()
    continues: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Text:
    """The words of a version: what is signed, of all members or (`of`) of one."""

    year: int
    title: str
    theme: str
    pledges: tuple[Pledge, ...]

    def of(self, seat):
        """Keep what concerns one member: shared commitments and its own, with its targets."""
        return replace(
            self,
            pledges=tuple(
                replace(each, targets=tuple(t for t in each.targets if t.seat == seat))
                for each in self.pledges
                if each.seat in (None, seat)
            ),
        )


def written(text, *, names=None):
    """Write a text out in the fixed form.

    `names` of the members stand by their commitments and targets: {seat: name}. A single member's
    text goes without them, for the record of a name may be corrected later.
    """
    lines = [FORMAT, f"Năm: {text.year}", "Tên:", *_typed(text.title)]
    lines += ["Chủ đề:", *_typed(text.theme)]
    for pledge in text.pledges:
        lines += [f"Nội dung {pledge.number} ({_whose(pledge.seat, names)}):"]
        lines += _typed(pledge.text)
        for target in pledge.targets:
            lines += _target(target, names)
    return "\n".join(lines) + "\n"


def sha256(text, *, names=None):
    """The fingerprint of a text: 64 hexadecimal digits."""
    return hashlib.sha256(written(text, names=names).encode()).hexdigest()


def substance(text):
    """What a text commits to, whichever numbers its commitments bear and rows they came from."""
    return (
        text.title,
        text.theme,
        tuple((each.text, each.seat, each.targets) for each in text.pledges),
    )


def _whose(seat, names):
    if seat is None:
        return "chung"
    return f"riêng: {_one_line(names[seat])}" if names else "riêng"


def _target(target, names):
    whose = f" của {_one_line(names[target.seat])}" if names else ""
    plan = "" if target.figure is None else f"{target.figure:.2f}"
    way = "càng thấp càng tốt" if target.lower_is_better else "càng cao càng tốt"
    return [
        f"Chỉ tiêu{whose}:",
        *_typed(target.name),
        "Đơn vị tính:",
        *_typed(target.unit),
        f"Kế hoạch năm ({way}): {plan}",
    ]


def _typed(text):
    return [f"| {line}" for line in text.split("\n")]


def _one_line(text):
    return " ".join(text.split())
