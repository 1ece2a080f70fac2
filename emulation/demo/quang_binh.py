"""Quảng Bình, the end of 2017 and the beginning of 2018 (docs/field.md §9.1)."""

import datetime as dt

from blocs.models import ActivityKind, Purpose, Selection
from pledges.models import Launcher, MovementKind

from .facts import (
    YOUTH,
    ActivityFacts,
    BlocFacts,
    Chaired,
    ConferenceFacts,
    MovementFacts,
    Named,
    SourceFacts,
    YearFacts,
)

CONFERENCE = ConferenceFacts(
    year=2017,
    title="Hội nghị triển khai nhiệm vụ năm 2018",
    purposes={2017: (Purpose.YEAR_END_REVIEW,), 2018: (Purpose.LAUNCHING,)},
    held_on=dt.date(2018, 1, 4),
    discussion=(
        "Năm 2017, Khối thi đua Mặt trận và các tổ chức chính trị-xã hội tỉnh tiếp tục tập trung "
        "hướng về cơ sở, bám sát địa bàn, kịp thời phát hiện và giải quyết những vấn đề khó "
        "khăn, vướng mắc ở cơ sở, góp phần ổn định tình hình trước những diễn biến phức tạp nảy "
        "sinh từ sự cố môi trường biển, tình hình tôn giáo…\n"
        "Hoạt động và các phong trào thi đua của các đơn vị trong khối có nhiều đổi mới, sáng "
        "tạo, có trọng tâm, trọng điểm, tập trung vào khâu đột phá, hướng đến mục tiêu vì lợi "
        "ích thiết thân của hội viên, đoàn viên, cán bộ, công chức, viên chức và người lao động.\n"
        "Khối đã xây dựng nhiều mô hình, điển hình, triển khai nhiều hoạt động thiết thực, phù "
        "hợp với từng địa bàn, từng đối tượng; chú trọng biểu dương, khen thưởng, nhân rộng các "
        "điển hình tiên tiến; quan tâm khen thưởng người trực tiếp lao động, công tác, sản xuất; "
        "tăng cường phối hợp với các ngành liên quan tạo điều kiện cho các cấp trực thuộc hoạt "
        "động, góp phần hoàn thành nhiệm vụ phát triển kinh tế-văn hoá-xã hội của địa phương…"
    ),
    results=(
        "Tại hội nghị, các đại biểu đã thảo luận và thống nhất chọn Tỉnh đoàn làm trưởng Khối "
        "thi đua Mặt trận và các tổ chức chính trị-xã hội năm 2018."
    ),
    conclusions=(
        "Triển khai phong trào thi đua năm 2018, Khối thi đua Mặt trận và các tổ chức chính "
        "trị-xã hội sẽ tiếp tục đẩy mạnh thực hiện các phong trào thi đua, nhiệm vụ, hoạt động "
        "của từng đơn vị; đổi mới hình thức tuyên truyền, vận động, phương thức hoạt động; tăng "
        "cường công tác tham gia xây dựng Đảng, chính quyền trong sạch vững mạnh.\n"
        "Phát động các đợt thi đua cao điểm chào mừng 70 năm ngày Bác Hồ ra lời kêu gọi “Thi đua "
        "ái quốc”, 50 năm cuộc Tổng tiến công và nổi dậy xuân Mậu Thân 1968 và các ngày lễ lớn "
        "của đất nước, của các tổ chức; tiếp tục triển khai có hiệu quả Luật Thi đua Khen "
        "thưởng; tổ chức các hoạt động giao lưu văn hóa-văn nghệ, thể dục-thể thao..."
    ),
    inferred=(
        "Bài viết “Ngày 4-1”; năm 2018 lấy theo ngày đăng. Đầu đề bài nói tổng kết, lời bài nói "
        "triển khai nhiệm vụ năm 2018 nên hội nghị được ghi với hai nội dung cho hai năm. Buổi, "
        "địa điểm, người chủ trì và thành phần dự không nêu."
    ),
)

DRIVES_INFERRED = (
    "Bài gộp các đợt vào một câu; tên từng đợt ghép theo lời bài. Bài còn nêu “các ngày lễ lớn của "
    "đất nước, của các tổ chức”. Thời gian của từng đợt không nêu."
)
DRIVES = (
    MovementFacts(
        "Đợt thi đua cao điểm chào mừng 70 năm ngày Bác Hồ ra lời kêu gọi “Thi đua ái quốc”",
        kind=MovementKind.DRIVE,
        launcher=Launcher.BLOC,
        occasion="70 năm ngày Bác Hồ ra lời kêu gọi “Thi đua ái quốc”",
        inferred=(f"{DRIVES_INFERRED} Ngày ra lời kêu gọi (11/6/1948) không có trong bài."),
    ),
    MovementFacts(
        "Đợt thi đua cao điểm chào mừng 50 năm cuộc Tổng tiến công và nổi dậy xuân Mậu Thân 1968",
        kind=MovementKind.DRIVE,
        launcher=Launcher.BLOC,
        occasion="50 năm cuộc Tổng tiến công và nổi dậy xuân Mậu Thân 1968",
        inferred=DRIVES_INFERRED,
    ),
)
ACTIVITIES_INFERRED = (
    "Bài viết “tổ chức các hoạt động giao lưu văn hóa-văn nghệ, thể dục-thể thao...” khi nói về "
    "năm 2018; tách thành hai hoạt động. Tháng, nơi tổ chức và kết quả không nêu."
)
ACTIVITIES = (
    ActivityFacts("Giao lưu văn hóa-văn nghệ", ActivityKind.CULTURE, ACTIVITIES_INFERRED),
    ActivityFacts("Giao lưu thể dục-thể thao", ActivityKind.SPORT, ACTIVITIES_INFERRED),
)

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
            movements=DRIVES,
            activities=ACTIVITIES,
        ),
    ),
    conference=CONFERENCE,
)
