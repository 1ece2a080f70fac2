"""A bloc of an unnamed province, the first half of 2020 (docs/field.md §9.3)."""

import datetime as dt

from .facts import FRONT, UNION, BlocFacts, Named, SourceFacts, YearFacts

HELD_ON = dt.date(2020, 7, 1)

BLOC = BlocFacts(
    slug="khoi-mat-tran-doan-the",
    name="Khối Mặt trận - Đoàn thể",
    province=None,
    as_of=HELD_ON,
    inferred=(
        "Bài không nêu tên tỉnh; có thể là Thừa Thiên Huế (khoảng 85%), chưa đủ chắc nên để trống."
    ),
    source=SourceFacts(
        title=(
            "Sơ kết công tác thi đua, khen thưởng Khối Mặt trận - Đoàn thể 6 tháng đầu năm 2020"
        ),
        author="Thiên Sơn",
        published_on=dt.date(2020, 7, 2),
        note=(
            "Ngày cập nhật 02/07/2020. Chú thích ảnh: “Đồng chí Nguyễn Hữu Lạc, Phó Chủ tịch "
            "Thường trực Ủy ban MTTQ Việt Nam tỉnh trình bày Báo cáo sơ kết công tác thi đua, khen "
            "thưởng 6 tháng đầu năm 2020”; “Toàn cảnh Hội nghị sơ kết công tác thi đua, khen "
            "thưởng Khối Mặt trận - Đoàn thể 6 tháng đầu năm 2020”. Trang không nêu tên cơ quan "
            "đăng bài. Số đếm của trang: truy cập tổng 72.244, truy cập hiện tại 176."
        ),
    ),
    # Named in the article as places and employers; that they are members it does not say.
    organisations=(
        Named("Ủy ban MTTQ Việt Nam tỉnh", FRONT),
        Named("Liên đoàn Lao động tỉnh", UNION),
    ),
    years=(YearFacts(2020),),
)
