"""A person's calendar: read back with the library that other programs use."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from accounts.calendar import calendar_token
from accounts.people import deactivate
from blocs.models import Activity, Conference, Deadline, DeadlineRule, Extension
from blocs.reference.deadline_rules import load_deadline_rules
from blocs.tests import make
from desk.calendar_feed import calendar_of, entries_of

SITE = "https://thidua.vidu.vn"


@pytest.fixture
def plan(cast):
    """A deadline, a conference in the morning and one of a whole day, and activities."""
    DeadlineRule.objects.all().delete()
    year, day = cast.year, dt.date(cast.today.year, 6, 15)
    Deadline.objects.create(emulation_year=year, kind="signing", due_on=day)
    for title, fields in {
        "Hội nghị sơ kết": {
            "part_of_day": "morning",
            "held_on": day,
            "place": "Hội trường; tầng 2",
        },
        "Hội nghị cả ngày": {"part_of_day": "whole_day", "held_on": day},
        "Hội nghị chưa định ngày": {},
    }.items():
        Conference.objects.create(
            bloc=cast.bloc, emulation_year=year, title=title, recorded_at=timezone.now(), **fields
        )
    for text, fields in {
        "Về nguồn": {"planned_on": day},
        "Chưa định ngày": {},
        "Đã làm": {"state": "done", "done_on": day + dt.timedelta(days=1), "planned_on": day},
        "Không làm": {"state": "not_done", "reason": "Bão", "planned_on": day},
    }.items():
        Activity.objects.create(emulation_year=year, text=text, month=6, **fields)
    return day


def events(user):
    calendar = Calendar.from_ical(calendar_of(user, at=timezone.now(), site=SITE))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def titles(user):
    return [entry.title.split(" · ")[0] for entry in entries_of(user)]


def test_everything_with_a_day_is_in_it(cast, plan):
    assert sorted(titles(cast.member)) == [
        "Hội nghị cả ngày", "Hội nghị sơ kết", "Signing of the covenant: last day", "Về nguồn",
        "Đã làm",
    ]  # fmt: skip


def test_a_deadline_is_a_whole_day_and_ends_on_the_next(cast, plan):
    event = events(cast.member)[f"Ký kết giao ước thi đua: hạn cuối · {cast.year.name}"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (plan, plan + dt.timedelta(days=1))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["url"] == SITE + cast.year.get_absolute_url()


def test_a_conference_takes_its_part_of_the_day(cast, plan):
    found = events(cast.member)
    morning = found[f"Hội nghị sơ kết · {cast.year.name}"]
    start = dt.datetime.combine(plan, dt.time(0, 30), dt.UTC)  # 7:30 in Vietnam
    assert morning["dtstart"].dt == start
    assert str(morning["location"]) == "Hội trường; tầng 2"
    assert found[f"Hội nghị cả ngày · {cast.year.name}"]["dtstart"].dt == plan


def test_what_was_revoked_or_belongs_to_a_closed_year_is_not_in_it(cast, plan):
    Conference.objects.update(
        revoked_at=timezone.now(), revoked_by=cast.staff, revoke_reason="Nhầm"
    )
    assert "Hội nghị sơ kết" not in titles(cast.member)
    cast.year.state, cast.year.closed_at = "closed", timezone.now()
    cast.year.save()
    assert titles(cast.member) == []


def test_a_member_with_an_extension_has_its_own_day(cast, plan):
    later = plan + dt.timedelta(days=20)
    Extension.objects.create(
        emulation_year=cast.year, kind="signing", seat=cast.seats["union"], until=later,
        reason="Bão", by=cast.staff, at=timezone.now(),
    )  # fmt: skip

    def day(user):
        return next(e.day for e in entries_of(user) if e.uid.startswith("deadline"))

    assert day(cast.deputy) == later
    assert day(cast.member) == day(cast.staff) == plan


def test_nobody_reads_of_what_is_out_of_reach(cast, plan):
    assert titles(cast.outsider) == titles(cast.former_member) == titles(cast.nobody) == []
    assert titles(cast.observer) == titles(cast.staff) == titles(cast.member)


def test_uids_are_stable_and_unique(cast, plan):
    first = [str(event["uid"]) for event in events(cast.staff).values()]
    Deadline.objects.update(due_on=plan + dt.timedelta(days=3))
    again = [str(event["uid"]) for event in events(cast.staff).values()]
    assert sorted(first) == sorted(again)
    assert len(set(first)) == len(first) == 5


def test_long_vietnamese_lines_are_folded_and_read_back_whole(cast, plan):
    text = "Tổ chức về nguồn, thăm hỏi; tặng quà cho các gia đình chính sách " * 4
    Activity.objects.filter(text="Về nguồn").update(text=text.strip())
    content = calendar_of(cast.member, at=timezone.now(), site=SITE)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    content.decode()
    assert f"{text.strip()} · {cast.year.name}" in events(cast.member)


def test_it_speaks_the_persons_language(cast, plan):
    cast.member.language = "en"
    assert f"Signing of the covenant: last day · {cast.year.name}" in events(cast.member)


@pytest.mark.parametrize("more", [0, 10])
def test_it_takes_the_same_queries_however_many_years(cast, more, django_assert_num_queries):
    load_deadline_rules(DeadlineRule)
    for number in range(more):
        bloc = make.bloc(f"Khối thêm {number}", cast.province, slug=f"them-{number}")
        make.seat(make.year(bloc, cast.today.year), cast.organisations.front)
    with django_assert_num_queries(6):  # the reach takes two of them
        assert entries_of(cast.member)


# ---- the address


def file_of(user):
    return reverse("desk:calendar_file", args=[calendar_token(user)])


def test_the_file_needs_no_sign_in_and_is_not_kept_by_others(client, cast, plan):
    answer = client.get(file_of(cast.member))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private"
    assert "_auth_user_id" not in client.session
    assert b"SUMMARY" in answer.content
    assert client.post(file_of(cast.member)).status_code == 405


def test_a_renewed_address_leaves_the_old_one_void(client, cast):
    old = file_of(cast.member)
    client.force_login(cast.member)
    assert old in client.get("/lich/").content.decode()
    assert client.get("/lich/doi-dia-chi/").status_code == 200
    assert client.get(old).status_code == 200  # asking changes nothing
    client.post("/lich/doi-dia-chi/")
    cast.member.refresh_from_db()
    assert client.get(old).status_code == 404
    assert client.get(file_of(cast.member)).status_code == 200
    assert file_of(cast.member) in client.get("/lich/").content.decode()
    assert client.get(file_of(cast.deputy)).status_code == 200


def test_a_shut_account_has_no_calendar(client, cast):
    address = file_of(cast.member)
    deactivate(cast.member, by=cast.administrator, why="Nghỉ hưu")
    assert client.get(address).status_code == 404
    assert client.get("/lich/sai.ics").status_code == 404
