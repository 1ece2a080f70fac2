"""Thái Bình, the end of 2023, with its handover (docs/field.md §9.2)."""

import datetime as dt

from blocs.models import ConferenceRole, PartOfDay, Purpose
from pledges.models import Launcher, MovementKind

from .facts import (
    FARMERS,
    FRONT,
    VETERANS,
    BlocFacts,
    Chaired,
    ConferenceFacts,
    HandedOver,
    MovementFacts,
    Named,
    PersonFacts,
    SourceFacts,
    YearFacts,
)

HELD_ON = dt.date(2023, 11, 29)
PROVINCE_INFERRED = "Tỉnh Thái Bình suy từ người chủ trì hội nghị."
FRONT_IS_MEMBER = "Bài không liệt kê thành viên; MTTQ là thành viên theo tên khối và lời phát biểu."
ORDER = "Thứ tự theo lần nhắc đầu tiên trong bài."

_PRESIDER = ("Nguyễn Văn Giang", "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Tỉnh ủy")
CONFERENCE = ConferenceFacts(
    year=2023,
    title=(
        "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023, triển khai phương hướng, nhiệm "
        "vụ năm 2024"
    ),
    purposes={2023: (Purpose.YEAR_END_REVIEW, Purpose.HANDOVER), 2024: (Purpose.LAUNCHING,)},
    held_on=HELD_ON,
    part_of_day=PartOfDay.AFTERNOON,
    discussion=(
        "Năm 2023, các đơn vị trong khối thi đua đã bám sát sự chỉ đạo của tổ chức đoàn, hội cấp "
        "trên, của Tỉnh ủy, UBND, Hội đồng thi đua - khen thưởng tỉnh, tranh thủ sự giúp đỡ, "
        "phối hợp của các cấp, các ngành tổ chức triển khai các phong trào thi đua thiết thực, "
        "hiệu quả và đạt kết quả khá toàn diện, góp phần phát triển kinh tế - xã hội, giữ vững "
        "an ninh chính trị, trật tự an toàn xã hội của tỉnh. Các đơn vị trong khối đã triển khai "
        "các văn bản, chỉ đạo của Trung ương và tỉnh về công tác thi đua, khen thưởng; đẩy mạnh "
        "tuyên truyền, vận động đoàn viên, hội viên, cán bộ, công chức, viên chức thực hiện các "
        "phong trào như: “Chung sức xây dựng nông thôn mới nâng cao, nông thôn mới kiểu mẫu”; "
        "“Vì người nghèo - Không để ai bị bỏ lại phía sau”; “Đẩy mạnh phát triển kết cấu hạ tầng "
        "đồng bộ, hiện đại, thực hành tiết kiệm, chống lãng phí”; “Phát huy sáng kiến, cải tiến "
        "kỹ thuật”…; cuộc vận động “Xây dựng gia đình 5 không, 3 sạch” thu hút đông đảo đoàn "
        "viên, hội viên và nhân dân tham gia.\n"
        "Ngoài ra, khối thi đua đã chủ động đổi mới, nâng cao chất lượng công tác tham mưu, kịp "
        "thời khen thưởng, động viên những tập thể, cá nhân có thành tích xuất sắc, chú trọng "
        "khen thưởng các tập thể, cá nhân, người lao động trực tiếp tại cơ sở. Nhiều tấm gương, "
        "cách làm hay, sáng tạo của đoàn viên, hội viên, tổ chức đoàn thể chính trị - xã hội ở "
        "cơ sở đã được tuyên truyền rộng rãi trên các phương tiện thông tin đại chúng, góp phần "
        "lan tỏa những gương người tốt, việc tốt.\n"
        "Lãnh đạo Hội Cựu chiến binh tỉnh phát biểu tại hội nghị."
    ),
    results=(
        "Hội Cựu chiến binh tỉnh bàn giao nhiệm vụ khối trưởng Khối thi đua MTTQ và các tổ chức "
        "chính trị - xã hội cho Hội Nông dân tỉnh."
    ),
    conclusions=(
        "Phát biểu tại hội nghị, đồng chí Trưởng ban Dân vận Tỉnh ủy đề nghị thời gian tới MTTQ "
        "và các tổ chức đoàn thể chính trị - xã hội cần tập trung tuyên truyền, vận động cán bộ, "
        "đoàn viên, hội viên chấp hành nghiêm các chủ trương, đường lối của Đảng, chính sách, "
        "pháp luật của Nhà nước, tham gia xây dựng hệ thống chính trị trong sạch, vững mạnh từ "
        "cơ sở. Thực hiện tốt các phong trào thi đua: “Giải phóng mặt bằng”, “Trách nhiệm, kỷ "
        "cương, tăng cường cải cách, tận dụng cơ hội, bứt phá đi lên” do UBND tỉnh phát động "
        "cũng như duy trì hiệu quả, thực chất của các phong trào, cuộc vận động. Thường xuyên rà "
        "soát, kiện toàn đội ngũ cán bộ cơ sở, không ngừng nâng cao nghiệp vụ chuyên môn góp "
        "phần làm tốt công tác tham mưu giúp cấp ủy, chính quyền các cấp thực hiện tốt công tác "
        "thi đua, khen thưởng. Các đoàn viên, hội viên hăng hái tham gia xây dựng nông thôn mới "
        "nâng cao, nông thôn mới kiểu mẫu; xây dựng đời sống văn hóa, quan tâm đến công tác an "
        "sinh xã hội, an ninh trật tự, vệ sinh môi trường ở các khu dân cư."
    ),
    people=(
        PersonFacts(ConferenceRole.PRESIDING, *_PRESIDER),
        PersonFacts(ConferenceRole.DIRECTING_SPEECH, *_PRESIDER),
    ),
    present={
        "Hội Cựu chiến binh tỉnh": "Lãnh đạo Hội Cựu chiến binh tỉnh",
        "Hội Nông dân tỉnh": "",
    },
    inferred=(
        "Bài viết “Chiều ngày 29/11”; năm 2023 lấy theo ngày đăng. Hội Nông dân tỉnh có mặt suy từ "
        "việc nhận bàn giao tại hội nghị. Địa điểm và các đại biểu khác không nêu."
    ),
)

MOVEMENTS_INFERRED = "Cấp phát động và thời gian không nêu."
MOVEMENTS = (
    *(
        MovementFacts(name, inferred=MOVEMENTS_INFERRED)
        for name in (
            "“Chung sức xây dựng nông thôn mới nâng cao, nông thôn mới kiểu mẫu”",
            "“Vì người nghèo - Không để ai bị bỏ lại phía sau”",
            "“Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại, thực hành tiết kiệm, chống "
            "lãng phí”",
            "“Phát huy sáng kiến, cải tiến kỹ thuật”",
        )
    ),
    MovementFacts(
        "“Xây dựng gia đình 5 không, 3 sạch”",
        kind=MovementKind.CAMPAIGN,
        inferred=MOVEMENTS_INFERRED,
    ),
)
OF_THE_COMMITTEE = tuple(
    MovementFacts(
        name,
        launcher=Launcher.COMMITTEE,
        launched_by="UBND tỉnh",
        inferred=(
            "Nêu là việc của “thời gian tới” trong lời phát biểu ở hội nghị triển khai nhiệm vụ "
            "năm 2024, nên ghi vào năm 2024; ngày phát động không nêu."
        ),
    )
    for name in (
        "“Giải phóng mặt bằng”",
        "“Trách nhiệm, kỷ cương, tăng cường cải cách, tận dụng cơ hội, bứt phá đi lên”",
    )
)

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
            movements=MOVEMENTS,
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
            movements=OF_THE_COMMITTEE,
        ),
    ),
    conference=CONFERENCE,
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
