"""The usual outlines of the two reports. Pure (docs/field.md §6.1, §6.2)."""

from dataclasses import dataclass

from .papers import PaperKind

MOST_SECTIONS = 40
LONGEST_TEXT = 30_000  # of a section, and of what a member contributes


@dataclass(frozen=True)
class Planned:
    """A section before anybody has written it."""

    heading: str
    part: str = ""
    body: str = ""
    is_left_out: bool = False


def usual_outline(kind, year, word="khối"):
    """Return the sections of a report on `year`; `word` is the bloc's own, khối or cụm."""
    outlines = {PaperKind.HALF_YEAR: _half_year, PaperKind.YEAR_END: _year_end}
    return outlines[kind](year, word)


def _half_year(year, word):
    return (
        Planned("Công tác chỉ đạo, phát động phong trào thi đua"),
        Planned("Kết quả thực hiện các nội dung giao ước thi đua", part="commitments"),
        Planned("Kết quả các phong trào thi đua, cuộc vận động", part="movements"),
        Planned("Mô hình, điển hình tiên tiến", part="exemplars"),
        Planned("Công tác khen thưởng", part="commendations"),
        Planned(f"Hoạt động chung của {word}", part="conferences"),
        Planned("Việc thực hiện chế độ thông tin, báo cáo", part="discipline"),
        Planned("Đánh giá chung: ưu điểm, hạn chế, nguyên nhân"),
        Planned(f"Phương hướng, nhiệm vụ 6 tháng cuối năm {year}"),
        Planned("Kiến nghị, đề xuất"),
    )


def _year_end(year, word):
    return (
        Planned("Đặc điểm tình hình", part="members"),
        Planned("Kết quả thực hiện các nội dung giao ước thi đua", part="commitments"),
        Planned("Kết quả thực hiện phong trào thi đua", part="movements"),
        Planned("Mô hình, điển hình tiên tiến", part="exemplars"),
        Planned("Công tác khen thưởng", part="commendations"),
        Planned(f"Hoạt động của {word}", part="conferences"),
        Planned("Việc thực hiện chế độ thông tin, báo cáo", part="discipline"),
        Planned("Kết quả chấm điểm, xếp loại, bình xét, suy tôn", part="ranking"),
        Planned("Tồn tại, nguyên nhân, bài học kinh nghiệm"),
        Planned(f"Phương hướng, nhiệm vụ năm {year + 1}"),
        Planned("Kiến nghị, đề xuất"),
    )
