"""What the invented members report on their covenant: some late, some incomplete. All a sample."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from files.gate import accept
from pledges.commending import Span
from pledges.progressing import Status
from pledges.workflow import save_progress

PROOF = "minh-chung-tien-do-minh-hoa.pdf"
# Who reports for which member; for the others the chair does it in their stead.
REPORTERS = {"LĐLĐ": "khoitruong", "HND": "khoitruong-moi", "CCB": "thanhvien"}


class Told(NamedTuple):
    """On one commitment: status, figure reached if it has a target, and a note."""

    status: Status
    figure: str = ""
    note: str = ""


BEHIND, ON_TRACK = Status.BEHIND, Status.ON_TRACK
ACHIEVED, EXCEEDED = Status.ACHIEVED, Status.EXCEEDED
DONE = "Đã triển khai theo kế hoạch từ đầu năm (minh họa)."

# Member: the day of its report, and what it says of which commitment. Who is not here, or leaves
# commitments out, has not reported.
HALF_YEAR = {
    "MTTQ": (
        (7, 8),
        {
            1: Told(ON_TRACK, note=DONE),
            3: Told(ON_TRACK, "22", "Bàn giao 22 căn nhà tại 09 xã (minh họa)."),
            4: Told(ON_TRACK, "0"),
            6: Told(ON_TRACK),
        },
    ),
    "LĐLĐ": (
        (6, 25),
        {
            1: Told(ON_TRACK, note=DONE),
            2: Told(ON_TRACK, "640", "Thành lập mới 05 công đoàn cơ sở (minh họa)."),
            3: Told(ACHIEVED, "12", "Trao kinh phí 12 Mái ấm Công đoàn (minh họa)."),
            4: Told(ON_TRACK, "0"),
            5: Told(ON_TRACK, note="Biểu dương 30 công nhân tiêu biểu (minh họa)."),
            6: Told(ON_TRACK),
        },
    ),
    "HND": (
        (7, 21),
        {
            1: Told(ON_TRACK, note=DONE),
            2: Told(BEHIND, "310", "Chậm do sáp nhập chi hội; dồn vào quý III (minh họa)."),
            3: Told(ON_TRACK, "5"),
            4: Told(BEHIND, "2", "Hai báo cáo quý I gửi chậm (minh họa)."),
            5: Told(ON_TRACK),
            6: Told(ON_TRACK),
        },
    ),
    "CCB": (
        (7, 10),
        {
            1: Told(ON_TRACK, note=DONE),
            2: Told(ON_TRACK, "158"),
            3: Told(ON_TRACK, "4"),
            4: Told(ON_TRACK, "1"),
            5: Told(ON_TRACK),
            6: Told(EXCEEDED, note="Đăng cai thêm một hoạt động của khối (minh họa)."),
        },
    ),
    "HLHPN": (
        (7, 14),
        {
            1: Told(ON_TRACK, note=DONE),
            2: Told(ON_TRACK, "575"),
            3: Told(Status.NOT_STARTED, note="Đang rà soát danh sách hộ nghèo (minh họa)."),
        },
    ),
}  # fmt: skip
YEAR = {
    "LĐLĐ": (
        (11, 16),
        {
            1: Told(ACHIEVED, note=DONE),
            2: Told(EXCEEDED, "1314", "Vượt chỉ tiêu kết nạp 114 đoàn viên (minh họa)."),
            3: Told(EXCEEDED, "14"),
            4: Told(ACHIEVED, "0"),
            5: Told(ACHIEVED),
            6: Told(ACHIEVED),
        },
    ),
    "HND": (
        (11, 18),
        {
            1: Told(ACHIEVED, note=DONE),
            2: Told(Status.MISSED, "902", "Ba xã chưa kiện toàn chi hội (minh họa)."),
            3: Told(ACHIEVED, "10"),
            4: Told(Status.MISSED, "3", "Ba báo cáo gửi chậm (minh họa)."),
        },
    ),
    "CCB": (
        (11, 17),
        {
            1: Told(ACHIEVED, note=DONE),
            2: Told(EXCEEDED, "322"),
            3: Told(ACHIEVED, "8"),
            4: Told(ACHIEVED, "1"),
            5: Told(ACHIEVED),
            6: Told(EXCEEDED),
        },
    ),
}  # fmt: skip


def load_progress(version, people, *, since, at):
    """Report on the covenant in force; at the end of the year only what has come by `at`."""
    year = version.covenant.emulation_year
    seats = {each.organisation.short_name: each for each in _seats(year)}
    commitments = {each.number: each for each in version.commitments.all()}
    for span, reports in ((Span.HALF_YEAR, HALF_YEAR), (Span.YEAR, YEAR)):
        for name, (day, told) in reports.items():
            day = dt.date(year.year, *day)
            if span == Span.YEAR and day > timezone.localdate(at):
                continue
            person = people[REPORTERS.get(name, "khoitruong")]
            how = {"span": span, "by": person, "at": min(_morning(max(day, since)), at)}
            for number, each in told.items():
                _report(commitments[number], seats[name], each, **how)


def _report(commitment, seat, told, **how):
    target = commitment.targets.filter(seat=seat).first()
    figures = {target.pk: Decimal(told.figure)} if target and told.figure else {}
    is_proven = commitment.number == 3 and seat.organisation.short_name == "LĐLĐ"
    uploads = [_proof()] if is_proven and how["span"] == Span.HALF_YEAR else []
    save_progress(
        commitment,
        seat=seat,
        status=told.status,
        note=told.note,
        figures=figures,
        uploads=uploads,
        **how,
    )


def _proof():
    content = (Path(__file__).parent / PROOF).read_bytes()
    return accept(SimpleUploadedFile(PROOF, content))


def _seats(year):
    return year.seats.select_related("organisation", "emulation_year")


def _morning(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
