"""The list goes to the province once nothing is missing, and comes back when it is sent back."""

import pytest
from django.utils import timezone

from accounts.refusal import Refused
from awards import workflow
from awards.models import Nomination, Submission
from awards.workflow import record_submission
from blocs.workflow import NotChair, close_year
from files import gate
from files.tests.make import PDF, upload

from . import make
from .nominating import announced, kind, nomination, sent_back, signed_minutes

pytestmark = pytest.mark.usefixtures("law")
RANKS = {"front": 1, "union": 2, "farmers": 3, "youth": 4}


def submit(cast, by=None, **more):
    return record_submission(cast.year, by=by or cast.chair, at=timezone.now(), **more)


def voted(cast, name="front"):
    """The provincial flag for a member by everybody's vote; the ballot."""
    ballot = make.voted(
        cast, make.opened(cast, nominees=(name,)), **dict.fromkeys(make.SIGNERS, name)
    )
    at = timezone.now()
    workflow.nominate_from_ballot(ballot, kind=kind("CO_TINH"), by=cast.chair, at=at)
    return ballot


@pytest.fixture
def ready(cast):
    """The leader is voted for the flag, with minutes and a summary: nothing is missing."""
    announced(cast, RANKS)
    cast.ballot = voted(cast)
    signed_minutes(cast, cast.ballot)
    [cast.nomination] = cast.year.nominations.all()
    summarise(cast, cast.nomination)
    return cast


def summarise(cast, given, text="Hoàn thành xuất sắc"):
    return workflow.save_summary(given, summary=text, by=cast.chair, at=timezone.now())


def test_everything_that_is_missing_is_said_at_once(cast):
    with pytest.raises(Refused) as refused:
        submit(cast)
    assert str(refused.value) == (
        "The standing of the year is not announced yet. Nobody is nominated yet."
    )
    announced(cast, RANKS)
    voted(cast)
    nomination(cast.year, cast.seats["union"], "BK_TINH", summary="")
    with pytest.raises(Refused) as refused:
        submit(cast)
    text = str(refused.value)
    assert "The counting minutes of “Suy tôn đơn vị đề nghị tặng Cờ" in text
    assert "A summary of achievements is missing for: Ủy ban MTTQ: Cờ thi đua của UBND" in text
    assert "R5" not in text  # nobody entered results of earlier years: a note, which holds nothing
    assert not Submission.objects.exists()


def test_the_list_is_submitted_by_an_act_of_the_chair(ready):
    with pytest.raises(NotChair):
        submit(ready, by=ready.deputy)
    given = submit(ready, what="Trình Tờ trình số 05/TTr-KTĐ", note="Năm 2026 …")
    assert (given.number, given.note) == (1, "Năm 2026 …")
    assert given.act.what == "Trình Tờ trình số 05/TTr-KTĐ"
    [line] = given.nominations.all()
    assert (line.state, line.rank, str(line.points), line.agree) == ("submitted", 1, "99.00", 4)
    assert [(step.state, step.act_id) for step in line.steps.order_by("pk")][-1] == (
        "submitted", given.act_id,
    )  # fmt: skip
    with pytest.raises(Refused, match="is with the province"):
        submit(ready)


def test_points_and_ranks_are_those_of_the_standing_announced_last(ready):
    announced(ready, {"front": 1, "union": 1, "farmers": 3, "youth": 4})
    Nomination.objects.update(rank=4)
    [line] = submit(ready).nominations.all()
    assert line.rank == 1


def test_a_line_without_a_known_member_is_in_no_submission(ready):
    past = workflow.record_past_nomination(
        ready.year, kind=kind("CO_CP"), member_stated="các đơn vị", by=None
    )
    given = submit(ready)
    past.refresh_from_db()
    assert (past.submission, past.state) == (None, "proposed")
    assert given.nominations.count() == 1
    sent_back(given, ready.staff)
    workflow.withdraw_nomination(ready.nomination, why="Thôi", by=ready.chair, at=timezone.now())
    with pytest.raises(Refused, match="Nobody is nominated yet"):
        submit(ready)


def test_what_the_province_sends_back_is_changed_and_submitted_anew(ready):
    first = submit(ready)
    with pytest.raises(Refused, match="with the province"):
        summarise(ready, ready.nomination)
    sent_back(first, ready.staff, why="Thiếu số liệu")
    summarise(ready, ready.nomination, "Có số liệu")
    second = submit(ready)
    assert (second.number, second.nominations.get().summary) == (2, "Có số liệu")
    assert [step.why for step in ready.nomination.steps.filter(state="proposed")] == [
        "Theo kết quả bỏ phiếu", "Thiếu số liệu",
    ]  # fmt: skip
    close_year(ready.year, by=ready.staff, at=timezone.now(), why="Xong")
    with pytest.raises(Refused, match="closed"):
        submit(ready)


# --- achievement reports and files

PARTS = {"situation": "Có 12 huyện", "achievements": "Vượt chỉ tiêu", "earlier_awards": ""}


def test_the_nominee_writes_its_report_until_it_is_submitted(ready):
    at = timezone.now()
    write = workflow.save_achievements
    report = write(ready.nomination, **PARTS, by=ready.member, at=at)
    assert (report.by, report.achievements) == (ready.member, "Vượt chỉ tiêu")
    with pytest.raises(NotChair):
        write(ready.nomination, **PARTS, by=ready.deputy, at=at)
    with pytest.raises(Refused, match="Tell the achievements"):
        write(ready.nomination, **{**PARTS, "achievements": " "}, by=ready.member, at=at)
    write(ready.nomination, **{**PARTS, "situation": "Sửa"}, by=ready.chair, at=at)
    report.refresh_from_db()
    assert (report.situation, report.by) == ("Sửa", ready.chair)
    assert ready.year.chair_acts.filter(what__startswith="Nhập báo cáo thành tích").exists()
    submit(ready)
    with pytest.raises(Refused, match="with the province"):
        write(ready.nomination, **PARTS, by=ready.member, at=at)


def test_files_are_added_through_the_gate_and_withdrawn_with_a_reason(ready):
    at, nominee = timezone.now(), ready.member
    [file] = workflow.add_nomination_files(
        ready.nomination, title="Xác nhận thuế", by=nominee, at=at,
        uploads=[gate.accept(upload("thue.pdf", PDF))],
    )  # fmt: skip
    assert (file.title, file.file.name) == ("Xác nhận thuế", "thue.pdf")
    with pytest.raises(Refused, match="Choose a file"):
        workflow.add_nomination_files(ready.nomination, title="x", uploads=[], by=nominee, at=at)
    with pytest.raises(Refused, match="Say why"):
        workflow.withdraw_nomination_file(file, why="", by=nominee, at=at)
    gone = workflow.withdraw_nomination_file(file, why="Bản cũ", by=nominee, at=at)
    assert gone.withdrawn_why == "Bản cũ"
    with pytest.raises(Refused, match="already withdrawn"):
        workflow.withdraw_nomination_file(file, why="Bản cũ", by=nominee, at=at)
