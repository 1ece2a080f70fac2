import datetime as dt

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from accounts import links, people
from accounts.models import PasswordLink
from accounts.refusal import Refused

from . import make

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
FRESH = "Ngày hội thi đua 2027"


@pytest.fixture
def staff(db):
    return make.user("nhanvien", "Lê Thị Bình")


def link(person, by):
    return links.make_link(person, by=by, at=NOON)


def test_staff_make_a_link_and_the_person_signs_in_with_a_new_password(
    client, staff, sign_in, signed_in
):
    moi = people.create_person(username="moi", full_name="Người Mới", by=staff, at=NOON)
    page = client.get(link(moi, staff), follow=True)
    assert page.context["validlink"] is True
    assert "Người Mới" in page.content.decode()

    path = page.redirect_chain[-1][0]
    response = client.post(path, {"new_password1": FRESH, "new_password2": FRESH})
    assert response.url == reverse("accounts:sign_in")
    assert signed_in() is None  # the link sets the password, it does not sign in
    sign_in("moi", FRESH)
    assert signed_in() == str(moi.pk)


def test_the_token_leaves_the_address_at_once(client, an, staff):
    path = link(an, staff)
    token = path.split("/")[-2]
    assert token not in client.get(path).url


def test_a_link_works_once(client, an, staff):
    path = link(an, staff)
    inside = client.get(path).url
    client.post(inside, {"new_password1": FRESH, "new_password2": FRESH})
    for used in (path, inside):
        assert client.get(used, follow=True).context["validlink"] is False


def test_a_link_ends_after_a_day(client, an, staff, settings):
    assert settings.PASSWORD_RESET_TIMEOUT == 24 * 3600
    path = link(an, staff)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert client.get(path).context["validlink"] is False


@pytest.mark.parametrize("shut", [{"is_active": False}, {"is_demo": True}])
def test_a_link_to_an_account_that_was_shut_since_is_dead(client, an, staff, settings, shut):
    settings.DEMO = False
    path = link(an, staff)
    type(an).objects.filter(pk=an.pk).update(**shut)
    assert client.get(path).context["validlink"] is False


@pytest.mark.parametrize("uid", ["MQ", "x", "AAAA", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM", "ff-_"])
def test_an_invented_link_is_dead(client, an, uid):
    path = reverse("accounts:password_set", kwargs={"uidb64": uid, "token": "c0ffee-123"})
    assert client.get(path).context["validlink"] is False
    assert client.post(path, {"new_password1": FRESH}).context["validlink"] is False


@pytest.mark.parametrize("again", ["khác hẳn 2027", ""])
def test_two_different_passwords_are_refused(client, an, staff, again):
    path = client.get(link(an, staff)).url
    response = client.post(path, {"new_password1": FRESH, "new_password2": again})
    assert list(response.context["form"].errors) == ["new_password2"]


def test_a_new_password_ends_every_session(client, an, staff):
    elsewhere = Client()
    elsewhere.force_login(an)
    path = client.get(link(type(an).objects.get(pk=an.pk), staff)).url
    client.post(path, {"new_password1": FRESH, "new_password2": FRESH})
    assert elsewhere.get(reverse("accounts:profile")).status_code == 302


def test_who_made_links_is_kept_and_the_link_is_not(an, staff):
    path = link(an, staff)
    [kept] = links.made_before(an)
    assert (kept.user, kept.made_by, kept.made_at) == (an, staff, NOON)
    values = PasswordLink.objects.values().get()
    assert not any(part in str(values) for part in path.split("/")[-3:-1] if len(part) > 3)


def test_no_link_is_made_for_a_shut_account(an, staff):
    people.deactivate(an, by=staff, why="Nghỉ hưu")
    with pytest.raises(Refused):
        link(an, staff)
    assert PasswordLink.objects.count() == 0


def test_the_link_is_shown_with_those_who_made_one_before(an, staff):
    link(an, staff)
    links.make_link(an, by=None, at=NOON + dt.timedelta(hours=1))
    context = {"link": "https://vidu.vn/x", "hours": links.HOURS, "made": links.made_before(an)}
    page = render_to_string("accounts/_password_link.html", context)
    assert 'value="https://vidu.vn/x"' in page
    assert 'data-copy="#password-link"' in page
    assert "Lê Thị Bình" in page
    assert page.count("<li>") == 2
    assert "data-copy" not in render_to_string(
        "accounts/_password_link.html", {**context, "link": ""}
    )
