"""What the issued workbook and its reader agree on."""

import json
from dataclasses import dataclass, field

SHEET = "Chấm điểm"
IDENTITY = "_khoi"  # the hidden sheet that says for what the workbook was issued
PROGRAM = "emulation-scores/1"
CODE, TEXT, MAXIMUM = "Mã", "Nội dung tiêu chí", "Điểm tối đa"
TOTAL = "Σ"
KEY_MARK = "don-vi:"
BOOK_MARK = "bang-diem:"  # in the hidden row of keys: the identity of this one sheet
HEADER_ROW = 5  # counted from 0, as the rows below it: title, bloc, two remarks, a gap
MAX_ROWS = 600
MAX_COLUMNS = 130


@dataclass(frozen=True)
class Member:
    """A column: the key of the member's seat, its name, and the other ways to write it."""

    key: int
    name: str
    others: tuple = ()

    @property
    def mark(self):
        return f"{KEY_MARK}{self.key}"


@dataclass(frozen=True)
class Book:
    """For what a workbook is issued: bloc and year, stage, criteria in their version, members.

    `points` is {(key of the member, pk of the criterion): points}.
    """

    slug: str
    bloc: str
    year: int
    stage: str
    version: str
    sections: tuple
    members: tuple
    points: dict = field(default_factory=dict)
    is_sample: bool = False

    @property
    def identity(self):
        """What the hidden sheet says, line by line."""
        return {
            "program": PROGRAM,
            "bloc": self.slug,
            "year": str(self.year),
            "stage": self.stage,
            "version": self.version,
        }

    def names_without(self, keys):
        """The names of the members for whom none of these columns is."""
        return [member.name for member in self.members if member.key not in keys]

    @property
    def mark(self):
        """The same in one cell of the sheet itself, so that it goes where the sheet goes."""
        return BOOK_MARK + json.dumps(self.identity)
