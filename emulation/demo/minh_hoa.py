"""The invented bloc: what is in it. How it becomes rows stands in `minh_hoa_loading`."""

import datetime as dt
from typing import NamedTuple

from blocs.models import (
    ActivityKind,
    DeadlineKind,
    HandoverItem,
    HandoverPerson,
    HandoverSide,
    ItemKind,
    NoticeKind,
)

from .facts import FARMERS, FRONT, UNION, VETERANS, WOMEN, YOUTH, Named

SLUG = "khoi-minh-hoa"
NAME = "Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Minh Họa"
NOTE = "Khối được dựng để dùng thử phần mềm; mọi tên người, ngày tháng, số liệu đều là minh họa."
ALIASES = ("Khối minh họa",)
PROVINCE = "Minh Họa"
PROVINCE_SINCE = dt.date(2020, 1, 1)

# In protocol order.
MEMBERS = (
    Named("Ủy ban MTTQ Việt Nam tỉnh Minh Họa", FRONT, "MTTQ"),
    Named("Liên đoàn Lao động tỉnh Minh Họa", UNION, "LĐLĐ"),
    Named("Hội Nông dân tỉnh Minh Họa", FARMERS, "HND"),
    Named("Hội Liên hiệp Phụ nữ tỉnh Minh Họa", WOMEN, "HLHPN"),
    Named("Hội Cựu chiến binh tỉnh Minh Họa", VETERANS, "CCB"),
    Named("Tỉnh đoàn Minh Họa", YOUTH, "Tỉnh đoàn"),
)
LAST_CHAIR, CHAIR, DEPUTY = "HLHPN", "LĐLĐ", "HND"

PLACE = "Hội trường Hội Liên hiệp Phụ nữ tỉnh Minh Họa"
AGREED = "Các thành viên thống nhất tại hội nghị tổng kết."
PAST_DAY_REASON = "Số liệu minh họa được nạp sau ngày bàn giao."


def people():
    """Who stood at the handover: invented, and named so."""
    return [
        HandoverPerson(
            side=HandoverSide.GIVER,
            full_name="Người minh họa thứ nhất",
            position="Chủ tịch Hội Liên hiệp Phụ nữ tỉnh",
        ),
        HandoverPerson(
            side=HandoverSide.RECEIVER,
            full_name="Người minh họa thứ hai",
            position="Chủ tịch Liên đoàn Lao động tỉnh",
        ),
        HandoverPerson(
            side=HandoverSide.WITNESS,
            full_name="Người minh họa thứ ba",
            position="Phó Giám đốc Sở Nội vụ",
        ),
    ]


def inventory(last_year):
    """What the former chair handed over."""
    return [
        HandoverItem(
            kind=ItemKind.PAPERS, text="Quy chế hoạt động của khối", quantity="01 bản chính"
        ),
        HandoverItem(
            kind=ItemKind.PAPERS,
            text=f"Bản giao ước thi đua năm {last_year}",
            quantity="01 bản chính",
        ),
        HandoverItem(
            kind=ItemKind.PAPERS,
            text=f"Báo cáo tổng kết công tác thi đua, khen thưởng năm {last_year}",
            quantity="02 bản",
        ),
        HandoverItem(
            kind=ItemKind.OBJECT,
            text="Cờ luân lưu khối trưởng",
            quantity="01 chiếc",
            note="còn tốt",
        ),
    ]


REGULATION = {
    "kind": NoticeKind.REGULATION,
    "title": "Quy chế hoạt động của khối (minh họa)",
    "text": (
        "Quy chế gồm các nội dung chính: nguyên tắc hoạt động; trách nhiệm của khối trưởng, khối "
        "phó và thành viên; chế độ họp và báo cáo; việc chấm điểm, bình xét, suy tôn cuối năm.\n\n"
        "Toàn văn xem tệp đính kèm."
    ),
}
REGULATION_FILE = "quy-che-hoat-dong-khoi-minh-hoa.pdf"


def announcement(year):
    """The second paper: when the covenant of the year is signed."""
    return {
        "kind": NoticeKind.NOTICE,
        "title": f"Thông báo về hội nghị ký kết giao ước thi đua năm {year} (minh họa)",
        "text": (
            f"Khối tổ chức hội nghị ký kết giao ước thi đua năm {year} trong tháng 3 năm {year}, "
            "tại hội trường Liên đoàn Lao động tỉnh Minh Họa. Đề nghị các thành viên gửi nội dung "
            f"đăng ký thi đua về khối trưởng trước ngày 01/3/{year}."
        ),
    }


class Planned(NamedTuple):
    """An activity of the year, the member that answers for it, and what became of it on its day.

    Until that day it is still planned. `years_later` 1: in January of the calendar year after.
    """

    text: str
    kind: ActivityKind
    month: int
    day: int
    owner: str
    host: str = ""
    result: str = ""
    dropped: str = ""
    years_later: int = 0


ACTIVITIES = (
    Planned(
        "Thăm, tặng quà hộ nghèo, gia đình chính sách dịp Tết Nguyên đán",
        ActivityKind.VISIT, 2, 6, "MTTQ",
        result="Trao 60 suất quà tại hai xã (minh họa).",
    ),
    Planned(
        "Giao lưu, trao đổi kinh nghiệm phát hiện và nhân điển hình tiên tiến",
        ActivityKind.EXCHANGE, 4, 17, "LĐLĐ", host="Hội trường Liên đoàn Lao động tỉnh Minh Họa",
        result="06 đơn vị tham dự, giới thiệu 08 mô hình (minh họa).",
    ),
    Planned(
        "Giải cầu lông các đơn vị trong khối",
        ActivityKind.SPORT, 5, 22, "Tỉnh đoàn", host="Nhà thi đấu đa năng tỉnh Minh Họa",
        result="48 vận động viên thi đấu ở 04 nội dung (minh họa).",
    ),
    Planned(
        "Thăm, tặng quà thương binh, gia đình liệt sĩ nhân ngày 27/7",
        ActivityKind.VISIT, 7, 24, "CCB",
        result="Trao 30 suất quà (minh họa).",
    ),
    Planned(
        "Liên hoan văn nghệ chào mừng Quốc khánh",
        ActivityKind.CULTURE, 8, 28, "HLHPN",
        dropped="Các đơn vị tập trung khắc phục hậu quả mưa bão (minh họa).",
    ),
    Planned(
        "Ngày hội hiến máu tình nguyện của khối",
        ActivityKind.SOCIAL_WORK, 12, 12, "HND", host="Nhà văn hóa tỉnh Minh Họa",
        result="Tiếp nhận 120 đơn vị máu (minh họa).",
    ),
    Planned(
        "Tọa đàm rút kinh nghiệm công tác của khối, bàn giao nhiệm vụ khối trưởng",
        ActivityKind.EXCHANGE, 1, 8, "LĐLĐ", years_later=1,
        result="06 đơn vị tham dự (minh họa).",
    ),
)  # fmt: skip

# The bloc scores itself earlier than usual; one member has more time.
OWN_DEADLINE = DeadlineKind.SELF_SCORE, (10, 31)
EXTENDED_FOR, EXTENDED_UNTIL = "HND", (11, 10)
EXTENSION_REASON = "Đơn vị tổ chức đại hội nhiệm kỳ trong tháng 10 (minh họa)."
