"""The frame of a page and the parts that pages are built from, as a browser receives them."""

import re

import pytest
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path

from accounts.models import User
from blocs.models import Post, PostKind


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do")
    manner = forms.ChoiceField(label="Cách chọn", widget=forms.RadioSelect, choices=[("a", "A")])

    def clean(self):
        self.add_error(None, "Hai ngày không khớp.")


class FileForm(forms.Form):
    paper = forms.FileField(required=False)


def ask(request):
    form = ReasonForm(request.POST or None)
    messages.error(request, "Chưa lưu được.")
    context = {"title": "Hủy <b>bàn giao</b>?", "sentences": ["Quyền chuyển lại hôm nay."]}
    return render(
        request,
        "confirm.html",
        {**context, "form": form, "submit": "Hủy bàn giao", "cancel_url": "/back/"},
    )


def answer(request):
    return HttpResponse("done")


def _names(*names):
    return [path(f"{name}/", answer, name=name) for name in names]


_blocs = _names(
    "bloc_list",
    "conference_search",
    "organisation_list",
    "person_list",
    "province_list",
    "legal_basis_list",
)
_desk = _names(
    "home", "search", "audit_list", "todo_list", "personal_notice_list", "calendar_detail"
)
_accounts = _names("set_language", "sign_out", "profile", "password_change")
urlpatterns = [
    path("ask/", ask),
    path("", include((_blocs, "blocs"))),
    path("", include((_names("council_home", "registry_list"), "awards"))),
    path("", include((_desk, "desk"))),
    path("", include((_accounts, "accounts"))),
]


@pytest.fixture(autouse=True)
def site(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def page(client):
    """The confirm page as an administrator gets it after sending it empty."""
    user = User.objects.create_user("quantri", "Nguyễn Thị Hồng")
    Post.objects.create(user=user, kind=PostKind.ADMINISTRATOR, period=("2020-01-01", None))
    client.force_login(user, backend="accounts.backends.NameOrEmailBackend")
    return client.post("/ask/", {"reason": ""}).content.decode()


@pytest.mark.django_db
def test_the_frame_has_its_landmarks_and_nothing_inline(page):
    assert '<html lang="vi">' in page
    assert page.count("<h1") == page.count("<main") == page.count("<footer") == 1
    assert 'href="#content"' in page
    assert "Nguyễn Thị Hồng" in page
    assert re.search(r"\s(style|on\w+)=", page) is None
    assert re.search(r"<script(?![^>]*\ssrc=)", page) is None


@pytest.mark.django_db
def test_what_changes_something_is_sent_by_post_with_its_token(page):
    forms_sent = re.findall(r"<form[^>]*method=\"post\"[^>]*>(.*?)</form>", page, re.DOTALL)

    assert len(forms_sent) == 4  # language twice, sign-out, the question itself
    assert all("csrfmiddlewaretoken" in form for form in forms_sent)


@pytest.mark.django_db
def test_an_error_message_is_an_alert_and_text_stays_text(page):
    assert 'role="alert"><p>Chưa lưu được.</p>' in page
    assert "Hủy &lt;b&gt;bàn giao&lt;/b&gt;?" in page
    assert "Hủy <b>" not in page


@pytest.mark.django_db
def test_the_error_summary_counts_the_places_and_leads_to_each(page):
    summary = re.search(r"data-error-summary>(.*?)</div>", page, re.DOTALL)[1]

    assert "3" in re.search(r"<h2>(.*?)</h2>", summary)[1]
    assert "Hai ngày không khớp." in summary
    targets = re.findall(r'href="#([\w-]+)"', summary)
    assert targets == ["id_reason", "id_manner_0"]
    assert all(f'id="{target}"' in page for target in targets)


@pytest.mark.django_db
def test_what_cannot_simply_be_undone_has_a_danger_button_and_a_way_back(page):
    assert re.search(r'<button class="btn btn-danger">\s*Hủy bàn giao', page)
    assert 'href="/back/"' in page


@pytest.mark.parametrize(("form", "multipart"), [(FileForm(), True), (ReasonForm(), False)])
def test_a_form_with_a_file_is_sent_as_one(form, multipart):
    html = render_to_string("_form.html", {"form": form, "submit": "Lưu"})

    assert ("multipart/form-data" in html) is multipart
    assert "error-summary" not in html


def test_pages_of_a_list_keep_the_filter():
    request = RequestFactory().get("/", {"q": "hội", "page": "2"})
    page = Paginator(range(50), 20).get_page(2)

    html = render_to_string("_pagination.html", {"page": page}, request)

    assert re.findall(r'rel="(\w+)" href="([^"]+)"', html) == [
        ("prev", "?q=h%E1%BB%99i&amp;page=1"),
        ("next", "?q=h%E1%BB%99i&amp;page=3"),
    ]


def test_a_list_of_one_page_has_no_pages():
    context = {"page": Paginator(range(3), 20).get_page(1)}
    assert render_to_string("_pagination.html", context).strip() == ""


def test_an_empty_state_offers_the_first_step_only_to_whom_it_is_open():
    filled = render_to_string("_empty.html", {"title": "Chưa có", "url": "/new/", "button": "Thêm"})

    assert '<a class="btn btn-primary" href="/new/">Thêm</a>' in filled
    assert "<a" not in render_to_string("_empty.html", {"title": "Chưa có"})


def test_a_state_is_a_word_and_a_class():
    context = {"state": "late", "label": "còn 8 ngày"}
    assert render_to_string("_tag.html", context).strip() == (
        '<span class="tag late">còn 8 ngày</span>'
    )
