"""Counting minutes and blank ballot papers: what they say, and that they tell no vote."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from awards import workflow
from awards.tests import make
from blocs.workflow import NotChair
from reports.kinds import ballot_blank
from reports.kinds import counting_minutes as kind
from reports.models import Paper
from reports.papers import Entry, Signature
from reports.pdf import render_pdf
from reports.workflow import issue_counting_minutes

from .measuring import Measured

SIGNATURES = (
    Signature("Thành viên tổ kiểm phiếu", "Trần Thị Bình"),
    Signature("Tổ trưởng tổ kiểm phiếu", "Lê Minh"),
    Signature("Chủ trì", "Nguyễn Văn An"),
)


def mixed(cast):
    """Front and union on paper, the union by proxy; the farmers vote, the youth union does not."""
    ballot = make.opened(cast, on_paper=("front", "union"), proxies={"union": "Giấy số 3/GUQ"})
    make.vote(cast, ballot, "farmers", ["farmers"], ["youth"])
    make.over(cast, ballot)
    count = make.paper_count(ballot, (0, 1, 0), (1, 0, 0), (0, 1, 0), invalid=1)
    for person in (cast.member, cast.deputy):
        workflow.enter_count(ballot, count=count, by=person, at=make.now())
    return make.closed(cast, ballot)


def entry(*, number=5, dated=None, signatures=SIGNATURES):
    return Entry("BB-KTĐ", number, dated or timezone.localdate(), "Thái Sơn", signatures)


def issued(ballot, by, **fields):
    fields = {"entry": entry(), "at": timezone.now(), **fields}
    return issue_counting_minutes(ballot, **fields, by=by)


def text_of(sheet):
    return " ".join(Measured(render_pdf(sheet.template, {"sheet": sheet})).text().split())


def test_the_minutes_add_both_parts_and_take_the_share_of_all(cast):
    minutes = kind.gather(mixed(cast))
    assert (minutes.eligible, minutes.online, minutes.on_paper) == (4, 2, 2)
    assert (minutes.issued, minutes.returned, minutes.kept) == (4, 3, 1)
    assert (minutes.valid, minutes.invalid, minutes.needed) == (2, 1, 3)
    assert minutes.proxies == ("Liên đoàn Lao động: Giấy số 3/GUQ",)
    assert minutes.absent == ("Tỉnh đoàn",)
    lines = [(x.name, x.agree, x.disagree, x.silent, x.percent, x.verdict) for x in minutes.lines]
    assert lines == [
        ("Hội Nông dân", 2, 0, 0, "50,00 %", "Không đạt"),
        ("Ủy ban MTTQ", 0, 1, 1, "0,00 %", "Không đạt"),
        ("Tỉnh đoàn", 0, 2, 0, "0,00 %", "Không đạt"),
    ]  # fmt: skip
    assert minutes.conclusion == ("Bỏ phiếu vòng 2 đối với: Hội Nông dân (chọn 01 đơn vị).",)


def test_the_paper_says_what_the_ballot_came_to(cast):
    text = text_of(kind.sheet(mixed(cast), issuer=cast.organisations.farmers, entry=entry()))
    for words in (
        "HỘI NÔNG DÂN",
        "Số: 05/BB-KTĐ",
        "BIÊN BẢN KIỂM PHIẾU",
        "Suy tôn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh",
        "Căn cứ Điều 9 Quy chế hoạt động của khối;",
        "Tổng số đơn vị có quyền bỏ phiếu: 04",
        "phát ra: 04; thu vào: 03; không thu được: 01. Phiếu hợp lệ: 02; không hợp lệ: 01.",
        "quá 1/2 tổng số đơn vị có quyền bỏ phiếu, tức ít nhất 03/04 phiếu đồng ý",
        "tổ trưởng tổ kiểm phiếu Lê Minh",
        "là đề nghị của khối",
        "Trần Thị Bình",
    ):
        assert words in text


def test_who_is_chosen_stands_in_the_conclusion(cast):
    ballot = make.voted(
        cast, make.opened(cast), front="front", union="front", farmers="front", youth="front"
    )
    assert kind.gather(ballot).conclusion == ("Được suy tôn: Ủy ban MTTQ.",)


def test_nobody_chosen_in_the_second_round_is_said(cast):
    votes = {"front": "front", "union": "farmers", "farmers": "farmers", "youth": ""}
    first = make.voted(cast, make.opened(cast), **votes)
    second = workflow.start_second_round(first, by=cast.chair, at=make.now())
    at = make.now()
    second = workflow.open_ballot(second, closes_at=at + make.HOUR, by=cast.chair, at=at)
    minutes = kind.gather(make.voted(cast, second, **votes))
    assert (minutes.round, minutes.conclusion) == (
        2,
        ("Không có đơn vị nào đạt đủ số phiếu cần thiết.",),
    )


def test_minutes_wait_for_the_close(cast):
    with pytest.raises(Refused, match="before the ballot is closed"):
        kind.gather(make.opened(cast))
    with pytest.raises(Refused, match="once the ballot is closed"):
        issued(make.opened(cast), cast.chair)


def test_the_chair_issues_and_replaces_the_minutes(cast):
    ballot = mixed(cast)
    with pytest.raises(NotChair):
        issued(ballot, cast.deputy)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    with pytest.raises(Refused, match="before voting ended"):
        issued(ballot, cast.chair, entry=entry(dated=yesterday))
    paper = issued(ballot, cast.chair)
    assert (paper.ballot, paper.emulation_year, paper.issuer) == (
        ballot, cast.year, cast.organisations.farmers,
    )  # fmt: skip
    assert paper.act.what.startswith("Ban hành Biên bản kiểm phiếu “Suy tôn đơn vị")
    with pytest.raises(Refused, match="Say why the new paper replaces it"):
        issued(ballot, cast.chair, entry=entry(number=6))
    again = issued(ballot, cast.chair, entry=entry(number=6), replace_reason="Sai ngày")
    assert again.replaces == paper
    assert set(Paper.objects.visible_to(cast.member)) == {paper, again}
    assert not Paper.objects.visible_to(cast.outsider).exists()


def test_two_ballots_of_a_year_have_minutes_each(cast):
    issued(mixed(cast), cast.chair)
    issued(mixed(cast), cast.chair, entry=entry(number=6))
    assert Paper.objects.count() == 2


def test_blank_papers_are_all_alike_and_as_many_as_vote_on_paper(cast):
    ballot = make.opened(cast, on_paper=("front", "union"))
    paper = ballot_blank.blank(ballot, issuer=cast.organisations.farmers)
    pdf = Measured(render_pdf(ballot_blank.TEMPLATE, {"paper": paper}))
    assert len(pdf.pages) == 2
    assert pdf.text(0) == pdf.text(1)
    text = " ".join(pdf.text(0).split())
    for words in (
        "PHIẾU SUY TÔN",
        f"Năm {cast.year.year}",
        "1 Ủy ban MTTQ",
        "3 Tỉnh đoàn",
        "“Đồng ý” không quá 01 đơn vị",
        "Dòng để trống là không có ý kiến",
    ):
        assert words in text


def test_blank_papers_are_for_who_leads_an_open_ballot_on_paper(cast, client):
    online, paper = make.opened(cast), make.opened(cast, on_paper=("front",))

    def answer(person, ballot):
        client.force_login(person)
        args = [cast.bloc.slug, cast.year.year, ballot.pk]
        return client.get(reverse("reports:ballot_blank", args=args))

    assert answer(cast.chair, online).status_code == 404
    assert answer(cast.member, paper).status_code == 403
    answered = answer(cast.chair, paper)
    assert answered["Content-Type"] == "application/pdf"
    assert "attachment" in answered["Content-Disposition"]


def test_the_chair_issues_the_minutes_on_the_page(cast, client):
    ballot = mixed(cast)
    client.force_login(cast.chair)
    args = [cast.bloc.slug, cast.year.year, ballot.pk]
    page = reverse("reports:ballot_minutes_issue", args=args)
    assert 'value="BB-KTĐ"' in client.get(page).content.decode()
    posted = {
        "number": 7, "symbol": "BB-KTĐ", "place": "Thái Sơn", "head": "Lê Minh",
        "dated": timezone.localdate().strftime("%d/%m/%Y"), "member": "Trần Thị Bình",
        "presiding": "Nguyễn Văn An",
    }  # fmt: skip
    assert client.post(page, posted).status_code == 302
    listed = client.get(reverse("reports:ballot_minutes", args=args)).content.decode()
    assert "07/BB-KTĐ" in listed
    assert client.get(
        reverse("reports:ballot_minutes_draft", args=args)
    )["Content-Type"] == "application/pdf"  # fmt: skip
