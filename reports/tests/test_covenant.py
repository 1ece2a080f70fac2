"""The covenant as a paper: what it says, where it stands; issued without a number."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.refusal import Refused
from blocs.models import LegalBasis
from blocs.workflow import NotChair
from files.storing import store
from pledges import workflow as pledges
from pledges.tests import make
from reports.kinds import covenant as kind
from reports.models import Paper
from reports.papers import Entry
from reports.pdf import render_pdf
from reports.workflow import current_paper, issue_covenant

from .measuring import Measured

LONG = 'Mở đầu “trích "lồng” của Thành ủy:\n- nội dung thứ nhất;\n- nội dung thứ hai.'


@pytest.fixture
def version(cast):
    """Open for signing: a long text, a target; the front has confirmed, the union has signed."""
    law = LegalBasis.objects.create(
        number="99/2022/QH15", title="Luật", citation="Luật Thi đua, khen thưởng năm 2022",
        in_force_on=dt.date(2024, 1, 1), is_usual=True,
    )  # fmt: skip
    draft = make.draft(cast, texts=(LONG, "Hai"), own=("union", "Riêng của LĐLĐ"))
    fields = {"title": draft.title, "theme": "Đoàn kết", "place": "Hội trường", "copies": 6}
    fields |= {"closing_terms": "Cam kết thực hiện.", "witness": "Ông Trương Hồng Dự\nSở Nội vụ"}
    draft = pledges.save_head(
        draft, **fields, dated=cast.today, bases=[law], revision=1, by=cast.chair, at=make.now()
    )
    make.target(draft.commitments.get(number=2), {cast.seats["front"]: "1200.5"}, by=cast.chair)
    opened = make.open_it(draft, by=cast.chair)
    make.sign(cast, opened, "front", reservations={2: "Chờ hướng dẫn"})
    make.on_paper(cast, opened, "union", full_name="Trần Văn Tiến", position="Chủ tịch")
    return opened


def entry(cast, place="Thái Sơn", **more):
    return Entry("", dated=cast.today, place=place, is_unnumbered=True, **more)


def issue(cast, version, **more):
    fields = {"entry": entry(cast), "by": cast.chair, "at": make.now()}
    return issue_covenant(version, **fields | more)


def sheet_of(version, **more):
    read, versions = make.read(version)
    return kind.sheet(versions, read, **more)


def test_its_values_are_plain_and_verbatim(cast, version):
    it = sheet_of(version).contents
    assert it.bases == ("Luật Thi đua, khen thưởng năm 2022",)
    assert [(c.number, c.owner) for c in it.commitments] == [
        (1, ""), (2, ""), (3, "Liên đoàn Lao động"),
    ]  # fmt: skip
    assert it.commitments[0].text == LONG
    [target] = it.commitments[1].targets
    assert (target.member, target.planned) == ("Ủy ban MTTQ", "1.200,5")
    front, union, farmers, _youth = it.parties
    assert front.confirmed[0] == "Đã xác nhận trên hệ thống"
    assert (union.full_name, union.confirmed) == ("Trần Văn Tiến", ())
    assert (farmers.full_name, farmers.confirmed) == ("", ())
    assert it.reservations == ("Ủy ban MTTQ - nội dung 2: Chờ hướng dẫn",)
    assert (it.copies, it.witness) == ("06", ("Ông Trương Hồng Dự", "Sở Nội vụ"))
    assert [len(row) for row in it.rows] == [2, 2]


def test_the_day_of_the_paper_stands_where_the_text_left_it_open(cast, version):
    read, versions = make.read(version)
    read.row.dated = None
    assert "…" in kind.sheet(versions, read).contents.day
    dated = kind.sheet(versions, read, entry=entry(cast)).contents.day
    assert str(cast.today.year) in dated
    assert "…" not in dated


@pytest.mark.parametrize("is_sample", [False, True])
def test_the_draft_says_so_and_each_page_bears_its_fingerprint(cast, version, is_sample):
    sheet = replace(sheet_of(version), is_sample=is_sample)
    pdf = Measured(render_pdf(sheet.template, {"sheet": sheet}))
    read, _all = make.read(version)
    assert len(pdf.pages) >= 2
    for page in range(len(pdf.pages)):
        text = pdf.text(page)
        assert "BẢN THẢO" in text
        assert ("SỐ LIỆU MINH HỌA" in text) == is_sample
        assert f"Bản 1 · giao-uoc/1 · SHA-256 {kind.fingerprint(read)}" in text
    whole = pdf.text()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in whole
    assert "Số:" not in whole
    assert f"BẢN GIAO ƯỚC THI ĐUA NĂM {cast.year.year}" in whole
    assert "ký số" not in whole.lower()
    assert set(pdf.sizes()) == {(210, 297)}


def test_the_grid_leaves_room_for_hand_and_seal(cast, version):
    sheet = sheet_of(version)
    pdf = Measured(render_pdf(sheet.template, {"sheet": sheet}))
    last = len(pdf.pages) - 1
    words = pdf.words(last)
    head = next(word for word in words if word.text == "NÔNG")
    dots = next(word for word in words if word.text.startswith("……") and word.top > head.top)
    assert dots.top - head.bottom > 30


def test_it_is_issued_without_number_and_stays_as_it_is(cast, version):
    paper = issue(cast, version)
    assert (paper.number, paper.type_code, paper.symbol, paper.full_number) == (None, None, "", "")
    assert (paper.covenant_version, paper.emulation_year) == (version, cast.year)
    assert paper.act.by == cast.chair
    assert str(paper) == paper.label == paper.title
    text = Measured(paper.file.path.read_bytes()).text()
    assert "BẢN THẢO" not in text
    with pytest.raises(Refused, match="Say why the new paper replaces it"):
        issue(cast, version)
    second = issue(cast, version, replace_reason="Đã ký đủ")
    assert second.replaces == paper
    about = {"kind": "covenant", "emulation_year": cast.year, "covenant_version": version}
    assert current_paper(**about) == second


def test_the_paper_of_an_earlier_version_stays_in_force_for_it(cast, version):
    first = issue(cast, version)
    make.sign(cast, version, "farmers", "youth")
    pledges.put_in_force(version, by=cast.chair, at=make.now())
    second = make.amended(cast, make.fresh(version), "Khác", number=2)
    paper = issue(cast, second)
    assert (paper.replaces, first.replacement) == (None, None)
    contents = sheet_of(second).contents
    assert contents.amended == "(Sửa đổi, bổ sung lần 1)"


def test_who_is_not_touched_is_printed_as_signed_before(cast, version):
    make.sign(cast, version, "farmers", "youth")
    pledges.put_in_force(version, by=cast.chair, at=make.now())
    second = make.amended(cast, make.fresh(version), "Riêng, sửa", number=3)
    front = sheet_of(second).contents.parties[0]
    assert front.note == "Đã ký bản 1, không bị ảnh hưởng"


def test_what_is_not_issued(cast, version):
    draft = make.draft(cast, year=cast.last_year)
    with pytest.raises(Refused, match="A draft is not issued"):
        issue(cast, draft)
    with pytest.raises(NotChair):
        issue(cast, version, by=cast.deputy)
    with pytest.raises(Refused, match="a place and a day"):
        issue(cast, version, entry=entry(cast, place=" "))
    later = cast.today + dt.timedelta(days=1)
    wrong = Entry("", dated=later, place="Thái Sơn", is_unnumbered=True)
    with pytest.raises(Refused, match="after today"):
        issue(cast, version, entry=wrong)
    with pytest.raises(Refused, match="a number, a place and a day"):
        issue(cast, version, entry=Entry("", dated=cast.today, place="Thái Sơn"))
    assert not Paper.objects.exists()


def test_expired_bases_are_named_on_the_page(client, cast, version):
    LegalBasis.objects.filter(number="99/2022/QH15").update(
        ended_on=cast.today - dt.timedelta(days=1)
    )
    client.force_login(cast.chair)
    address = reverse("reports:covenant_issue", args=[cast.bloc.slug, cast.year.year, 1])
    page = client.get(address).content.decode()
    assert "Luật Thi đua, khen thưởng năm 2022" in page
    day = cast.today.strftime("%d/%m/%Y")
    client.post(address, {"dated": day, "place": "Thái Sơn"})
    paper = Paper.objects.get()
    file = client.get(reverse("reports:paper_file", args=[paper.pk]))
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    client.force_login(cast.member)
    papers = reverse("reports:covenant_papers", args=[cast.bloc.slug, cast.year.year, 1])
    assert paper.title in client.get(papers).content.decode()


def test_the_database_knows_a_covenant_has_no_issuer_and_no_number(cast, version):
    paper = issue(cast, version)
    file = store(make.scan(), by=cast.chair, at=make.now())
    fields = {f.attname: getattr(paper, f.attname) for f in Paper._meta.concrete_fields}
    fields |= {"id": None, "file_id": file.pk, "act_id": None, "replaces_id": paper.pk}
    fields["replace_reason"] = "Sai"
    for name, change in (
        ("paper_has_a_number_unless_it_is_a_covenant", {"number": 5}),
        ("paper_has_a_number_unless_it_is_a_covenant", {"symbol": "BB-KTĐ"}),
        ("covenant_paper_is_of_a_version", {"issuer_id": cast.organisations.front.pk}),
        ("covenant_paper_is_of_a_version", {"kind": "year_end"}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Paper.objects.create(**fields | change)
