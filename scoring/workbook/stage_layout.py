"""What the workbook of one stage and its reader agree on: a member has several columns in it."""

from dataclasses import dataclass, field

from .layout import KEY_MARK, PROGRAM, Book

FIGURE, TARGET, POINTS, WHY = "so-lieu", "chi-tieu", "diem", "giai-trinh"
SELF_SCORE, CHECK, REASON = "tu-cham", "kiem-tra", "ly-do"
# The parts of a member, in their order, with their headings.
OF_SELF = {
    FIGURE: "Số liệu đạt được",
    TARGET: "Chỉ tiêu của đơn vị",
    POINTS: "Điểm tự chấm",
    WHY: "Giải trình",
}
OF_CHECK = {
    SELF_SCORE: "Tự chấm",
    CHECK: "Kiểm tra",
    TARGET: "Chỉ tiêu",
    REASON: "Lý do khác tự chấm",
}
RULE, UNIT = "Cách tính điểm", "Đơn vị tính"
TITLES = {
    "self": "PHIẾU TỰ CHẤM ĐIỂM THI ĐUA NĂM {}",
    "checked": "BẢNG KIỂM TRA CHÉO ĐIỂM THI ĐUA NĂM {}",
}


@dataclass(frozen=True)
class StageBook:
    """For what a workbook of a stage is issued.

    `entries` are {(key of the member, pk of the criterion): Entry} of the stage itself, `before` of
    the stage before it, `points` and `points_before` what they came to, as far as it is told.
    `locked`: members that are shown and may not be written: the checker's own.
    """

    slug: str
    bloc: str
    year: int
    stage: str
    version: str
    sections: tuple
    members: tuple
    locked: tuple = ()
    entries: dict = field(default_factory=dict)
    before: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)
    points_before: dict = field(default_factory=dict)
    is_sample: bool = False

    @property
    def is_self(self):
        return self.stage == "self"

    @property
    def parts(self):
        return OF_SELF if self.is_self else OF_CHECK

    @property
    def columns(self):
        """[(member, part, whether it is locked)] of all columns of members, in their order."""
        everybody = [(each, False) for each in self.members] + [(e, True) for e in self.locked]
        return [(member, part, locked) for member, locked in everybody for part in self.parts]

    def of_columns(self, members, kind=Book, **more):
        """The same criteria as a `Book` whose members are the columns of a table of one's own."""
        names = ("slug", "bloc", "year", "stage", "version", "sections", "is_sample")
        return kind(**{name: getattr(self, name) for name in names}, members=members, **more)

    @property
    def identity(self):
        """What the hidden sheet says, line by line."""
        return {
            "program": PROGRAM,
            "bloc": self.slug,
            "year": str(self.year),
            "stage": self.stage,
            "version": self.version,
            "members": ",".join(str(member.key) for member in self.members),
        }


def mark_of(member, part):
    """The hidden key above a column: “don-vi:12:kiem-tra”."""
    return f"{KEY_MARK}{member.key}:{part}"
