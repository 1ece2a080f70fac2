"""Every error page says what happened and what to do next, and none of them fails itself."""

import logging
from datetime import timedelta

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import include, path
from django.utils.functional import SimpleLazyObject

from desk import errors

handler400 = "desk.errors.bad_request"
handler403 = "desk.errors.forbidden"
handler404 = "desk.errors.not_found"
handler500 = "desk.errors.server_error"


@login_not_required
def answer(request, refusal=""):
    if refusal == "forbidden":
        raise PermissionDenied
    if refusal == "missing":
        raise Http404
    if refusal == "broken":
        raise ZeroDivisionError
    return HttpResponse("done")


def _names(*names):
    return [path(f"{name}/", answer, name=name) for name in names]


_accounts = (
    _names("set_language", "sign_in", "sign_out", "profile", "password_change"),
    "accounts",
)
_desk = (_names("home", "search", "audit_list"), "desk")
urlpatterns = [
    path("refuse/<refusal>/", answer),
    path("save/", answer),
    path("accounts/", include(_accounts)),
    path("desk/", include(_desk)),
]


@pytest.fixture(autouse=True)
def site(settings):
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False


@pytest.fixture
def browser():
    return Client(raise_request_exception=False)


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def quiet_log():
    """Django prints the traceback of a broken page; here the break is meant."""
    logger = logging.getLogger("django.request")
    before, logger.disabled = logger.disabled, True
    yield
    logger.disabled = before


@pytest.mark.parametrize(
    ("address", "status"),
    [("/refuse/forbidden/", 403), ("/refuse/missing/", 404), ("/nowhere/", 404)],
)
def test_a_refusal_has_a_page_with_the_code_and_the_way_home(browser, address, status):
    response = browser.get(address)

    assert response.status_code == status
    assert f"{status}</p>" in text(response)
    assert 'href="/desk/home/"' in text(response)


def test_a_host_name_that_is_not_ours_gets_a_page_though_nobody_could_sign_in(browser):
    response = browser.get("/save/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "400</p>" in text(response)


def test_the_page_that_is_not_found_does_not_repeat_hostile_text_as_markup(browser):
    response = browser.get("/nowhere/<script>alert(1)</script>/")

    assert "<script>alert" not in text(response)


def test_a_broken_page_is_answered_in_our_words(browser, quiet_log):
    response = browser.get("/refuse/broken/")

    assert response.status_code == 500
    assert "500</p>" in text(response)
    assert "css/site.css" in text(response)


def test_the_page_of_a_broken_site_asks_nobody_who_is_signed_in():
    request = RequestFactory().get("/")
    request.user = SimpleLazyObject(_fail)

    assert errors.server_error(request).status_code == 500


def _fail():
    raise ConnectionError("the database is away")


def test_a_broken_page_is_answered_without_the_manifest_of_static_files(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    response = errors.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert "stylesheet" not in text(response)


def test_a_form_without_its_token_is_told_that_nothing_was_saved():
    response = Client(enforce_csrf_checks=True).post("/save/", {"name": "x"})

    assert response.status_code == 403
    assert "sorry" in text(response)
    assert "403</p>" in text(response)
    assert Client(enforce_csrf_checks=False).post("/save/").content == b"done"


def test_too_many_failed_sign_ins_are_told_how_long_to_wait(settings):
    settings.AXES_COOLOFF_TIME = timedelta(minutes=14, seconds=30)

    response = errors.too_many_requests(_visitor(), None, {"username": "khoitruong"})

    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert "15" in text(response).split("<h1>")[1].split("</p>")[0]


def test_without_a_known_end_no_waiting_time_is_promised(settings):
    settings.AXES_COOLOFF_TIME = None

    response = errors.too_many_requests(_visitor())

    assert response.status_code == 429
    assert "Retry-After" not in response


def _visitor():
    request = RequestFactory().post("/accounts/sign_in/")
    request.resolver_match = None
    return request
