"""Whom the standing of a year puts forward by the quota, until the bloc votes."""

from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from .answers import QuotaAnswer
from .law import Law
from .proposing import CODES
from .quotas import CERTIFICATE, FLAG, NOMINEE, put_forward

LABELS = {
    NOMINEE: _("Proposed for the Government's emulation flag"),
    FLAG: _("Emulation flag of the province"),
    CERTIFICATE: _("Certificate of merit of the province"),
}


@dataclass(frozen=True)
class ProspectLine:
    """An award: those put forward with certainty, and those among whom the bloc votes.

    Members are Results of a sheet, or Places of the announced standing.
    """

    label: str
    code: str
    results: tuple
    undecided: tuple = ()
    open_places: int = 0

    @property
    def certain(self):
        """(name, rank, points) of those put forward."""
        return [_shown(result) for result in self.results]

    @property
    def tied(self):
        """The names of those among whom the bloc votes."""
        return [_shown(result)[0] for result in self.undecided]

    @property
    def ballot_query(self):
        """What the page that prepares a ballot is given: exactly these, for so many places."""
        seats = ",".join(str(place.seat) for place in self.undecided)
        return urlencode({"de-cu": seats, "so": self.open_places, "hinh-thuc": self.code})


@dataclass(frozen=True)
class Prospect:
    """`lines` is empty where no quota is recorded: the answer says so."""

    quota: QuotaAnswer
    lines: tuple
    unranked: tuple

    @property
    def has_tie(self):
        return self.tie is not None

    @property
    def tie(self):
        """The first line that waits for a vote: those below depend on it."""
        return next((line for line in self.lines if line.open_places), None)


def prospect_of(sheet):
    """Return the Prospect of a year's Sheet: one query, for the quotas.

    The size is the number of members today. Members without a rank are named, and put forward for
    nothing (docs/field.md §5.2).
    """
    year, results = sheet.year, sheet.standings
    answer = Law().quota_for(year.bloc.province, len(sheet.members), year.year)
    unranked = tuple(result for result in results if result.rank is None)
    if not answer.is_known:
        return Prospect(answer, (), unranked)
    return Prospect(answer, _lines([(r, r.rank) for r in results], answer.quota), unranked)


def prospect_of_case(case, answer):
    """Return the same from the announced standing of a Case; `answer` is its quota. No query."""
    places = case.announced.places
    unranked = tuple(place for place in places if place.rank is None)
    if not answer.is_known:
        return Prospect(answer, (), unranked)
    no_flag = {place for place in places if place.seat in case.no_flag}
    ranking = [(place, place.rank) for place in places]
    return Prospect(answer, _lines(ranking, answer.quota, no_flag), unranked)


def _lines(ranking, quota, no_flag=frozenset()):
    return tuple(
        ProspectLine(
            LABELS[line.award], CODES[line.award], line.members, line.undecided, line.open_places
        )
        for line in put_forward(ranking, quota, no_flag)
    )


def _shown(result):
    if hasattr(result, "member"):
        return result.member.organisation.label, result.rank, result.total
    return result.name, result.rank, result.points
