"""The usual outline of a year-end report, and Roman numerals. Pure (docs/field.md §6.2)."""

from dataclasses import dataclass

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
MOST_SECTIONS = 40


@dataclass(frozen=True)
class Planned:
    """A section before anybody has written it."""

    heading: str
    part: str = ""
    body: str = ""
    is_left_out: bool = False


def usual_outline(year, word="khối"):
    """Return the eight sections of a report on `year`; `word` is the bloc's own, khối or cụm."""
    return (
        Planned("Đặc điểm tình hình", part="members"),
        Planned("Kết quả thực hiện phong trào thi đua"),
        Planned("Công tác khen thưởng"),
        Planned(f"Hoạt động của {word}"),
        Planned("Kết quả chấm điểm, xếp loại, bình xét, suy tôn", part="ranking"),
        Planned("Tồn tại, nguyên nhân, bài học kinh nghiệm"),
        Planned(f"Phương hướng, nhiệm vụ năm {year + 1}"),
        Planned("Kiến nghị, đề xuất"),
    )


def roman(number):
    """Return 4 as IV; from 1 to 89, more than any report has sections."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
