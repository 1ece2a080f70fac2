"""Adding and editing a bloc."""

import unicodedata

import pytest
from django.urls import reverse

from blocs.models import Bloc, Source

from . import make
from .who_may import answers, expected

CREATE = reverse("blocs:bloc_create")
KEEPERS = {"administrator", "staff"}
BLIND = {"foreign_staff", "outsider", "nobody"}


def data(province, **changes):
    filled = {
        "name": "Cụm thi đua số 7",
        "word": "cum",
        "number": "7",
        "province": province.pk,
        "slug": "",
        "aliases": "Cụm 7\n\n  Cụm số bảy ",
        "note": "",
    }
    return {**filled, **changes}


@pytest.fixture
def edit(cast):
    return reverse("blocs:bloc_edit", args=[cast.bloc.slug])


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may(client, cast, edit, method):
    may_create = KEEPERS | {"foreign_staff"}
    assert answers(client, cast.people, CREATE, method) == expected(may=may_create)
    found = expected(may=KEEPERS, blind=BLIND)
    assert answers(client, cast.people, edit, method) == found


def test_staff_add_a_bloc_whose_address_follows_its_name(client, cast):
    client.force_login(cast.staff)
    response = client.post(CREATE, data(cast.province))
    bloc = Bloc.objects.get(slug="cum-thi-dua-so-7")
    assert response.url == reverse("blocs:bloc_detail", args=["cum-thi-dua-so-7"])
    assert (bloc.name, bloc.number, bloc.chair_word) == ("Cụm thi đua số 7", 7, "cụm trưởng")
    assert [alias.alias for alias in bloc.aliases.all()] == ["Cụm 7", "Cụm số bảy"]
    assert bloc.events.get().pgh_context["by"] == cast.staff.pk


def test_the_proposed_address_gives_way_to_one_that_is_taken(client, cast):
    make.bloc("Khác", cast.elsewhere, slug="cum-thi-dua-so-7")
    make.bloc("Khác nữa", cast.elsewhere, slug="cum-thi-dua-so-7-2")
    client.force_login(cast.staff)
    client.post(CREATE, data(cast.province))
    assert Bloc.objects.get(name="Cụm thi đua số 7").slug == "cum-thi-dua-so-7-3"


@pytest.mark.parametrize(("name", "slug"), [("Mới", "moi-2"), ("!!!", "khoi")])
def test_an_address_never_hides_the_page_that_adds_a_bloc(client, cast, name, slug):
    client.force_login(cast.staff)
    client.post(CREATE, data(cast.province, name=name))
    assert Bloc.objects.get(name=name).slug == slug
    assert client.get(reverse("blocs:bloc_detail", args=[slug])).context["bloc"].name == name


def test_a_very_long_name_still_gets_an_address(client, cast):
    client.force_login(cast.staff)
    client.post(CREATE, data(cast.province, name="Khối thi đua " * 15))
    assert len(Bloc.objects.get(word="cum").slug) <= 60


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("slug", "moi"),
        ("slug", "khoi-so-1"),
        ("slug", "có dấu"),
        ("number", "40000"),
        ("number", "-1"),
        ("aliases", "x" * 201),
        ("name", "x" * 201),
        ("word", "khac"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_nothing_is_lost(client, cast, field, value):
    client.force_login(cast.staff)
    response = client.post(CREATE, data(cast.province, **{field: value}))
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["note"].value() == ""
    assert not Bloc.objects.filter(word="cum").exists()


def test_a_name_is_used_once_in_a_province(client, cast):
    client.force_login(cast.staff)
    response = client.post(CREATE, data(cast.province, name=cast.bloc.name))
    assert response.context["form"].non_field_errors()


def test_staff_add_blocs_only_to_a_province_that_they_keep(client, cast):
    client.force_login(cast.staff)
    nowhere = {**data(cast.province), "province": ""}
    for asked in (data(cast.elsewhere), nowhere):
        response = client.post(CREATE, asked)
        assert list(response.context["form"].errors) == ["province"]
    client.force_login(cast.administrator)
    assert client.post(CREATE, nowhere).status_code == 302
    assert Bloc.objects.get(word="cum").province is None


def test_editing_keeps_exactly_the_names_given(client, cast, edit):
    make.bloc("Khối thi đua số 3", cast.province)
    cast.bloc.aliases.create(alias="Khối cũ")
    client.force_login(cast.staff)
    assert client.get(edit).context["form"]["aliases"].value() == "Khối cũ"
    name = unicodedata.normalize("NFD", "Khối thi đua số một")
    changes = data(cast.province, name=name, word="khoi", slug="khoi-so-1", aliases="Khối mới")
    assert client.post(edit, changes).status_code == 302
    cast.bloc.refresh_from_db()
    assert (cast.bloc.name, cast.bloc.slug) == ("Khối thi đua số một", "khoi-so-1")
    assert [alias.alias for alias in cast.bloc.aliases.all()] == ["Khối mới"]


def test_a_refused_edit_leaves_the_name_on_the_page(client, cast, edit):
    client.force_login(cast.staff)
    response = client.post(edit, data(cast.province, name="<b>x</b>", number="abc"))
    page = response.content.decode()
    assert response.context["bloc"].name == "Khối thi đua số 1"
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_the_source_is_shown(client, cast, edit):
    cast.bloc.source = Source.objects.create(title="Báo Thái Sơn 12/2017")
    cast.bloc.save()
    client.force_login(cast.staff)
    assert "Báo Thái Sơn 12/2017" in client.get(edit).content.decode()
