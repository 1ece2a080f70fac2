import datetime as dt
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import PasswordLink

from . import make


@pytest.fixture(autouse=True)
def with_mail(settings):
    settings.HAS_MAIL = True


@pytest.fixture
def ask(client, django_capture_on_commit_callbacks):
    def post(email):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse("accounts:password_reset"), {"email": email})

    return post


def test_the_link_in_the_mail_sets_a_password(client, an, ask):
    assert ask("an@VIDU.vn").url == reverse("accounts:password_reset_done")
    assert client.get(reverse("accounts:password_reset_done")).status_code == 200

    [message] = mail.outbox
    assert message.to == ["An@Vidu.vn"]  # the address we keep, not the one that was typed
    assert "tranvanan" in message.body
    [path] = re.findall(r"http://testserver(/\S+/mat-khau/dat/\S+)", message.body)
    assert client.get(path, follow=True).context["validlink"] is True


def test_the_mail_speaks_the_persons_language(an, ask):
    an.language = "en"
    an.save()
    ask(an.email)
    [message] = mail.outbox
    assert message.subject == "Set a new password"
    assert message.body.startswith("Dear Trần Văn An,")


@pytest.mark.parametrize("email", ["khongai@vidu.vn", "dong@vidu.vn", "minhhoa@vidu.vn"])
def test_the_answer_does_not_tell_whether_there_is_an_account(an, ask, email, settings):
    settings.DEMO = False
    make.user("dongcua", email="dong@vidu.vn", is_active=False)
    make.user("minhhoa", email="minhhoa@vidu.vn", is_demo=True)
    told, untold = ask("an@vidu.vn"), ask(email)
    assert (untold.status_code, untold.url) == (told.status_code, told.url)
    assert [message.to for message in mail.outbox] == [["An@Vidu.vn"]]


def test_a_person_who_never_had_a_password_gets_the_mail_too(db, ask):
    make.user("moi", email="moi@vidu.vn", password=None)
    ask("moi@vidu.vn")
    assert len(mail.outbox) == 1


def test_nobodys_mailbox_is_flooded(an, ask):
    for _ in range(3):
        ask("an@vidu.vn")
    assert len(mail.outbox) == 1
    PasswordLink.objects.update(made_at=timezone.now() - dt.timedelta(minutes=6))
    ask("an@vidu.vn")
    assert len(mail.outbox) == 2


def test_what_is_no_address_is_refused_with_the_form(an, ask):
    assert list(ask("tranvanan").context["form"].errors) == ["email"]
    assert mail.outbox == []


def test_a_mail_server_that_is_down_is_our_trouble(an, ask, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert ask("an@vidu.vn").status_code == 302
    assert "ConnectionRefusedError" in caplog.text


def test_without_mail_the_page_says_whom_to_ask(client, an, ask, settings):
    settings.HAS_MAIL = False
    response = client.get(reverse("accounts:password_reset"))
    assert "accounts/password_reset_by_staff.html" in [t.name for t in response.templates]
    assert '<form class="form"' not in response.content.decode()
    assert ask("an@vidu.vn").status_code == 200
    assert mail.outbox == []
