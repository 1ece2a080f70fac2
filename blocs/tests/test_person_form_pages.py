"""People: accounts edited, shut and opened, and one-time links."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.refusal import Refused
from blocs.models import PostKind
from blocs.people import shut_account

from . import make

KEEPERS = {"administrator", "staff"}


def url(name, person=None):
    return reverse(f"blocs:{name}", args=[person.pk] if person else [])


def test_an_account_is_edited(client, cast, staff):
    data = {"username": "dothihoa", "full_name": "Đỗ Thị Hòa", "email": "", "phone": "0900"}
    assert client.post(url("person_edit", cast.member), data).status_code == 302
    cast.member.refresh_from_db()
    assert (cast.member.username, cast.member.phone) == ("dothihoa", "0900")
    assert cast.member.events.latest("pgh_id").pgh_context["by"] == staff.pk


def test_a_refused_edit_loses_nothing(client, cast, staff):
    data = {"username": "chair", "full_name": "Đỗ Thị Hòa", "email": "", "phone": "0900"}
    response = client.post(url("person_edit", cast.member), data)
    assert response.context["form"].non_field_errors()
    text = response.content.decode()
    assert 'value="Đỗ Thị Hòa"' in text
    assert cast.member.full_name in text


def test_an_account_is_shut_and_opened_with_a_reason(client, cast, staff):
    form = client.post(url("person_deactivate", cast.member), {"why": ""}).context["form"]
    assert "why" in form.errors
    for name, is_active in (("person_deactivate", False), ("person_reactivate", True)):
        response = client.post(url(name, cast.member), {"why": "Chuyển công tác"})
        assert response.url == url("person_detail", cast.member)
        cast.member.refresh_from_db()
        assert cast.member.is_active is is_active


def test_what_is_shut_already_is_refused_on_the_page(client, cast, staff):
    response = client.post(url("person_reactivate", cast.member), {"why": "Nhầm"})
    assert response.context["form"].non_field_errors()


def test_nobody_shuts_their_own_account(client, cast, administrator):
    other = make.user("quan-tri-hai")
    make.administrator(other)
    response = client.post(url("person_deactivate", administrator), {"why": "Nhầm"})
    assert response.context["form"].non_field_errors()
    administrator.refresh_from_db()
    assert administrator.is_active


def test_the_last_lasting_administrator_is_not_shut_out(cast, settings):
    settings.DEMO = False
    leaving, invented, coming = (make.user(name) for name in ("sap-nghi", "minh-hoa", "sap-den"))
    tomorrow = cast.today.fromordinal(cast.today.toordinal() + 1)
    make.administrator(leaving, until=tomorrow)
    make.administrator(coming, since=tomorrow)
    make.administrator(invented)
    User.objects.filter(pk=invented.pk).update(is_demo=True)
    with pytest.raises(Refused):
        shut_account(cast.administrator, by=leaving, why="Nhầm")
    User.objects.filter(pk=invented.pk).update(is_demo=False)
    assert shut_account(cast.administrator, by=leaving, why="Nghỉ hưu").is_active is False
    with pytest.raises(Refused):
        shut_account(invented, by=leaving, why="Nhầm")


def test_a_password_link_is_shown_once_and_works(client, cast, staff, settings):
    settings.HAS_MAIL = True
    address = url("person_password_link", cast.member)
    assert client.get(address).context["link"] == ""
    response = client.post(address)
    [link] = re.findall(r'value="http://testserver(/[^"]+)"', response.content.decode())
    assert "no-store" in response["Cache-Control"]
    assert link not in client.get(address).content.decode()
    assert [made.made_by for made in cast.member.password_links.all()] == [staff]
    client.logout()
    assert client.get(link, follow=True).context["validlink"] is True


@pytest.mark.parametrize(
    ("has_mail", "email", "is_active", "made"),
    [
        (True, "hoa@vidu.vn", True, 0),
        (True, "", True, 1),
        (False, "hoa@vidu.vn", True, 1),
        (False, "", False, 0),
    ],
)
def test_who_gets_a_password_link(client, cast, staff, settings, has_mail, email, is_active, made):
    settings.HAS_MAIL = has_mail
    User.objects.filter(pk=cast.member.pk).update(email=email, is_active=is_active)
    response = client.post(url("person_password_link", cast.member))
    assert (response.status_code, bool(response.context["link"])) == (200, bool(made))
    assert cast.member.password_links.count() == made


def test_hostile_text_shows_as_text(client, cast, staff):
    evil = "<script>alert(1)</script>{{ 7 }}"
    User.objects.filter(pk=cast.member.pk).update(full_name=evil, phone=evil[:60])
    cast.member.posts.update(position=evil)
    post = cast.member.posts.get(kind=PostKind.REPRESENTATIVE)
    addresses = [url("person_list"), url("post_end", post)]
    for name in ("detail", "edit", "deactivate", "password_link"):
        addresses.append(url(f"person_{name}", cast.member))
    addresses.append(url("post_create", cast.member))
    for address in addresses:
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "{{ 7 }}" in text


@pytest.mark.parametrize("keeper", ["administrator", "staff"])
@pytest.mark.parametrize(
    "name", ["edit", "deactivate", "reactivate", "password_link", "detail", "create", "post_create"]
)
def test_every_page_asks_at_most_twelve(client, cast, keeper, name, django_assert_max_num_queries):
    client.force_login(cast.people[keeper])
    full = name if name == "post_create" else f"person_{name}"
    address = url(full, None if name == "create" else cast.member)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.post(address).status_code == 200
