"""People: whose accounts a keeper sees and makes."""

import pytest
from django.urls import reverse

from accounts import people
from accounts.models import User
from blocs.models import Post
from blocs.people import people_kept_by
from blocs.permissions import can_keep_person

from . import make
from .who_may import ANYONE, answers, expected

KEEPERS = {"administrator", "staff"}


def url(name, person=None):
    return reverse(f"blocs:{name}", args=[person.pk] if person else [])


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
