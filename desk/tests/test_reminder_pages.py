"""The reminders of a year: whom they reach, sent by who holds its work; and one's own notices."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import PersonalNotice
from blocs.models import Deadline, DeadlineRule
from blocs.reference.deadline_rules import load_deadline_rules
from blocs.tests import make
from blocs.tests.who_may import answers, expected
from scoring.tests.make import small_set


@pytest.fixture
def due(cast):
    """The points are due in three days and not given; the chair has an e-mail address."""
    DeadlineRule.objects.all().delete()
    small_set(cast.year)
    cast.chair.email = "chair@vidu.vn"
    cast.chair.save()
    day = cast.today + dt.timedelta(days=3)
    return Deadline.objects.create(emulation_year=cast.year, kind="meeting", due_on=day)


def url_of(year):
    return reverse("desk:year_reminders", args=[year.bloc.slug, year.year])


def page(client, user, url):
    client.force_login(user)
    return client.get(url)


def notice(user, **fields):
    values = {"kind": "ahead", "item": "x", "text": "Báo cáo", "path": "/viec-can-lam/"}
    return PersonalNotice.objects.create(
        user=user, created_at=timezone.now(), **{**values, **fields}
    )


def test_who_holds_the_years_work_or_keeps_the_bloc_may_remind(client, cast, due):
    may = expected(
        may={"administrator", "staff", "chair"},
        blind={"foreign_staff", "former_member", "outsider", "nobody"},
    )
    assert answers(client, cast.people, url_of(cast.year)) == may


def test_the_page_shows_whom_it_would_remind_and_then_who_was(
    client, cast, due, django_capture_on_commit_callbacks
):
    before = page(client, cast.staff, url_of(cast.year))
    assert [each.user for each in before.context["reminders"]] == [cast.chair]
    assert before.context["told"] == []
    assert "chair@vidu.vn" in before.content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url_of(cast.year)).status_code == 302
    after = client.get(url_of(cast.year))
    assert after.context["reminders"] == []
    [told] = after.context["told"]
    assert (told.user, bool(told.mailed_at)) == (cast.chair, True)
    [message] = mail.outbox
    assert f"http://testserver/khoi/{cast.bloc.slug}/{cast.year.year}/diem/" in message.body

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url_of(cast.year))
    assert len(mail.outbox) == PersonalNotice.objects.count() == 1


def test_a_member_can_send_nothing(client, cast, due):
    client.force_login(cast.member)
    assert client.post(url_of(cast.year)).status_code == 403
    assert not PersonalNotice.objects.exists()


def test_reminders_of_another_year_are_not_sent_with_it(client, cast, due):
    small_set(cast.last_year)
    Deadline.objects.create(emulation_year=cast.last_year, kind="meeting", due_on=cast.today)
    client.force_login(cast.staff)
    client.post(url_of(cast.year))
    [told] = PersonalNotice.objects.all()
    assert told.item.startswith(f"{cast.year.pk}:")
    assert page(client, cast.staff, url_of(cast.last_year)).context["told"] == []


def test_a_closed_year_has_its_page_and_nothing_to_send(client, cast, due):
    cast.year.state, cast.year.closed_at = "closed", timezone.now()
    cast.year.save()
    assert page(client, cast.staff, url_of(cast.year)).context["reminders"] == []
    assert page(client, cast.chair, url_of(cast.year)).status_code == 403


def test_an_organisation_without_any_account_is_named_on_the_page(client, cast, due):
    cast.chair.posts.all().delete()
    text = page(client, cast.staff, url_of(cast.year)).content.decode()
    assert "Chưa có ai có tài khoản để nhắc" in text


@pytest.mark.parametrize("who", ["administrator", "staff", "chair"])
@pytest.mark.parametrize("chaired", [True, False])
def test_the_page_costs_the_same_however_many(
    client, cast, due, django_assert_max_num_queries, who, chaired
):
    load_deadline_rules(DeadlineRule)
    if not chaired:
        cast.bloc.terms.all().delete()
        who = "staff"
    client.force_login(cast.people[who])
    with django_assert_max_num_queries(12) as few:
        client.get(url_of(cast.year))
    for number in range(20):
        person = make.user(f"nguoi-{number}")
        make.representative(person, cast.organisations.farmers)
        notice(person, item=f"{cast.year.pk}:x:{number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(url_of(cast.year)).status_code == 200


# ---- what one was told oneself


def test_one_sees_ones_own_notices_and_no_other(client, cast):
    notice(cast.member, text="Việc của tôi <b>")
    notice(cast.deputy, text="Việc của người khác")
    text = page(client, cast.member, "/thong-bao/").content.decode()
    assert "Việc của tôi &lt;b&gt;" in text
    assert "Việc của người khác" not in text


def test_opening_a_notice_marks_it_as_read_and_leads_to_its_page(client, cast):
    mine, other = notice(cast.member), notice(cast.deputy)
    client.force_login(cast.member)
    assert "(1)" in client.get("/").content.decode()
    opened = client.post(reverse("desk:personal_notice_read", args=[mine.pk]))
    assert (opened.status_code, opened.url) == (302, "/viec-can-lam/")
    assert client.post(reverse("desk:personal_notice_read", args=[other.pk])).status_code == 404
    mine.refresh_from_db()
    other.refresh_from_db()
    assert mine.read_at
    assert other.read_at is None
    assert "(1)" not in client.get("/").content.decode()


def test_all_are_marked_as_read_at_once_and_nobody_elses(client, cast):
    for number in range(3):
        notice(cast.member, item=str(number))
    notice(cast.deputy)
    client.force_login(cast.member)
    assert client.get(reverse("desk:personal_notices_read")).status_code == 405
    client.post(reverse("desk:personal_notices_read"))
    assert PersonalNotice.objects.filter(read_at=None).count() == 1


def test_many_notices_cost_the_same_and_come_in_pages(client, cast, django_assert_max_num_queries):
    notice(cast.member)
    client.force_login(cast.member)
    with django_assert_max_num_queries(12) as few:
        client.get("/thong-bao/")
    for number in range(40):
        notice(cast.member, item=str(number))
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(client.get("/thong-bao/").context["page"]) == 30
