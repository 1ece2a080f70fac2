"""Thái Bình, the end of 2023, with its handover (docs/field.md §9.2)."""

import datetime as dt

from .facts import (
    FARMERS,
    FRONT,
    VETERANS,
    BlocFacts,
    Chaired,
    HandedOver,
    Named,
    SourceFacts,
    YearFacts,
)

HELD_ON = dt.date(2023, 11, 29)
PROVINCE_INFERRED = "Tỉnh Thái Bình suy từ người chủ trì hội nghị."
FRONT_IS_MEMBER = "Bài không liệt kê thành viên; MTTQ là thành viên theo tên khối và lời phát biểu."
ORDER = "Thứ tự theo lần nhắc đầu tiên trong bài."

BLOC = BlocFacts(
    slug="thai-binh-khoi-mat-tran",
    name="Khối thi đua MTTQ và các tổ chức chính trị - xã hội tỉnh",
    province="Thái Bình",
    as_of=HELD_ON,
    inferred=(
        "Bài không nêu tên tỉnh; tỉnh Thái Bình suy từ người chủ trì hội nghị (Nguyễn Văn Giang, "
        "Trưởng ban Dân vận Tỉnh ủy), rất có khả năng đúng."
    ),
    source=SourceFacts(
        title=(
            "Khối thi đua MTTQ và các tổ chức chính trị - xã hội tỉnh tổng kết công tác thi đua, "
            "khen thưởng năm 2023"
        ),
        author="Hồng Quân",
        published_on=HELD_ON,
        note=(
            "Đăng Thứ 4, 29/11/2023, 17:18:52; 6.161 lượt xem. Ngày 27/02/2024 ở đầu trang là ngày "
            "tải trang, không phải ngày của sự kiện. Trang không nêu tên cơ quan đăng bài."
        ),
    ),
    organisations=(
        Named("MTTQ", FRONT, inferred=f"{PROVINCE_INFERRED} Bài không viết tên đầy đủ."),
        Named("Hội Cựu chiến binh tỉnh", VETERANS, inferred=PROVINCE_INFERRED),
        Named("Hội Nông dân tỉnh", FARMERS, inferred=PROVINCE_INFERRED),
    ),
    years=(
        YearFacts(
            2023,
            members={
                "MTTQ": f"{FRONT_IS_MEMBER} {ORDER}",
                "Hội Cựu chiến binh tỉnh": ORDER,
                "Hội Nông dân tỉnh": (
                    "Là thành viên năm 2023 vì nhận bàn giao nhiệm vụ khối trưởng tại hội nghị "
                    f"tổng kết năm 2023. {ORDER}"
                ),
            },
            chaired=Chaired(
                "Hội Cựu chiến binh tỉnh",
                inferred=(
                    "Năm 2023 suy từ việc bàn giao nhiệm vụ khối trưởng tại hội nghị tổng kết năm "
                    "2023; ngày bắt đầu và kết thúc không nêu."
                ),
            ),
        ),
        YearFacts(
            2024,
            members={
                "MTTQ": f"{FRONT_IS_MEMBER} {ORDER}",
                "Hội Nông dân tỉnh": (
                    "Là thành viên năm 2024 vì nhận nhiệm vụ khối trưởng. Bài không nêu thành viên "
                    f"nào khác của năm 2024. {ORDER}"
                ),
            },
            chaired=Chaired(
                "Hội Nông dân tỉnh",
                inferred=(
                    "Năm 2024 suy từ hội nghị triển khai phương hướng, nhiệm vụ năm 2024; ngày bắt "
                    "đầu không nêu."
                ),
            ),
        ),
    ),
    handover=HandedOver(
        from_year=2023,
        to_year=2024,
        held_on=HELD_ON,
        note=(
            "“Hội Cựu chiến binh tỉnh bàn giao nhiệm vụ khối trưởng Khối thi đua MTTQ và các tổ "
            "chức chính trị - xã hội cho Hội Nông dân tỉnh.”"
        ),
        inferred=(
            "Bài viết “Chiều ngày 29/11”; năm 2023 lấy theo ngày đăng. Ngày bên nhận bắt đầu làm "
            "khối trưởng không nêu nên để trống."
        ),
    ),
)
