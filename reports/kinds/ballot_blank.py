"""Phiếu suy tôn: ballot papers to print, one a page (docs/field.md §4). No name, no number."""

from dataclasses import dataclass

from awards.electorate import voters_of
from awards.results import nominees_of
from vietnamese.numbers import write_decimal

TEMPLATE = "reports/ballot_blank.html"


@dataclass(frozen=True)
class Row:
    number: int
    name: str
    points: str
    rank: str


@dataclass(frozen=True)
class Blank:
    """One paper, and as many alike as `copies` says: nothing tells one from the other."""

    organisation: str
    bloc: str
    title: str
    file_title: str
    year: int
    round: int
    quota: int
    rows: tuple[Row, ...]
    copies: range
    is_sample: bool


def blank(ballot, *, issuer):
    """Draw up the papers of an open ballot: as many as vote on paper, two queries."""
    year = ballot.emulation_year
    return Blank(
        organisation=issuer.name if issuer else "",
        bloc=year.name,
        title=ballot.title,
        file_title=f"Phiếu suy tôn - {ballot.title}",
        year=year.year,
        round=ballot.round,
        quota=ballot.quota,
        rows=tuple(_row(n, each) for n, each in enumerate(nominees_of(ballot), start=1)),
        copies=range(sum(voter.on_paper for voter in voters_of(ballot))),
        is_sample=year.bloc.is_sample,
    )


def _row(number, nominee):
    points = "" if nominee.points is None else write_decimal(nominee.points, places=2)
    return Row(number, str(nominee), points, str(nominee.rank or ""))
