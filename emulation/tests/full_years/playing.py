"""A bloc of a province, and what its people do with its scores in the course of a year."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from blocs.models import DeadlineKind
from blocs.tests import make
from blocs.workflow import set_deadlines
from files.gate import accept
from files.tests.make import PDF, upload
from scoring import workflow
from scoring.entries import EMPTY, Entry, entry_of
from scoring.models import Criterion, Stage
from scoring.procedure import StageRule
from scoring.sheet import read_sheet, read_standing

YEAR = 2026
LAST_DAYS = {
    DeadlineKind.HALF_YEAR_REPORT: dt.date(YEAR, 6, 20),
    DeadlineKind.SELF_SCORE: dt.date(YEAR, 10, 31),
    DeadlineKind.CROSS_CHECK: dt.date(YEAR, 11, 20),
    DeadlineKind.MEETING: dt.date(YEAR, 12, 5),
}
JUDGED = "Đánh giá theo kết quả thực hiện trong năm"


def day(month, number):
    """Ten in the morning of a day of the year."""
    return dt.datetime(YEAR, month, number, 10, tzinfo=timezone.get_default_timezone())


class Play:
    """A bloc of these members in protocol order; the one named `chair` chairs it, nobody deputises.

    Each member is represented by one person, who signs; `staff` are the province's.
    """

    def __init__(self, names, *, chair, year=YEAR):
        province = make.province("Thái Sơn")
        bloc = make.bloc("Khối thi đua số 1", province, slug="khoi-so-1")
        self.year = make.year(bloc, year)
        self.seats, self.people = {}, {}
        for place, name in enumerate(names, start=1):
            organisation = make.organisation(name, province)
            self.seats[name] = make.seat(self.year, organisation, place)
            self.people[name] = make.user(f"dai-dien-{place}", f"Đại diện {name}")
            make.representative(self.people[name], organisation)
        self.chair_name, self.chair = chair, self.people[chair]
        make.term(self.seats[chair], dt.date(year, 1, 1))
        self.staff = make.user("chuyen-vien", "Chuyên viên của tỉnh")
        make.staff(self.staff, province)

    # The set

    def open_set(self, sample, *, answer_days=5):
        """Copy a sample, set the last days, and let the year pass through every stage."""
        chair = {"by": self.chair, "at": day(1, 20)}
        self.criteria_set = workflow.copy_sample(self.year, sample=sample, **chair)
        set_deadlines(self.year, days=LAST_DAYS, **chair)
        check = StageRule(Stage.CHECKED, answer_days=answer_days)
        rules = [StageRule(stage) for stage in Stage if stage != Stage.CHECKED]
        workflow.choose_stages(self.criteria_set, rules=[*rules, check], **chair)

    def rule(self, code, rule):
        """Give a criterion another rule before anybody is scored."""
        found = self.criterion(code)
        same = {"code": code, "text": found.text, "maximum": found.maximum}
        workflow.change_criterion(found, **same, rule=rule, by=self.chair, at=day(1, 21))

    def add(self, code, text, maximum, **more):
        values = {"code": code, "text": text, "maximum": Decimal(maximum), **more}
        workflow.add_criterion(self.criteria_set, **values, by=self.chair, at=day(1, 21))

    def criterion(self, code):
        return Criterion.objects.get(criteria_set=self.criteria_set, code=code)

    # The stages

    def score_itself(self, name, entries, *, proven=()):
        """A member enters {code: Entry}, proves what needs proof, and submits."""
        seat, how = self.seats[name], {"by": self.people[name], "at": day(10, 20)}
        workflow.save_self(seat, rows=self._rows(entries), **how)
        for code in proven:
            file = accept(upload(f"minh-chung-{code}.pdf", PDF))
            workflow.add_evidence(seat, criterion=self.criterion(code), uploads=[file], **how)
        workflow.submit_self(seat, **how)

    def check(self, name, entries, *, by=None):
        """Enter what is seen otherwise, accept the rest, and finish."""
        seat, how = self.seats[name], {"by": by or self.chair, "at": day(11, 10)}
        if entries:
            stored = self._stored(Stage.CHECKED, seat)
            workflow.save_check(seat, rows=self._rows(entries, stored), **how)
        workflow.accept_rest(seat, **how)
        workflow.finish_check(seat, **how)

    def draw(self):
        """Draw who checks the chair's own sheet; return the person."""
        how = {"by": self.chair, "at": day(11, 5)}
        found = workflow.draw_checker(self.seats[self.chair_name], **how)
        return self.people[found.organisation.name]

    def agree(self, cells=None, *, why=""):
        """At the meeting: what was checked, but for {(member, code): points}."""
        how = {"by": self.chair, "at": day(12, 3)}
        workflow.take_over_checks(self.year, **how)
        if cells:
            now = read_sheet(self.year).points
            keys = {(self.seats[n].pk, self.criterion(c).pk): p for (n, c), p in cells.items()}
            pairs = {key: (now.get(key), Decimal(points)) for key, points in keys.items()}
            workflow.save_scores(self.year, cells=pairs, why=why, **how)

    def lock(self):
        workflow.lock(self.year, by=self.chair, at=day(12, 8), why="Ban hành báo cáo tổng kết")

    def verify(self, changes=None):
        """The province verifies {member: {code: Entry}}, and makes everything official."""
        how = {"by": self.staff, "at": day(12, 15)}
        for name, seat in self.seats.items():
            if entries := (changes or {}).get(name):
                workflow.save_verification(seat, rows=self._rows(entries), **how)
            workflow.finish_verification(seat, **how)
        return workflow.publish_scores(self.year, by=self.staff, at=day(12, 18))

    def announce(self, **more):
        how = {"by": self.chair, "at": day(12, 22), "announced_on": dt.date(YEAR, 12, 22)}
        return workflow.announce(self.year, **how, **more)

    # What came of it

    def standing(self, stage=None):
        sheet = read_standing(self.year) if stage is None else read_sheet(self.year, stage)
        return {result.member.organisation.name: result for result in sheet.standings}

    def points(self, name, code, stage=Stage.AGREED):
        sheet = read_sheet(self.year, stage)
        return sheet.points[self.seats[name].pk, self.criterion(code).pk]

    def _rows(self, entries, stored=None):
        known = dict(self.criteria_set.criteria.values_list("code", "pk"))
        shown = stored or {}
        return {known[code]: (shown.get(code, EMPTY), each) for code, each in entries.items()}

    def _stored(self, stage, seat):
        """{code: Entry} that stand there by themselves, because they follow from others'."""
        sheet = read_sheet(self.year, stage)
        return {
            node.code: entry_of(node, sheet.scores[seat.pk, node.pk])
            for node in sheet.leaves
            if (seat.pk, node.pk) in sheet.scores
        }


def entry(text, why=JUDGED):
    """An Entry from "875/1000" (figure and target), "52,5", or "–" for what does not apply."""
    if text == "–":
        return Entry(applies=False, reason="Đơn vị không có nhiệm vụ này")
    value, _slash, target = text.replace(",", ".").partition("/")
    return Entry(Decimal(value), Decimal(target) if target else None, True, why)


def entries(codes, line):
    """{code: Entry} of a line of figures, one for each of the codes; a dot stands for none."""
    pairs = zip(codes.split(), line.split(), strict=True)
    return {code: entry(text) for code, text in pairs if text != "."}


def sections(result):
    """The points of the sections of a result, as texts."""
    return [f"{each.points:.2f}" for each in result.figures]


def order(results):
    """[(name, rank, total as text)] as the standing has them."""
    return [(name, each.rank, f"{each.total:.2f}") for name, each in results.items()]


def grades(results):
    return {
        name: each.grade.band.name if each.grade and each.grade.band else ""
        for name, each in results.items()
    }
