"""Sign-in is slowed down for a name, never for an office (issue: throttled sign-in)."""

import datetime as dt
import logging

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from accounts import links
from accounts.throttle import client_address

from . import make

OFFICE, HOME = "10.0.0.1", "203.0.113.9"


@pytest.fixture(autouse=True)
def quiet_log(caplog):
    caplog.set_level(logging.CRITICAL, logger="axes")


def failures(number, username="tranvanan", address=OFFICE, ago=dt.timedelta()):
    """As if somebody had failed so often; `address` may be a function of the number."""
    rows = AccessFailureLog.objects.bulk_create(
        AccessFailureLog(username=username, ip_address=address(n) if callable(address) else address)
        for n in range(number)
    )
    ids = [row.pk for row in rows]
    AccessFailureLog.objects.filter(pk__in=ids).update(attempt_time=timezone.now() - ago)


def pass_time(**time):
    AccessFailureLog.objects.update(attempt_time=F("attempt_time") - dt.timedelta(**time))


def test_ten_failures_at_one_address_and_the_name_waits_there(an, sign_in, signed_in):
    assert [sign_in().status_code for _ in range(10)] == [200] * 10
    assert sign_in().status_code == 429
    response = sign_in(password=make.PASSWORD)
    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert signed_in() is None


def test_the_page_is_ours_and_not_that_of_the_library(an, sign_in):
    failures(10)
    response = sign_in()
    assert "errors/too_many_requests.html" in [t.name for t in response.templates]
    assert "Account locked" not in response.content.decode()


def test_a_colleague_at_the_same_address_still_gets_in(an, sign_in, signed_in):
    binh = make.user("lethibinh", "Lê Thị Bình")
    failures(10)
    sign_in("lethibinh", make.PASSWORD)
    assert signed_in() == str(binh.pk)


def test_an_office_of_many_failing_names_is_never_shut(an, sign_in, signed_in):
    for n in range(30):
        failures(9, username=f"nguoi{n}")
    sign_in(password=make.PASSWORD)
    assert signed_in() == str(an.pk)


def test_the_same_name_gets_in_from_another_address(an, sign_in, signed_in):
    failures(10)
    sign_in(password=make.PASSWORD, address=HOME)
    assert signed_in() == str(an.pk)


def test_fifty_failures_from_anywhere_and_the_name_waits_everywhere(an, sign_in, signed_in):
    failures(49, address=lambda n: f"198.51.100.{n}")
    assert sign_in(address=HOME).status_code == 200
    response = sign_in(password=make.PASSWORD, address=OFFICE)
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert signed_in() is None


def test_after_an_hour_the_name_is_free_everywhere(an, sign_in, signed_in):
    failures(50, address=lambda n: f"198.51.100.{n}")
    pass_time(minutes=59)
    assert sign_in(password=make.PASSWORD).status_code == 429
    pass_time(minutes=2)
    sign_in(password=make.PASSWORD)
    assert signed_in() == str(an.pk)


def test_after_a_quarter_of_an_hour_ten_new_failures_are_free(an, sign_in, signed_in):
    failures(10)
    pass_time(minutes=14)
    assert sign_in(password=make.PASSWORD).status_code == 429
    pass_time(minutes=2)
    assert [sign_in().status_code for _ in range(9)] == [200] * 9
    sign_in(password=make.PASSWORD)
    assert signed_in() == str(an.pk)


def test_trying_on_does_not_make_the_wait_longer(an, sign_in):
    failures(10)
    for _ in range(5):
        assert sign_in().status_code == 429
    assert AccessFailureLog.objects.count() == 10


def test_a_sign_in_forgives_the_failures_here_and_none_elsewhere(an, sign_in, client):
    failures(9)
    failures(9, address=HOME)
    failures(9, username="lethibinh")
    assert sign_in(password=make.PASSWORD).status_code == 302
    kept = AccessFailureLog.objects.values_list("username", "ip_address").distinct()
    assert set(kept) == {("tranvanan", HOME), ("lethibinh", OFFICE)}


@pytest.mark.parametrize("name", ["tranvanan", "TRANVANAN", "an@vidu.vn", "AN@vidu.vn"])
def test_name_and_email_in_any_case_are_counted_as_one(an, sign_in, name):
    failures(9)
    assert sign_in(name).status_code == 200
    assert sign_in("tranvanan").status_code == 429


def test_a_name_nobody_has_waits_like_any_other(db, sign_in):
    failures(10, username="khongcoai")
    assert sign_in("khongcoai").status_code == 429


def test_a_new_password_through_a_link_ends_the_wait(an, client, sign_in, signed_in):
    failures(50)
    path = client.get(links.make_link(an, by=None, at=timezone.now())).url
    fresh = "Mật khẩu mới 2027"
    client.post(path, {"new_password1": fresh, "new_password2": fresh})
    sign_in(password=fresh)
    assert signed_in() == str(an.pk)


def test_old_failures_are_dropped_and_none_of_an_attack_is_forgotten(an, sign_in):
    failures(5, username="lethibinh", ago=dt.timedelta(days=91))
    failures(1200, ago=dt.timedelta(hours=2), address=HOME)
    failures(8)
    sign_in()
    assert AccessFailureLog.objects.filter(username="lethibinh").count() == 0
    assert AccessFailureLog.objects.filter(username="tranvanan").count() == 1209
    sign_in()
    assert sign_in().status_code == 429


def test_no_password_is_written_down(an, sign_in):
    sign_in(password="lộ-ra-thì-hỏng")
    [attempt] = AccessAttempt.objects.all()
    assert "lộ-ra" not in attempt.post_data


@pytest.mark.parametrize(
    ("behind_proxy", "remote", "forwarded", "address"),
    [
        (False, "10.0.0.1", None, "10.0.0.1"),
        (False, "10.0.0.1", "203.0.113.9", "10.0.0.1"),  # anybody may claim anything
        (True, "127.0.0.1", "203.0.113.9", "203.0.113.9"),
        (True, "127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),  # 1.1.1.1 is a claim
        (True, "127.0.0.1", "1.1.1.1,2001:DB8::1 ", "2001:db8::1"),
        (True, "", "203.0.113.9", "203.0.113.9"),  # nginx over a socket
        (True, "127.0.0.1", None, "127.0.0.1"),
        (True, "127.0.0.1", "<script>", None),
        (False, "", None, None),
    ],
)
def test_the_address_is_the_one_our_proxy_saw(
    rf, settings, behind_proxy, remote, forwarded, address
):
    settings.BEHIND_PROXY = behind_proxy
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = rf.get(reverse("accounts:sign_in"), REMOTE_ADDR=remote, **headers)
    assert client_address(request) == address
