"""Thanh Hóa, cluster no. 7, the end of 2016 (docs/field.md §9.4)."""

import datetime as dt

from blocs.models import BlocWord, ConferenceRole, PartOfDay, Purpose

from .facts import (
    FARMERS,
    FRONT,
    UNION,
    VETERANS,
    WOMEN,
    YOUTH,
    BlocFacts,
    ConferenceFacts,
    Named,
    NominationFacts,
    PersonFacts,
    SourceFacts,
    YearFacts,
)
from .thanh_hoa_report import REPORT

ORGANISATIONS = (
    Named("UB MTTQ tỉnh", FRONT),
    Named("Liên đoàn Lao động", UNION, short_name="LĐLĐ"),
    Named("Hội Nông dân", FARMERS),
    Named("Hội Liên hiệp Phụ nữ", WOMEN),
    Named("Hội Cựu Chiến Binh", VETERANS),
    Named("Tỉnh đoàn Thanh Niên", YOUTH),
)

HELD_ON = dt.date(2016, 12, 14)
CONFERENCE = ConferenceFacts(
    year=2016,
    title=(
        "Hội nghị tổng kết công tác thi đua năm 2016, triển khai phương hướng nhiệm vụ công tác "
        "năm 2017"
    ),
    purposes={2016: (Purpose.YEAR_END_REVIEW,)},
    held_on=HELD_ON,
    part_of_day=PartOfDay.AFTERNOON,
    place="Liên đoàn Lao động (LĐLĐ) tỉnh",
    host="Liên đoàn Lao động",
    discussion=(
        "Năm 2016 mặc dù mỗi còn gặp nhiều khó khăn nhưng các đơn vị cụm thi đua số 7 đều thể "
        "hiện sự quyết tâm phấn đấu thực hiện tốt các chỉ tiêu thi đua đến nay từ đầu năm. Hầu "
        "hết các chỉ tiêu cơ bản đã hoàn thành, có chỉ tiêu đạt vượt mức kế hoạch. Mỗi đơn vị "
        "đều có cách làm hay đẩy mạnh hoạt động cũng như các phong trào thi đua của đơn vị mình. "
        "Nổi bật là công tác tuyên truyền, giáo dục đổi mới nội dung và hình thức hoạt động "
        "hướng về cơ sở; công tác xã hội từ thiện được cán bộ, đoàn viên, hội viên tích cực "
        "hưởng ứng và tham gia xây dựng các mô hình, điển hình tiên tiến; các hoạt động văn "
        "nghệ, thể thao, các phong trào thi đua được thực hiện sâu rộng, có sức lan tỏa trong "
        "các tầng lớp nhân dân. Qua đó, các đơn vị đã tập hợp thu hút đoàn viên, hội viên tham "
        "gia sinh hoạt và có nhiều đóng góp cho đơn vị.\n"
        "Tại hội nghị, đại diện các đơn vị đã dành nhiều thời gian tập trung thảo luận, chỉ rõ "
        "những nguyên nhân tồn tại, hạn chế và bàn các giải pháp khắc phục"
        " …"
    ),
    results=(
        "Với những thành tích đạt được trong năm 2016, các đơn vị đã chấm điểm và suy tôn các "
        "đơn vị đề nghị Thủ tướng Chính phủ, UBND tỉnh tặng cờ thi đua năn 2016."
    ),
    conclusions=(
        "… "
        "trong đó chú trọng đẩy mạnh phong trào thi đua yêu nước, trọng tâm là phong trào xây "
        "dựng nông thôn mới gắn với văn minh đô thị, thực hiện Chỉ thị 05 – CT/TƯ của Bộ Chính "
        "trị và các nghị quyết 02,04, 05-NQ/TU của Ban chấp hành Đảng bộ tỉnh; tăng cường phổ "
        "biến pháp luật, các chế độ, chính sách mới; nhân rộng các mô hình, điển hình, cách làm "
        "hay..."
    ),
    people=(
        PersonFacts(
            ConferenceRole.GUEST,
            "Nguyễn Quốc Tuấn",
            "Tỉnh ủy viên, PGĐ Sở Nội vụ, Trưởng ban Thi đua khen thưởng tỉnh Thanh Hóa",
        ),
    ),
    present=dict.fromkeys((each.name for each in ORGANISATIONS), "lãnh đạo đại diện"),
    inferred=(
        "Bài viết “Chiều 14-12”; năm 2016 suy từ nội dung. Liên đoàn Lao động là đơn vị đăng cai "
        "suy từ địa điểm, không có nghĩa là cụm trưởng. Cụm chưa có năm 2017 trong dữ liệu nên nội "
        "dung triển khai năm 2017 chỉ ghi ở tên hội nghị. Đơn vị được suy tôn không nêu tên; “Thủ "
        "tướng Chính phủ … tặng cờ thi đua” theo luật là Cờ thi đua của Chính phủ. Chữ viết giữ "
        "như trong bài: “mặc dù mỗi còn”, “năn 2016”, “CT/TƯ”."
    ),
)

# The article says who was acclaimed in these words alone: neither which units nor how many.
ACCLAIMED = "các đơn vị"
NOMINATIONS = (
    NominationFacts(
        "CO_CP",
        ACCLAIMED,
        inferred=(
            "Bài viết: “suy tôn các đơn vị đề nghị Thủ tướng Chính phủ, UBND tỉnh tặng cờ thi đua "
            "năn 2016”; không nêu tên và số lượng đơn vị. Tên theo luật của cờ do Thủ tướng tặng "
            "là Cờ thi đua của Chính phủ."
        ),
    ),
    NominationFacts(
        "CO_TINH",
        ACCLAIMED,
        inferred=(
            "Bài viết: “suy tôn các đơn vị đề nghị Thủ tướng Chính phủ, UBND tỉnh tặng cờ thi đua "
            "năn 2016”; không nêu tên và số lượng đơn vị."
        ),
    ),
)

BLOC = BlocFacts(
    slug="thanh-hoa-cum-7",
    name="cụm thi đua số 7",
    word=BlocWord.CUM,
    number=7,
    province="Thanh Hóa",
    as_of=HELD_ON,
    source=SourceFacts(
        title="Đẩy mạnh các phong trào thi đua, nhân rộng các mô hình, điển hình tiên tiến",
        author="Hải An – Ban Tuyên giáo",
        note="Trang không nêu ngày đăng và tên cơ quan đăng bài.",
    ),
    organisations=ORGANISATIONS,
    years=(
        YearFacts(
            2016,
            members={each.name: "" for each in ORGANISATIONS},
            nominations=NOMINATIONS,
        ),
    ),
    conference=CONFERENCE,
    has_sample_scores=True,
    report=REPORT,
)
