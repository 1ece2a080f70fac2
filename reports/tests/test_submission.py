"""The submission: what the paper says, that it goes with the list, and that it is only replaced."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from awards import workflow
from awards.findings import findings_of, nominations_of
from awards.models import YearlyResult
from awards.tests.nominating import kind, nomination, sent_back
from awards.workflow.nominating import read_case
from blocs.models import LegalBasis
from blocs.workflow import NotChair
from reports.models import Paper
from reports.pdf import render_pdf
from reports.workflow.submission import gather

from .measuring import Measured
from .submitted import entry, issued, ready

pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture
def given(cast):
    return ready(cast)


def drawn(cast, **said):
    gathered = gather(read_case(cast.year, timezone.now()))
    return gathered.sheet(**{"issuer": cast.organisations.farmers, "entry": entry(), **said})


def test_the_paper_says_who_is_nominated_by_which_votes_and_rests_on_what_is_in_force(cast, given):
    LegalBasis.objects.update(is_usual=False)
    for number, end in (("1/NĐ-CP", None), ("2/NĐ-CP", cast.today)):
        LegalBasis.objects.create(
            number=number, title="x", citation=f"Nghị định {number}", is_usual=True,
            in_force_on=dt.date(2020, 1, 1), ended_on=end,
        )  # fmt: skip
    sheet = drawn(cast, note="Năm qua đạt 100 % chỉ tiêu.")
    pdf = Measured(render_pdf(sheet.template, {"sheet": sheet}))
    text = " ".join(pdf.text().split())
    for words in (
        "HỘI NÔNG DÂN",
        "Số: 07/TTr-KTĐ",
        "TỜ TRÌNH",
        f"Về việc đề nghị khen thưởng các đơn vị thuộc {cast.year.name} năm {cast.year.year}",
        "- Chủ tịch Ủy ban nhân dân tỉnh;",
        "(qua Sở Nội vụ)",
        "Căn cứ Nghị định 1/NĐ-CP;",
        "Căn cứ Biên bản kiểm phiếu số 05/BB-KTĐ",
        "Năm qua đạt 100 % chỉ tiêu.",
        "1. Cờ thi đua của UBND tỉnh: 01 đơn vị",
        "1 Ủy ban MTTQ 99,00 1 04/04 100,00 %",
        "Ủy ban MTTQ: Vượt 12/12 chỉ tiêu",
        "trung thực, chính xác",
        "- Biên bản kiểm phiếu;",
        "TM. KHỐI THI ĐUA",
        "KHỐI TRƯỞNG",
        "Phạm Văn Dũng",
    ):
        assert words in text, words
    assert "2/NĐ-CP" not in text
    assert "III. GIẢI TRÌNH" not in text


def test_what_was_overridden_is_explained_to_the_province(cast, given):
    nomination(cast.year, cast.seats["union"], "BK_TINH")
    YearlyResult.objects.create(
        organisation=cast.organisations.union, year=cast.year.year, rating="good", document="QĐ 1"
    )
    other = cast.year.nominations.get(kind__code="BK_TINH")
    at = timezone.now()
    noted = findings_of(read_case(cast.year, at), list(nominations_of(cast.year)))[other.pk]
    workflow.override_findings(
        other, sentences=[each.kept.sentence for each in noted], why="Khối đã thống nhất",
        by=cast.chair, at=at,
    )  # fmt: skip
    sheet = drawn(cast)
    assert [(each.member, each.reason) for each in sheet.contents.explained] == [
        ("Liên đoàn Lao động", "Khối đã thống nhất")
    ]
    assert [line.votes for line in sheet.contents.lists[1].lines] == ["–"]


def test_the_chair_issues_it_and_the_list_goes_with_it(cast, given):
    with pytest.raises(NotChair):
        issued(cast, by=cast.deputy)
    yesterday = cast.today - dt.timedelta(days=1)
    with pytest.raises(Refused, match="before the standing was announced"):
        issued(cast, entry=entry(dated=yesterday))
    paper = issued(cast)
    assert (paper.kind, paper.full_number) == ("submission", "07/TTr-KTĐ")
    assert paper.submission.nominations.get().pk == given.pk
    assert paper.act == paper.submission.act
    assert paper.act.what == (
        f"Trình đề nghị khen thưởng năm {cast.year.year}, Tờ trình số 07/TTr-KTĐ"
    )
    assert set(Paper.objects.visible_to(cast.member).filter(kind="submission")) == {paper}


def test_nothing_is_issued_and_nothing_submitted_while_something_is_missing(cast, given):
    nomination(cast.year, cast.seats["union"], "BK_TINH", summary="")
    with pytest.raises(Refused, match="A summary of achievements is missing"):
        issued(cast)
    assert not cast.year.submissions.exists()
    assert not Paper.objects.filter(kind="submission").exists()


def test_a_number_used_before_leaves_the_list_where_it_was(cast, given):
    issued(cast)
    sent_back(cast.year.submissions.get(), cast.staff)
    with pytest.raises(Refused, match="already used"):
        issued(cast)
    given.refresh_from_db()
    assert (given.state, cast.year.submissions.count()) == ("proposed", 1)


def test_a_new_one_replaces_it_only_after_the_province_sent_it_back(cast, given):
    first = issued(cast)
    with pytest.raises(Refused, match="is with the province"):
        issued(cast, entry=entry(number=8))
    sent_back(first.submission, cast.staff, why="Thiếu số liệu")
    second = issued(cast, entry=entry(number=8))
    assert second.replaces == first
    assert second.replace_reason == "Trình lại sau khi được trả lại: Thiếu số liệu"
    assert (second.submission.number, first.submission.number) == (2, 1)


def test_a_line_without_a_known_member_is_not_printed(cast, given):
    workflow.record_past_nomination(
        cast.year, kind=kind("CO_CP"), member_stated="các đơn vị", by=None
    )
    assert [each.award for each in drawn(cast).contents.lists] == ["Cờ thi đua của UBND tỉnh"]


# --- pages


def address(cast, name, *more):
    return reverse(f"reports:{name}", args=[cast.bloc.slug, cast.year.year, *more])


def test_the_page_says_what_is_missing_and_leads_to_issuing(cast, given, client):
    client.force_login(cast.chair)
    extra = nomination(cast.year, cast.seats["union"], "TTLDXS", summary="")
    page = client.get(address(cast, "submission")).content.decode()
    assert "Còn thiếu tóm tắt thành tích của: Liên đoàn Lao động" in page
    assert address(cast, "submission_issue") not in page
    workflow.withdraw_nomination(extra, why="Nhầm", by=cast.chair, at=timezone.now())
    assert address(cast, "submission_issue") in client.get(
        address(cast, "submission")
    ).content.decode()  # fmt: skip
    form = client.get(address(cast, "submission_issue")).content.decode()
    assert 'value="TTr-KTĐ"' in form
    posted = {
        "number": 7, "symbol": "TTr-KTĐ", "place": "Thái Sơn", "note": "Tốt",
        "dated": timezone.localdate().strftime("%d/%m/%Y"), "capacity": "TM. Khối thi đua",
        "position": "", "full_name": "Phạm Văn Dũng",
    }  # fmt: skip
    assert client.post(address(cast, "submission_issue"), posted).status_code == 302
    assert "07/TTr-KTĐ" in client.get(address(cast, "submission")).content.decode()


def test_an_expired_basis_is_named_before_the_paper_is_issued(cast, given, client):
    LegalBasis.objects.create(
        number="9/NĐ-CP", title="x", citation="x", is_usual=True,
        in_force_on=dt.date(2020, 1, 1), ended_on=dt.date(2025, 7, 1),
    )  # fmt: skip
    client.force_login(cast.chair)
    page = client.get(address(cast, "submission_issue")).content.decode()
    assert "9/NĐ-CP" in page


def test_the_nominees_report_is_a_paper_for_its_own_people_the_chair_and_the_staff(
    cast, given, client
):
    page = address(cast, "achievement_draft", given.pk)
    codes = {}
    for name in ("member", "chair", "staff", "deputy", "observer", "nobody"):
        client.force_login(cast.people[name])
        codes[name] = client.get(page).status_code
    assert codes == {
        "member": 200, "chair": 200, "staff": 200, "deputy": 403, "observer": 403, "nobody": 404,
    }  # fmt: skip
