"""Invented movements of the invented bloc, and what some members report. All of it is a sample."""

import datetime as dt
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange

from pledges.commending import Direction, Level, Recipients, Span
from pledges.models import ExemplarKind, Launcher, MovementKind
from pledges.workflow import add_exemplar, add_movement, save_commendations, save_result

RESULTS = {
    "CCB": (
        "Vận động hội viên góp ngày công, hiến đất làm đường; giúp hộ nghèo sửa nhà (minh họa).",
        [
            ("Nhà được sửa chữa", "nhà", Decimal("12.00")),
            ("Đất đã hiến", "m²", Decimal("3450.50")),
        ],
    ),
    "HND": (
        "Xây dựng các tổ hợp tác sản xuất, hỗ trợ vốn và kỹ thuật cho hội viên (minh họa).",
        [("Tổ hợp tác thành lập mới", "tổ", Decimal("9.00"))],
    ),
}

# (direction, level): numbers of collectives, other leaders and people working directly.
COMMENDED = {
    "CCB": {
        (Direction.GIVEN, Level.GRASSROOTS): (8, 6, 24),
        (Direction.GIVEN, Level.PROVINCE): (3, 4, 6),
        (Direction.RECEIVED, Level.PROVINCE): (1, 1, 2),
    },
    "HND": {
        (Direction.GIVEN, Level.GRASSROOTS): (12, 15, 45),
        (Direction.RECEIVED, Level.MINISTRY): (2, 0, 3),
    },
}
CLASSES = (Recipients.COLLECTIVE, Recipients.OTHER_LEADER, Recipients.DIRECT)


def movements(year):
    """Three movements: one from above, the bloc's own that answers it, a drive with an occasion."""
    upper = {
        "kind": MovementKind.CAMPAIGN,
        "name": "Cuộc vận động “Chung tay giúp hộ nghèo có nhà ở” (minh họa)",
        "launcher": Launcher.FRONT,
        "launched_by": "Ủy ban MTTQ Việt Nam tỉnh Minh Họa",
        "period_stated": "nhiều năm",
    }
    own = {
        "kind": MovementKind.MOVEMENT,
        "name": "Phong trào thi đua “Mỗi tổ chức một việc thiết thực” (minh họa)",
        "launcher": Launcher.BLOC,
        "period": DateRange(dt.date(year, 1, 1), dt.date(year + 1, 1, 1)),
    }
    drive = {
        "kind": MovementKind.DRIVE,
        "name": "Đợt thi đua cao điểm “90 ngày nước rút” (minh họa)",
        "launcher": Launcher.COMMITTEE,
        "launched_by": "UBND tỉnh Minh Họa",
        "occasion": "Chào mừng ngày thành lập tỉnh Minh Họa",
        "period": DateRange(dt.date(year, 9, 1), dt.date(year, 12, 1)),
    }
    return upper, own, drive


def load_movements(year, *, by, at):
    """Enter them by the chair, who also reports for two members; the others have not reported."""
    how = {"by": by, "at": at}
    upper, own, drive = movements(year.year)
    upper = add_movement(year, **upper, **how)
    own = add_movement(year, **own, answers=upper, **how)
    add_movement(year, **drive, **how)
    seats = {seat.organisation.short_name: seat for seat in year.seats.all()}
    for name, (text, figures) in RESULTS.items():
        save_result(own, seat=seats[name], text=text, figures=figures, **how)
    add_exemplar(
        seats["CCB"],
        kind=ExemplarKind.MODEL,
        name="Mô hình “Đoạn đường cựu chiến binh tự quản” (minh họa)",
        description="Mười hai chi hội nhận chăm sóc, giữ vệ sinh các tuyến đường thôn (minh họa).",
        movement=own,
        **how,
    )
    for name, rows in COMMENDED.items():
        save_commendations(seats[name], span=Span.HALF_YEAR, counts=_cells(rows), **how)


def _cells(rows):
    return {
        (direction, level, recipients): number
        for (direction, level), numbers in rows.items()
        for recipients, number in zip(CLASSES, numbers, strict=True)
    }
