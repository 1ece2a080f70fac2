"""Publishing and withdrawing a notice: the first right that moves with the chair."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from blocs.models import Notice
from blocs.workflow import close_year, publish_notice

from .who_may import answers, expected

WRITERS = {"administrator", "staff", "chair"}
BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
PAPER = {"kind": "plan", "title": "Kế hoạch năm", "text": "Nội dung"}


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "files"


@pytest.fixture
def create(cast):
    return reverse("blocs:notice_create", args=[cast.bloc.slug, cast.year.year])


@pytest.fixture
def notice(cast):
    return publish_notice(cast.year, **PAPER, by=cast.chair, at=timezone.now())


@pytest.fixture
def withdraw(notice):
    return reverse("blocs:notice_withdraw", args=[notice.pk])


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may(client, cast, create, withdraw, method):
    for url in (create, withdraw):
        found = answers(client, cast.people, url, method)
        assert found == expected(may=WRITERS, blind=BLIND)


def test_the_chair_publishes_with_its_files(client, cast, create):
    client.force_login(cast.chair)
    uploads = [SimpleUploadedFile(f"tep-{n}.pdf", b"%PDF-1.4 x") for n in (1, 2)]
    response = client.post(create, {**PAPER, "uploads": uploads})
    notice = Notice.objects.get()
    assert response.url == reverse("blocs:notice_detail", args=[notice.pk])
    assert (notice.title, notice.kind, notice.text) == ("Kế hoạch năm", "plan", "Nội dung")
    assert [str(each) for each in notice.files.all()] == ["tep-1.pdf", "tep-2.pdf"]
    assert (notice.published.capacity, notice.published.by) == ("chair", cast.chair)


def test_the_reason_for_standing_in_is_asked_of_staff_alone(client, cast, create, withdraw):
    for person, asked in ((cast.chair, False), (cast.staff, True), (cast.administrator, True)):
        client.force_login(person)
        for url in (create, withdraw):
            assert ("reason" in client.get(url).context["form"].fields) == asked


def test_staff_stand_in_with_a_reason_and_nothing_is_lost_without(client, cast, create):
    client.force_login(cast.staff)
    form = client.post(create, PAPER).context["form"]
    assert (list(form.errors), form["text"].value()) == (["reason"], "Nội dung")
    assert client.post(create, {**PAPER, "reason": "Đi vắng"}).status_code == 302
    act = Notice.objects.get().published
    assert (act.capacity, act.reason) == ("stand_in", "Đi vắng")


def test_for_a_bloc_without_chair_staff_act_without_reason(client, cast, create):
    cast.chair_term.delete()
    client.force_login(cast.staff)
    shown = client.get(create).context
    assert (shown["chair"], "reason" in shown["form"].fields) == (None, False)
    assert client.post(create, PAPER).status_code == 302
    assert Notice.objects.get().published.capacity == "vacant"
    client.force_login(cast.chair)
    assert client.get(create).status_code == 403


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"kind": "khac"}, "kind"),
        ({"text": ""}, "text"),
    ],
)
def test_what_is_refused_is_said_at_its_field(client, cast, create, changes, field):
    client.force_login(cast.chair)
    response = client.post(create, {**PAPER, **changes})
    assert list(response.context["form"].errors) == [field]
    assert not Notice.objects.exists()


def test_a_file_that_the_gate_refuses_publishes_nothing(client, cast, create):
    client.force_login(cast.chair)
    uploads = [
        SimpleUploadedFile("tot.pdf", b"%PDF-1.4 x"),
        SimpleUploadedFile("xau.exe", b"MZ"),
    ]
    form = client.post(create, {**PAPER, "uploads": uploads}).context["form"]
    assert "xau.exe" in form.errors["uploads"][0]
    assert not Notice.objects.exists()


def test_a_paper_may_be_a_file_alone(client, cast, create):
    client.force_login(cast.chair)
    upload = SimpleUploadedFile("tep.pdf", b"%PDF-1.4 x")
    assert client.post(create, {**PAPER, "text": "", "uploads": [upload]}).status_code == 302


def test_in_a_closed_year_nobody_publishes(client, cast, create):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    client.force_login(cast.chair)
    assert client.post(create, PAPER).status_code == 403
    client.force_login(cast.staff)
    refused = client.post(create, {**PAPER, "reason": "Đi vắng"})
    assert refused.status_code == 403 or refused.context["form"].non_field_errors()
    assert not Notice.objects.exists()


def test_withdrawing_needs_a_reason(client, cast, notice, withdraw):
    client.force_login(cast.chair)
    form = client.post(withdraw, {"withdraw_reason": " "}).context["form"]
    assert list(form.errors) == ["withdraw_reason"]
    response = client.post(withdraw, {"withdraw_reason": "Sai số liệu"})
    assert response.url == reverse("blocs:notice_detail", args=[notice.pk])
    notice.refresh_from_db()
    assert (notice.withdraw_reason, notice.withdrawn.by) == ("Sai số liệu", cast.chair)
    again = client.post(withdraw, {"withdraw_reason": "Lần nữa"}).context["form"]
    assert (len(again.non_field_errors()), again["withdraw_reason"].value()) == (1, "Lần nữa")


def test_staff_withdraw_in_place_of_the_chair_with_two_reasons(client, cast, notice, withdraw):
    client.force_login(cast.staff)
    form = client.post(withdraw, {"withdraw_reason": "Sai"}).context["form"]
    assert list(form.errors) == ["reason"]
    client.post(withdraw, {"withdraw_reason": "Sai", "reason": "Đi vắng"})
    notice.refresh_from_db()
    assert (notice.withdrawn.capacity, notice.withdrawn.reason) == ("stand_in", "Đi vắng")
