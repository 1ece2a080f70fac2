"""Ballots of the invented bloc on whom to put forward: last year's, and one in preparation.

Last year's the staff enter from the bloc's records, in the chair's stead, as they do the standing.
Three members vote from their own accounts; the others, who have none, on paper, counted by two
persons. This year's is not open: the standing comes first. All of it is a sample.
"""

import datetime as dt
from dataclasses import replace

from django.utils import timezone

from awards import workflow
from awards.counting import Count, Line
from reports.kinds import counting_minutes
from reports.papers import Signature
from reports.workflow import issue_counting_minutes

STANDS_IN = "Ghi lại việc bình xét năm trước từ hồ sơ của khối (minh họa)"
RULES = {
    "threshold": "half",
    "basis": "Điều 9 Quy chế hoạt động của khối (minh họa)",
    "electorate": "organisations",
    "self_vote": True,
    "allows_proxy": False,
}
CONSULTED = (
    "Các thành viên thống nhất đề nghị 02 Cờ thi đua của UBND tỉnh, 03 Bằng khen của Chủ tịch UBND "
    "tỉnh; không đề nghị Cờ thi đua của Chính phủ vì 20 % số khối của tỉnh chưa đủ 01 (minh họa)."
)
EXPECTED = (
    "Dự kiến 02 Cờ thi đua của UBND tỉnh, 03 Bằng khen; khối hiệp thương lại sau khi công bố kết "
    "quả xếp hạng (minh họa)."
)
# In the order in which they sign the minutes: counter, head of the counters, who presides.
SIGNED_BY = ("Người minh họa thứ năm", "Người minh họa thứ tư", "Người minh họa thứ nhất")
ACCOUNTS = {"LĐLĐ": "khoitruong", "HND": "khoitruong-moi", "CCB": "thanhvien"}


TITLE = "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh (minh họa)"
QUOTA, NOMINEES = 2, ("LĐLĐ", "HND", "MTTQ")
# Whom each account agrees to, and how many papers do.
IN_THE_SYSTEM = {"LĐLĐ": ("LĐLĐ", "HND"), "HND": ("LĐLĐ", "HND"), "CCB": ("LĐLĐ", "MTTQ")}
ON_PAPER = {"LĐLĐ": 3, "HND": 2, "MTTQ": 1}
COUNTED_BY = ("nhanvien", "thanhvien")  # neither acts for a nominee


class December:
    """A year of the bloc and its members by their short names; who acts when in its last days."""

    def __init__(self, year, people):
        self.year, self.people = year, people
        seats = year.seats.select_related("organisation", "emulation_year")
        self.seats = {each.organisation.short_name: each for each in seats.order_by("position")}
        self.names = {seat.pk: name for name, seat in self.seats.items()}

    def day(self, day):
        return dt.date(self.year.year, 12, day)

    def at(self, day, hour=9):
        return timezone.make_aware(dt.datetime.combine(self.day(day), dt.time(hour)))

    def staff(self, day, hour=9):
        """The staff in the chair's stead."""
        return self.own("nhanvien", day, hour) | {"reason": STANDS_IN}

    def own(self, account, day, hour=9):
        """Somebody by their own right."""
        return {"by": self.people[account], "at": self.at(day, hour)}

    def entry(self, proposed, number, day, names):
        """A paper's number, day and names under the usual capacities."""
        signatures = zip(proposed.signatures, names, strict=True)
        signatures = tuple(Signature(each.capacity, name) for each, name in signatures)
        return replace(proposed, number=number, dated=self.day(day), signatures=signatures)


def hold_ballot(december):
    """Consult, vote, count and close, with counting minutes. Return the ballot."""
    how = december.own("nhanvien", 22, 14)
    seats = december.seats
    ballot = _prepare(december.year, seats, consultation=CONSULTED, **how)
    on_paper = {str(seat.pk) for name, seat in seats.items() if name not in ACCOUNTS}
    closes_at = december.at(24, 16)
    how = december.staff(22, 15)
    ballot = workflow.open_ballot(ballot, closes_at=closes_at, on_paper=on_paper, **how)
    _vote_and_count(december, ballot)
    ballot = workflow.close_ballot(ballot, **december.staff(25))
    entry = december.entry(counting_minutes.proposed_entry(ballot), 1, 25, SIGNED_BY)
    issue_counting_minutes(ballot, entry=entry, **december.staff(25, 10))
    return ballot


def prepare_this_years(year, *, by, at):
    """Prepare a ballot for whoever tries the program; opening it waits for the standing."""
    seats = year.seats.select_related("organisation")
    seats = {each.organisation.short_name: each for each in seats}
    _prepare(year, seats, consultation=EXPECTED, by=by, at=at)


def _prepare(year, seats, *, consultation, by, at):
    return workflow.prepare_ballot(
        year,
        nominees=[seats[name].pk for name in NOMINEES],
        title=TITLE,
        quota=QUOTA,
        consulted_on=timezone.localdate(at),
        consultation=consultation,
        **RULES,
        by=by,
        at=at,
    )


def _vote_and_count(december, ballot):
    nominees = {december.names[each.seat_id]: each.pk for each in ballot.nominees.all()}
    for name, agreed in IN_THE_SYSTEM.items():
        keys = {nominees[each] for each in agreed}
        workflow.cast_vote(
            ballot,
            seat=december.seats[name],
            agreed=keys,
            refused=set(nominees.values()) - keys,
            **december.own(ACCOUNTS[name], 23),
        )
    cast = len(december.seats) - len(ACCOUNTS)
    lines = (Line(nominees[name], n, cast - n, 0) for name, n in ON_PAPER.items())
    count = Count(cast, cast, cast, 0, tuple(lines))
    for account in COUNTED_BY:
        workflow.enter_count(ballot, count=count, **december.own(account, 24, 17))
