"""The invented bloc's last year: scored in full, ranked, announced. Every figure is a sample.

Two totals are equal and the first section decides; a third member is not considered while a
complaint is open. The points are those of docs/field.md §3.11.
"""

import datetime as dt
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from scoring.kinds import Effect, Fact
from scoring.sheet import read_sheet
from scoring.workflow import announce, copy_sample, disqualify, record_scores

from .minh_hoa_rules import declare_rules

WHY = "Số liệu minh họa"
STANDS_IN = "Ghi lại kết quả năm trước từ hồ sơ của khối (minh họa)"
CODES = (
    "I.1 I.2 I.3 I.4 I.5 I.6 I.7 II.1 II.2 II.3 II.4 II.5 "
    "III.1 III.2 III.3 III.4 III.5 IV.1 IV.2 IV.3 V.2 V.5"
)
POINTS = {
    "MTTQ": "94 110 114 74 72 60 36 57 40 30 30 28 30 40 30 30 12 20 15 5 . .",
    "LĐLĐ": "98 112.5 114 76 76 60 36 55 50 30 30 25 30 35 30 25 20 20 15 10 . .",
    "HND": "97 114 114 75 76 60 34 56.5 50 30 30 26 30 40 29 25 16 20 20 5 . .",
    "HLHPN": "95.25 111 114 75 76 60 34 54 50 30 30 24 30 40 28 25 16 20 20 10 5 .",
    "CCB": "92.75 109 112 72 76 60 32 58 40 30 30 28 30 40 27 25 16 20 10 5 . .",
    "Tỉnh đoàn": "90 105 112 68 75.9 60 30 52 50 20 30 28 30 35 30 20 20 15 10 5 . 10",
}
NOT_CONSIDERED = "HLHPN"
FACTS = "Có đơn khiếu nại đang được xem xét, chưa có kết luận (minh họa)."
DOCUMENT = "Thông báo thụ lý số 08/TB (minh họa)"
ANNOUNCED_IN = "Thông báo số 15/TB-KTĐ (minh họa)"


def load_last_year(year, people, *, at):
    """Score, rank and announce the year, while it is open; the staff keep it from its records."""
    criteria_set = copy_sample(year, sample="a", by=None, at=at)
    declare_rules(criteria_set, by=None, at=at)
    record_scores(year, points=_points(year), by=None, at=_day(year, 12, 5), why=WHY)
    how = {"by": people["nhanvien"], "reason": STANDS_IN}
    disqualify(
        year,
        seat=year.seats.get(organisation__short_name=NOT_CONSIDERED),
        fact=Fact.UNDER_INSPECTION,
        facts=FACTS,
        document=DOCUMENT,
        period=DateRange(dt.date(year.year, 11, 10), None),
        effect=Effect.POSTPONED,
        at=_day(year, 12, 8),
        **how,
    )
    announced_on = dt.date(year.year, 12, 22)
    how |= {"announced_on": announced_on, "document": ANNOUNCED_IN}
    announce(year, at=_day(year, 12, 22), **how)


def _points(year):
    sheet = read_sheet(year)
    codes = {node.code: node.pk for node in sheet.leaves}
    seats = {seat.organisation.short_name: seat.pk for seat in sheet.members}
    return {
        (seats[name], codes[code]): Decimal(points)
        for name, line in POINTS.items()
        for code, points in zip(CODES.split(), line.split(), strict=True)
        if points != "."
    }


def _day(year, month, day):
    zone = timezone.get_default_timezone()
    return dt.datetime(year.year, month, day, 9, tzinfo=zone)
