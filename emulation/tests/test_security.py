"""What every answer carries, and what a browser is not let do."""

import datetime as dt
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blocs import workflow
from blocs.tests import make
from files import gate
from files.tests.make import PDF, NamedBytes

POLICY = {
    "default-src": "'self'", "img-src": "'self' data:", "script-src": "'self'",
    "style-src": "'self'", "object-src": "'none'", "base-uri": "'none'",
    "frame-ancestors": "'none'", "form-action": "'self'",
}  # fmt: skip


def policy_of(answer):
    parts = answer["Content-Security-Policy"].split(";")
    return dict(part.strip().split(" ", 1) for part in parts if part.strip())


@pytest.fixture
def notice(cast):
    at = dt.datetime.combine(cast.today, dt.time(5), tzinfo=dt.UTC)
    upload = gate.accept(NamedBytes("Quy chế.pdf", PDF))
    return workflow.publish_notice(
        cast.year, kind="plan", title="Kế hoạch", text="", uploads=[upload], by=cast.chair, at=at
    )


def file_of(notice):
    return reverse("blocs:notice_file", args=[notice.pk, notice.files.get().pk])


def answers(client, cast):
    """One answer of every kind that a page gives: {name: (answer, its status)}."""
    anonymous = Client()
    browser = Client(raise_request_exception=False)
    client.force_login(cast.chair)
    close = reverse("blocs:handover_revoke", args=[0])
    return {
        "page": (client.get("/"), 200),
        "sign-in": (anonymous.get(reverse("accounts:sign_in")), 200),
        "redirect": (anonymous.get("/"), 302),
        "forbidden": (client.get(reverse("desk:audit_list")), 403),
        "missing": (client.get(close), 404),
        "nowhere": (anonymous.get("/khong-co/"), 404),
        "method": (client.get(reverse("accounts:sign_out")), 405),
        "host": (browser.get("/", headers={"host": "evil.example"}), 400),
        "token": (Client(enforce_csrf_checks=True).post(reverse("accounts:sign_in")), 403),
    }


def test_every_answer_of_a_page_carries_the_policy_and_the_headers(client, cast):
    for name, (answer, status) in answers(client, cast).items():
        assert answer.status_code == status, name
        assert policy_of(answer) == POLICY, name
        assert_headers(answer, name)


def assert_headers(answer, name):
    assert answer["X-Content-Type-Options"] == "nosniff", name
    assert answer["Referrer-Policy"] == "same-origin", name
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert answer.get("X-Frame-Options", "DENY") == "DENY", name


def test_a_page_is_framed_by_nobody(client, cast):
    client.force_login(cast.chair)
    assert client.get("/")["X-Frame-Options"] == "DENY"


def test_a_download_is_a_download_and_nothing_else(client, cast, notice):
    client.force_login(cast.member)
    answer = client.get(file_of(notice))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert_headers(answer, "download")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Cache-Control"] == "private, no-store"


def test_static_files_are_what_they_say_they_are(settings):
    settings.WHITENOISE_USE_FINDERS = True  # they are not collected here
    answer = Client().get("/static/css/site.css")
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (200, "text/css")
    assert b"".join(answer.streaming_content)
    assert_headers(answer, "static")


@pytest.mark.parametrize("address", ["/static/../manage.py", "/static/%2e%2e/manage.py", "/.env"])
def test_nothing_else_of_the_disk_is_served(client, db, address):
    assert client.get(address).status_code in (302, 404)


# ---- HTTPS


NAMES = [
    "DEBUG", "DEMO", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
]  # fmt: skip


def settings_under(**environment):
    """What settings.py makes of an environment, read by a process of its own."""
    inherited = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "LC_ALL")}
    read = (
        "import json; from emulation import settings as s; "
        f"print(json.dumps({{n: getattr(s, n) for n in {NAMES}}}))"
    )
    environment = {"SECRET_KEY": "x", "DATABASE_URL": "postgres://u:p@h/d", **environment}
    answer = subprocess.run(  # noqa: S603
        [sys.executable, "-c", read], cwd=site.BASE_DIR, env={**inherited, **environment},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(answer.stdout)


def test_https_sets_every_flag_and_its_absence_none():
    # DEBUG and DEMO are named, lest a .env of this machine answers for them.
    on = settings_under(HTTPS="on", DEBUG="off", DEMO="off")
    off = settings_under(HTTPS="off", DEBUG="off", DEMO="off")
    year = 365 * 24 * 3600
    assert list(on.values()) == [False, False, True, True, True, True, True, year, True]
    assert list(off.values()) == [False, False, False, False, False, True, False, 0, False]


@pytest.fixture
def https(settings):
    """The settings that HTTPS=on makes, as the test above reads them."""
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.LANGUAGE_COOKIE_SECURE = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31536000, True


@pytest.fixture
def person(db):
    person = make.user("thanh-vien")
    person.set_password(make.PASSWORD)
    person.save()
    return person


def sign_in(client, person, **extra):
    data = {"username": person.username, "password": make.PASSWORD}
    return client.post(reverse("accounts:sign_in"), data, **extra)


def test_under_https_cookies_travel_nowhere_else(client, https, person):
    page = client.get(reverse("accounts:sign_in"), secure=True)
    answer = sign_in(client, person, secure=True)
    client.post(reverse("accounts:set_language"), {"language": "en"}, secure=True)

    for name in (site.SESSION_COOKIE_NAME, site.CSRF_COOKIE_NAME, site.LANGUAGE_COOKIE_NAME):
        cookie = client.cookies[name]
        assert (cookie["secure"], cookie["samesite"]) == (True, "Lax"), name
    assert client.cookies[site.SESSION_COOKIE_NAME]["httponly"] is True
    for each in (page, answer):
        assert each["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")


def test_plain_http_is_led_to_https(client, https):
    answer = client.get("/khoi/?a=1")
    assert (answer.status_code, answer.url) == (301, "https://testserver/khoi/?a=1")


# ---- sessions, accounts, language, tokens


def test_a_session_lasts_twelve_hours(client, person):
    sign_in(client, person)
    assert client.cookies[site.SESSION_COOKIE_NAME]["max-age"] == 12 * 3600
    assert client.get("/").status_code == 200

    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))

    answer = client.get("/")
    assert (answer.status_code, answer.url) == (302, f"{reverse('accounts:sign_in')}?next=/")


def test_demonstration_accounts_sign_in_only_where_there_is_a_demonstration(
    client, settings, person
):
    person.is_demo = True
    person.save()
    settings.DEMO = False
    assert sign_in(client, person).status_code == 200  # the form again
    assert "_auth_user_id" not in client.session

    settings.DEMO = True
    assert sign_in(client, person).status_code == 302
    assert client.get("/").status_code == 200

    settings.DEMO = False  # and a session from before ends too
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("accepted", ["en", "en-GB,en;q=0.9", "fr", "vi;q=0.1, en;q=1", "*"])
def test_the_browser_does_not_choose_the_language(client, cast, accepted):
    headers = {"accept-language": accepted}
    anonymous = Client().get(reverse("accounts:sign_in"), headers=headers)
    client.force_login(cast.member)
    page = client.get("/", headers=headers)
    for answer in (anonymous, page):
        assert '<html lang="vi">' in answer.content.decode()
        assert answer["Content-Language"] == "vi"
        assert "accept-language" not in answer.get("Vary", "").lower()


def test_a_form_without_its_token_gets_our_page_and_does_nothing(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.staff)
    answer = client.post(reverse("blocs:year_close", args=[cast.bloc.slug, cast.year.year]))

    cast.year.refresh_from_db()
    assert (answer.status_code, cast.year.is_open) == (403, True)
    assert "403</p>" in answer.content.decode()
    assert "css/site.css" in answer.content.decode()


def test_signing_in_leads_nowhere_else(client, person):
    for place in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        data = {"username": person.username, "password": make.PASSWORD, "next": place}
        answer = client.post(f"{reverse('accounts:sign_in')}?next={place}", data)
        assert (answer.status_code, answer.url) == (302, "/"), place
        client.logout()


def test_a_new_session_key_is_given_at_sign_in(client, person):
    client.get("/")
    session = client.session
    session["planted"] = "x"
    session.save()
    client.cookies[site.SESSION_COOKIE_NAME] = session.session_key
    sign_in(client, person)
    assert client.cookies[site.SESSION_COOKIE_NAME].value != session.session_key


def test_nothing_is_said_of_what_the_site_is_made_of(client, cast):
    for answer, _status in answers(client, cast).values():
        assert "Server" not in answer
        assert "X-Powered-By" not in answer
        assert "Traceback" not in answer.content.decode()
