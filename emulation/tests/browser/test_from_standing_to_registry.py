"""From the standing of a bloc to the registry of the province, by the people it is for."""

import io
import re
import zipfile

import pytest
from django.utils import timezone

from emulation.demo.minh_hoa import NAME
from scoring.sheet import read_standing
from vietnamese.dates import short_date

from . import ballot_stage, year_work
from .looking import PHONE
from .pictures import keep, take
from .test_every_address import signed_in

pytestmark = pytest.mark.browser

FLAG = "Cờ thi đua của UBND tỉnh"
BALLOT = "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh (minh họa)"
SIGNED = {
    "Number of the paper": "9",
    "Place of issue": "Minh Họa",
    "Head of the counters": "Lê Văn Hà",
    "Member of the counters": "Trần Thị Bình",
    "Signs as who presided": "Nguyễn Văn An",
}
SUBMITTED = {
    "Summary of the year": "Khối hoàn thành các chỉ tiêu đã ký trong giao ước.",
    "Number of the paper": "21",
    "Place of issue": "Minh Họa",
    "Full name of who signs": "Nguyễn Văn An",
    "Position of who signs": "Chủ tịch Liên đoàn Lao động tỉnh",
}
SUMMARY = "Dẫn đầu phong trào thi đua, vượt các chỉ tiêu đã đăng ký."
ACHIEVED = "Xây dựng 12 mô hình; vận động 4 tỷ đồng giúp hộ nghèo."
COUNCIL = {
    "session": "Phiên họp thứ hai",
    "members of the council in all": "15",
    "members present": "13",
    "written opinions of absent members": "2",
}
TOLD = "Hoàn thành xuất sắc nhiệm vụ, dẫn đầu phong trào thi đua"
NUMBER = "77/QĐ-UBND"


@pytest.fixture
def bloc(demonstration):
    bloc = ballot_stage.bloc_of_today()
    ballot_stage.finish_the_scores(bloc)
    return bloc


def test_from_the_standing_to_the_registry(bloc, arrive):
    def come(name, **how):
        return signed_in(arrive(**how), bloc.people[name])

    chair = come("khoitruong")
    page = f"/khoi/{bloc.year.bloc.slug}/{bloc.year.year}/"
    _announces(chair.open(f"{page}diem/"))
    leaders = _leaders(bloc)
    nominees = {seat.pk for seat in leaders[:3]}
    chair.open(f"{page}bo-phieu/").follow(BALLOT)
    ballot_stage.change_and_open(chair, nominees)

    agreed = [seat.organisation.name for seat in leaders[:2]]
    address = chair.page.url
    _members_vote(bloc, come, arrive, address, agreed)
    ballot_stage.vote(chair.open(address), agreed)
    ballot_stage.vote_at_home(bloc, [seat.organisation.short_name for seat in leaders[:2]])
    _closes(chair.open(address), agreed)
    _issues_minutes(chair)

    chair.open(address).follow("Award nominations")
    _nominates(chair, agreed)
    _writes_its_report(come, bloc, leaders, f"{page}khen-thuong/")
    _submits(chair.open(f"{page}khen-thuong/"), agreed)

    staff = come("nhanvien").open("/")
    _appraises(staff, bloc, agreed)
    _council_passes(staff, len(agreed))
    _decides(staff)
    _is_found(come("thanhvien", size=PHONE), agreed)


def _leaders(bloc):
    return [result.member for result in read_standing(bloc.year).standings if result.rank]


def _announces(chair):
    chair.follow("Announced standings").follow("Announce the standing")
    chair.write({"Paper": "Thông báo số 12/TB-KTĐ"})
    chair.press("Announce").sees("The standing has been announced.")


def _members_vote(bloc, come, arrive, address, agreed):
    """One on a phone; of a member whom two sign for, the second finds that it has voted."""
    ballot_stage.vote(come("thanhvien", size=PHONE).open(address), agreed)
    farmers = come("khoitruong-moi").open(address)
    take(farmers, "bo-phieu")
    ballot_stage.vote(farmers, agreed)
    second = signed_in(arrive(), ballot_stage.signer(bloc, "HND", "nguoi-ky-thu-hai"))
    second.open(address).sees("has voted")
    assert second.link("Vote").count() == 0


def _closes(chair, agreed):
    chair.sees("Voting is over. The result appears once the ballot is closed.")
    chair.follow("Close the ballot").press("Close the ballot")
    chair.sees("The ballot is closed. This is its result.")
    for name in agreed:
        row = chair.page.get_by_role("row").filter(has_text=name)
        assert "6" in row.inner_text()
    take(chair, "bo-phieu-ket-qua")


def _issues_minutes(chair):
    chair.follow("Counting minutes").follow("Issue the minutes").write(SIGNED)
    chair.press("Issue").sees("%(number)s is issued.", number="09/BB-KTĐ")
    _name, content = chair.download(f"{chair.word('Download')} 09/BB-KTĐ")
    words = year_work.text_of(content)
    for expected in (
        "BIÊN BẢN KIỂM PHIẾU",
        "có quyền bỏ phiếu: 06",
        "Lê Văn Hà",
        "SỐ LIỆU MINH HỌA",
    ):
        assert expected in words
    keep(content, "bien-ban-kiem-phieu.pdf")


def _nominates(chair, agreed):
    chair.follow(BALLOT).choose("Award", FLAG).press("Nominate")
    for name in agreed:
        chair.follow(name).follow("Write the summary")
        chair.page.locator("main textarea").fill(SUMMARY)
        chair.press("Save")
        chair.sees("The summary is saved.")
        chair.follow("Award nominations", within=chair.crumbs())
    take(chair, "de-nghi")


def _writes_its_report(come, bloc, leaders, nominations):
    """Whoever is nominated and has an account writes its own report."""
    accounts = {"LĐLĐ": "khoitruong", "HND": "khoitruong-moi", "CCB": "thanhvien"}
    [seat, *_] = [seat for seat in leaders[:2] if seat.organisation.short_name in accounts]
    person = come(accounts[seat.organisation.short_name])
    person.open(nominations).follow(seat.organisation.name).follow("Write the report")
    person.write({"II. Achievements": ACHIEVED}).press("Save")
    person.sees("The achievement report is saved.").sees(ACHIEVED)


def _submits(chair, agreed):
    chair.follow("Submission and dossier").follow("Issue the submission").write(SUBMITTED)
    chair.press("Issue").sees("%(number)s is issued.", number="21/TTr-KTĐ")
    take(chair, "to-trinh")
    _name, content = chair.download(f"{chair.word('Download')} 21/TTr-KTĐ")
    words = year_work.text_of(content)
    for expected in ("TỜ TRÌNH", "21/TTr-KTĐ", FLAG, SUMMARY, *agreed):
        assert expected in words
    keep(content, "to-trinh.pdf")
    name, content = chair.download("Download the dossier (ZIP)")
    with zipfile.ZipFile(io.BytesIO(content)) as dossier:
        assert dossier.testzip() is None
        papers = dossier.namelist()
    assert name.endswith(".zip")
    assert len([each for each in papers if each.endswith(".pdf")]) >= 4


def _appraises(staff, bloc, agreed):
    """From the province's page of the year: another agency is asked, every nominee appraised."""
    staff.follow("Commendation", within=staff.sections()).follow(str(bloc.year.year))
    line = staff.page.get_by_role("row").filter(has_text=NAME)
    take(staff, "tinh-nam")
    staff._go(line.get_by_role("link", name=re.compile("^Lần 1")))
    staff.follow("Ask another agency").write({"Agency asked": "Công an tỉnh"})
    staff.press("Record the question").sees("The question is recorded.")
    submission = staff.page.url
    staff.follow(agreed[0])
    staff.follow(f"{staff.word('Record the answer')} Công an tỉnh")
    staff.write({"Answered on": short_date(timezone.localdate())})
    staff.page.locator('[name="verdict"][value="agrees"]').check()
    staff.press("Save the opinion").sees("The opinion is saved.")
    for name in agreed:
        staff.open(submission).follow(f"{staff.word('Appraise')} {name}")
        staff.page.locator('[name="is_favourable"][value="yes"]').check()
        staff.write({"Conclusion": "Đủ điều kiện."})
        staff.press("Save the appraisal").sees("The appraisal is saved.")
    take(staff, "tham-dinh")


def _council_passes(staff, count):
    staff._go(staff.crumbs().get_by_role("link").nth(2))
    staff.follow("Record a session of the council")
    staff.write(COUNCIL | {"Held on": _today()})
    staff.press("Record the session").follow("Enter the votes")
    for field in staff.page.locator('main [name^="agree_"]').all():
        field.fill("14")
    for field in staff.page.locator('main [name^="disagree_"]').all():
        field.fill("1")
    staff.press("Save the votes").sees("The votes are saved.")
    staff.follow("Finish").press("Finish the session")
    staff.sees("The session is finished, and the blocs are told.")
    assert staff.page.get_by_role("row").filter(has_text="14").count() == count
    take(staff, "phien-hop")


def _decides(staff):
    """Shown first, then recorded; and made public, so that whoever signs in finds it."""
    staff._go(staff.crumbs().get_by_role("link").nth(2))
    staff.follow("Record a decision")
    staff.write({"Achievement": TOLD, "Number and symbol": NUMBER, "Signed by": "Trần Văn An"})
    staff.write({"subject": "Khen thưởng năm"}).press("See what will be recorded")
    staff.sees("This will be recorded")
    take(staff, "quyet-dinh-xem-truoc")
    staff.press("Record the decision").sees(NUMBER)
    staff.follow("In the registry").follow("Make public").press("Make public")
    staff.sees("Everybody who signs in can read the decision now.")


def _is_found(member, agreed):
    """On a phone, typed without accents."""
    member.open("/").search("uy ban nhan dan 77/qd ubnd").sees("Nothing found")
    member.search("77/qd").follow(NUMBER).sees(TOLD)
    for name in agreed:
        member.sees(name)
    take(member, "so-khen-thuong")


def _today():
    return short_date(timezone.localdate())
