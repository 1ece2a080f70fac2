"""Cần Thơ, the covenant of 2017 (docs/field.md §9.5)."""

import datetime as dt

from blocs.models import ConferenceRole, Purpose
from pledges.models import MovementKind

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
    ConferenceFacts,
    CovenantFacts,
    MovementFacts,
    Named,
    PersonFacts,
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

HELD_ON = dt.date(2017, 4, 11)
CONFERENCE = ConferenceFacts(
    year=2017,
    title="Hội nghị triển khai công tác thi đua, khen thưởng và ký giao ước thi đua năm 2017",
    purposes={2017: (Purpose.SIGNING, Purpose.LAUNCHING)},
    held_on=HELD_ON,
    results=(
        "Tại hội nghị, đại diện lãnh đạo các đơn vị trong Khối đã thống nhất với mục tiêu và "
        "những nhiệm vụ trọng tâm trong công tác thi đua khen thưởng. Các đơn vị đã cùng nhau ký "
        "kết giao ước thi đua, quyết tâm thực hiện các nhiệm vụ quan trọng sau:"
        " (bảy nội dung: xem bản giao ước)"
    ),
    conclusions=(
        "Phát biểu chỉ đạo tại Hội nghị, Đồng chí Trương Hồng Dự, Phó Giám đốc Sở Nội vụ, Trưởng "
        "Ban Thi đua – Khen thưởng thành phố biểu dương tinh thần đoàn kết và quyết tâm cao của "
        "các đơn vị trong khối trong việc thực hiện giao ước thi đua. Đồng thời nhấn mạnh: Khối "
        "thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tiếp tục làm tốt công tác "
        "xây dựng bảo vệ Đảng, chính quyền các cấp. Triển khai thực hiện hiệu quả và hoàn thành "
        "vượt mức các chỉ tiêu phát triển kinh tế - xã hội năm 2017 trên cơ sở cụ thể hóa Nghị "
        "quyết Đại hội Đảng bộ thành phố lần thứ XIII và các mục tiêu phát triển kinh tế - xã "
        "hội, các chương trình trọng tâm của thành phố năm 2017. Tăng cường đẩy mạnh phong trào "
        "thi đua trong lĩnh vực xây dựng Đảng, xây dựng hệ thống chính trị, xây dựng bộ máy tổ "
        "chức trong các đơn vị toàn khối. Tiếp tục chỉ đạo và thực hiện tốt công tác tuyên "
        "truyền, giáo dục chủ trương, đường lối của Đảng, chính sách pháp luật của Nhà nước, tạo "
        "sự đồng thuận trong các tầng lớp nhân dân. Tổ chức thực hiện có hiệu quả và thiết thực "
        "các phong trào thi đua yêu nước gắn với việc “ Học tập và làm theo tấm gương đạo đức Hồ "
        "Chí Minh, đẩy mạnh thực hiện các cuộc vận động “ Toàn dân đoàn kết xây dựng đời sống "
        "văn hóa, văn minh đô thi”; Để thực hiện tốt những nội dung trong giao ước thi đua, yêu "
        "cầu Các thành viên trong Khối thi đua căn cứ vào kế hoạch để tổ chức triển khai thực "
        "hiện nhiệm vụ ở đơn vị mình và đẩy mạnh các phong trào thi đua yêu nước trên lĩnh vực "
        "mình phụ trách, góp phần thực hiện thắng lợi các nhiệm vụ, mục tiêu phát triển kinh tế "
        "- xã hội, an ninh - quốc phòng của địa phương năm 2017./."
    ),
    people=(
        PersonFacts(
            ConferenceRole.DIRECTING_SPEECH,
            "Trương Hồng Dự",
            "Phó Giám đốc Sở Nội vụ, Trưởng Ban Thi đua – Khen thưởng thành phố",
        ),
    ),
    present=dict.fromkeys((each.name for each in ORGANISATIONS), "đại diện lãnh đạo"),
    inferred=(
        "Buổi, địa điểm, người chủ trì và đơn vị đăng cai không nêu. Chữ viết giữ như trong bài: "
        "“văn minh đô thi”."
    ),
)

COVENANT = CovenantFacts(
    title="Giao ước thi đua năm 2017",
    commitments=(
        (
            "Thực hiện chủ đề năm 2017 của Thành ủy: “Đẩy mạnh thu hút đầu tư, nâng cao năng lực "
            "cạnh tranh và hội nhập quốc tế” bằng các nội dung và giải pháp cụ thể, thiết thực,…"
        ),
        (
            "Mặt trận Tổ quốc, các đoàn thể và Ban Dân tộc quan tâm nâng cao chất lượng hoạt "
            "động, đổi mới nội dung phương thức hoạt động; phát triển đoàn, hội gắn với củng cố "
            "nâng cao chất lượng đoàn viên, hội viên, chất lượng sinh hoạt lệ của các tổ, hội ở "
            "địa bàn dân cư và cơ quan,nhà máy, xí nghiệp. Quan tâm phát triển đoàn viên, hội "
            "viên trong hệ thống Hội, Đoàn."
        ),
        (
            "Đẩy mạnh công tác tuyên truyền, phát hiện và nhân điển hình tiên tiến; sơ kết, biểu "
            "dương khen thưởng kịp thời những tập thể, cá nhân có thành tích xuất sắc trong các "
            "phong trào thi đua yêu nước do MTTQVN và Trung ương các đoàn thể, UBDT phát động; "
            "thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh "
            "và phong trào thi đua “Dân vận khéo”."
        ),
        (
            "Tổ chức tập huấn, bồi dưỡng nghiệp vụ cho đội ngũ cán bộ, tổ chức thành viên Mặt "
            "trận, Hội, Đoàn, Ban Dân tộc đáp ứng yêu cầu nhiệm vụ trong tình hình mới."
        ),
        (
            "Tiếp tục phổ biến, quán triệt và triển khai thực hiện “Quy chế giám sát và phản "
            "biện xã hội của Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội”; “Quy "
            "định về việc Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội và nhân dân "
            "tham gia góp ý xây dựng Đảng, xây dựng chính quyền”."
        ),
        (
            "Tăng cường công tác kiểm tra, giám sát việc tổ chức thực hiện phong trào thi đua; "
            "phát hiện bồi dưỡng các nhân tố mới, điển hình mới trong các phong trào thi đua yêu "
            "nước."
        ),
        (
            "Hoàn thành các chỉ tiêu của từng đơn vị góp phần phát triển kinh tế - xã hội của "
            "thành phố. Xây dựng Chi bộ đạt tiêu chuẩn trong sạch, vững mạnh; Công đoàn đạt tiêu "
            "chuẩn vững mạnh, xuất sắc; cơ quan đạt tiêu chuẩn có đời sống văn hóa tốt và cơ "
            "quan đạt tiêu chuẩn an toàn về an ninh trật tự,…"
        ),
    ),
    signed_on=HELD_ON,
    signed_by=tuple(each.name for each in ORGANISATIONS),
    inferred=(
        "Ngày ký lấy theo ngày hội nghị. Người ký là lãnh đạo các đơn vị, bài không nêu tên ai. "
        "Chỉ tiêu bằng số, căn cứ, điều khoản cuối, số bản và nơi ký không nêu. Dấu ngoặc kép mở ở "
        "nội dung 3 (“Toàn dân đoàn kết…) không đóng, như trong bài."
    ),
)
MOVEMENTS_INFERRED = "Nêu trong nội dung 3 của giao ước; cấp phát động và thời gian không nêu."
MOVEMENTS = (
    MovementFacts(
        "“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        kind=MovementKind.CAMPAIGN,
        inferred=f"{MOVEMENTS_INFERRED} Dấu ngoặc kép không đóng, như trong bài.",
    ),
    MovementFacts("“Dân vận khéo”", inferred=MOVEMENTS_INFERRED),
)

BLOC = BlocFacts(
    slug="can-tho-khoi-mat-tran",
    name="Khối thi đua MTTQ, các đoàn thể và Ban Dân tộc thành phố",
    province="Cần Thơ",
    as_of=HELD_ON,
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
    years=(
        YearFacts(
            2017,
            members={each.name: "" for each in ORGANISATIONS},
            movements=MOVEMENTS,
            covenant=COVENANT,
        ),
    ),
    conference=CONFERENCE,
)
