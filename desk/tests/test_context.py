"""What stands around a page: what the person may open, in one query."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import include, path

from accounts.models import User
from blocs.models import Bloc, Post, PostKind, Province
from desk.context import LONGEST_MENU, around_the_page


def _names(*names):
    return [path(f"{name}/", lambda request: None, name=name) for name in names]


_lists = _names(
    "bloc_list",
    "conference_search",
    "organisation_list",
    "person_list",
    "province_list",
    "legal_basis_list",
)
_details = [path("blocs/<slug:slug>/", lambda request, slug: None, name="bloc_detail")]
urlpatterns = [
    path("", include(([*_lists, *_details], "blocs"))),
    path("", include((_names("audit_list"), "desk"))),
    path("", include((_names("council_home", "registry_list"), "awards"))),
]

pytestmark = pytest.mark.django_db
ALWAYS = ("2020-01-01", None)


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def province():
    return Province.objects.create(name="Tỉnh Minh Họa", validity=ALWAYS)


@pytest.fixture
def bloc(province):
    return Bloc.objects.create(name="Khối một", slug="khoi-mot", province=province)


def holder(kind, province=None):
    """Somebody who holds this post since 2020."""
    user = User.objects.create_user(kind, f"Người {kind}")
    Post.objects.create(user=user, kind=kind, province=province, period=ALWAYS)
    return user


def scope_of(user, name="desk:home", **kwargs):
    request = RequestFactory().get("/")
    request.user = user
    request.resolver_match = SimpleNamespace(view_name=name, kwargs=kwargs)
    return around_the_page(request)["page_scope"]


def sections(scope):
    return [link.url for link in scope.navigation]


def test_a_visitor_has_no_scope():
    assert scope_of(AnonymousUser()) is None


def test_a_request_that_never_met_the_sign_in_has_no_scope():
    assert around_the_page(RequestFactory().get("/")) == {"page_scope": None}


def test_an_administrator_opens_every_section(province):
    scope = scope_of(holder(PostKind.ADMINISTRATOR))

    assert sections(scope) == [
        "/bloc_list/",
        "/council_home/",
        "/registry_list/",
        "/conference_search/",
        "/organisation_list/",
        "/person_list/",
        "/province_list/",
        "/legal_basis_list/",
        "/audit_list/",
    ]


def test_an_observer_has_no_section_for_keepers(province):
    assert sections(scope_of(holder(PostKind.OBSERVER, province))) == [
        "/bloc_list/",
        "/council_home/",
        "/registry_list/",
        "/conference_search/",
        "/organisation_list/",
        "/legal_basis_list/",
    ]


def test_the_section_of_a_list_is_the_page_and_that_of_a_bloc_is_true(province, bloc):
    user = holder(PostKind.STAFF, province)

    assert scope_of(user, "blocs:bloc_list").navigation[0].current == "page"
    inside = scope_of(user, "desk:handover_create", slug="khoi-mot")
    assert [link.current for link in inside.navigation][:2] == ["true", ""]
    registry = scope_of(user, "awards:registry_statistics")
    assert [link.current for link in registry.navigation][:3] == ["", "", "true"]


def test_only_what_is_within_reach_is_listed(province, bloc):
    elsewhere = Province.objects.create(name="Cần Thơ", kind="city", validity=ALWAYS)
    Bloc.objects.create(name="Khối khác", slug="khoi-khac", province=elsewhere)
    user = holder(PostKind.STAFF, province)

    scope = scope_of(user, "blocs:bloc_detail", slug="khoi-mot")

    assert scope.title == "tỉnh Minh Họa"
    assert scope.provinces == [(f"/bloc_list/?province={province.pk}", "tỉnh Minh Họa", "true")]
    assert scope.blocs == [("/blocs/khoi-mot/", "Khối một", "true")]
    assert scope_of(user, "blocs:bloc_detail", slug="khoi-khac").bloc is None


def test_the_blocs_of_the_present_province_come_first_and_the_menu_ends(province, bloc):
    elsewhere = Province.objects.create(name="Cần Thơ", kind="city", validity=ALWAYS)
    for number in range(LONGEST_MENU):
        name, slug = f"Khối {number:02}", f"khoi-{number}"
        Bloc.objects.create(name=name, slug=slug, province=elsewhere)
    user = holder(PostKind.ADMINISTRATOR)

    blocs = scope_of(user, "blocs:bloc_detail", slug="khoi-mot").blocs

    assert blocs[0] == ("/blocs/khoi-mot/", "Khối một", "true")
    assert len(blocs) == LONGEST_MENU
    assert scope_of(user).title == ""


def test_the_whole_frame_costs_one_query(province, bloc, django_assert_num_queries):
    scope = scope_of(holder(PostKind.STAFF, province), "blocs:bloc_detail", slug="khoi-mot")
    assert scope.navigation  # the person's posts are read once for the whole request

    with django_assert_num_queries(1):
        assert (scope.title, scope.provinces, scope.blocs) != ("", [], [])
