import unicodedata

import pytest
from django.contrib.auth import hashers
from django.urls import reverse

from accounts.backends import NameOrEmailBackend

from . import make

URL = "/tai-khoan/dang-nhap/"


def test_the_page_is_open_to_everybody(client, db):
    response = client.get(reverse("accounts:sign_in"))
    assert response.status_code == 200
    page = response.content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


@pytest.mark.parametrize("name", ["tranvanan", " TranVanAn ", "an@vidu.vn", "AN@VIDU.VN"])
def test_name_or_email_in_any_case(an, sign_in, signed_in, name):
    response = sign_in(name, make.PASSWORD)
    assert (response.status_code, response.url) == (302, reverse("desk:home"))
    assert signed_in() == str(an.pk)


def test_a_password_typed_in_decomposed_letters_is_the_same(an, sign_in, signed_in):
    decomposed = unicodedata.normalize("NFD", make.PASSWORD)
    assert decomposed != make.PASSWORD
    sign_in(password=decomposed)
    assert signed_in() == str(an.pk)


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("tranvanan", make.PASSWORD + " "),
        ("tranvanan", make.PASSWORD.lower()),
        ("tranvan", make.PASSWORD),
        ("an@vidu", make.PASSWORD),
        ("tranvanan\0", make.PASSWORD),
        ("", make.PASSWORD),
        ("tranvanan", ""),
        ("@", make.PASSWORD),
        ("x" * 5000, make.PASSWORD),
    ],
)
def test_anything_else_is_refused_with_the_form(an, sign_in, signed_in, name, password):
    response = sign_in(name, password)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert signed_in() is None


@pytest.mark.parametrize("shut", [{"is_active": False}, {"is_demo": True}])
def test_a_shut_account_looks_like_a_wrong_password(db, sign_in, signed_in, settings, shut):
    settings.DEMO = False
    make.user(**shut)
    response = sign_in(password=make.PASSWORD)
    assert response.context["form"].errors == sign_in().context["form"].errors
    assert signed_in() is None


def test_a_person_without_password_cannot_sign_in(db, sign_in, signed_in):
    make.user(password=None)
    assert sign_in(password="None").status_code == 200
    assert signed_in() is None


def test_demonstration_accounts_work_where_the_site_is_one(db, sign_in, signed_in, settings):
    settings.DEMO = True
    khoitruong = make.user("khoitruong", is_demo=True)
    sign_in("khoitruong", make.PASSWORD)
    assert signed_in() == str(khoitruong.pk)


@pytest.mark.parametrize("shut", [{"is_active": False}, {"is_demo": True}])
def test_a_live_session_ends_when_the_account_is_shut(client, an, settings, shut):
    settings.DEMO = False
    client.force_login(an)
    assert client.get(reverse("accounts:profile")).status_code == 200
    type(an).objects.update(**shut)
    response = client.get(reverse("accounts:profile"))
    assert response.url.startswith(URL)


def test_an_unknown_name_costs_as_much_work_as_a_known_one(an, monkeypatch):
    hasher, work = hashers.get_hasher(), []
    encode = type(hasher).encode
    monkeypatch.setattr(
        type(hasher), "encode", lambda self, *a: work.append("hash") or encode(self, *a)
    )
    assert NameOrEmailBackend().authenticate(None, "khongcoai", "sai mật khẩu") is None
    assert work == ["hash"]


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/tai-khoan/cua-toi/", "/tai-khoan/cua-toi/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_leads_to_the_page_asked_for_on_this_site_alone(client, an, asked, led):
    data = {"username": "tranvanan", "password": make.PASSWORD}
    response = client.post(reverse("accounts:sign_in", query={"next": asked}), data)
    assert response.url == led


def test_the_session_gets_a_new_key(client, an, sign_in):
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    sign_in(password=make.PASSWORD)
    assert client.session.session_key != before


def test_who_is_signed_in_is_led_on(client, an):
    client.force_login(an)
    assert client.get(reverse("accounts:sign_in")).url == reverse("desk:home")
