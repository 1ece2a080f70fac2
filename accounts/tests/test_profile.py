import unicodedata

import pytest
from django.urls import reverse

from accounts.models import User

from . import make

URL = "/tai-khoan/cua-toi/"
MINE = {"full_name": "Trần Văn An", "email": "An@Vidu.vn", "phone": "", "language": "vi"}


def save(client, **changes):
    return client.post(reverse("accounts:profile"), {**MINE, **changes})


@pytest.fixture
def me(client, an):
    client.force_login(an)
    return an


def test_a_stranger_is_sent_to_the_sign_in(client, db):
    assert client.get(URL).url == f"{reverse('accounts:sign_in')}?next={URL}"


def test_what_people_change_about_themselves(client, me):
    name = unicodedata.normalize("NFD", "Trần Văn Ân")
    response = save(client, full_name=name, phone="0912 345 678", language="en")
    assert (response.status_code, response.url) == (302, URL)
    me.refresh_from_db()
    assert (me.full_name, me.phone, me.language) == ("Trần Văn Ân", "0912 345 678", "en")
    assert client.cookies["django_language"].value == "en"
    event = me.events.latest("pgh_id")
    assert (event.full_name, event.pgh_context["by"]) == ("Trần Văn Ân", me.pk)


def test_a_new_email_needs_the_password(client, me):
    for password in ("", "sai mật khẩu"):
        response = save(client, email="moi@vidu.vn", password=password)
        assert list(response.context["form"].errors) == ["password"]
    me.refresh_from_db()
    assert me.email == "An@Vidu.vn"
    assert save(client, email="moi@vidu.vn", password=make.PASSWORD).status_code == 302
    me.refresh_from_db()
    assert me.email == "moi@vidu.vn"


def test_nobody_takes_anothers_email(client, me):
    make.user("lethibinh", "Lê Thị Bình", email="binh@vidu.vn")
    response = save(client, email="BINH@vidu.vn", password=make.PASSWORD)
    assert response.context["form"].errors
    assert User.objects.get(pk=me.pk).email == "An@Vidu.vn"


def test_a_refused_form_leaves_the_name_in_the_header(client, me):
    response = save(client, full_name="", phone="1" * 61)
    assert list(response.context["form"].errors) == ["full_name", "phone"]
    assert response.context["user"].full_name == "Trần Văn An"


def test_nobody_changes_their_user_name_or_more_here(client, me):
    save(client, username="quantri", is_active="", is_demo="on", password="x")
    me.refresh_from_db()
    assert (me.username, me.is_active, me.is_demo) == ("tranvanan", True, False)
    assert me.check_password(make.PASSWORD)


def test_hostile_text_shows_as_text(client, me):
    save(client, full_name="<script>alert(1)</script>")
    page = client.get(URL).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
