"""The pages of the nominations: list, way, tie, one nomination, declining, overriding, files."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from awards import workflow
from awards.models import Nomination
from files.tests.make import PDF

from . import make
from .nominating import announced, kind, nomination, reported_targets, submission
from .test_nominating import quota

pytestmark = pytest.mark.usefixtures("law")
RANKS = {"union": 1, "front": 2, "farmers": 3, "youth": 4}


def address(cast, name="prospect", *more):
    return reverse(f"awards:{name}", args=[cast.bloc.slug, cast.year.year, *more])


def page(client, person, url):
    client.force_login(person)
    return unescape(client.get(url).content.decode())


def status(client, url):
    """Of an address that answers with a file, which is read to its end."""
    answer = client.get(url)
    assert answer.getvalue()
    return answer.status_code


def test_the_chair_nominates_by_the_quota_at_one_press(cast, client):
    announced(cast, RANKS)
    quota(cast, 1, 1, 1)
    shown = page(client, cast.chair, address(cast))
    press = address(cast, "nomination_by_quota")
    assert f'<form method="post" action="{press}">' in shown
    assert press not in page(client, cast.member, address(cast))
    client.force_login(cast.chair)
    assert client.post(press).status_code == 302
    assert Nomination.objects.count() == 3
    shown = page(client, cast.member, address(cast))
    assert "1 trên chỉ tiêu 1" in shown
    assert press not in page(client, cast.chair, address(cast))


def test_staff_are_asked_why_they_stand_in_and_see_whom_it_adds(cast, client):
    announced(cast, RANKS)
    quota(cast, 1, 0, 0)
    shown = page(client, cast.staff, address(cast, "nomination_by_quota"))
    assert "Liên đoàn Lao động: Cờ thi đua của Chính phủ (hạng 1)" in shown
    assert client.post(address(cast, "nomination_by_quota"), {}).status_code == 200
    posted = client.post(address(cast, "nomination_by_quota"), {"reason": "Khối trưởng nghỉ"})
    assert posted.status_code == 302


def test_a_tie_asks_for_a_vote_among_exactly_these_members(cast, client):
    announced(cast, {"union": 1, "front": 1, "farmers": 3, "youth": 4})
    quota(cast, 1, 0, 1)
    shown = page(client, cast.chair, address(cast))
    assert "Liên đoàn Lao động, Ủy ban MTTQ bằng hạng nhau" in shown
    seats = f"{cast.seats['union'].pk}%2C{cast.seats['front'].pk}"
    link = f"{address(cast, 'ballot_create')}?de-cu={seats}&so=1&hinh-thuc=CO_CP"
    assert link in shown
    assert link not in page(client, cast.member, address(cast))
    form = page(client, cast.chair, link)
    assert "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ" in form
    assert form.count("checked") == 2 + 2  # the two members; both rules that hold by default


def test_the_result_of_a_ballot_comes_on_the_list_of_its_award(cast, client):
    announced(cast, RANKS)
    names = dict.fromkeys(make.SIGNERS, "union")
    ballot = make.voted(cast, make.opened(cast, nominees=("union",)), **names)
    url = address(cast, "nomination_from_ballot", ballot.pk)
    assert url in page(client, cast.chair, address(cast))
    shown = page(client, cast.chair, url)
    assert "Liên đoàn Lao động: 4/4 phiếu" in shown
    assert f'value="{kind("CO_TINH").pk}" selected' in shown
    assert client.post(url, {"kind": kind("CO_TINH").pk}).status_code == 302
    shown = page(client, cast.member, address(cast))
    assert "4/4 (100,00 %)" in shown
    assert url not in page(client, cast.chair, address(cast))


def test_the_way_shows_what_is_done_and_what_is_next(cast, client):
    announced(cast, RANKS)
    client.force_login(cast.member)
    steps = client.get(address(cast)).context["steps"]
    assert [each.state for each in steps] == ["done", "now", "wait", "wait", "wait", "wait"]
    make.opened(cast)
    steps = client.get(address(cast)).context["steps"]
    assert [each.state for each in steps][:3] == ["done", "done", "now"]


def test_a_nominee_declines_knowing_what_happens_and_who_is_next(cast, client):
    announced(cast, RANKS)
    quota(cast, 1, 1, 1)
    workflow.nominate_by_quota(cast.year, by=cast.chair, at=timezone.now())
    given = Nomination.objects.get(kind__code="CO_CP")
    url = address(cast, "nomination_decline", given.pk)
    shown = page(client, cast.deputy, url)
    assert "Từ chối đề nghị “Cờ thi đua của Chính phủ” cho đơn vị mình?" in shown
    assert "Kế tiếp theo thứ hạng là Ủy ban MTTQ" in shown
    assert client.post(url, {"why": "Nhường đơn vị khác"}).status_code == 302
    shown = page(client, cast.chair, address(cast))
    assert "thay cho Liên đoàn Lao động, kế tiếp theo thứ hạng là Ủy ban MTTQ" in shown
    assert "Nhường đơn vị khác" in shown
    assert client.get(url).status_code == 404


def test_findings_are_shown_with_rule_clause_and_figures_and_overridden_with_a_reason(cast, client):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    detail = address(cast, "nomination_detail", given.pk)
    shown = page(client, cast.member, detail)
    assert "Ủy ban MTTQ xếp thứ 2" in shown
    assert 'Quy tắc R1, <span lang="vi">Điều 26, 06/2022/QH15' in shown
    assert "2 lưu ý chưa xử lý" in page(client, cast.member, address(cast))
    url = address(cast, "nomination_override", given.pk)
    assert url not in shown
    client.force_login(cast.chair)
    marks = [mark for mark, _label in client.get(url).context["form"].fields["findings"].choices]
    assert client.post(url, {"findings": marks, "why": "Đã thống nhất"}).status_code == 302
    assert "Đã thống nhất" in page(client, cast.member, detail)
    assert "Không có lưu ý cần xử lý" in page(client, cast.chair, url)


def test_the_chair_is_not_offered_a_limit_of_the_law(cast, client):
    announced(cast, {"front": 1, "union": 2, "farmers": 3, "youth": 4})
    given = nomination(cast.year, cast.seats["front"], "CO_CP")
    reported_targets(cast, "front", [("Hội viên", 100, 90)])
    url = address(cast, "nomination_override", given.pk)
    assert "Hội viên" not in page(client, cast.chair, url)
    assert "Hội viên" in page(client, cast.staff, url)


def test_report_and_files_are_read_by_the_nominee_the_chair_and_the_staff_alone(cast, client):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    client.force_login(cast.member)
    edit, add = (
        address(cast, name, given.pk) for name in ("achievement_edit", "nomination_file_add")
    )
    parts = {"situation": "", "achievements": "Vượt 12 chỉ tiêu", "earlier_awards": ""}
    assert client.post(edit, parts).status_code == 302
    upload = SimpleUploadedFile("thue.pdf", PDF, "application/pdf")
    assert client.post(add, {"title": "Xác nhận thuế", "uploads": [upload]}).status_code == 302
    detail = address(cast, "nomination_detail", given.pk)
    file = address(cast, "nomination_file", given.pk, given.files.get().pk)
    for person, reads in ((cast.member, True), (cast.staff, True), (cast.deputy, False)):
        assert ("Vượt 12 chỉ tiêu" in page(client, person, detail)) is reads
        assert status(client, file) == (200 if reads else 403)
    withdraw = address(cast, "nomination_file_withdraw", given.pk, given.files.get().pk)
    assert client.post(withdraw, {"why": "x"}).status_code == 403
    client.force_login(cast.member)
    assert client.post(withdraw, {"why": "Bản cũ"}).status_code == 302
    assert "Bản cũ" in page(client, cast.member, detail)
    assert status(client, file) == 200


def test_a_submitted_list_is_closed_to_changes(cast, client):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    sent = submission(cast.year, cast.chair)
    Nomination.objects.filter(pk=given.pk).update(submission=sent, state="submitted")
    shown = page(client, cast.chair, address(cast))
    assert "Danh sách đã trình lên tỉnh" in shown
    assert address(cast, "nomination_add") not in shown
    for name in ("nomination_edit", "nomination_withdraw", "nomination_override"):
        assert client.get(address(cast, name, given.pk)).status_code == 404


def test_pages_ask_the_same_of_the_database_with_more_nominations(cast, client):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"], "CO_CP")
    reported_targets(cast, "front", [("Hội viên", 100, 90)])
    pages = [address(cast), address(cast, "nomination_detail", given.pk)]
    pages.append(reverse("reports:submission", args=[cast.bloc.slug, cast.year.year]))

    def costs(person):
        client.force_login(person)
        found = []
        for url in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            found.append(len(queries))
        return found

    before = costs(cast.chair)
    for name in ("front", "union", "farmers", "youth"):
        for code in ("CO_TINH", "BK_TINH", "TTLDXS"):
            nomination(cast.year, cast.seats[name], code)
    assert before == costs(cast.chair)
    assert max(before + costs(cast.staff)) <= 12, (before, costs(cast.staff))


def test_hostile_text_shows_as_text(cast, client):
    announced(cast, RANKS)
    hostile = "<script>a</script>"
    given = nomination(cast.year, cast.seats["front"], summary=hostile)
    workflow.withdraw_nomination(given, why=hostile, by=cast.chair, at=timezone.now())
    client.force_login(cast.member)
    for url in (address(cast), address(cast, "nomination_detail", given.pk)):
        shown = client.get(url).content.decode()
        assert "<script>a" not in shown
        assert "&lt;script&gt;a" in shown
