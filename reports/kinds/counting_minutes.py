"""Biên bản kiểm phiếu: the counting minutes of a secret ballot (docs/field.md §4)."""

from dataclasses import dataclass

from awards.counting import Verdict
from awards.models import Electorate, StepKind
from awards.results import result_of
from awards.thresholds import Threshold
from vietnamese.dates import local_day, short_time
from vietnamese.numbers import write_decimal

from ..numbering import day_in_words, symbol
from ..papers import TYPE_CODES, Entry, PaperKind, Sheet, Signature

TEMPLATE = "reports/counting_minutes.html"
HEAD, MEMBER, PRESIDING = "Tổ trưởng tổ kiểm phiếu", "Thành viên tổ kiểm phiếu", "Chủ trì"
SHARES = {
    Threshold.HALF: "quá 1/2",
    Threshold.TWO_THIRDS: "ít nhất 2/3",
    Threshold.EIGHTY: "ít nhất 80 %",
    Threshold.NINETY: "ít nhất 90 %",
}
VERDICTS = {
    Verdict.CHOSEN: "Đạt",
    Verdict.TIED: "Bằng phiếu, bỏ phiếu vòng 2",
    Verdict.OVER_QUOTA: "Đủ phiếu, ngoài số lượng",
    Verdict.SHORT: "Không đạt",
}


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    points: str
    agree: int
    disagree: int
    silent: int
    percent: str
    verdict: str


@dataclass(frozen=True)
class Minutes:
    """What the minutes say. Nothing in them tells who marked what, nor when somebody voted."""

    bloc: str
    bloc_word: str
    year: int
    title: str
    round: int
    basis: str
    consultation: str
    consulted_on: str
    opened: str
    ended: str
    voters: str
    eligible: int
    online: int
    on_paper: int
    proxies: tuple[str, ...]
    absent: tuple[str, ...]
    issued: int
    returned: int
    valid: int
    invalid: int
    quota: int
    share: str
    needed: int
    lines: tuple[Line, ...]
    conclusion: tuple[str, ...]

    @property
    def kept(self):
        """Given out and not taken in."""
        return self.issued - self.returned


def gather(ballot):
    """Read the minutes of a closed ballot: the result's queries and one more.

    Raises Refused before the close, as everything that reads a result does.
    """
    result, year = result_of(ballot), ballot.emulation_year
    opened = ballot.steps.select_related("act").get(kind=StepKind.OPENED)
    paper = [voter for voter in result.voters if voter.on_paper]
    count = result.count
    return Minutes(
        bloc=year.name,
        bloc_word=year.bloc.get_word_display(),
        year=year.year,
        title=ballot.title,
        round=ballot.round,
        basis=ballot.basis,
        consultation=ballot.consultation,
        consulted_on=day_in_words(ballot.consulted_on),
        opened=_moment(opened.act.at),
        ended=_moment(ballot.closes_at),
        voters="đại biểu" if ballot.electorate == Electorate.DELEGATES else "đơn vị",
        eligible=result.eligible,
        online=result.eligible - len(paper),
        on_paper=len(paper),
        proxies=tuple(f"{voter.seat}: {voter.proxy}" for voter in paper if voter.proxy),
        absent=tuple(str(v) for v in result.voters if not v.has_voted and not v.on_paper),
        issued=count.issued,
        returned=count.returned,
        valid=count.valid,
        invalid=count.invalid,
        quota=ballot.quota,
        share=SHARES[Threshold(ballot.threshold)],
        needed=result.outcome.needed,
        lines=tuple(_line(number, each) for number, each in enumerate(result.lines, start=1)),
        conclusion=tuple(_conclusion(ballot, result)),
    )


def sheet(ballot, *, issuer, entry=None):
    """Put the minutes on a sheet of who holds the year's work; None: for the bloc."""
    minutes = gather(ballot)
    return Sheet(
        kind=PaperKind.COUNTING_MINUTES,
        template=TEMPLATE,
        title=f"Biên bản kiểm phiếu {minutes.title} - {minutes.bloc}"[:500],
        organisation=issuer.name if issuer else "",
        bloc=minutes.bloc,
        entry=entry or proposed_entry(ballot),
        contents=minutes,
        is_sample=ballot.emulation_year.bloc.is_sample,
    )


def proposed_entry(ballot):
    """Return what a draft carries: usual symbol and place, and who signs, without names."""
    bloc = ballot.emulation_year.bloc
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.COUNTING_MINUTES], bloc.word),
        place=bloc.province.name if bloc.province else "",
        signatures=(Signature(MEMBER), Signature(HEAD), Signature(PRESIDING)),
    )


def _moment(at):
    return f"{short_time(at)} {day_in_words(local_day(at))}"


def _line(number, each):
    points = each.nominee.points
    return Line(
        number,
        str(each.nominee),
        "" if points is None else write_decimal(points, places=2),
        each.line.agree,
        each.line.disagree,
        each.line.silent,
        f"{write_decimal(each.percent, places=2)} %",
        VERDICTS[Verdict(each.verdict)],
    )


def _conclusion(ballot, result):
    names = {nominee.pk: str(nominee) for nominee in result.nominees}
    found = result.outcome
    if found.chosen:
        yield "Được suy tôn: " + ", ".join(names[pk] for pk in found.chosen) + "."
    if found.second_round and not ballot.first_round_id:
        going_on = ", ".join(names[pk] for pk in found.second_round)
        yield f"Bỏ phiếu vòng 2 đối với: {going_on} (chọn {found.left:02d} đơn vị)."
    elif not found.chosen:
        yield "Không có đơn vị nào đạt đủ số phiếu cần thiết."
