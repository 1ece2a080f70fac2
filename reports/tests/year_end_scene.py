"""A year with scores and a written report, for the tests of the year-end summary."""

import datetime as dt

from django.utils import timezone

from reports.papers import Entry, PaperKind, Signature
from reports.workflow import begin_report, issue_report, save_section
from scoring.tests import make
from scoring.tests.scene import score

NOW = dt.datetime.now(dt.UTC)
CAPACITY = "TM. Khối thi đua\nKhối trưởng"


def scored(year, seats, *, full=("front", "union"), part=("farmers",)):
    """The small set, with all scores of some members and one of others."""
    make.small_set(year)
    for place, name in enumerate(full):
        for code, points in (("I.1", "38.5"), ("I.2.a", "11"), ("I.2.b", "7.25")):
            score(year, seats[name], code, points)
        score(year, seats[name], "III", str(place + 1))
    for name in part:
        score(year, seats[name], "I.1", "30")


def written(year, kind=PaperKind.YEAR_END, *, by, text="Đã hoàn thành."):
    """A report of which every section has a text."""
    return [
        save_section(each, heading=each.heading, body=text, version=1, by=by, at=NOW)
        for each in begin_report(year, kind, by=by, at=NOW)
    ]


def entry(*, number=5, dated=None, place="Thái Sơn", symbol="BC-KTĐ", name="Nguyễn Thị Hậu"):
    signature = Signature(CAPACITY, name, "Chủ tịch")
    return Entry(symbol, number, dated or timezone.localdate(NOW), place, (signature,))


def issued(year, kind=PaperKind.YEAR_END, *, by, **more):
    given = {each: more.pop(each) for each in ("number", "dated", "place") if each in more}
    return issue_report(year, kind, entry=entry(**given), by=by, at=more.pop("at", NOW), **more)
