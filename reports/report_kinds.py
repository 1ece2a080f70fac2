"""The two reports of a year: what tells the six-month review from the year-end summary."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from blocs.models import DeadlineKind
from pledges.commending import Span

from .papers import PaperKind


@dataclass(frozen=True)
class ReportKind:
    """A report as addresses, pages and papers speak of it.

    `path` is its part of an address, `name` its name on pages. What stands on paper is Vietnamese
    and takes the year and the one after. `months` is the number of months that it looks back on:
    what was held or began later is not in it. `locks_scores`: it prints them.
    """

    kind: PaperKind
    path: str
    name: str
    span: Span
    deadline: DeadlineKind
    months: int
    locks_scores: bool
    paper_name: str
    subject: tuple[str, str]

    def covers(self, day, year):
        """Whether a day is no later than the last one that the report on `year` looks back on."""
        return day < dt.date(year + self.months // 12, self.months % 12 + 1, 1)

    def subject_of(self, year):
        """The two lines of the subject, for the report on `year`."""
        return tuple(line.format(year=year, next_year=year + 1) for line in self.subject)

    def named(self, year):
        """Báo cáo tổng kết năm 2026."""
        return self.paper_name.format(year=year)


REPORT_KINDS = {
    PaperKind.HALF_YEAR: ReportKind(
        kind=PaperKind.HALF_YEAR,
        path="so-ket",
        name=_("Six-month review"),
        span=Span.HALF_YEAR,
        deadline=DeadlineKind.HALF_YEAR_REPORT,
        months=6,
        locks_scores=False,
        paper_name="Báo cáo sơ kết 6 tháng đầu năm {year}",
        subject=(
            "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {year}",
            "phương hướng, nhiệm vụ 6 tháng cuối năm {year}",
        ),
    ),
    PaperKind.YEAR_END: ReportKind(
        kind=PaperKind.YEAR_END,
        path="tong-ket",
        name=_("Year-end report"),
        span=Span.YEAR,
        deadline=DeadlineKind.YEAR_END_REPORT,
        months=12,
        locks_scores=True,
        paper_name="Báo cáo tổng kết năm {year}",
        subject=(
            "Tổng kết công tác thi đua, khen thưởng năm {year}",
            "phương hướng, nhiệm vụ năm {next_year}",
        ),
    ),
}
PATHS = {each.path: each for each in REPORT_KINDS.values()}


class ReportPath:
    """The part of an address that names a report, as a path converter: tong-ket or so-ket."""

    regex = "|".join(PATHS)

    def to_python(self, value):
        return PATHS[value].kind

    def to_url(self, value):
        return REPORT_KINDS[value].path
