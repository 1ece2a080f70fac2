"""Invented awards of the invented bloc's members, past any nomination, and results of years."""

import datetime as dt

from awards.kind_names import KindNames
from awards.models import AwardKind
from awards.rows import AwardRow
from awards.workflow import publish_decision, record_decision, record_results

ISSUER = "Chủ tịch Ủy ban nhân dân tỉnh Minh Họa"
ANNOUNCEMENT = "Số liệu minh họa: các tập thể, cá nhân dưới đây được dựng để dùng thử phần mềm."
# Member, code of the kind, achievement, then of a person name, position, class and sex.
THEMATIC = (
    ("CCB", "BK_TINH", "Thành tích trong phong trào xây dựng nông thôn mới (minh họa)"),
    ("HND", "BK_TINH", "Thành tích trong phong trào giảm nghèo bền vững (minh họa)"),
    ("HND", "BK_TINH_CN", "Hỗ trợ hộ nghèo phát triển sản xuất (minh họa)",
     "Người minh họa thứ sáu", "Hội viên", "direct", "female"),
    ("LĐLĐ", "BK_TINH_CN", "Vận động xây dựng nhà ở cho công nhân (minh họa)",
     "Người minh họa thứ bảy", "Trưởng ban", "other_leader", "male"),
    ("HLHPN", "BK_TINH_CN", "Cứu người trong mưa lũ (minh họa)",
     "Người minh họa thứ tám", "Hội viên", "direct", "female"),
)  # fmt: skip
PAST = (
    ("HLHPN", "CO_TINH", "Dẫn đầu phong trào thi đua của khối (minh họa)"),
    ("MTTQ", "BK_TINH", "Hoàn thành xuất sắc nhiệm vụ (minh họa)"),
)
RATINGS = {
    "MTTQ": ("excellent", "excellent", "excellent"),
    "LĐLĐ": ("excellent", "excellent", "good"),
    "HND": ("excellent", "good", "excellent"),
    "HLHPN": ("excellent", "excellent", "good"),
    "CCB": ("excellent", "excellent", "good"),
    "Tỉnh đoàn": ("good", "excellent", "good"),
}


def load_awards(province, organisations, *, year, at):
    """Two decisions, one of them public and one from past records, and results of three years.

    `organisations` by their short names; `year` is that of the loading.
    """
    kinds, how = KindNames(AwardKind.objects.all()), {"by": None, "at": at}
    thematic = record_decision(
        province,
        number="15/QĐ-UBND",
        dated=dt.date(year - 1, 11, 18),
        issuer=ISSUER,
        signer="Người minh họa thứ chín",
        signer_position="Chủ tịch",
        subject=f"Khen thưởng thành tích trong các phong trào chuyên đề năm {year - 1} (minh họa)",
        rows=_rows(THEMATIC, kinds, organisations, "thematic", dt.date(year - 1, 11, 18)),
        **how,
    )
    publish_decision(thematic, announcement=ANNOUNCEMENT, by=None)
    record_decision(
        province,
        number="08/QĐ-UBND",
        dated=dt.date(year - 5, 12, 22),
        issuer=ISSUER,
        subject=f"Khen thưởng năm {year - 5} (minh họa)",
        is_historical=True,
        rows=_rows(PAST, kinds, organisations, "regular", dt.date(year - 5, 12, 22)),
        **how,
    )
    record_results(
        {
            (organisations[name].pk, year - ago): (
                rating,
                f"Thông báo kết quả xếp loại năm {year - ago} (minh họa)",
            )
            for name, ratings in RATINGS.items()
            for ago, rating in enumerate(ratings, start=1)
        },
        by=None,
    )


def _rows(lines, kinds, organisations, method, dated):
    for member, code, achievement, *person in lines:
        names = ("person_name", "person_position", "recipient_class", "sex")
        yield AwardRow(
            kind=kinds.row_of(code, dated),
            year=dated.year,
            organisation=organisations[member],
            organisation_name=organisations[member].name,
            method=method,
            achievement=achievement,
            **dict(zip(names, person, strict=False)),
        )
