"""The national instruments on emulation and commendation by date (docs/field.md §1.1).

A day that nobody found in a published source stays empty, or is marked in `inferred`. Rules of a
province are entered by its staff.
"""

import datetime as dt
from typing import NamedTuple

SOURCE = "Sổ tay nghiệp vụ kèm theo phần mềm, mục 1.1: văn bản pháp luật theo ngày"
PUBLISHED_ON = dt.date(2026, 11, 22)
SOURCE_NOTE = (
    "Ghi nhận đến ngày 22/11/2026 từ các nguồn đã công bố; phần lớn chỉ đọc được phần mở đầu. "
    "Không phải tư vấn pháp lý: đối chiếu văn bản gốc trước khi dùng để quyết định."
)
OLD_LAW_ENDED = dt.date(2024, 1, 1)
WITH_THE_OLD_LAW = (
    "Ngày hết hiệu lực chưa rõ (2023-2024): ghi theo ngày Luật số 15/2003/QH11 hết hiệu lực."
)
EMULATION = "Luật Thi đua, khen thưởng"


class Instrument(NamedTuple):
    """One instrument; `ended_on` is the first day on which it is no longer in force."""

    number: str
    title: str
    citation: str
    signed_on: dt.date | None = None
    in_force_on: dt.date | None = None
    ended_on: dt.date | None = None
    is_usual: bool = False
    note: str = ""
    inferred: str = ""


INSTRUMENTS = [
    Instrument(
        "15/2003/QH11",
        EMULATION,
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
        signed_on=dt.date(2003, 11, 26),
        in_force_on=dt.date(2004, 7, 1),
        ended_on=OLD_LAW_ENDED,
        is_usual=True,
        note="Được sửa đổi, bổ sung các năm 2005, 2009, 2013.",
    ),
    Instrument(
        "2745/HD-BTĐKT",
        "Hướng dẫn hoạt động của cụm thi đua các tỉnh",
        "Hướng dẫn số 2745/HD-BTĐKT ngày 24 tháng 11 năm 2015 của Ban Thi đua - Khen thưởng Trung "
        "ương",
        signed_on=dt.date(2015, 11, 24),
        note="Cụm thi đua cấp trung ương. Chưa thấy văn bản bãi bỏ.",
        inferred="Trích yếu ghi theo nội dung, chưa đối chiếu văn bản gốc; ngày có hiệu lực chưa "
        "ghi nhận.",
    ),
    Instrument(
        "2746/HD-BTĐKT",
        "Hướng dẫn hoạt động của khối thi đua các bộ, ban, ngành, Mặt trận Tổ quốc và đoàn thể "
        "trung ương",
        "Hướng dẫn số 2746/HD-BTĐKT ngày 24 tháng 11 năm 2015 của Ban Thi đua - Khen thưởng Trung "
        "ương",
        signed_on=dt.date(2015, 11, 24),
        note="Khối thi đua cấp trung ương. Chưa thấy văn bản bãi bỏ.",
        inferred="Trích yếu ghi theo nội dung, chưa đối chiếu văn bản gốc; ngày có hiệu lực chưa "
        "ghi nhận.",
    ),
    Instrument(
        "1479/HD-BTĐKT",
        "Hướng dẫn tổ chức cụm, khối thi đua trong tỉnh và đề nghị tặng cờ thi đua",
        "Hướng dẫn số 1479/HD-BTĐKT ngày 25 tháng 7 năm 2016 của Ban Thi đua - Khen thưởng Trung "
        "ương",
        signed_on=dt.date(2016, 7, 25),
        note="Ban hành theo Luật số 15/2003/QH11; chưa thấy văn bản bãi bỏ. Nhiều quy định của "
        "tỉnh vẫn theo mẫu này.",
        inferred="Trích yếu ghi theo nội dung, chưa đối chiếu văn bản gốc; ngày có hiệu lực chưa "
        "ghi nhận (năm 2016).",
    ),
    Instrument(
        "91/2017/NĐ-CP",
        "Nghị định quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi "
        "hành một số điều của Luật Thi đua, khen thưởng",
        signed_on=dt.date(2017, 7, 31),
        in_force_on=dt.date(2017, 10, 1),
        ended_on=OLD_LAW_ENDED,
        is_usual=True,
        inferred="Ngày có hiệu lực 01/10/2017 là thông tin gián tiếp, chưa đối chiếu văn bản gốc.",
    ),
    Instrument(
        "08/2017/TT-BNV",
        "Thông tư quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP",
        "Thông tư số 08/2017/TT-BNV ngày 27 tháng 10 năm 2017 của Bộ trưởng Bộ Nội vụ",
        signed_on=dt.date(2017, 10, 27),
        ended_on=OLD_LAW_ENDED,
        inferred="Trích yếu và ngày có hiệu lực chưa đối chiếu văn bản gốc. " + WITH_THE_OLD_LAW,
    ),
    Instrument(
        "12/2019/TT-BNV",
        "Thông tư quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP",
        "Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019 của Bộ trưởng Bộ Nội vụ quy định chi "
        "tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của "
        "Chính phủ",
        signed_on=dt.date(2019, 11, 4),
        ended_on=OLD_LAW_ENDED,
        is_usual=True,
        inferred="Ngày có hiệu lực chưa ghi nhận. " + WITH_THE_OLD_LAW,
    ),
    Instrument(
        "05/2020/TT-BNV",
        "Thông tư của Bộ trưởng Bộ Nội vụ về thi đua, khen thưởng",
        "Thông tư số 05/2020/TT-BNV của Bộ trưởng Bộ Nội vụ",
        ended_on=OLD_LAW_ENDED,
        inferred="Trích yếu, ngày ký (năm 2020) và ngày có hiệu lực chưa ghi nhận. "
        + WITH_THE_OLD_LAW,
    ),
    Instrument(
        "06/2022/QH15",
        EMULATION,
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        signed_on=dt.date(2022, 6, 15),
        in_force_on=dt.date(2024, 1, 1),
        is_usual=True,
        note="Được sửa đổi, bổ sung bởi Luật số 06/2026/QH16 từ ngày 01/10/2026.",
    ),
    Instrument(
        "02/2023/TT-BNV",
        "Thông tư quy định chế độ báo cáo thống kê ngành Nội vụ",
        "Thông tư số 02/2023/TT-BNV ngày 23 tháng 3 năm 2023 của Bộ trưởng Bộ Nội vụ",
        signed_on=dt.date(2023, 3, 23),
        note="Biểu thống kê thi đua, khen thưởng 0601-0605.N/BNV-TĐKT; chốt số liệu ngày 15/12.",
        inferred="Trích yếu, ngày có hiệu lực (năm 2023) và ngày hết hiệu lực chưa đối chiếu văn "
        "bản gốc.",
    ),
    Instrument(
        "98/2023/NĐ-CP",
        "Nghị định quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi "
        "hành một số điều của Luật Thi đua, khen thưởng",
        signed_on=dt.date(2023, 12, 31),
        in_force_on=dt.date(2024, 1, 1),
        ended_on=dt.date(2025, 7, 1),
        is_usual=True,
        note="Thay thế bởi Nghị định số 152/2025/NĐ-CP.",
    ),
    Instrument(
        "01/2024/TT-BNV",
        "Thông tư quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số "
        "98/2023/NĐ-CP",
        "Thông tư số 01/2024/TT-BNV của Bộ trưởng Bộ Nội vụ",
        ended_on=dt.date(2025, 8, 5),
        is_usual=True,
        note="Thay thế bởi Thông tư số 15/2025/TT-BNV.",
        inferred="Trích yếu chưa đối chiếu văn bản gốc; ngày ký và ngày có hiệu lực (năm 2024) "
        "chưa ghi nhận nên phần mềm chưa đề xuất làm căn cứ.",
    ),
    Instrument(
        "152/2025/NĐ-CP",
        "Nghị định quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định "
        "chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, "
        "phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành "
        "một số điều của Luật Thi đua, khen thưởng",
        signed_on=dt.date(2025, 6, 14),
        in_force_on=dt.date(2025, 7, 1),
        ended_on=dt.date(2027, 3, 1),
        is_usual=True,
        note="Sẽ có nghị định thay thế trước ngày 01/3/2027.",
        inferred="Ngày hết hiệu lực 01/3/2027 theo cơ sở dữ liệu pháp luật; chưa rõ là ngày cuối "
        "cùng còn hiệu lực hay ngày đầu tiên hết hiệu lực.",
    ),
    Instrument(
        "15/2025/TT-BNV",
        "Thông tư quy định biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và "
        "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện "
        "pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số "
        "152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        signed_on=dt.date(2025, 8, 4),
        in_force_on=dt.date(2025, 8, 5),
        is_usual=True,
        inferred="Trích yếu ghi gọn, chưa đối chiếu nguyên văn.",
    ),
    Instrument(
        "73/2024/NĐ-CP",
        "Nghị định quy định mức lương cơ sở và chế độ tiền thưởng",
        "Nghị định số 73/2024/NĐ-CP ngày 30 tháng 6 năm 2024 của Chính phủ",
        signed_on=dt.date(2024, 6, 30),
        in_force_on=dt.date(2024, 7, 1),
        ended_on=dt.date(2026, 7, 1),
        note="Mức lương cơ sở để tính tiền thưởng; thay bởi Nghị định số 161/2026/NĐ-CP.",
        inferred="Số, ngày ký và trích yếu chưa đối chiếu văn bản gốc; ngày hết hiệu lực ghi theo "
        "ngày mức lương mới có hiệu lực.",
    ),
    Instrument(
        "161/2026/NĐ-CP",
        "Nghị định quy định mức lương cơ sở",
        "Nghị định số 161/2026/NĐ-CP của Chính phủ",
        in_force_on=dt.date(2026, 7, 1),
        note="Mức lương cơ sở để tính tiền thưởng.",
        inferred="Ngày ký chưa ghi nhận; trích yếu ghi theo nội dung, chưa đối chiếu văn bản gốc.",
    ),
    Instrument(
        "06/2026/QH16",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
        signed_on=dt.date(2026, 4, 23),
        in_force_on=dt.date(2026, 10, 1),
        is_usual=True,
        note="Hợp nhất tại Văn bản số 115/VBHN-VPQH. Hồ sơ nhận trước ngày 01/10/2026 giải quyết "
        "theo quy định cũ, trừ khi quy định mới có lợi hơn. Toàn văn chưa đọc.",
    ),
]


def load_legal_bases(LegalBasis, Source):
    """Store what is not there yet, in three queries; nothing stored is changed.

    The models are parameters, so that a migration hands in those of its own time.
    """
    Source.objects.bulk_create(
        [Source(title=SOURCE, published_on=PUBLISHED_ON, note=SOURCE_NOTE)], ignore_conflicts=True
    )
    source = Source.objects.get(title=SOURCE, publisher="")
    LegalBasis.objects.bulk_create(
        [LegalBasis(**each._asdict(), source=source) for each in INSTRUMENTS],
        ignore_conflicts=True,
    )
