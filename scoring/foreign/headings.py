"""Where the heading of a sheet is, and what each column is called in it."""

import hashlib
import json
import re
from dataclasses import dataclass

from vietnamese.text import search_key

HEAD_ROWS = 30
DEEPEST = 4
FEWEST, FEWEST_TURNED = 2, 4  # one name alone, turned, is any heading of a usual table
CODE = {"ma", "ma so", "ma tieu chi", "stt", "tt", "so tt", "so thu tu", "muc", "ky hieu", "code"}
TEXT = {
    "noi dung", "noi dung tieu chi", "tieu chi", "tieu chi cham diem", "noi dung cham diem",
    "noi dung thi dua", "tieu chi thi dua", "noi dung tieu chi cham diem", "criterion",
}  # fmt: skip
MAXIMUM = {
    "diem toi da", "toi da", "diem chuan", "thang diem", "diem tran", "khung diem", "diem quy dinh",
}  # fmt: skip
REMARK = {"ghi chu", "nhan xet", "minh chung", "giai trinh", "y kien", "can cu", "don vi tinh"}
TOTAL = {
    "tong", "cong", "tong cong", "tong diem", "tong so", "tong so diem", "diem binh quan",
    "binh quan", "trung binh", "diem trung binh", "xep hang", "xep loai", "hang", "thu hang",
}  # fmt: skip
OTHER_STAGES = ("tu cham", "kiem tra", "cham cheo", "de xuat", "de nghi", "tham dinh", "chinh thuc")
AGREED = ("thong nhat", "khoi cham", "cum cham", "khoi ket luan")


@dataclass(frozen=True)
class Head:
    """The rows of a heading, and the texts of each column in it from above."""

    first: int
    last: int
    parts: dict

    def title(self, column):
        return " – ".join(self.parts.get(column, ()))

    def keys(self, column):
        return [search_key(part) for part in self.parts.get(column, ())]

    def role(self, column):
        """What a column is by its heading: code, text, maximum, left_out; "" if unknown."""
        return next(filter(None, map(role_of, reversed(self.parts.get(column, ())))), "")

    def meaning(self, column, names):
        """(role, key of a member): of the lowest part of the heading that means anything for sure.

        “Tổng điểm” over the members' names is no total; “Ghi chú” below a name is a remark.
        """
        if names.are_checks:
            return names.meaning(self.parts.get(column, ()))
        for part in reversed(self.parts.get(column, ())):
            is_part = names.are_parts and names.is_name(part)
            if (role := role_of(part)) and not is_part:
                return role, None
            match = names.find(part)
            if match.sure:
                return "member", match.keys[0]
        return "", None

    def stage(self, column, names):
        """Return "agreed" or "other" where the heading names a step of the scoring, else "".

        A member's own name names none: “Ủy ban Kiểm tra”.
        """
        parts = [part for part in self.parts.get(column, ()) if not names.is_name(part)]
        keys = " | ".join(map(search_key, parts))
        if any(word in keys for word in AGREED):
            return "agreed"
        return "other" if any(word in keys for word in OTHER_STAGES) else ""

    @property
    def fingerprint(self):
        """The same for the same headings in the same columns, whatever stands above and below."""
        titles = [[column, self.keys(column)] for column in sorted(self.parts)]
        return hashlib.sha256(json.dumps(titles).encode()).hexdigest()


def role_of(text):
    """What a heading says that its column is; "" where it is no word that is known."""
    key = search_key(text)
    roles = ((CODE, "code"), (TEXT, "text"), (MAXIMUM, "maximum"), (REMARK | TOTAL, "left_out"))
    return next((role for words, role in roles if key in words), "")


def find_head(grid, names, first=None, last=None):
    """Return the `Head` of a grid, in the rows that a person named or those found; None without."""
    if first is None:
        heart = _heart(grid, names)
        if heart is None:
            return None
        first, last = _above(grid, heart, names), _below(grid, heart, names)
    return Head(first, last, {c: _parts(grid, first, last, c) for c in grid.columns})


def is_numbering(grid, row):
    """Whether a row numbers the columns, as forms do below a heading: A, B, 1, 2, 3."""
    texts = [cell.text.strip("()") for _c, cell in sorted(grid.rows.get(row, {}).items())]
    letters = [text for text in texts if re.fullmatch(r"[A-Z]", text)]
    numbers = [int(text) for text in texts[len(letters) :] if re.fullmatch(r"\d{1,3}", text)]
    run = numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    starts = bool(run) and numbers[0] == 1
    return len(texts) >= 4 and starts and len(letters) + len(numbers) == len(texts)


def _heart(grid, names):
    """The row with the most headings that are understood."""
    rows = sorted(grid.rows)[:HEAD_ROWS]
    weights = {row: _weight(grid, row, names) for row in rows}
    best = max(rows, key=lambda row: weights[row], default=None)
    fewest = FEWEST_TURNED if grid.is_turned else FEWEST
    return best if best is not None and weights[best] >= fewest else None


def _weight(grid, row, names):
    """Members count twice; a title that is merged over the sheet is no heading of a column."""
    weight = 0
    for column, cell in grid.rows[row].items():
        if not isinstance(cell.value, str):
            continue
        range_ = grid.shape.merged_at(row, column)
        if range_ and range_[3] - range_[1] >= 4 and range_[3] - range_[1] >= len(grid.columns) - 2:
            continue
        key = search_key(cell.text)
        weight += key in CODE | TEXT | MAXIMUM | REMARK | TOTAL
        weight += 2 * names.find(cell.text).sure
    return weight


def _above(grid, heart, names):
    """The first row of the heading: above the heart while merged into it or naming a column."""
    first = heart
    while first > 1 and heart - first < DEEPEST and first - 1 in grid.rows:
        row = first - 1
        reaches = any(r[0] <= row < r[2] and r[2] >= first for r in grid.shape.merged)
        if not reaches and not any(
            search_key(cell.text) in CODE | TEXT | MAXIMUM or names.find(cell.text).sure
            for cell in grid.rows[row].values()
        ):
            break
        first = row
    return first


def _below(grid, heart, names):
    """The last row: below the heart while merged from it, of stages, of keys or of numbers."""
    last = heart
    while last - heart < DEEPEST and last + 1 in grid.rows:
        row = last + 1
        texts = [search_key(cell.text) for cell in grid.rows[row].values()]
        reaches = any(r[0] <= last and r[2] >= row for r in grid.shape.merged if r[1] == r[3])
        stages = texts and all(
            any(w in t for w in AGREED + OTHER_STAGES) or names.is_part(t) for t in texts
        )
        keys = any(text.startswith("don vi ") and text[7:].isdigit() for text in texts)
        if not (reaches or stages or keys or is_numbering(grid, row)):
            break
        last = row
    return last


def _parts(grid, first, last, column):
    """The texts above a column, merged ones too; numbers of columns and keys say nothing."""
    parts = []
    for row in range(first, last + 1):
        cell = grid.shown(row, column)
        if cell is None or is_numbering(grid, row) or not isinstance(cell.value, str):
            continue
        if cell.text not in parts and not cell.text.startswith("don-vi:"):
            parts.append(cell.text)
    return tuple(parts)
