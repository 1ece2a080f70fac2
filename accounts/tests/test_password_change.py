import unicodedata

import pytest
from django.test import Client
from django.urls import reverse

from . import make

FRESH = "Ngày hội thi đua 2027"


def change(client, old=make.PASSWORD, new=FRESH, again=None):
    data = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post(reverse("accounts:password_change"), data)


def test_a_new_password_keeps_this_session_and_ends_the_others(client, an):
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(an)

    assert change(client).url == reverse("accounts:profile")

    an.refresh_from_db()
    assert an.check_password(FRESH)
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert elsewhere.get(reverse("accounts:profile")).status_code == 302


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"old": "sai mật khẩu"}, "old_password"),
        ({"old": ""}, "old_password"),
        ({"again": "khác hẳn 2027"}, "new_password2"),
        ({"new": "ngắn"}, "new_password2"),
        ({"new": "1234567890"}, "new_password2"),
        ({"new": "tranvanan1"}, "new_password2"),
        ({"new": "x" * 1001}, "new_password1"),
    ],
)
def test_what_is_refused(client, an, sent, field):
    client.force_login(an)
    assert field in change(client, **sent).context["form"].errors
    an.refresh_from_db()
    assert an.check_password(make.PASSWORD)


def test_decomposed_letters_are_stored_composed(client, an):
    client.force_login(an)
    change(client, *(unicodedata.normalize("NFD", word) for word in (make.PASSWORD, FRESH)))
    an.refresh_from_db()
    assert an.check_password(FRESH)


def test_the_page_shows_the_rules(client, an):
    client.force_login(an)
    page = client.get(reverse("accounts:password_change")).content.decode()
    assert page.count('autocomplete="new-password"') == 2
    assert page.count('autocomplete="current-password"') == 1
    assert page.count('value="tranvanan" readonly autocomplete="username"') == 1
    assert "10" in page


def test_a_stranger_is_sent_to_the_sign_in(client, db):
    assert change(client).status_code == 302
