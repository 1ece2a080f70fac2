"""Conferences as plain values: titles, the head count, and what tells two lists apart."""

import datetime as dt

import pytest

from blocs.conferring import (
    IN_A_TITLE,
    AttendanceLine,
    PersonLine,
    counts,
    digest,
    head_count,
    usual_title,
)
from blocs.models import Purpose

DAY = dt.date(2018, 1, 4)


@pytest.mark.parametrize(
    ("purposes", "title"),
    [
        ({2017: ["year_end_review"], 2018: ["launching", "signing"]},
         "Hội nghị tổng kết năm 2017; ký kết giao ước thi đua, triển khai nhiệm vụ năm 2018"),
        ({2020: ["half_year_review"]}, "Hội nghị sơ kết 6 tháng đầu năm 2020"),
        ({2023: ["handover", "appraisal"], 2024: []},
         "Hội nghị bình xét thi đua, bàn giao nhiệm vụ cụm trưởng năm 2023"),
        ({2024: ["other"]}, "Cuộc họp năm 2024"),
        ({}, "Cuộc họp"),
    ],
)  # fmt: skip
def test_a_conference_is_called_after_what_it_was_held_for(purposes, title):
    assert usual_title(purposes, "cụm trưởng") == title


def test_every_purpose_but_the_other_one_has_its_words():
    assert set(IN_A_TITLE) == set(Purpose.values) - {"other"}


def test_who_came_by_proxy_was_there_and_who_is_unknown_is_not_absent():
    count = head_count(["present", "by_proxy", "absent", "absent_with_leave", None])
    assert (count.here, count.absent, count.unknown, count.members) == (2, 2, 1, 5)
    assert count.is_known
    assert not head_count([None, None]).is_known
    assert head_count([]).members == 0


@pytest.mark.parametrize(
    ("joined_on", "left_on", "state", "expected"),
    [
        (None, None, None, True),
        (None, DAY, None, False),  # the first day without it
        (None, DAY + dt.timedelta(days=1), None, True),
        (DAY, None, None, True),
        (DAY + dt.timedelta(days=1), None, None, False),
        (None, DAY, "present", True),
    ],
)
def test_a_member_counts_on_the_days_on_which_it_is_one(joined_on, left_on, state, expected):
    seat = {"joined_on": joined_on, "left_on": left_on, "state": state}
    assert counts(**seat, held_on=DAY) is expected
    assert counts(**seat, held_on=None)


def test_a_digest_changes_with_order_and_with_every_field():
    a, b = PersonLine("guest", "An"), PersonLine("guest", "Bình")
    lists = [[], [a], [b], [a, b], [b, a], [PersonLine("guest", "An", "Chủ tịch")]]
    assert len({digest(lines) for lines in lists}) == len(lists)
    assert digest([AttendanceLine(1, "present")]) == digest([AttendanceLine(1, "present")])
