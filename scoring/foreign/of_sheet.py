"""A member's own table of its self-score: what its columns are, and how a confirmed one is read.

The members of a bloc's table are here the parts of one sheet: figure, target, points, explanation.
"""

from django.utils.translation import gettext as _

from ..tree import leaves
from ..workbook.heads import MAX_PROBLEMS, Columns, Problem
from ..workbook.layout import Member
from ..workbook.read import Reading
from ..workbook.stage_cells import Criterion
from ..workbook.stage_layout import FIGURE, OF_SELF, POINTS, TARGET, WHY

PARTS = (FIGURE, TARGET, POINTS, WHY)
OTHER_NAMES = {
    FIGURE: (
        "Số liệu", "Kết quả", "Kết quả thực hiện", "Kết quả đạt được", "Số liệu thực hiện",
        "Thực hiện", "Đạt được", "Số thực hiện", "Mức độ đạt được", "Kết quả thực hiện trong năm",
    ),
    TARGET: ("Chỉ tiêu", "Kế hoạch", "Chỉ tiêu được giao", "Chỉ tiêu kế hoạch", "Kế hoạch năm"),
    POINTS: (
        "Tự chấm", "Điểm", "Điểm đơn vị tự chấm", "Đơn vị tự chấm", "Số điểm tự chấm",
        "Điểm tự đánh giá", "Tự đánh giá", "Điểm chấm",
    ),
    WHY: (
        "Giải trình, minh chứng", "Ghi chú", "Thuyết minh", "Lý do", "Diễn giải",
        "Nội dung giải trình", "Giải trình lý do",
    ),
}  # fmt: skip


def merged_sentence():
    return _(
        "This cell is merged over several members or criteria, so nobody knows whose "
        "points these are. Unmerge it and write each one's points."
    )


def parts_book(book):
    """Return the `Book` whose members are the parts of the sheet that `book` is about."""
    # In the language of the page that asks; what is read in a heading is Vietnamese.
    names = dict(
        zip(PARTS, (_("What was reached"), _("Target"), _("Points"), _("Explanation")), strict=True)
    )
    return book.of_columns(
        tuple(
            Member(key, names[part], (OF_SELF[part], *OTHER_NAMES[part]))
            for key, part in enumerate(PARTS, start=1)
        )
    )


def apply_to_sheet(grid, mapping, book):
    """Return the `Reading` of a grid, turned as confirmed, by a `Mapping` that fits `book`."""
    [member] = book.members
    nodes = {node.pk: node for node in leaves(book.sections)}
    meanings = {column: (member.key, PARTS[key - 1]) for column, key in mapping.members.items()}
    columns = Columns(0, meanings, mapping.head[1], frozenset())
    wanted, problems = {}, []
    for row, pk in sorted(mapping.rows.items()):
        given = {meaning: grid.shown(row, column) for column, meaning in meanings.items()}
        given = {meaning: cell for meaning, cell in given.items() if cell is not None}
        own = {"own_layout": True, "sign": mapping.decimal_sign}
        problems += _shared(grid, row, meanings, mapping)
        wanted |= Criterion(book, nodes[pk], given, columns, problems, **own).read()
    return Reading(wanted, tuple(problems[:MAX_PROBLEMS]))


def _shared(grid, row, meanings, mapping):
    """A number that is merged over several criteria is nobody's; an explanation may be shared."""
    for column, (_member, part) in meanings.items():
        merged = grid.shape.merged_at(row, column) if part != WHY else None
        if merged and sum(merged[0] <= each <= merged[2] for each in mapping.rows) > 1:
            yield Problem(grid.address(row, column), merged_sentence())
