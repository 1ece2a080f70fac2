"""Cần Thơ, the covenant of 2017 (docs/field.md §9.5)."""

import datetime as dt

from .facts import (
    CITY_YOUTH,
    ETHNIC_AFFAIRS,
    FARMERS,
    FRONT,
    RED_CROSS,
    UNION,
    VETERANS,
    WOMEN,
    BlocFacts,
    Named,
    SourceFacts,
    YearFacts,
)

ORGANISATIONS = (
    Named("UBMTTQ", FRONT),
    Named("Hội Cựu Chiến binh", VETERANS),
    Named("Hội Nông dân", FARMERS),
    Named("Liên đoàn Lao động", UNION),
    Named("Đoàn Thanh niên Cộng sản Hồ Chí Minh", CITY_YOUTH),
    Named("Hội liên hiệp Phụ nữ", WOMEN),
    Named("Hội Chữ thập đỏ", RED_CROSS),
    Named("Ban Dân tộc", ETHNIC_AFFAIRS),
)

BLOC = BlocFacts(
    slug="can-tho-khoi-mat-tran",
    name="Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố",
    province="Cần Thơ",
    as_of=dt.date(2017, 4, 11),
    aliases=(
        "Khối thi đua Mặt trận Tổ quốc các Đoàn thể, Ban Dân tộc thành phố Cần Thơ",
        "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
    ),
    inferred=(
        "Bài viết tên khối theo ba cách; tên ở đầu đề được lấy làm tên chính, hai cách viết kia "
        "thành tên gọi khác."
    ),
    source=SourceFacts(
        title=(
            "Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố ký kết giao ước thi đua năm "
            "2017"
        ),
        author="Hồng Tươi (VP HND)",
        published_on=dt.date(2017, 4, 27),
        note=(
            "Cập nhật vào ngày 27/04/2017; số lần xem: 680. Chú thích ảnh (in hai lần trên trang): "
            "“Lãnh đạo các đơn vị trong Khối ký giao ước thi đua năm 2017.” Trang không nêu tên cơ "
            "quan đăng bài."
        ),
    ),
    organisations=ORGANISATIONS,
    years=(YearFacts(2017, members={each.name: "" for each in ORGANISATIONS}),),
)
