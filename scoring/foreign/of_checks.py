"""A checker's own table of several members' checks: whose column it is, and what stands in it.

A column is a part of one member's check: points, figure, target or reason. Headings say it in one
cell or in two, the member above the part or the part above the members.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vietnamese.text import search_key

from ..workbook.layout import Book, Member
from ..workbook.stage_layout import CHECK, POINTS, REASON, TARGET
from . import guesses
from .headings import CODE as CODES
from .headings import MAXIMUM, TEXT, TOTAL
from .naming import Match, Names

PARTS = (POINTS, CHECK, TARGET, REASON)
VALUES = (POINTS, CHECK)
STRIDE = 8  # keys of columns: that of the seat times this, and the place of the part
OTHER_NAMES = {
    POINTS: (
        "Điểm kiểm tra", "Điểm kiểm tra chéo", "Điểm chấm chéo", "Chấm chéo", "Điểm chấm", "Điểm",
        "Điểm đơn vị kiểm tra chấm", "Điểm sau kiểm tra", "Điểm kiểm tra chấm",
    ),
    CHECK: (
        "Số liệu kiểm tra", "Số liệu", "Kết quả kiểm tra", "Số liệu sau kiểm tra", "Thực hiện",
        "Kết quả thực hiện", "Số thực hiện",
    ),
    TARGET: ("Chỉ tiêu", "Kế hoạch", "Chỉ tiêu kế hoạch", "Chỉ tiêu của đơn vị", "Kế hoạch năm"),
    REASON: (
        "Lý do khác tự chấm", "Lý do", "Lý do điều chỉnh", "Lý do chênh lệch", "Lý do thay đổi",
        "Giải trình", "Giải thích", "Ghi chú", "Nhận xét", "Ý kiến", "Ý kiến kiểm tra",
    ),
}  # fmt: skip
# Points in one office, figures in another: always asked.
EITHER = {"kiem tra", "kiem tra cheo", "sau kiem tra"}
NOT_READ = ("tu cham", "tu danh gia", "chenh lech", "tang giam", "minh chung")
KNOWN = {search_key(name): part for part, names in OTHER_NAMES.items() for name in names}


@dataclass(frozen=True)
class ChecksBook(Book):
    """A `Book` whose members are the parts of each check; `own` are members that may not be."""

    seats: tuple = ()
    own: tuple = ()

    def names_without(self, keys):
        """The members for whom none of these columns holds points or figures."""
        there = {key // STRIDE for key in keys if part_of(key) in VALUES}
        return [seat.name for seat in self.seats if seat.key not in there]


def checks_book(book):
    """Return the `ChecksBook` of a `StageBook` of checks."""
    # In the language of the page that asks; what is read in a heading is Vietnamese.
    words = {
        POINTS: _("points"),
        CHECK: _("figure"),
        TARGET: _("target"),
        REASON: _("reason"),
    }
    members = tuple(
        Member(key_of(seat.key, part), f"{seat.name} – {words[part]}")
        for seat in book.members
        for part in PARTS
    )
    return book.of_columns(members, ChecksBook, seats=book.members, own=book.locked)


def key_of(seat, part):
    return seat * STRIDE + PARTS.index(part)


def part_of(key):
    return PARTS[key % STRIDE]


class CheckNames:
    """What headings of such a table mean, as `naming.Names` tells of a bloc's."""

    are_parts = False
    are_checks = True

    def __init__(self, book):
        self.seats, self.own = Names(book.seats), Names(book.own)
        self.only = book.seats[0].key if len(book.seats) == 1 and not book.own else None

    def find(self, title):
        """The columns that a heading may mean by itself; sure of a member's name alone."""
        found = self.seats.find(title)
        return Match(tuple(key_of(seat, POINTS) for seat in found.keys), found.sure)

    def is_name(self, title):
        return self.seats.is_name(title) or self.own.is_name(title)

    def is_part(self, title):
        """Whether a heading only says what of a member's check stands below it."""
        key = search_key(title)
        return key in KNOWN or key in EITHER or any(word in key for word in NOT_READ)

    def meaning(self, parts):
        """(role, key) of a column with these headings from above; "" where it has to be asked."""
        seat, own = self._whose(parts)
        kinds = [kind for part in reversed(parts) if (kind := _kind(part))]
        if kinds and kinds[0] in (guesses.CODE, guesses.TEXT, guesses.MAXIMUM, guesses.LEFT_OUT):
            return kinds[0], None
        if own:
            return guesses.LOCKED, None
        if seat is None or "either" in kinds[:1]:
            return "", None
        return guesses.MEMBER, key_of(seat, kinds[0] if kinds else POINTS)

    def question(self, parts):
        """(why, suggested keys) of a column that has to be asked about; None: as of any other."""
        seat, own = self._whose(parts)
        kinds = [kind for part in reversed(parts) if (kind := _kind(part))]
        if own or not kinds:
            return None
        if seat is None:
            return _("The heading does not say whose check this is. Whose is it?"), ()
        sentence = _("Are these points, or the figures that the check found?")
        return sentence, tuple(key_of(seat, part) for part in VALUES)

    def _whose(self, parts):
        """(key of a seat, None where it is not sure; whether it is the checker's own)"""
        for part in reversed(parts):
            if _kind(part):
                continue
            if (own := self.own.find(part)).sure:
                return own.keys[0], True
            if (found := self.seats.find(part)).sure:
                return found.keys[0], False
        return self.only, False


def _kind(title):
    """A part, "either", a role of the table's own columns, or "" for what may be a name."""
    key = search_key(title)
    if key in KNOWN:
        return KNOWN[key]
    if key in EITHER:
        return "either"
    for words, role in ((CODES, guesses.CODE), (TEXT, guesses.TEXT), (MAXIMUM, guesses.MAXIMUM)):
        if key in words:
            return role
    if key in TOTAL or key == "don vi tinh" or any(word in key for word in NOT_READ):
        return guesses.LEFT_OUT
    return ""
