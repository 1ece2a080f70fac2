"""The chair is handed over, and the rights move by themselves."""

import datetime as dt

import pytest
from django.utils import timezone

from emulation.demo import minh_hoa
from emulation.demo.accounts import PASSWORD
from emulation.demo.minh_hoa import NAME
from vietnamese.dates import short_date

from .handing_over import hand_over_today
from .pictures import take

pytestmark = pytest.mark.browser

PLAN = "Kế hoạch phát động thi đua “Lao động giỏi”"
INVITATION = "Giấy mời họp khối"


@pytest.fixture
def paper():
    """A file that no page has yet, under a Vietnamese name."""
    source = minh_hoa.__file__.replace("minh_hoa.py", minh_hoa.REGULATION_FILE)
    with open(source, "rb") as regulation:
        content = regulation.read() + b"% ban in lan hai\n"
    return {"name": "Kế hoạch số 05.pdf", "mimeType": "application/pdf", "buffer": content}


def test_the_chair_moves_today_with_its_rights(demonstration, arrive, paper):
    staff, chair, receiver, member = (
        arrive().sign_in(name, PASSWORD).follow(NAME)
        for name in ("nhanvien", "khoitruong", "khoitruong-moi", "thanhvien")
    )
    form_of_papers = _publish_with_a_file(chair, paper)
    _read_and_download(member, paper)

    hand_over_today(staff)
    staff.link("Revoke the handover").wait_for()

    chair.open("/").follow(NAME).sees_no("Publish a paper")
    take(staff, "ban-giao")
    chair.open(form_of_papers, status=403).is_at("You may not do this")
    assert chair.page.get_by_text("Mã lỗi: 403").count()
    take(chair, "khong-co-quyen")
    receiver.open("/").follow(NAME).sees("Your organisation is in the chair of this bloc today.")
    last_day = short_date(timezone.localdate() - dt.timedelta(days=1))
    receiver.sees("until the end of %(day)s", day=last_day)
    take(receiver, "nam-sau-ban-giao")
    _publish(receiver, INVITATION)
    member.open("/").follow(NAME).follow(INVITATION).is_at(INVITATION)

    _cannot_revoke(staff)


def _publish_with_a_file(chair, paper):
    """Return the address of the form."""
    chair.follow("Publish a paper")
    address = chair.page.url
    chair.press("Publish").sees("This field is required.")
    take(chair, "van-ban-moi-loi")
    chair.choose("kind", "plan").write({"title": PLAN, "text": "Kính gửi các thành viên."})
    chair.field("Files").set_input_files(paper)
    chair.press("Publish").is_at(PLAN).sees("The paper has been published.")
    take(chair, "van-ban-da-ban-hanh")
    return address


def _publish(chair, title):
    chair.follow("Publish a paper").write({"title": title, "text": "8 giờ, tại trụ sở."})
    chair.press("Publish").is_at(title)


def _read_and_download(member, paper):
    member.open("/").follow(NAME).follow(PLAN).sees("Kính gửi các thành viên.")
    assert member.download(paper["name"]) == (paper["name"], paper["buffer"])


def _cannot_revoke(staff):
    """Neither from the page, where the link is gone, nor from one that was left open."""
    handover = staff.page.url
    staff.follow("Revoke the handover").sees(INVITATION).write({"Reason": "Ghi nhầm đơn vị nhận"})
    staff.press("Revoke the handover").sees(
        "The receiver has already acted (%(count)s acts). Record a new handover instead.", count=1
    )
    staff.open(handover).sees(
        "The receiver has already acted, so this handover is no longer revoked. "
        "A mistake is corrected by a new handover."
    )
    assert not staff.link("Revoke the handover").count()
