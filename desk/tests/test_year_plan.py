"""What the page of a year says of its deadlines and its plan."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blocs.models import DeadlineRule
from blocs.workflow import plan_activity, set_deadlines

pytestmark = pytest.mark.django_db


def written(day):
    return f"{day:%d/%m/%Y}"


def test_the_next_two_deadlines_stand_on_the_page(client, cast):
    DeadlineRule.objects.all().delete()
    days = {
        kind: cast.today + dt.timedelta(days=number)
        for kind, number in (("signing", -1), ("meeting", 5), ("dossier", 20), ("self_score", 40))
    }
    set_deadlines(cast.year, days=days, by=cast.chair, at=timezone.now())
    client.force_login(cast.member)
    response = client.get(cast.year.get_absolute_url())
    assert [row.due.kind for row in response.context["coming"]] == ["meeting", "dossier"]
    page = response.content.decode()
    assert "còn 5 ngày" in page
    assert written(days["signing"]) not in page


def test_what_is_planned_next_stands_on_the_page(client, cast):
    month = cast.today.month
    plan_activity(cast.year, text="<b>Giao lưu", month=month, by=cast.chair, at=timezone.now())
    client.force_login(cast.member)
    page = client.get(cast.year.get_absolute_url()).content.decode()
    assert "&lt;b&gt;Giao lưu" in page
    assert f"Tháng {month}/{cast.year.year}" in page
    assert "Đã thực hiện: 0/1" in page


def test_without_deadlines_and_plan_the_page_says_so(client, cast):
    DeadlineRule.objects.all().delete()
    client.force_login(cast.member)
    page = client.get(cast.year.get_absolute_url()).content.decode()
    assert "Không còn thời hạn nào sắp tới." in page
    assert "Chưa có hoạt động nào được đưa vào kế hoạch" in page


def test_the_page_asks_the_same_of_the_database_with_a_long_plan(client, cast):
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(cast.year.get_absolute_url())
    for number in range(20):
        plan_activity(
            cast.year, text=str(number), month=12, owner_seat=cast.seats["union"],
            by=cast.chair, at=timezone.now(),
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(cast.year.get_absolute_url())
    assert len(few) == len(many) <= 12
