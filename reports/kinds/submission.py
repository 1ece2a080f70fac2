"""Tờ trình: a bloc's nominations go to the province (docs/field.md §5.3)."""

from dataclasses import dataclass

from awards.findings import overrides_of
from awards.thresholds import percent
from blocs.models import ProvinceKind
from vietnamese.dates import date_in_words
from vietnamese.numbers import write_decimal

from ..bases import bases_on
from ..numbering import symbol
from ..papers import TYPE_CODES, Entry, PaperKind, Sheet, Signature
from ..prose import Block, blocks
from .report import usual_capacity

TEMPLATE = "reports/submission.html"
NOT_VOTED = "–"


@dataclass(frozen=True)
class Line:
    """A nominee as the list prints it; votes are of all who may vote."""

    number: int
    name: str
    points: str
    rank: str
    votes: str
    percent: str
    summary: str


@dataclass(frozen=True)
class AwardList:
    award: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Explained:
    """A finding of the rules that was overridden, and why, for the province to read."""

    member: str
    sentence: str
    reason: str


@dataclass(frozen=True)
class Contents:
    """What the submission says. `grounds` are what it rests on besides the law."""

    year: str
    bloc: str
    bloc_word: str
    recipients: tuple[str, ...]
    bases: tuple[str, ...]
    grounds: tuple[str, ...]
    note: tuple[Block, ...]
    standing: str
    votes: tuple[str, ...]
    lists: tuple[AwardList, ...]
    count: int
    explained: tuple[Explained, ...]
    attachments: tuple[str, ...]
    copies_to: tuple[str, ...]


def sheet(case, nominations, *, issuer, entry=None, note="", minutes=(), attachments=()):
    """Put the nominations (of `nominations_of`) of a Case on a sheet of who holds the year's work.

    `minutes` are the counting minutes in force, `attachments` the titles of what goes with it. One
    query, for the legal bases: those in force on the day of the paper, none else (R8).
    """
    year, bloc = case.year, case.year.bloc
    entry = entry or proposed_entry(year, has_chair=issuer is not None)
    contents = Contents(
        year=str(year.year),
        bloc=year.name,
        bloc_word=bloc.get_word_display(),
        recipients=_recipients(bloc),
        bases=bases_on(bloc.province, entry.dated) if entry.dated else (),
        grounds=tuple(_grounds(case, minutes)),
        note=blocks(note),
        standing=_standing(case),
        votes=tuple(_votes(nominations)),
        lists=tuple(_lists(nominations)),
        count=len(nominations),
        explained=tuple(_explained(nominations)),
        attachments=tuple(attachments),
        copies_to=_copies(bloc),
    )
    return Sheet(
        kind=PaperKind.SUBMISSION,
        template=TEMPLATE,
        title=f"Tờ trình đề nghị khen thưởng năm {year.year} - {year.name}"[:500],
        organisation=issuer.name if issuer else "",
        bloc=year.name,
        entry=entry,
        contents=contents,
        is_sample=bloc.is_sample,
    )


def proposed_entry(year, *, has_chair):
    """Return what a draft carries: the usual symbol, the province, the chair's capacity."""
    bloc = year.bloc
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.SUBMISSION], bloc.word),
        place=bloc.province.name if bloc.province else "",
        signatures=(Signature(usual_capacity(bloc, has_chair=has_chair)),),
    )


def _recipients(bloc):
    """Whom it is addressed to, in the words of the province's own rank (docs/field.md §5.3)."""
    is_city = bloc.province and bloc.province.kind == ProvinceKind.CITY
    place = "thành phố" if is_city else "tỉnh"
    return (
        f"Chủ tịch Ủy ban nhân dân {place}",
        f"Hội đồng Thi đua - Khen thưởng {place}",
    )


def _grounds(case, minutes):
    if announced := case.announced:
        paper = f" ({announced.document})" if announced.document else ""
        day = date_in_words(announced.on)
        yield f"kết quả chấm điểm, xếp hạng công bố {day}{paper}"
    for paper in minutes:
        yield f"Biên bản kiểm phiếu số {paper.full_number} {date_in_words(paper.dated)}"


def _standing(case):
    if case.announced is None:
        return ""
    ranked = sum(place.rank is not None for place in case.announced.places)
    return (
        f"Các đơn vị thành viên được chấm điểm theo “{case.announced.standing['criteria']}”; kết "
        f"quả xếp hạng {ranked:02d}/{len(case.announced.places):02d} đơn vị được công bố "
        f"{date_in_words(case.announced.on)}."
    )


def _votes(nominations):
    """A sentence for each ballot used, in the order of the list."""
    ballots = {each.ballot: each.eligible for each in nominations if each.ballot}
    for ballot, eligible in ballots.items():
        yield f"Bỏ phiếu kín “{ballot.title}”: {eligible:02d} phiếu có quyền biểu quyết."


def _lists(nominations):
    by_kind = {}
    for each in nominations:
        by_kind.setdefault(each.kind.name, []).append(each)
    for name, members in by_kind.items():
        members.sort(key=lambda each: (each.rank is None, each.rank or 0, each.position))
        lines = tuple(_line(number, each) for number, each in enumerate(members, start=1))
        yield AwardList(name, lines)


def _line(number, each):
    voted = each.agree is not None
    share = voted and write_decimal(percent(each.agree, each.eligible), places=2)
    return Line(
        number=number,
        name=each.member_name,
        points="" if each.points is None else write_decimal(each.points, places=2),
        rank="–" if each.rank is None else str(each.rank),
        votes=f"{each.agree:02d}/{each.eligible:02d}" if voted else NOT_VOTED,
        percent=f"{share} %" if voted else NOT_VOTED,
        summary=each.summary,
    )


def _explained(nominations):
    for each in nominations:
        for override in overrides_of(each):
            yield Explained(each.member_name, override.sentence, override.reason)


def _copies(bloc):
    word = bloc.get_word_display()
    return (
        "Như trên",
        "Sở Nội vụ",
        f"Các đơn vị thành viên {word}",
        f"Lưu: VT, hồ sơ {word}",
    )
