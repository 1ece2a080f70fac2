"""Builders of conferences for the cast, who are in `conftest.py`."""

import datetime as dt

from django.utils import timezone

from blocs.conferring import AttendanceLine, PersonLine
from blocs.workflow import record_conference, record_past_conference


def people(cast):
    """A person in two roles, a member's, an outsider, and one of whom only the name is known."""
    return [
        PersonLine("presiding", "Nguyễn Văn An", "Chủ tịch", cast.seats["farmers"].pk),
        PersonLine("secretary", "Trần Thị Bình", "Chánh Văn phòng", cast.seats["farmers"].pk),
        PersonLine("reporting", "Trần Thị Bình", "Chánh Văn phòng", cast.seats["farmers"].pk),
        PersonLine("directing_speech", "Lê Minh", "Phó Giám đốc", organisation="Sở Nội vụ"),
        PersonLine("guest", "Phạm Thu"),
    ]


def attendance(cast):
    """Three of the four members are noted down; of the youth union nobody knows."""
    return [
        AttendanceLine(cast.seats["front"].pk, "present", "Bà Hoa"),
        AttendanceLine(cast.seats["union"].pk, "absent_with_leave"),
        AttendanceLine(cast.seats["farmers"].pk, "by_proxy"),
    ]


def conference(cast, *, by=None, at=None, **fields):
    """One that closes last year and opens this one, recorded by the chair."""
    fields = {
        "title": "Hội nghị tổng kết và ký kết giao ước",
        "purposes": {cast.last_year: ["year_end_review"], cast.year: ["signing", "launching"]},
        "held_on": cast.today - dt.timedelta(days=3),
        "part_of_day": "morning",
        "place": "Hội trường tỉnh",
        "host": cast.organisations.farmers,
        "agenda": "Chương trình",
        "conclusions": "Kết luận",
        "people": people(cast),
        "attendance": attendance(cast),
        **fields,
    }
    return record_conference(cast.year, **fields, by=by or cast.chair, at=at or timezone.now())


def past_conference(cast, **fields):
    """One of last year of which next to nothing is known; the year may still be open: a command."""
    fields = {"purposes": {cast.last_year: ["appraisal"]}, "by": None, **fields}
    return record_past_conference(cast.last_year, **fields, at=timezone.now())
