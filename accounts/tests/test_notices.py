"""What one person is told: once, kept whatever the mail server does, and mailed once."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.backends import NameOrEmailBackend
from accounts.models import PersonalNotice, User
from accounts.notices import mail as mail_now
from accounts.notices import mark_read, tell

from . import make

SITE = "https://thidua.vidu.vn"


def matter(user, **changes):
    return {
        "user": user, "kind": "ahead", "item": "7:report::2026-12-31",
        "text": "Báo cáo tổng kết chưa ban hành", "path": "/khoi/so-1/2026/tong-ket/", **changes,
    }  # fmt: skip


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Tell, and let the mails go that wait for the commit."""

    def call(*told):
        with django_capture_on_commit_callbacks(execute=True):
            return tell(told, at=timezone.now(), site=SITE)

    return call


def test_a_person_is_told_once_of_each_kind_and_mailed_once(an, run):
    [notice] = run(matter(an))
    assert run(matter(an)) == []
    notice.refresh_from_db()
    assert notice.mailed_at
    assert PersonalNotice.objects.count() == len(mail.outbox) == 1

    run(matter(an, kind="overdue"), matter(an, item="8:report::2026-12-31"))
    assert PersonalNotice.objects.count() == 3
    assert len(mail.outbox) == 2  # one message for both


def test_the_mail_is_short_vietnamese_and_leads_to_the_page(an, run):
    an.language = "en"
    an.save()
    run(matter(an, text="Việc <A> & B"), matter(an, item="x", path="/khoi/khac/"))
    [message] = mail.outbox
    assert message.subject == "Nhắc việc: 2 việc cần làm"
    assert message.to == ["An@Vidu.vn"]
    assert "Việc <A> & B" in message.body
    for path in ("/khoi/so-1/2026/tong-ket/", "/khoi/khac/", "/viec-can-lam/"):
        assert f"{SITE}{path}" in message.body
    assert message.body.count("\n\n\n") == 0


def test_news_wait_for_nothing_and_the_mail_says_so(an, run):
    run(matter(an, kind="news", text="Hội đồng đã thông qua"))
    [message] = mail.outbox
    assert message.subject == "Thông báo: 1 nội dung"
    assert "Có thông báo mới:" in message.body
    run(matter(an, kind="news", item="y"), matter(an))
    assert mail.outbox[1].subject == "Nhắc việc: 2 việc cần làm"


def test_who_has_no_address_is_told_in_the_application_alone(an, run):
    User.objects.update(email="")
    an.refresh_from_db()
    [notice] = run(matter(an))
    assert (notice.mailed_at, mail.outbox) == (None, [])


def test_a_mail_that_fails_leaves_the_notice_and_goes_out_the_next_time(an, run, settings, caplog):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "accounts.tests.mailing.Down"
    [notice] = run(matter(an))
    notice.refresh_from_db()
    assert notice.mailed_at is None
    assert "mail server is down" in caplog.text

    settings.EMAIL_BACKEND = working
    assert run(matter(an)) == []
    assert run(matter(an)) == []
    notice.refresh_from_db()
    assert notice.mailed_at
    assert len(mail.outbox) == 1


def test_one_refused_address_stops_nobody_elses_mail(an, run, settings):
    settings.EMAIL_BACKEND = "accounts.tests.mailing.Choosy"
    others = [make.user("sai", email="wrong@vidu.vn"), make.user("binh", email="binh@vidu.vn")]
    run(*(matter(user) for user in (an, *others)))
    assert sorted(message.to[0] for message in mail.outbox) == ["An@Vidu.vn", "binh@vidu.vn"]
    assert [n.user.username for n in PersonalNotice.objects.filter(mailed_at=None)] == ["sai"]


def test_what_is_undone_is_not_mailed(an, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        tell([matter(an)], at=timezone.now(), site=SITE)
        transaction.set_rollback(True)
    assert (PersonalNotice.objects.count(), mail.outbox) == (0, [])


def test_what_was_mailed_meanwhile_is_passed_by(an, run):
    [notice] = run(matter(an))
    assert mail_now([notice], at=timezone.now(), site=SITE) == 0
    assert len(mail.outbox) == 1


def test_reading_is_marked_once_and_counted_with_the_person_of_the_request(
    an, run, django_assert_num_queries
):
    run(matter(an), matter(an, kind="overdue"))
    with django_assert_num_queries(1):
        assert NameOrEmailBackend().get_user(an.pk).unread_notices == 2
    assert an.unread_notices == 2

    first = timezone.now()
    assert mark_read(an.personal_notices.filter(kind="ahead"), at=first) == 1
    assert mark_read(an.personal_notices.all(), at=timezone.now()) == 1
    assert an.personal_notices.get(kind="ahead").read_at == first
    assert NameOrEmailBackend().get_user(an.pk).unread_notices == 0


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({}, "person_is_told_once_of_a_kind"),
        ({"kind": "whatever", "item": "y"}, "personal_notice_kind_is_known"),
        ({"path": "https://evil.example/", "item": "y"}, "personal_notice_leads_into_the_site"),
        ({"path": "//evil.example/", "item": "y"}, "personal_notice_leads_into_the_site"),
        ({"path": "/\\evil.example/", "item": "y"}, "personal_notice_leads_into_the_site"),
    ],
)
def test_the_database_refuses(an, run, changes, constraint):
    run(matter(an))
    values = {**matter(an, **changes), "created_at": timezone.now()}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PersonalNotice.objects.create(**values)
