"""People: whose accounts a keeper sees, makes, shuts and opens."""

import re

import pytest
from django.urls import reverse

from accounts import people
from accounts.models import User
from accounts.refusal import Refused
from blocs.models import Post, PostKind
from blocs.people import people_kept_by, shut_account
from blocs.permissions import can_keep_person

from . import make
from .who_may import ANYONE, answers, expected

KEEPERS = {"administrator", "staff"}


def url(name, person=None):
    return reverse(f"blocs:{name}", args=[person.pk] if person else [])


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return cast.staff


@pytest.fixture
def administrator(client, cast):
    client.force_login(cast.administrator)
    return cast.administrator


@pytest.fixture
def found(client):
    """The user names that the list shows for a filter."""

    def names(**data):
        page = client.get(url("person_list"), data).context["page"]
        return sorted(person.username for person in page)

    return names


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["person_list", "person_create"])
def test_who_may_see_and_add_people(client, cast, name, method):
    answer = expected(may=KEEPERS | {"foreign_staff"})
    assert answers(client, cast.people, url(name), method) == answer


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "name",
    [
        "person_detail",
        "person_edit",
        "person_deactivate",
        "person_reactivate",
        "person_password_link",
        "post_create",
    ],
)
def test_who_may_keep_a_person(client, cast, name, method):
    answer = expected(may=KEEPERS, blind=ANYONE - KEEPERS)
    assert answers(client, cast.people, url(name, cast.member), method) == answer


def test_people_kept_are_those_whose_posts_all_are(cast):
    elsewhere = make.organisation("Hội bên kia", cast.elsewhere)
    both = make.user("hai-noi")
    make.representative(both, cast.organisations.union)
    make.representative(both, elsewhere, until=cast.today)
    promoted = make.user("thang-chuc")
    make.observer(promoted, cast.province)
    make.staff(promoted, cast.province, since=cast.today)
    nowhere = make.user("vo-tinh")
    make.representative(nowhere, make.organisation("Hội không tỉnh"))
    kept = {
        "observer", "chair", "former_chair", "coming_chair", "deputy", "member", "former_member",
        "outsider",
    }  # fmt: skip
    assert set(people_kept_by(cast.staff)) == {cast.people[name] for name in kept}
    assert set(people_kept_by(cast.foreign_staff)) == set()
    assert set(people_kept_by(cast.chair)) == set()
    assert set(people_kept_by(cast.administrator)) == set(User.objects.all())
    for person in User.objects.filter(posts__isnull=False):
        for keeper in (cast.staff, cast.foreign_staff, cast.administrator, cast.member):
            seen = person in people_kept_by(keeper)
            assert seen == can_keep_person(keeper, person), (keeper, person)


def test_the_list_is_filtered(found, cast, administrator):
    people.update_person(cast.member, by=administrator, full_name="Đỗ Thị Hòa")
    people.deactivate(cast.former_member, by=administrator, why="Nghỉ hưu")
    cast.organisations.farmers.aliases.create(alias="HND")
    assert found(name="do thi hoà") == ["member"]
    assert found(name="former-ch") == ["former-chair"]
    assert found(organisation="hnd") == ["chair"]
    assert found(state="shut") == ["former-member"]
    assert len(found(state="open")) == 11
    assert found(name="không ai") == []


def test_the_list_shows_the_posts_of_today_and_marks_the_invented(client, cast, staff):
    User.objects.filter(pk=cast.member.pk).update(is_demo=True)
    cast.member.posts.update(position="Phó Chủ tịch Thường trực")
    make.representative(cast.deputy, cast.organisations.women, until=cast.today)
    text = client.get(url("person_list")).content.decode()
    assert text.count("Phó Chủ tịch Thường trực") == 1
    assert text.count("Hội LHPN") == 1
    assert text.count('class="tag late"') == 1


@pytest.mark.parametrize("name", ["administrator", "staff"])
def test_the_list_asks_as_much_for_thirty_as_for_one(
    client, cast, name, django_assert_max_num_queries
):
    client.force_login(cast.people[name])
    counts = []
    for number in (1, 29):
        for each in range(number):
            person = make.user(f"nguoi-{number}-{each}", "Lý Thị Ổn")
            make.representative(person, cast.organisations.front)
            make.observer(person, cast.province)
        with django_assert_max_num_queries(12) as caught:
            page = client.get(url("person_list"), {"name": "ly thi on"}).context["page"]
        counts.append((len(page.object_list), len(caught)))
    assert [rows for rows, _queries in counts] == [1, 30]
    assert counts[0][1] == counts[1][1]


def new_person(cast, **more):
    return {
        "username": "tranvanan",
        "full_name": "Trần Văn An",
        "email": "",
        "phone": "0900",
        "kind": "representative",
        "organisation": cast.organisations.union.pk,
        "province": "",
        "position": "Trưởng ban",
        "may_sign": "on",
        "from_on": "01/03/2026",
        "last_on": "31/12/2026",
        **more,
    }


def test_staff_add_a_person_with_the_first_post(client, cast, staff):
    response = client.post(url("person_create"), new_person(cast))
    person = User.objects.get(username="tranvanan")
    assert response.url == url("person_detail", person)
    assert not person.has_usable_password()
    [post] = person.posts.all()
    assert (post.kind, post.organisation, post.position, post.may_sign) == (
        "representative",
        cast.organisations.union,
        "Trưởng ban",
        True,
    )
    assert (str(post.period.lower), str(post.period.upper)) == ("2026-03-01", "2027-01-01")


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ({"kind": "administrator"}, ["kind"]),
        ({"kind": "staff"}, ["kind"]),
        ({"organisation": ""}, ["organisation"]),
        ({"organisation": "elsewhere"}, ["organisation"]),
        ({"kind": "observer"}, ["organisation", "province", "may_sign"]),
        ({"username": "member"}, ["__all__"]),
        ({"username": "trần"}, ["__all__"]),
        ({"full_name": ""}, ["full_name"]),
        ({"from_on": "hôm nay"}, ["from_on"]),
        ({"last_on": "28/02/2026"}, ["last_on"]),
    ],
)
def test_what_staff_may_not_add(client, cast, staff, more, fields):
    elsewhere = make.organisation("Hội bên kia", cast.elsewhere)
    data = new_person(cast, **more)
    if data["organisation"] == "elsewhere":
        data["organisation"] = elsewhere.pk
    response = client.post(url("person_create"), data)
    assert sorted(response.context["form"].errors) == sorted(fields)
    assert not User.objects.filter(full_name="Trần Văn An").exists()


@pytest.mark.parametrize("kind", ["administrator", "staff", "observer"])
def test_an_administrator_gives_every_kind_of_post(client, cast, administrator, kind):
    province = "" if kind == "administrator" else cast.elsewhere.pk
    data = new_person(cast, kind=kind, organisation="", province=province, may_sign="")
    client.post(url("person_create"), data)
    post = Post.objects.get(user__username="tranvanan")
    assert (post.kind, post.province_id or "") == (kind, province)


def test_a_person_is_added_from_the_page_of_the_organisation(client, cast, staff):
    union = cast.organisations.union
    form = client.get(url("person_create"), {"organisation": union.pk}).context["form"]
    assert f'<option value="{union.pk}" selected>' in str(form["organisation"])
    assert '<option value="representative" selected>' in str(form["kind"])
    assert client.get(url("person_create"), {"organisation": "x"}).status_code == 200


def test_the_page_tells_posts_in_force_to_come_and_ended(
    client, cast, staff, django_assert_max_num_queries
):
    make.representative(cast.member, cast.organisations.union, until=cast.today)
    make.observer(cast.member, cast.province, since=cast.today.replace(year=cast.today.year + 1))
    with django_assert_max_num_queries(12):
        context = client.get(url("person_detail", cast.member)).context
    kinds = {name: [post.kind for post in context[name]] for name in ("present", "coming", "ended")}
    assert kinds == {
        "present": ["representative"],
        "coming": ["observer"],
        "ended": ["representative"],
    }


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
