"""Whom the standing of a year puts forward by the quota, until the bloc votes."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .answers import QuotaAnswer
from .law import Law
from .quotas import CERTIFICATE, FLAG, NOMINEE, put_forward

LABELS = {
    NOMINEE: _("Proposed for the Government's emulation flag"),
    FLAG: _("Emulation flag of the province"),
    CERTIFICATE: _("Certificate of merit of the province"),
}


@dataclass(frozen=True)
class ProspectLine:
    """An award: those put forward with certainty, and those among whom the bloc votes."""

    label: str
    results: tuple
    undecided: tuple = ()
    open_places: int = 0


@dataclass(frozen=True)
class Prospect:
    """`lines` is empty where no quota is recorded: the answer says so."""

    quota: QuotaAnswer
    lines: tuple
    unranked: tuple

    @property
    def has_tie(self):
        return any(line.open_places for line in self.lines)


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
    ranking = [(result, result.rank) for result in results]
    lines = put_forward(ranking, answer.quota)
    return Prospect(
        answer,
        tuple(
            ProspectLine(LABELS[line.award], line.members, line.undecided, line.open_places)
            for line in lines
        ),
        unranked,
    )
