"""The invented bloc: what is in it. How it becomes rows stands in `minh_hoa_loading`."""

import datetime as dt
from typing import NamedTuple

from blocs.models import (
    ActivityKind,
    AttendanceState,
    ConferenceRole,
    DeadlineKind,
    HandoverItem,
    HandoverPerson,
    HandoverSide,
    ItemKind,
    NoticeKind,
    PartOfDay,
    Purpose,
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


CONFERENCE_ON = (3, 18)  # month and day; the covenant was signed there
CONFERENCE_PURPOSES = (Purpose.SIGNING, Purpose.LAUNCHING)
# Role, name, position, the member that the person is of, or another organisation.
CONFERENCE_PEOPLE = (
    (ConferenceRole.PRESIDING, "Người minh họa thứ hai", "Chủ tịch", "LĐLĐ", ""),
    (ConferenceRole.CO_PRESIDING, "Người minh họa thứ tư", "Chủ tịch", "HND", ""),
    (ConferenceRole.SECRETARY, "Người minh họa thứ năm", "Chánh Văn phòng", "LĐLĐ", ""),
    (ConferenceRole.REPORTING, "Người minh họa thứ hai", "Chủ tịch", "LĐLĐ", ""),
    (ConferenceRole.DIRECTING_SPEECH, "Người minh họa thứ ba", "Phó Giám đốc", None, "Sở Nội vụ"),
)
CONFERENCE_ATTENDANCE = {
    "MTTQ": (AttendanceState.PRESENT, "Phó Chủ tịch"),
    "LĐLĐ": (AttendanceState.PRESENT, "Chủ tịch"),
    "HND": (AttendanceState.PRESENT, "Chủ tịch"),
    "HLHPN": (AttendanceState.PRESENT, "Phó Chủ tịch"),
    "CCB": (AttendanceState.ABSENT_WITH_LEAVE, ""),
    "Tỉnh đoàn": (AttendanceState.BY_PROXY, "Trưởng ban Phong trào"),
}


def conference(year):
    """The words of the one conference of the year; the day follows from that of loading."""
    return {
        "title": f"Hội nghị ký kết giao ước thi đua, triển khai nhiệm vụ năm {year} (minh họa)",
        "part_of_day": PartOfDay.MORNING,
        "place": "Hội trường Liên đoàn Lao động tỉnh Minh Họa",
        "agenda": (
            "- Tuyên bố lý do, giới thiệu đại biểu;\n"
            f"- Trình bày dự thảo giao ước thi đua và kế hoạch hoạt động năm {year};\n"
            "- Thảo luận, ký kết giao ước thi đua;\n"
            "- Phát biểu chỉ đạo; kết luận hội nghị."
        ),
        "discussion": (
            "Các đơn vị thành viên thống nhất với dự thảo giao ước; đề nghị bổ sung thời hạn gửi "
            "báo cáo sơ kết 6 tháng trước ngày 20 tháng 6."
        ),
        "results": f"Sáu đơn vị thống nhất nội dung giao ước thi đua năm {year}.",
        "conclusions": (
            "Chủ trì hội nghị kết luận: khối trưởng hoàn thiện kế hoạch và gửi các thành viên; các "
            "đơn vị triển khai nội dung đã ký kết trong đơn vị mình."
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

# The bloc sets its own last days of the scoring, so many days after that of loading; before it the
# self-scores are over. One member had more time.
OWN_DEADLINES = {
    DeadlineKind.SELF_SCORE: -10,
    DeadlineKind.CROSS_CHECK: 7,
    DeadlineKind.MEETING: 14,
}
EXTENDED_FOR, EXTENDED_BY = "HND", 5
EXTENSION_REASON = "Đơn vị tổ chức đại hội nhiệm kỳ trong tháng này (minh họa)."
