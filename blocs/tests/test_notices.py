"""Papers of the bloc: published and withdrawn by the chair's right, never changed."""

import datetime as dt
import io

import pytest

from accounts.refusal import Refused
from blocs import workflow
from blocs.models import ChairAct, Notice
from files import gate

from . import make

NOON = dt.datetime(2026, 12, 20, 5, tzinfo=dt.UTC)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


class Upload(io.BytesIO):
    name, size = "Quy chế.pdf", len(PDF)


@pytest.fixture
def year(db):
    return make.year(make.bloc(province=make.province("Thái Sơn")))


@pytest.fixture
def chair(year):
    seat = make.seat(year, make.organisation("Hội A"))
    make.term(seat, dt.date(2026, 1, 5))
    person = make.user("khoi-truong")
    make.representative(person, seat.organisation)
    return person


@pytest.fixture
def staff(year):
    person = make.user("nhan-vien")
    make.staff(person, year.bloc.province)
    return person


def publish(year, by, **fields):
    fields = {"kind": "plan", "title": "Kế hoạch", "text": "Nội dung", **fields}
    return workflow.publish_notice(year, **fields, by=by, at=NOON)


def withdraw(notice, by, **fields):
    fields = {"withdraw_reason": "Sai số liệu", **fields}
    return workflow.withdraw_notice(notice, **fields, by=by, at=NOON)


def test_the_chair_publishes_a_paper_with_its_files_and_leaves_an_act(year, chair):
    notice = publish(year, chair, uploads=[gate.accept(Upload(PDF))])

    notice = Notice.objects.get()
    act = notice.published
    assert (notice.emulation_year, notice.kind, notice.title, notice.text) == (
        year,
        "plan",
        "Kế hoạch",
        "Nội dung",
    )
    assert (act.capacity, act.right, act.by, act.at) == ("chair", "notices", chair, NOON)
    assert "Kế hoạch" in act.what
    [file] = [each.file for each in notice.files.all()]
    assert (file.name, file.uploaded_by, file.path.read_bytes()) == ("Quy chế.pdf", chair, PDF)


def test_a_long_title_fits_into_its_act(year, chair):
    notice = publish(year, chair, title="Đ" * 300)
    assert len(notice.published.what) <= 300
    assert len(withdraw(notice, chair).withdrawn.what) <= 300


def test_a_paper_is_withdrawn_for_a_reason_and_stays(year, chair):
    notice = publish(year, chair)
    with pytest.raises(Refused, match="Say why the paper is withdrawn"):
        withdraw(notice, chair, withdraw_reason="  ")
    assert ChairAct.objects.count() == 1  # the refused act was undone

    withdraw(notice, chair)

    notice.refresh_from_db()
    assert (notice.withdraw_reason, notice.withdrawn.by, notice.text) == (
        "Sai số liệu",
        chair,
        "Nội dung",
    )
    with pytest.raises(Refused, match="already withdrawn"):
        withdraw(notice, chair)
    assert ChairAct.objects.count() == 2


def test_staff_publish_and_withdraw_in_place_of_the_chair_for_a_reason(year, chair, staff):
    with pytest.raises(Refused, match="in place of the chair"):
        publish(year, staff)
    notice = publish(year, staff, reason="Khối trưởng đi vắng")
    with pytest.raises(Refused, match="in place of the chair"):
        withdraw(notice, staff)
    withdraw(notice, staff, reason="Khối trưởng đi vắng")

    assert [act.capacity for act in ChairAct.objects.all()] == ["stand_in", "stand_in"]


def test_staff_are_told_that_a_paper_is_withdrawn_before_they_are_asked_why(year, chair, staff):
    notice = publish(year, chair)
    withdraw(notice, chair)

    with pytest.raises(Refused, match="already withdrawn"):
        withdraw(notice, staff)
    assert ChairAct.objects.count() == 2


def test_whoever_is_not_chair_publishes_nothing_and_withdraws_nothing(year, chair):
    notice, other = publish(year, chair), make.user("thanh-vien")
    make.representative(other, make.seat(year, make.organisation("Hội B")).organisation)
    with pytest.raises(workflow.NotChair):
        publish(year, other, uploads=[gate.accept(Upload(PDF))])
    with pytest.raises(workflow.NotChair):
        withdraw(notice, other)
    assert (Notice.objects.count(), ChairAct.objects.count()) == (1, 1)


def test_in_a_closed_year_nothing_is_published_or_withdrawn(year, chair, staff):
    notice = publish(year, chair)
    workflow.close_year(year, by=staff, at=NOON)
    for step in (lambda: publish(year, chair), lambda: withdraw(notice, chair)):
        with pytest.raises(Refused, match="2026 is closed"):
            step()
