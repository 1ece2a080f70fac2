"""What the invented province makes of last year's submission, as far as it has come. All a sample.

In January and February after the year: opinions, appraisal, the council, decision, handing over.
One nominee is not passed. Nobody is nominated for the Government's flag: 20 % of one bloc are none
(docs/field.md §1.10, R2).
"""

import datetime as dt

from django.utils import timezone

from awards import workflow
from awards.models import Nomination

from .minh_hoa_awards import ISSUER

AGENCY = "Công an tỉnh Minh Họa"
ANSWER = "Chưa phát hiện vi phạm pháp luật của các đơn vị được hỏi ý kiến (minh họa)."
ANSWER_PAPER = "Công văn số 27/CAT (minh họa)"
REFUSED = "Tỉnh đoàn"
SUITABLE = "Hồ sơ đầy đủ, đúng đối tượng, tiêu chuẩn (minh họa)."
UNSUITABLE = "Chưa đủ 02 năm liên tục hoàn thành xuất sắc nhiệm vụ (minh họa)."
COUNCIL = {
    "name": "Phiên họp Hội đồng Thi đua - Khen thưởng tỉnh Minh Họa",
    "members": 15,
    "present": 13,
    "written": 2,
    "document": "Biên bản số 02/BB-HĐTĐKT (minh họa)",
}
AGREED, DISAGREED = (14, 1, ""), (5, 10, UNSUITABLE)
NUMBER, SIGNER = "128/QĐ-UBND", "Người minh họa thứ chín"
ACHIEVEMENT = "Hoàn thành xuất sắc nhiệm vụ, dẫn đầu phong trào thi đua của khối (minh họa)"
ANNOUNCEMENT = "Số liệu minh họa: quyết định được dựng để dùng thử phần mềm."
OCCASION = "Hội nghị triển khai công tác thi đua, khen thưởng (minh họa)"


class Council:
    """A year's submission on its way; each step has its day (month, day) of the year after."""

    def __init__(self, year, people, at):
        self.year, self.at, self.staff = year, at, people["nhanvien"]
        self.province = year.bloc.province
        self.submission = year.submissions.get()
        self.steps = (
            ((1, 6), self.ask),
            ((1, 14), self.answer),
            ((1, 16), self.appraise),
            ((1, 22), self.vote),
            ((1, 30), self.decide),
            ((2, 6), self.hand_over),
        )

    def go_as_far_as_it_is(self):
        for (month, day), step in self.steps:
            on = dt.date(self.year.year + 1, month, day)
            if on > timezone.localdate(self.at):
                return
            moment = timezone.make_aware(dt.datetime.combine(on, dt.time(9)))
            step(on, {"by": self.staff, "at": min(moment, self.at)})

    def rows(self, **which):
        rows = Nomination.objects.filter(submission=self.submission, **which)
        return rows.select_related("seat__organisation", "kind").order_by("pk")

    def ask(self, day, how):
        keys = [row.pk for row in self.rows(kind__type="flag")]
        due_on = day + dt.timedelta(days=10)
        workflow.ask_agency(
            self.submission, nominations=keys, agency=AGENCY, asked_on=day, due_on=due_on, **how
        )

    def answer(self, day, how):
        said = {"verdict": "agrees", "text": ANSWER, "document": ANSWER_PAPER}
        for row in self.rows(kind__type="flag"):
            workflow.record_opinion(row.opinions.get(), answered_on=day, **said, **how)

    def appraise(self, day, how):
        for row in self.rows():
            fits = not _is_refused(row)
            conclusion = SUITABLE if fits else UNSUITABLE
            workflow.appraise(
                row, is_favourable=fits, conclusion=conclusion, appraised_on=day, **how
            )

    def vote(self, day, how):
        session = workflow.record_session(
            self.province, self.year.year, held_on=day, **COUNCIL, **how
        )
        votes = {row.pk: DISAGREED if _is_refused(row) else AGREED for row in self.rows()}
        workflow.save_votes(session, votes=votes, **how)
        workflow.finish_session(session, **how)

    def decide(self, day, how):
        decision = workflow.decide(
            self.province,
            nominations=[row.pk for row in self.rows(state="passed")],
            achievement=ACHIEVEMENT,
            number=NUMBER,
            dated=day,
            issuer=ISSUER,
            signer=SIGNER,
            signer_position="Chủ tịch",
            subject=f"Khen thưởng thành tích thi đua năm {self.year.year} (minh họa)",
            **how,
        )
        workflow.publish_decision(decision, announcement=ANNOUNCEMENT, by=how["by"])

    def hand_over(self, day, how):
        [decision] = self.province.decisions.filter(number=NUMBER)
        keys = [award.pk for award in decision.awards.all()]
        workflow.hand_over_awards(decision, awards=keys, handed_on=day, occasion=OCCASION, **how)


def _is_refused(row):
    return row.seat.organisation.short_name == REFUSED


def load_council(year, people, *, at):
    """Bring the submission of a closed year as far as the province is with it."""
    Council(year, people, at).go_as_far_as_it_is()
