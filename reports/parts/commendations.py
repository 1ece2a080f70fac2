"""Commendations in numbers, by level and class, with the share of people who work directly. Pure.

What the members report; no decision is counted here (docs/field.md §1.5).
"""

from dataclasses import dataclass

from pledges.commending import Level, Recipients
from vietnamese.numbers import write_decimal

NO_FIGURES = "–"
LEVELS = {
    Level.STATE: "Cấp Nhà nước",
    Level.MINISTRY: "Bộ, ngành, đoàn thể Trung ương",
    Level.PROVINCE: "Cấp tỉnh",
    Level.GRASSROOTS: "Ngành và cơ sở",
}
CLASSES = {
    Recipients.COLLECTIVE: "Tập thể",
    Recipients.TOP_LEADER: "Lãnh đạo cấp bộ, tỉnh",
    Recipients.SENIOR_LEADER: "Lãnh đạo cấp sở, ngành",
    Recipients.ENTREPRENEUR: "Doanh nhân",
    Recipients.OTHER_LEADER: "Lãnh đạo khác từ phó phòng trở lên",
    Recipients.DIRECT: "Người trực tiếp công tác, lao động, học tập",
}


@dataclass(frozen=True)
class Table:
    """One direction: heads of the classes, a line a level, the sums, and the share as a text."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    sums: str
    share: str


def tables(moved):
    """Return what was given and what was received; a table of which nothing is known is empty."""
    return (
        _table("Khen thưởng do các đơn vị thành viên thực hiện", moved.given),
        _table("Khen thưởng các đơn vị thành viên được nhận", moved.received),
    )


def _table(title, told):
    lines = tuple(
        (name, tuple(_number(told.numbers[level, each]) for each in CLASSES))
        for level, name in LEVELS.items()
        if any(told.numbers[level, each] is not None for each in CLASSES)
    )
    sums = f"{_said(told.collectives)} tập thể, {_said(told.individuals)} cá nhân"
    return Table(title, tuple(CLASSES.values()), lines, sums, _share(told.share))


def _number(number):
    return NO_FIGURES if number is None else str(number)


def _said(number):
    return "chưa có số liệu về" if number is None else f"{number:02d}"


def _share(share):
    if share is None:
        return "không có số liệu"
    percent = write_decimal(share.percent, places=2)
    return f"{percent}% ({share.direct}/{share.individuals} cá nhân)"
