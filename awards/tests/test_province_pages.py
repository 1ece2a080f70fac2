"""Pages of the province: who opens them, what stands on them, and what pressing does."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from awards import workflow
from awards.models import Award, CouncilSession, Decision, Nomination
from awards.overview import overview_of
from blocs.tests import make as blocs
from blocs.tests.who_may import answers
from files.tests.make import PDF, upload

from . import make, nominating, provincial
from .provincial import fresh

pytestmark = pytest.mark.usefixtures("law")


def url(name, *args):
    return reverse(f"awards:{name}", args=args)


def page(client, person, address):
    client.force_login(person)
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def year_page(cast):
    return url("province_awards", cast.province.pk, cast.year.year)


def test_only_who_reads_the_province_sees_its_year_and_only_staff_write(client, cast):
    """A table of two addresses: the others ask the same two questions."""
    blind = 404
    read = {"administrator": 200, "staff": 200, "observer": 200}
    found = answers(client, cast.people, year_page(cast))
    assert found == {"anonymous": 302, **{n: read.get(n, blind) for n in cast.people}}
    write = {"administrator": 200, "staff": 200, "observer": 403}
    address = url("province_session_create", cast.province.pk, cast.year.year)
    found = answers(client, cast.people, address)
    assert found == {"anonymous": 302, **{n: write.get(n, blind) for n in cast.people}}
    found = answers(client, cast.people, url("council_home"))
    at_home = {*read, "foreign_staff"}
    assert found == {"anonymous": 302, **{n: 200 if n in at_home else 403 for n in cast.people}}


def test_all_blocs_of_a_year_stand_side_by_side(client, cast):
    """One bloc has submitted, the other nothing; two nominees where one bloc leads: too many."""
    provincial.submitted(cast, {"farmers": "CO_CP", "front": "CO_TINH"})
    make.nomination(cast.year, cast.seats["union"], "CO_CP", rank=3)
    overview = overview_of(cast.province, cast.year.year, today=cast.today)
    assert [(line.leader, bool(line.submission)) for line in overview.lines] == [
        ("Hội Nông dân", True), ("", False),
    ]  # fmt: skip
    assert overview.flag.answer.most == 0
    shown = page(client, cast.observer, year_page(cast))
    assert "Tỉnh có 1 đơn vị được đề nghị Cờ thi đua của Chính phủ" in shown
    assert "chưa trình" in shown
    assert "chờ thẩm định" in shown
    assert "Ghi phiên họp" not in shown


def test_one_bloc_and_thirty_cost_the_same(client, cast):
    provincial.submitted(cast)
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(year_page(cast))
    for number in range(28):
        year = blocs.year(blocs.bloc(f"Khối {number}", cast.province), cast.year.year)
        seat = blocs.seat(year, blocs.organisation(f"Sở {number}", cast.province))
        sent = nominating.submission(year, cast.staff, make.now())
        make.nomination(year, seat, "CO_CP", state="submitted", submission=sent, rank=1)
    with CaptureQueriesContext(connection) as many:
        shown = client.get(year_page(cast)).content.decode()
    assert "Sở 27" in shown
    assert len(few) == len(many) <= 12


def test_a_list_goes_from_the_submission_to_the_money(client, cast):
    """Appraise, vote, finish, decide, hand over, revoke: all through the pages."""
    found = provincial.submitted(cast)
    client.force_login(cast.staff)
    client.post(
        url("council_submission_ask", found.submission.pk),
        {"agency": "Thuế tỉnh", "asked_on": "01/02/2026", "nominations": found.keys},
    )
    opinion = found.rows["union"].opinions.get()
    client.post(
        url("council_opinion", opinion.pk),
        {
            "answered_on": "02/02/2026",
            "verdict": "agrees",
            "upload": upload("y-kien.pdf", PDF),
        },
    )
    assert client.get(url("council_opinion_file", opinion.pk)).getvalue() == PDF
    for row in found.rows.values():
        client.post(
            url("council_appraise", row.pk),
            {"is_favourable": "yes", "conclusion": "Đủ", "appraised_on": "03/02/2026"},
        )
    client.post(
        url("province_session_create", cast.province.pk, cast.year.year),
        {**provincial.SESSION, "held_on": f"{cast.today:%d/%m/%Y}"},
    )
    session = CouncilSession.objects.get()
    votes = {f"agree_{key}": "15" for key in found.keys}
    votes |= {f"agree_{found.keys[1]}": "2", f"disagree_{found.keys[1]}": "13"}
    address = url("council_session_votes", session.pk)
    assert "ghi lý do để báo cho khối" in client.post(address, votes).content.decode()
    client.post(address, {**votes, f"reason_{found.keys[1]}": "Chưa đủ thành tích"})
    client.post(url("council_session_finish", session.pk))
    assert [fresh(row).state for row in found.rows.values()] == [
        "passed", "not_passed", "passed",
    ]  # fmt: skip
    decision = _decide(client, cast, [found.keys[0], found.keys[2]])
    award = decision.awards.get(nomination=found.keys[0])
    client.post(
        url("council_decision_ceremony", decision.pk),
        {"handed_on": f"{cast.today:%d/%m/%Y}", "occasion": "Lễ trao", "awards": [award.pk]},
    )
    revoke = {
        "revoked_on": f"{cast.today:%d/%m/%Y}",
        "revoke_document": "9/QĐ",
        "revoke_reason": "Gian dối",
    }
    client.post(url("council_award_revoke", award.pk), revoke)
    shown = page(client, cast.observer, url("council_decision", decision.pk))
    assert "<s>Hội Nông dân</s>" in shown
    assert "Tiền thưởng phải nộp lại: 30.360.000 đồng" in shown
    shown = page(
        client, cast.member, reverse("awards:prospect", args=["khoi-so-1", cast.year.year])
    )
    for text in ("Đang ở", "Chưa đủ thành tích", "2/15 đồng ý, cần 8", "Quyết định số 123/QĐ-UBND"):
        assert text in shown, text


def _decide(client, cast, keys):
    """The first press shows what will be recorded, the second records exactly that."""
    fields = {
        **provincial.DECISION,
        "dated": f"{cast.today:%d/%m/%Y}",
        "achievement": "Thành tích năm",
        "nominations": keys,
    }
    address = url("province_decide", cast.province.pk, cast.year.year)
    shown = client.post(address, fields)
    assert not Decision.objects.exists()
    assert "30.360.000 đồng" in shown.content.decode()
    fields["confirmed"] = shown.context["plan"].fingerprint
    client.post(address, fields)
    return Decision.objects.get()


def test_the_money_list_is_a_workbook_to_calculate_with(client, cast, tmp_path):
    """Of the first base salary's day; an award that was revoked is not paid."""
    cast.province.is_sample = True
    cast.province.save()
    decision = provincial.decided(cast, provincial.passed(cast), dated=dt.date(2026, 6, 30))
    client.force_login(cast.observer)
    file = tmp_path / "money.xlsx"
    file.write_bytes(client.get(url("council_decision_money", decision.pk)).content)
    sheet = load_workbook(file, data_only=True).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7, max_row=10)]
    assert [row[1:6] for row in rows[:3]] == [
        ["Hội Nông dân", "Cờ thi đua của Chính phủ", 12, 2_340_000, 28_080_000],
        ["Liên đoàn Lao động", "Cờ thi đua của UBND tỉnh", 8, 2_340_000, 18_720_000],
        ["Ủy ban MTTQ", "Bằng khen của Chủ tịch UBND tỉnh", 3, 2_340_000, 7_020_000],
    ]
    assert rows[3][5] == 53_820_000
    assert sheet["A11"].value == ("Bằng chữ: Năm mươi ba triệu tám trăm hai mươi nghìn đồng.")
    assert sheet["F7"].number_format == "#,##0"
    assert load_workbook(file).active["F10"].value == "=SUM(F7:F9)"
    assert sheet["A5"].value == "SỐ LIỆU MINH HỌA"
    Award.objects.filter(nomination__seat=cast.seats["front"]).update(
        revoked_on=cast.today, revoke_document="x", revoke_reason="x"
    )
    file.write_bytes(client.get(url("council_decision_money", decision.pk)).content)
    assert load_workbook(file, data_only=True).active["F9"].value == 46_800_000


def test_findings_are_shown_and_overridden_with_a_reason(client, cast):
    found = provincial.submitted(cast, {"union": "CO_TINH", "front": "CO_TINH", "youth": "BK_TINH"})
    row = found.rows["front"]
    shown = page(client, cast.staff, url("council_nomination", row.pk))
    assert "Ủy ban MTTQ xếp thứ 2" in shown
    override = url("council_override", row.pk)
    assert override in shown
    marks = [
        each for each, _label in client.get(override).context["form"]["findings"].field.choices
    ]
    client.post(override, {"findings": marks, "why": "Khối nhất trí"})
    shown = page(client, cast.staff, url("council_nomination", row.pk))
    assert "Khối nhất trí" in shown
    assert override not in shown
    listed = page(client, cast.staff, url("council_submission", found.submission.pk))
    assert listed.count("Chưa có kết quả các năm trước trong sổ") == 1


def test_the_province_reads_why_the_bloc_overrode_and_why_a_member_declined(client, cast):
    nominating.announced(cast, {"front": 1, "union": 2, "farmers": 3, "youth": 4})
    row = make.nomination(cast.year, cast.seats["union"], rank=2)
    sentence = "Liên đoàn Lao động xếp thứ 2; cờ thi đua dành cho đơn vị dẫn đầu."
    workflow.override_findings(
        row, sentences=[sentence], why="Đơn vị dẫn đầu xin nhường", by=cast.chair, at=make.now()
    )
    row.state, row.submission = "submitted", nominating.submission(cast.year, cast.chair)
    row.save()
    shown = page(client, cast.staff, url("council_nomination", row.pk))
    assert "Hội Nông dân chấp nhận, " in shown
    assert "Đơn vị dẫn đầu xin nhường" in shown
    address = reverse("awards:nomination_decline", args=["khoi-so-1", cast.year.year, row.pk])
    shown = page(client, cast.deputy, address)
    assert "Danh sách đang ở tỉnh: không đơn vị nào thay chỗ này nếu tỉnh không trả lại." in shown
    assert client.post(address, {"why": "Xin rút vì đã có Huân chương"}).status_code == 302
    for name, pk in (("council_submission", row.submission_id), ("council_nomination", row.pk)):
        assert "Xin rút vì đã có Huân chương" in page(client, cast.staff, url(name, pk))
    assert client.get(address).status_code == 404


def test_a_submission_is_sent_back_through_its_page(client, cast):
    found = provincial.submitted(cast)
    client.force_login(cast.staff)
    address = url("council_submission_return", found.submission.pk)
    assert client.post(address, {"reason": "Thiếu biên bản"}).status_code == 302
    assert {fresh(row).state for row in found.rows.values()} == {"proposed"}
    shown = page(
        client, cast.member, reverse("awards:prospect", args=["khoi-so-1", cast.year.year])
    )
    assert "Thiếu biên bản" in shown
    assert "Các đề nghị đã trở lại khối" in page(
        client, cast.staff, url("council_submission", found.submission.pk)
    )


def test_a_decision_is_corrected_filed_and_declared_void_through_its_pages(client, cast):
    decision = provincial.decided(cast, provincial.passed(cast))
    client.force_login(cast.staff)
    fields = {**provincial.DECISION, "number": "5/QĐ-CTUBND", "why": "Gõ nhầm"}
    fields["dated"] = f"{cast.today:%d/%m/%Y}"
    response = client.post(url("registry_decision_edit", decision.pk) + "?ve=hoi-dong", fields)
    assert response.url == url("council_decision", decision.pk)
    scan = {"upload": upload("qd.pdf", PDF)}
    client.post(url("council_decision_scan", decision.pk), scan)
    assert client.get(url("council_decision_file", decision.pk)).getvalue() == PDF
    client.post(url("council_decision_void", decision.pk), {"why": "Nhầm tỉnh"})
    shown = page(client, cast.staff, url("council_decision", decision.pk))
    for text in ("5/QĐ-CTUBND", "Gõ nhầm", "Nhầm tỉnh"):
        assert text in shown
    assert client.get(url("registry_decision_edit", decision.pk)).status_code == 404
    assert Nomination.objects.filter(state="passed").count() == 3


def test_the_minutes_are_filed_and_the_session_opened_again(client, cast):
    found = provincial.passed(cast)
    client.force_login(cast.staff)
    scan = {"upload": upload("bien-ban.pdf", PDF)}
    client.post(url("council_session_scan", found.session.pk), scan)
    assert client.get(url("council_session_file", found.session.pk)).getvalue() == PDF
    client.post(url("council_session_reopen", found.session.pk), {"why": "Nhập nhầm"})
    assert not CouncilSession.objects.get().is_finished
    fields = {**provincial.SESSION, "held_on": f"{cast.today:%d/%m/%Y}", "members": 18}
    client.post(url("council_session_edit", found.session.pk), fields)
    assert CouncilSession.objects.get().members == 18


@pytest.mark.parametrize("state", ["submission", "session", "decision"])
def test_pages_of_one_thing_cost_the_same_with_more_nominations(client, cast, state):
    chosen = {"farmers": "CO_CP"}
    many = {**chosen, "union": "CO_TINH", "front": "BK_TINH", "youth": "BK_TINH"}
    counts = []
    for names in (chosen, many):
        found = provincial.passed(cast, names)
        addresses = {
            "submission": ("council_submission", found.submission.pk),
            "session": ("council_session", found.session.pk),
        }
        if state == "decision":
            number = f"{len(names)}/QĐ"
            addresses["decision"] = (
                "council_decision", provincial.decided(cast, found, number=number).pk
            )  # fmt: skip
        client.force_login(cast.staff)
        with CaptureQueriesContext(connection) as queries:
            client.get(url(*addresses[state]))
        counts.append(len(queries))
        Nomination.objects.filter(submission=found.submission).update(state="withdrawn", reason="x")
    assert counts[0] == counts[1] <= 12
