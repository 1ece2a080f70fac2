"""Notices of a year, and one notice with its files."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.workflow import close_year, publish_notice, withdraw_notice
from files.gate import accept

from . import make
from .who_may import ANYONE, answers, expected

BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "files"


def publish(cast, by=None, title="Kế hoạch năm", text="Dòng một\nDòng hai", **more):
    by, now = by or cast.chair, timezone.now()
    return publish_notice(cast.year, kind="plan", title=title, text=text, by=by, at=now, **more)


@pytest.fixture
def paper():
    return accept(SimpleUploadedFile("Quy chế khối.pdf", b"%PDF-1.4 Quy ch\xe1"))


@pytest.fixture
def listed(cast):
    return reverse("blocs:notice_list", args=[cast.bloc.slug, cast.year.year])


def detail(notice):
    return reverse("blocs:notice_detail", args=[notice.pk])


def file_of(notice):
    return reverse("blocs:notice_file", args=[notice.pk, notice.files.get().pk])


def fetched(client, notice):
    """The answer to a download, read to its end so that the file is closed."""
    response = client.get(file_of(notice))
    response.getvalue()
    return response


def test_who_may(client, cast, listed, paper):
    notice = publish(cast, uploads=[paper])
    wanted = expected(may=ANYONE - BLIND, blind=BLIND)
    for url in (listed, detail(notice)):
        assert answers(client, cast.people, url) == wanted
    assert client.get(file_of(notice)).status_code == wanted.pop("anonymous")
    for name, code in wanted.items():
        client.force_login(cast.people[name])
        assert fetched(client, notice).status_code == code, name


def test_each_year_has_its_own_notices(client, cast, listed):
    publish(cast, title="Của năm nay")
    other = make.year(cast.bloc, cast.today.year + 1)
    client.force_login(cast.staff)
    assert [str(notice) for notice in client.get(listed).context["page"]] == ["Của năm nay"]
    elsewhere = reverse("blocs:notice_list", args=[cast.bloc.slug, other.year])
    assert list(client.get(elsewhere).context["page"]) == []


def test_a_former_member_reads_the_notices_of_its_year(client, cast):
    old = publish_notice(
        cast.last_year, kind="plan", title="Năm cũ", text="x", by=cast.chair, at=timezone.now()
    )
    client.force_login(cast.former_member)
    assert client.get(detail(old)).status_code == 200


def test_the_button_to_write_is_the_chairs_and_the_keepers_of_an_open_year(client, cast, listed):
    create = reverse("blocs:notice_create", args=[cast.bloc.slug, cast.year.year])
    for person, offered in (
        (cast.chair, True),
        (cast.staff, True),
        (cast.administrator, True),
        (cast.deputy, False),
        (cast.former_chair, False),
        (cast.coming_chair, False),
        (cast.observer, False),
    ):
        client.force_login(person)
        assert (create in client.get(listed).content.decode()) == offered, person
    close_year(cast.year, by=cast.staff, at=timezone.now())
    for person in (cast.chair, cast.staff):
        client.force_login(person)
        assert create not in client.get(listed).content.decode()


def test_hostile_text_shows_as_text_and_keeps_its_lines(client, cast, listed):
    notice = publish(cast, title="<script>a</script>", text="<img src=x>\n\nhai")
    client.force_login(cast.member)
    for url in (listed, detail(notice)):
        page = client.get(url).content.decode()
        assert "<script>a" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;a" in page
    assert (
        '<div class="text">&lt;img src=x&gt;\n\nhai</div>'
        in client.get(detail(notice)).content.decode()
    )


def test_the_page_says_in_which_capacity_it_was_published(client, cast, listed):
    by_chair = publish(cast)
    by_staff = publish(cast, by=cast.staff, reason="Khối trưởng đi vắng")
    term = cast.chair_term
    term.revoked_at, term.revoked_by, term.revoke_reason = timezone.now(), cast.staff, "Nhầm"
    term.save()
    vacant = publish(cast, by=cast.staff)
    client.force_login(cast.member)
    page = client.get(detail(by_chair)).content.decode()
    assert "Khối trưởng: Hội Nông dân" in page
    page = client.get(detail(by_staff)).content.decode()
    assert "Khối trưởng đi vắng" in page
    assert 'class="tag late"' in page
    assert 'class="tag late"' not in client.get(detail(vacant)).content.decode()


def test_a_withdrawn_paper_stays_readable_and_marked(client, cast, listed, paper):
    notice = publish(cast, uploads=[paper])
    withdraw_notice(notice, withdraw_reason="Sai <ngày>", by=cast.chair, at=timezone.now())
    client.force_login(cast.member)
    assert 'class="gone"' in client.get(listed).content.decode()
    page = client.get(detail(notice)).content.decode()
    assert "Sai &lt;ngày&gt;" in page
    assert fetched(client, notice).status_code == 200
    client.force_login(cast.chair)
    withdraw = reverse("blocs:notice_withdraw", args=[notice.pk])
    assert withdraw not in client.get(detail(notice)).content.decode()
    other = publish(cast)
    offered = reverse("blocs:notice_withdraw", args=[other.pk])
    assert offered in client.get(detail(other)).content.decode()


def test_a_file_is_handed_out_under_its_own_name(client, cast, paper):
    notice = publish(cast, uploads=[paper])
    client.force_login(cast.member)
    assert "Quy chế khối.pdf" in client.get(detail(notice)).content.decode()
    response = client.get(file_of(notice))
    assert response.getvalue() == b"%PDF-1.4 Quy ch\xe1"
    assert response["Content-Disposition"].startswith('attachment; filename="quy-che-khoi.pdf"')


def test_a_file_is_found_only_under_its_own_notice(client, cast, paper):
    notice, other = publish(cast, uploads=[paper]), publish(cast, title="Khác")
    client.force_login(cast.member)
    file = reverse("blocs:notice_file", args=[other.pk, notice.files.get().pk])
    assert client.get(file).status_code == 404


def test_the_list_asks_the_same_of_the_database_with_one_notice_and_with_thirty(
    client, cast, listed, paper
):
    publish(cast)
    client.force_login(cast.chair)
    with CaptureQueriesContext(connection) as few:
        client.get(listed)
    for number in range(30):
        notice = publish(cast, title=f"Văn bản {number}", uploads=[paper])
        if number % 2:
            when = timezone.now() + dt.timedelta(seconds=number)
            withdraw_notice(notice, withdraw_reason="Sai", by=cast.chair, at=when)
    with CaptureQueriesContext(connection) as many:
        page = client.get(listed).context["page"]
    assert len(few) == len(many) <= 12
    assert (page.paginator.count, len(page)) == (31, 30)
