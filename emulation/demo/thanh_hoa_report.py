"""The sample year-end report on Thanh Hóa's 2016 (docs/field.md §9.4).

What it tells is in the article, and it says so; what the article leaves open it calls "không có số
liệu". Invented are the scores, and of the paper its number, its day and who signs.
"""

import datetime as dt

from .facts import ReportFacts

_TITLE = "“Đẩy mạnh các phong trào thi đua, nhân rộng các mô hình, điển hình tiên tiến”"

_SITUATION = f"""\
Báo cáo này được dựng để dùng thử phần mềm. Các sự việc lấy từ bài viết {_TITLE} (Hải An – Ban \
Tuyên giáo). Số, ngày của văn bản, người ký, điểm và xếp hạng là số liệu minh họa, không có trong \
bài viết.
Theo bài viết, cụm thi đua số 7 gồm 06 thành viên. Năm 2016 còn gặp nhiều khó khăn nhưng các đơn \
vị đều thể hiện sự quyết tâm phấn đấu thực hiện tốt các chỉ tiêu thi đua.
Cụm trưởng, cụm phó năm 2016: không có số liệu."""

_RESULTS = """\
Theo bài viết, hầu hết các chỉ tiêu cơ bản đã hoàn thành, có chỉ tiêu đạt vượt mức kế hoạch; mỗi \
đơn vị đều có cách làm hay đẩy mạnh hoạt động và các phong trào thi đua của đơn vị mình. Nổi bật là:
- công tác tuyên truyền, giáo dục đổi mới nội dung và hình thức hoạt động hướng về cơ sở;
- công tác xã hội từ thiện được cán bộ, đoàn viên, hội viên tích cực hưởng ứng và tham gia xây \
dựng các mô hình, điển hình tiên tiến;
- các hoạt động văn nghệ, thể thao, các phong trào thi đua được thực hiện sâu rộng, có sức lan tỏa \
trong các tầng lớp nhân dân.
Theo bài viết, qua đó các đơn vị đã tập hợp, thu hút đoàn viên, hội viên tham gia sinh hoạt và có \
nhiều đóng góp cho đơn vị.
Kết quả từng chỉ tiêu của từng đơn vị: không có số liệu."""

_AWARDS = """\
Theo bài viết, với những thành tích đạt được trong năm 2016, các đơn vị đã chấm điểm và suy tôn \
các đơn vị đề nghị Thủ tướng Chính phủ, UBND tỉnh tặng cờ thi đua năm 2016.
Tên và số lượng đơn vị được suy tôn, kết quả khen thưởng: không có số liệu."""

_ACTIVITY = """\
Theo bài viết, chiều 14-12, tại Liên đoàn Lao động tỉnh, cụm đã tổ chức hội nghị tổng kết công tác \
thi đua năm 2016, triển khai phương hướng nhiệm vụ công tác năm 2017 (bài viết không ghi năm của \
ngày 14-12; năm 2016 suy từ nội dung).
Theo bài viết, dự hội nghị có đồng chí Nguyễn Quốc Tuấn - Tỉnh ủy viên, PGĐ Sở Nội vụ, Trưởng ban \
Thi đua khen thưởng tỉnh Thanh Hóa và các đồng chí lãnh đạo đại diện cho 6 thành viên của cụm.
Các hoạt động khác của cụm trong năm: không có số liệu."""

_RANKING = """\
Theo bài viết, các đơn vị đã chấm điểm và suy tôn; bài viết không nêu tiêu chí, điểm, thứ hạng và \
số phiếu. Tiêu chí, điểm và thứ hạng dưới đây là số liệu minh họa; số phiếu: không có số liệu."""

_LIMITS = """\
Theo bài viết, tại hội nghị, đại diện các đơn vị đã tập trung thảo luận, chỉ rõ những nguyên nhân \
tồn tại, hạn chế và bàn các giải pháp khắc phục.
Nội dung cụ thể của tồn tại, nguyên nhân và bài học kinh nghiệm: không có số liệu."""

_TASKS = """\
Theo bài viết, hội nghị bàn các giải pháp, trong đó chú trọng:
- đẩy mạnh phong trào thi đua yêu nước, trọng tâm là phong trào xây dựng nông thôn mới gắn với văn \
minh đô thị;
- thực hiện “Chỉ thị 05 – CT/TƯ của Bộ Chính trị và các nghị quyết 02,04, 05-NQ/TU của Ban chấp \
hành Đảng bộ tỉnh” (ký hiệu viết như trong bài);
- tăng cường phổ biến pháp luật, các chế độ, chính sách mới;
- nhân rộng các mô hình, điển hình, cách làm hay.
Chỉ tiêu năm 2017: không có số liệu."""

# Proposals are the last section of the usual outline; the article has none.
_PROPOSALS = ""

REPORT = ReportFacts(
    texts=(
        _SITUATION,
        "",  # the article knows no covenant,
        _RESULTS,
        "",  # no exemplars,
        _AWARDS,
        _ACTIVITY,
        "",  # and nothing of who reported when
        _RANKING,
        _LIMITS,
        _TASKS,
        _PROPOSALS,
    ),
    number=1,
    # Not in the article: a week after the meeting that the report tells of, and nobody's name.
    dated=dt.date(2016, 12, 21),
    signed_by="Người ký minh họa",
)
