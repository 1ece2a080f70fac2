"""Conferences as plain values: usual title, lists of people and members, head count. Pure."""

import hashlib
import json
from dataclasses import astuple, dataclass

# How a title calls each purpose; the year comes behind (docs/field.md §2.2).
IN_A_TITLE = {
    "half_year_review": "sơ kết 6 tháng đầu",
    "cross_check": "kiểm tra chéo",
    "appraisal": "bình xét thi đua",
    "year_end_review": "tổng kết",
    "handover": "bàn giao nhiệm vụ {chair}",
    "signing": "ký kết giao ước thi đua",
    "launching": "triển khai nhiệm vụ",
}
HERE = {"present", "by_proxy"}


@dataclass(frozen=True)
class PersonLine:
    """A person in a role, of a member (`seat` is its key) or of whatever `organisation` says."""

    role: str
    full_name: str
    position: str = ""
    seat: int | None = None
    organisation: str = ""


@dataclass(frozen=True)
class AttendanceLine:
    """What is known of a member: `seat` is the key of its seat."""

    seat: int
    state: str
    attended_by: str = ""


@dataclass(frozen=True)
class HeadCount:
    """How many of the members were there, of how many; and of how many nobody recorded it."""

    here: int
    absent: int
    unknown: int

    @property
    def members(self):
        return self.here + self.absent + self.unknown

    @property
    def is_known(self):
        return self.here + self.absent > 0


def head_count(states):
    """Count the members by their states; None is one of which nobody recorded it."""
    states = list(states)
    here, unknown = sum(state in HERE for state in states), states.count(None)
    return HeadCount(here, len(states) - here - unknown, unknown)


def counts(*, joined_on, left_on, held_on, state):
    """Whether a seat counts among the members on the day: who was noted down does in any case."""
    if state is not None or held_on is None:
        return True
    return not (joined_on and joined_on > held_on) and not (left_on and left_on <= held_on)


def digest(lines):
    """Return what tells one state of a list from another, for the page that shows it."""
    plain = json.dumps([astuple(line) for line in lines], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def usual_title(purposes, chair="khối trưởng"):
    """Return `Hội nghị tổng kết năm 2017; ký kết giao ước thi đua, triển khai nhiệm vụ năm 2018`.

    `purposes` maps calendar years to codes of purposes; `chair` is what the bloc calls its chair.
    """
    parts = []
    for year in sorted(purposes):
        words = [
            text.format(chair=chair) for code, text in IN_A_TITLE.items() if code in purposes[year]
        ]
        if words:
            parts.append(f"{', '.join(words)} năm {year}")
    if parts:
        return f"Hội nghị {'; '.join(parts)}"
    return f"Cuộc họp năm {max(purposes)}" if purposes else "Cuộc họp"
