"""The sample half-year report of the bloc of an unnamed province (docs/field.md §9.3, §6.1).

What it tells is in the article, and it says so; what the article leaves open it calls "không có số
liệu". Invented are its number, its day and who signs.
"""

import datetime as dt

from .facts import HalfYearFacts

_TITLE = "“Sơ kết công tác thi đua, khen thưởng Khối Mặt trận - Đoàn thể 6 tháng đầu năm 2020”"

_DIRECTION = f"""\
Báo cáo này được dựng để dùng thử phần mềm. Các sự việc lấy từ bài viết {_TITLE} (Thiên Sơn). Số, \
ngày của văn bản và người ký là số liệu minh họa, không có trong bài viết.
Theo bài viết, chiều ngày 01/7/2020, tại Hội trường Cơ quan Ủy ban MTTQ Việt Nam tỉnh đã diễn ra \
Hội nghị sơ kết công tác thi đua, khen thưởng Khối Mặt trận - Đoàn thể 6 tháng đầu năm 2020, do \
đồng chí Trần Quang Vinh, Phó Chủ tịch Liên đoàn Lao động tỉnh và đồng chí Nguyễn Hữu Lạc, Phó \
Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh đồng chủ trì.
Danh sách thành viên, khối trưởng, văn bản chỉ đạo và việc phát động đầu năm: không có số liệu."""


def _area(told):
    return (
        f"Theo bài viết, báo cáo sơ kết tập trung vào nội dung: {told}.\n"
        "Kết quả cụ thể của khối và của từng đơn vị: không có số liệu."
    )


# Heading, and how the article calls it: the words between its semicolons, in its order.
_AREAS = (
    (
        "Thực hiện các chỉ tiêu, nhiệm vụ được giao",
        "việc hoàn thành các chỉ tiêu, nhiệm vụ đã được Trung ương và tỉnh giao, góp phần thực "
        "hiện thắng lợi các mục tiêu, chỉ tiêu kinh tế xã hội, các chương trình trọng điểm năm "
        "2020",
    ),
    (
        "Thực hiện chủ trương, chính sách của Đảng, pháp luật của Nhà nước",
        "việc thực hiện chủ trương, chính sách của Đảng, pháp luật của Nhà nước",
    ),
    (
        "Xây dựng Đảng, củng cố đội ngũ cán bộ",
        "công tác xây dựng Đảng, củng cố đội ngũ cán bộ; nâng cao năng lực quản lý",
    ),
    ("Công tác An ninh - Quốc phòng", "công tác An ninh - Quốc phòng"),
    (
        "Phòng chống tham nhũng, lãng phí, tệ nạn xã hội; hoạt động xã hội",
        "kiên quyết đấu tranh phòng chống tham nhũng, lãng phí, phòng chống tệ nạn xã hội, tham "
        "gia tốt các hoạt động xã hội",
    ),
    (
        "Xây dựng cơ quan, đoàn thể vững mạnh; cải cách thủ tục hành chính",
        "tham gia xây dựng Đảng, cơ quan và các tổ chức đoàn thể vững mạnh, cải cách thủ tục "
        "hành chính",
    ),
    (
        "Công tác thi đua khen thưởng",
        "triển khai và thực hiện tốt các chủ trương, nhiệm vụ về công tác thi đua khen thưởng",
    ),
    (
        "Phòng chống dịch Covid-19",
        "tham gia tuyên truyền, thực hiện phòng chống dịch Covid-19",
    ),
)

_ACTIVITY = """\
Theo bài viết, khối tổ chức hội nghị sơ kết chiều ngày 01/7/2020.
Các hoạt động chung khác của khối trong 6 tháng đầu năm: không có số liệu."""

_ASSESSMENT = """\
Ưu điểm, hạn chế, nguyên nhân: không có số liệu."""

_TASKS = """\
Theo bài viết, Hội nghị cũng đã đề ra một số nhiệm vụ công tác trọng tâm 6 tháng cuối năm 2020:
- Mặt trận Tổ quốc cùng với các tổ chức đoàn thể chính trị trong tỉnh tiếp tục nghiên cứu, quán \
triệt, học tập các Nghị quyết Hội nghị Trung ương (khóa XII) và các Kết luận, Chỉ thị của Đảng, \
gắn với sơ kết 3 năm thực hiện Chỉ thị 05 của Bộ Chính trị về “Đẩy mạnh học tập và làm theo tư \
tưởng, đạo đức, phong cách Hồ Chí Minh”;
- phối hợp tổ chức tốt các hoạt động tuyên truyền kỷ niệm các ngày lễ lớn;
- đẩy mạnh công tác tuyên truyền các cuộc vận động, phong trào thi đua yêu nước trên các phương \
tiện thông tin đại chúng, trong hội viên, đoàn viên, công chức lao động và các tầng lớp nhân dân, \
nhân rộng các mô hình, điển hình tiêu biểu trong các phong trào thi đua;
- tăng cường hơn nữa công tác phối hợp giữa các tổ chức thành viên nhằm tổ chức thực hiện tốt các \
phong trào thi đua yêu nước, các cuộc vận động của Trung ương, của tỉnh và của Bộ, Ngành,...
Chỉ tiêu 6 tháng cuối năm: không có số liệu."""

# Proposals are the last section of the usual outline; the article has none.
_PROPOSALS = ""

REPORT = HalfYearFacts(
    direction=_DIRECTION,
    areas=tuple((heading, _area(told)) for heading, told in _AREAS),
    activity=_ACTIVITY,
    assessment=_ASSESSMENT,
    tasks=_TASKS,
    proposals=_PROPOSALS,
    number=1,
    # Not in the article: two days after the meeting that the report tells of, and nobody's name.
    dated=dt.date(2020, 7, 3),
    signed_by="Người ký minh họa",
)
