"""The invented bloc's six-month review: written by its chair, with what two members contributed.

Issued on 15 July; loaded before that day it stays a draft.
"""

import datetime as dt

from django.utils import timezone

from reports.models import ReportSection
from reports.papers import PaperKind
from reports.workflow import contribute, take_over

from .facts import ReportFacts
from .reporting import issue_demo_report, write_report

KIND = PaperKind.HALF_YEAR
ISSUED_ON = (7, 15)
TASKS_PLACE = 9  # the section of the tasks, in the usual outline
SIGNED_BY = "Người ký minh họa"


def texts(year):
    """A text for each section of the usual outline; of None its figures say everything."""
    return (
        f"""\
Báo cáo này được dựng để dùng thử phần mềm: mọi tên gọi, sự việc và số liệu đều là minh họa.
Đầu năm {year}, khối đã ban hành quy chế hoạt động, ký kết giao ước thi đua và triển khai nhiệm vụ \
(minh họa).""",
        "Các đơn vị thành viên tự đánh giá tiến độ thực hiện giao ước như sau (minh họa):",
        None,
        None,
        "Số liệu do các đơn vị thành viên gửi (minh họa):",
        None,
        None,
        """\
1. Ưu điểm
Các đơn vị chủ động cụ thể hóa giao ước thành việc làm thiết thực ở cơ sở (minh họa).
2. Hạn chế, nguyên nhân
Một số đơn vị gửi số liệu chậm; việc nhân điển hình tiên tiến chưa đều (minh họa).""",
        """\
- Hoàn thành các chỉ tiêu đã ký kết trong giao ước (minh họa);
- tự chấm điểm, kiểm tra chéo đúng thời hạn (minh họa);
- chuẩn bị hội nghị tổng kết và bình xét thi đua cuối năm (minh họa).""",
        "Đề nghị Sở Nội vụ tập huấn nghiệp vụ thi đua, khen thưởng cho các đơn vị (minh họa).",
    )


# By whom and for which member: the first is put into the report, the second waits.
CONTRIBUTED = (
    ("thanhvien", "Tổ chức ba lớp tập huấn nghiệp vụ cho cán bộ cơ sở (minh họa)."),
    (
        "khoitruong-moi",
        "Đề nghị khối tổ chức tham quan học tập mô hình kinh tế tập thể (minh họa).",
    ),
)


def load_half_year(year, people, *, at):
    """Write it as the chair, by the middle of July or the moment of loading; then issue it."""
    day = dt.date(year.year, *ISSUED_ON)
    moment = min(timezone.make_aware(dt.datetime.combine(day, dt.time(9))), at)
    how = {"by": people["khoitruong"], "at": moment}
    write_report(year, KIND, texts(year.year), **how)
    _contributions(year, people, how)
    if timezone.localdate(at) >= day:
        facts = ReportFacts(texts=(), number=1, dated=day, signed_by=SIGNED_BY)
        issue_demo_report(year, KIND, facts, has_chair=True, **how)


def _contributions(year, people, how):
    section = ReportSection.objects.get(emulation_year=year, kind=KIND, position=TASKS_PLACE)
    for place, (name, text) in enumerate(CONTRIBUTED):
        by = people[name]
        seat = year.seats.get(organisation__in=by.posts.values("organisation"))
        given = contribute(seat, KIND, text=text, version=0, by=by, at=how["at"])
        if not place:
            take_over(given, section=section, version=given.version, **how)
