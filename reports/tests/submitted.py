"""A year whose list is ready to be submitted, for the tests of the submission and the dossier."""

from django.utils import timezone

from awards import workflow
from awards.tests import make as ballots
from awards.tests.nominating import announced, kind
from files import gate
from files.tests.make import PDF, upload
from reports.papers import Entry, Signature
from reports.workflow import issue_counting_minutes, issue_submission

RANKS = {"front": 1, "union": 2, "farmers": 3, "youth": 4}
COUNTERS = (
    Signature("Thành viên tổ kiểm phiếu", "Trần Thị Bình"),
    Signature("Tổ trưởng tổ kiểm phiếu", "Lê Minh"),
    Signature("Chủ trì", "Nguyễn Văn An"),
)
HEAD = (Signature("TM. Khối thi đua\nKhối trưởng\nChủ tịch Hội Nông dân", "Phạm Văn Dũng"),)


def ready(cast):
    """The leader is voted for the flag, the minutes are issued, report and file are there."""
    announced(cast, RANKS)
    names = dict.fromkeys(ballots.SIGNERS, "front")
    ballot = ballots.voted(cast, ballots.opened(cast, nominees=("front",)), **names)
    at = timezone.now()
    [given] = workflow.nominate_from_ballot(ballot, kind=kind("CO_TINH"), by=cast.chair, at=at)
    entry = Entry("BB-KTĐ", 5, timezone.localdate(), "Thái Sơn", COUNTERS)
    issue_counting_minutes(ballot, entry=entry, by=cast.chair, at=at)
    workflow.save_summary(given, summary="Vượt 12/12 chỉ tiêu", by=cast.chair, at=at)
    workflow.save_achievements(
        given, situation="Có 12 huyện", achievements="Vượt 12 chỉ tiêu\n- Quỹ: 3 tỷ",
        earlier_awards="", by=cast.member, at=at,
    )  # fmt: skip
    workflow.add_nomination_files(
        given, title="Xác nhận thuế", by=cast.member, at=at,
        uploads=[gate.accept(upload("Xác nhận thuế.pdf", PDF))],
    )  # fmt: skip
    return given


def entry(*, number=7, dated=None, signatures=HEAD):
    return Entry("TTr-KTĐ", number, dated or timezone.localdate(), "Thái Sơn", signatures)


def issued(cast, **fields):
    fields = {"entry": entry(), "note": "", "by": cast.chair, "at": timezone.now(), **fields}
    return issue_submission(cast.year, **fields)
