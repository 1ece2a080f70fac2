"""Quảng Bình, the end of 2017 and the beginning of 2018 (docs/field.md §9.1)."""

import datetime as dt

from blocs.models import Selection

from .facts import YOUTH, BlocFacts, Chaired, Named, SourceFacts, YearFacts

BLOC = BlocFacts(
    slug="quang-binh-khoi-mat-tran",
    name="Khối thi đua Mặt trận và các tổ chức chính trị-xã hội tỉnh",
    province="Quảng Bình",
    as_of=dt.date(2018, 1, 4),
    inferred=(
        "Bài chỉ viết “tỉnh”; tỉnh Quảng Bình suy từ ký hiệu QBĐT (Báo Quảng Bình điện tử) ở đầu "
        "bài."
    ),
    source=SourceFacts(
        title="Tổng kết phong trào thi đua Khối Mặt trận và các tổ chức chính trị-xã hội tỉnh",
        publisher="QBĐT (Báo Quảng Bình điện tử)",
        author="Đ.V",
        published_on=dt.date(2018, 1, 5),
        note=(
            "Cập nhật lúc 08:39, Thứ Sáu, 05/01/2018 (GMT+7). Chú thích ảnh: “Toàn cảnh hội nghị.”"
        ),
    ),
    organisations=(
        Named("Tỉnh đoàn", YOUTH, inferred="Tỉnh Quảng Bình suy từ ký hiệu QBĐT ở đầu bài."),
    ),
    years=(
        YearFacts(2017),
        YearFacts(
            2018,
            members={
                "Tỉnh đoàn": (
                    "Bài không liệt kê thành viên; Tỉnh đoàn là thành viên vì được chọn làm trưởng "
                    "khối. Đứng thứ nhất chỉ vì chưa biết thành viên khác."
                )
            },
            chaired=Chaired(
                "Tỉnh đoàn",
                selection=Selection.AGREED,
                note=(
                    "“các đại biểu đã thảo luận và thống nhất chọn Tỉnh đoàn làm trưởng Khối thi "
                    "đua Mặt trận và các tổ chức chính trị-xã hội năm 2018”"
                ),
            ),
        ),
    ),
)
