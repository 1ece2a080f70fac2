"""The invented bloc's scores on their way through the stages this year. All of it is a sample.

Days are counted from the day of loading, so that it makes sense whenever it is loaded. The chair
and its deputy have scored themselves, and each was checked by the other; the one has explained a
figure and was answered, the other contests one and waits. A third was sent its sheet back, and may
correct it. The other three were silent, and stay empty.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from files.gate import accept
from scoring.entries import EMPTY, Entry
from scoring.models import Stage
from scoring.procedure import StageRule
from scoring.workflow import (
    accept_rest,
    add_evidence,
    choose_stages,
    finish_check,
    refuse_evidence,
    save_check,
    save_self,
    send_back,
    state_as_checker,
    state_as_member,
    submit_self,
)

from .minh_hoa_progress import PROOF

DAY = dt.timedelta(days=1)
ANSWER_DAYS = 7
JUDGED = "Tự đánh giá theo kết quả cả năm (minh họa)"
CODES = "I.1 I.2 I.3 I.4 I.5 I.6 I.7 II.1 II.2 II.3 II.4 II.5 III.1 III.2 III.3 III.4 III.5 IV.2"
# Figure, or figure/target; of tiers with names the number of the tier.
SELF = {
    "LĐLĐ": "98 114 1314/1200 19/20 475/500 3 1 56 1 1 3 27 3 8 72 0 0 2",
    "HND": "97 112 902/950 15/16 380/400 3 3 57 1 1 3 27 3 7 75 1 0 1",
    "CCB": "95 110 322/300 9/10 285/300 4 1 57 2 1 3 28 3 6 66 1 1 2",
}
# For which member: code, what the checker found, and why.
FOUND = {
    "LĐLĐ": [
        ("I.2", "112", "Một cuộc vận động chưa có số liệu kết quả (minh họa)"),
        ("I.6", "2", "Một mô hình chưa có quyết định công nhận (minh họa)"),
    ],
    "HND": [
        ("II.1", "54", "Hai cơ sở chưa đăng ký nội dung học tập và làm theo Bác (minh họa)"),
        ("III.5", "1", "Hồ sơ sơ kết thiếu biểu số liệu (minh họa)"),
    ],
}
EXPLAINED = "I.6", "Quyết định công nhận mô hình thứ ba ban hành cuối tháng trước (minh họa)."
ANSWERED = "Đã đối chiếu: quyết định có sau ngày chốt số liệu; đề nghị khối xem xét (minh họa)."
CONTESTED = "III.5", "Đề nghị xem lại: biểu số liệu đã gửi bổ sung ngay trong ngày (minh họa)."
SENT_BACK = "Minh chứng mục IV.2 không đọc được; đề nghị gửi lại, bổ sung mục III.2 (minh họa)"
REFUSED = "Bản chụp mờ, không đọc được số quyết định (minh họa)"
PEOPLE = {"LĐLĐ": "khoitruong", "HND": "khoitruong-moi", "CCB": "thanhvien"}


class Stages:
    """The sheets of a year; moments are days before `at`, never before the chair's first one."""

    def __init__(self, criteria_set, people, *, since, at):
        self.year, self.people = criteria_set.emulation_year, people
        self.since, self.at, self.today = since, at, timezone.localdate(at)
        self.criteria = {each.code: each for each in criteria_set.criteria.all()}
        seats = self.year.seats.select_related("organisation")
        self.seats = {seat.organisation.short_name: seat for seat in seats}

    def how(self, name, days_ago, *, as_member=True):
        """Who of which member, and when: what a term is needed for, not before it began."""
        day = self.today - days_ago * DAY
        moment = _morning(day if as_member else max(day, self.since))
        return {"by": self.people[PEOPLE[name]], "at": min(moment, self.at)}

    def rows(self, pairs):
        return {self.criteria[code].pk: (EMPTY, entry) for code, entry in pairs}

    def score_itself(self, name, days_ago):
        seat, how = self.seats[name], self.how(name, days_ago)
        pairs = zip(CODES.split(), SELF[name].split(), strict=True)
        save_self(seat, rows=self.rows((code, _entry(text)) for code, text in pairs), **how)
        bonus = self.criteria["IV.2"]
        [file] = add_evidence(seat, criterion=bonus, uploads=[_proof()], **how)
        submit_self(seat, **how)
        return file

    def check(self, name, by, days_ago):
        seat, how = self.seats[name], self.how(by, days_ago, as_member=False)
        found = ((code, Entry(Decimal(text), reason=why)) for code, text, why in FOUND[name])
        save_check(seat, rows=self.rows(found), **how)
        accept_rest(seat, **how)
        finish_check(seat, **how)

    def say(self, name, code, text, days_ago, *, by=None):
        verb = state_as_checker if by else state_as_member
        how = self.how(by or name, days_ago, as_member=False)
        verb(self.seats[name], criterion=self.criteria[code], text=text, **how)


def use_stages(criteria_set, *, by, at):
    """Let the year pass through every stage; a check is answered within a week."""
    rules = [StageRule(stage) for stage in Stage if stage != Stage.CHECKED]
    check = StageRule(Stage.CHECKED, answer_days=ANSWER_DAYS)
    choose_stages(criteria_set, rules=[*rules, check], by=by, at=at)


def load_stages(criteria_set, people, *, since, at):
    """Bring the sheets as far as they are; the last days of the year are set before."""
    stages = Stages(criteria_set, people, since=since, at=at)
    stages.score_itself("LĐLĐ", 12)
    illegible = stages.score_itself("CCB", 11)
    stages.score_itself("HND", 7)
    stages.check("LĐLĐ", "HND", 6)
    stages.say("LĐLĐ", *EXPLAINED, 5)
    stages.say("LĐLĐ", EXPLAINED[0], ANSWERED, 4, by="HND")
    stages.check("HND", "LĐLĐ", 4)
    stages.say("HND", *CONTESTED, 2)
    chair = stages.how("LĐLĐ", 3, as_member=False)
    refuse_evidence(illegible, refuse_reason=REFUSED, **chair)
    send_back(stages.seats["CCB"], why=SENT_BACK, **chair)


def _entry(text):
    value, _slash, target = text.partition("/")
    return Entry(Decimal(value), Decimal(target) if target else None, True, JUDGED)


def _proof():
    content = (Path(__file__).parent / PROOF).read_bytes()
    return accept(SimpleUploadedFile(PROOF, content))


def _morning(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
