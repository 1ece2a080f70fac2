"""A bloc of an unnamed province, the first half of 2020 (docs/field.md §9.3)."""

import datetime as dt

from blocs.models import ConferenceRole, PartOfDay, Purpose

from .facts import (
    FRONT,
    UNION,
    BlocFacts,
    ConferenceFacts,
    Named,
    PersonFacts,
    SourceFacts,
    YearFacts,
)
from .khoi_mat_tran_report import REPORT

HELD_ON = dt.date(2020, 7, 1)
_OF_THE_UNION = ("Trần Quang Vinh", "Phó Chủ tịch Liên đoàn Lao động tỉnh")
_OF_THE_FRONT = ("Nguyễn Hữu Lạc", "Phó Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh")

CONFERENCE = ConferenceFacts(
    year=2020,
    title=(
        "Hội nghị sơ kết công tác thi đua, khen thưởng Khối Mặt trận - Đoàn thể 6 tháng đầu năm "
        "2020"
    ),
    purposes={2020: (Purpose.HALF_YEAR_REVIEW,)},
    held_on=HELD_ON,
    part_of_day=PartOfDay.AFTERNOON,
    place="Hội trường Cơ quan Ủy ban MTTQ Việt Nam tỉnh",
    discussion=(
        "Hội nghị đã được nghe đồng chí Nguyễn Hữu Lạc, Phó Chủ tịch Thường trực Ủy ban MTTQ "
        "Việt Nam tỉnh trình bày Báo cáo sơ kết công tác thi đua, khen thưởng của Khối Mặt trận "
        "- Đoàn thể 6 tháng đầu năm 2020, tập trung vào các nội dung như:\n"
        "Việc hoàn thành các chỉ tiêu, nhiệm vụ đã được Trung ương và tỉnh giao, góp phần thực "
        "hiện thắng lợi các mục tiêu, chỉ tiêu kinh tế xã hội, các chương trình trọng điểm năm "
        "2020; việc thực hiện chủ trương, chính sách của Đảng, pháp luật của Nhà nước; công tác "
        "xây dựng Đảng, củng cố đội ngũ cán bộ; nâng cao năng lực quản lý; Công tác An ninh - "
        "Quốc phòng; kiên quyết đấu tranh phòng chống tham nhũng, lãng phí, phòng chống tệ nạn "
        "xã hội, tham gia tốt các hoạt động xã hội; tham gia xây dựng Đảng, cơ quan và các tổ "
        "chức đoàn thể vững mạnh, cải cách thủ tục hành chính; triển khai và thực hiện tốt các "
        "chủ trương, nhiệm vụ về công tác thi đua khen thưởng; tham gia tuyên truyền, thực hiện "
        "phòng chống dịch Covid-19."
    ),
    conclusions=(
        "Bên cạnh đó, Hội nghị cũng đã đề ra một số nhiệm vụ công tác trọng tâm 6 tháng cuối năm "
        "2020 như: Mặt trận Tổ quốc cùng với các tổ chức đoàn thể chính trị trong tỉnh tiếp tục "
        "nghiên cứu, quán triệt, học tập các Nghị quyết Hội nghị Trung ương (khóa XII) và các "
        "Kết luận, Chỉ thị của Đảng, gắn với sơ kết 3 năm thực hiện Chỉ thị 05 của Bộ Chính trị "
        "về “Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”. Phối hợp "
        "tổ chức tốt các hoạt động tuyên truyền kỷ niệm các ngày lễ lớn. Đẩy mạnh công tác tuyên "
        "truyền các cuộc vận động, phong trào thi đua yêu nước trên các phương tiện thông tin "
        "đại chúng, trong hội viên, đoàn viên, công chức lao động và các tầng lớp nhân dân, nhân "
        "rộng các mô hình, điển hình tiêu biểu trong các phong trào thi đua. Tăng cường hơn nữa "
        "công tác phối hợp giữa các tổ chức thành viên nhằm tổ chức thực hiện tốt các phong trào "
        "thi đua yêu nước, các cuộc vận động của Trung ương, của tỉnh và của Bộ, Ngành,..."
    ),
    people=(
        PersonFacts(ConferenceRole.CO_PRESIDING, *_OF_THE_UNION),
        PersonFacts(ConferenceRole.CO_PRESIDING, *_OF_THE_FRONT),
        PersonFacts(ConferenceRole.REPORTING, *_OF_THE_FRONT),
    ),
    inferred=(
        "Địa điểm và người trình bày báo cáo có thể cho thấy Ủy ban MTTQ Việt Nam tỉnh là khối "
        "trưởng, Liên đoàn Lao động tỉnh là khối phó (khoảng 60%); bài không nêu nên để trống. Đơn "
        "vị đăng cai và thành viên dự cũng không nêu."
    ),
)

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
            "đăng bài. Số đếm của trang: truy cập tổng 72.244, truy cập hiện tại 176. Khẩu hiệu ở "
            "đầu trang: “Đẩy mạnh các phong trào thi đua yêu nước, lập thành tích chào mừng đại "
            "hội đảng bộ các cấp và Đại hội đại biểu toàn quốc lần thứ XIII của Đảng!”"
        ),
    ),
    # Named in the article as places and employers; that they are members it does not say.
    organisations=(
        Named("Ủy ban MTTQ Việt Nam tỉnh", FRONT),
        Named("Liên đoàn Lao động tỉnh", UNION),
    ),
    years=(YearFacts(2020),),
    conference=CONFERENCE,
    half_year=REPORT,
)
