"""Biên bản bàn giao nhiệm vụ khối trưởng: the minutes of a handover (docs/field.md §2.5)."""

from dataclasses import dataclass

from blocs.models import HandoverSide, ItemKind, Selection
from vietnamese.dates import date_in_words, last_day

from ..numbering import day_in_words, symbol
from ..papers import TYPE_CODES, Entry, PaperKind, Sheet, Signature

TEMPLATE = "reports/handover_minutes.html"
USUAL_COPIES = 3  # one for each side, one for the files of the bloc
# What a signature of each side stands for.
CAPACITIES = {
    HandoverSide.GIVER: "Đại diện bên giao",
    HandoverSide.RECEIVER: "Đại diện bên nhận",
    HandoverSide.WITNESS: "Người chứng kiến",
}
GROUPS = {
    ItemKind.PAPERS: "Hồ sơ, tài liệu",
    ItemKind.MONEY: "Kinh phí",
    ItemKind.OBJECT: "Hiện vật",
}
SELECTIONS = {
    Selection.AGREED: "theo sự thống nhất của các thành viên",
    Selection.SHOW_OF_HANDS: "bằng hình thức biểu quyết giơ tay",
    Selection.SECRET_BALLOT: "bằng hình thức bỏ phiếu kín",
    Selection.ROTATION: "theo chế độ luân phiên",
    Selection.DESIGNATED: "theo chỉ định của Hội đồng Thi đua - Khen thưởng",
    Selection.UNKNOWN: "",
}


@dataclass(frozen=True)
class Person:
    full_name: str
    position: str


@dataclass(frozen=True)
class Party:
    """One side: the organisation under its name of that time, the year it chaired, its people."""

    organisation: str
    year: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    quantity: str
    note: str


@dataclass(frozen=True)
class Group:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Minutes:
    """What the minutes say. Empty is what nobody recorded: dots stand there, for a hand to fill in.

    `is_history`: only that the handover was held is known, and perhaps little of what was said.
    """

    bloc: str
    chair_word: str
    held_on: str
    place: str
    giver: Party
    receiver: Party
    witnesses: tuple[Person, ...]
    selection: str
    groups: tuple[Group, ...]
    unfinished: tuple[Line, ...]
    completions: tuple[tuple[str, str], ...]
    effective_on: str
    is_history: bool
    copies: int


def gather(handover, *, copies):
    """Read the minutes from a handover: four queries, with its terms, seats and bloc at hand."""
    people = {side: [] for side in HandoverSide.values}
    for each in handover.people.all():
        people[each.side].append(Person(each.full_name, each.position))
    items = list(handover.items.all())
    completions = handover.completions.select_related("emulation_year")
    return Minutes(
        bloc=handover.giver_term.seat.emulation_year.name,
        chair_word=handover.bloc.chair_word.capitalize(),
        held_on=date_in_words(handover.held_on),
        place=handover.place,
        giver=_party(handover.giver_term, people[HandoverSide.GIVER]),
        receiver=_party(handover.receiver_term, people[HandoverSide.RECEIVER]),
        witnesses=tuple(people[HandoverSide.WITNESS]),
        selection=SELECTIONS[handover.selection],
        groups=_groups(items),
        unfinished=_numbered(item for item in items if item.kind == ItemKind.OPEN_WORK),
        completions=tuple(
            (str(each.emulation_year.year), date_in_words(last_day(each.until)))
            for each in completions
        ),
        effective_on=day_in_words(handover.effective_on),
        is_history=handover.effective_on is None,
        copies=copies,
    )


def sheet(handover, *, entry=None, copies=USUAL_COPIES):
    """Put the minutes on a sheet of the giver's paper: it chaired the bloc on the day."""
    minutes = gather(handover, copies=copies)
    return Sheet(
        kind=PaperKind.HANDOVER_MINUTES,
        template=TEMPLATE,
        title=f"Biên bản bàn giao nhiệm vụ {handover.bloc.chair_word} - {minutes.bloc}",
        organisation=minutes.giver.organisation,
        bloc=minutes.bloc,
        entry=entry or proposed_entry(handover),
        contents=minutes,
        is_sample=handover.bloc.is_sample,
    )


def proposed_entry(handover):
    """Return what a draft carries: the usual symbol and place, and the first person of each side.

    Giver and receiver sign in any case; a witness only where one was recorded.
    """
    first = {}
    for each in handover.people.all():
        first.setdefault(each.side, each)
    signatures = tuple(
        Signature(capacity, *_named(first.get(side)))
        for side, capacity in CAPACITIES.items()
        if side in first or side != HandoverSide.WITNESS
    )
    province = handover.bloc.province
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.HANDOVER_MINUTES], handover.bloc.word),
        place=province.name if province else "",
        signatures=signatures,
    )


def _named(person):
    return (person.full_name, person.position) if person else ("", "")


def _party(term, people):
    seat = term.seat
    return Party(seat.organisation.name, str(seat.emulation_year.year), tuple(people))


def _groups(items):
    """The things handed over, by kind, numbered from the first to the last."""
    groups, number = [], 1
    for kind, title in GROUPS.items():
        lines = _numbered((item for item in items if item.kind == kind), start=number)
        number += len(lines)
        if lines:
            groups.append(Group(title, lines))
    return tuple(groups)


def _numbered(items, *, start=1):
    return tuple(
        Line(number, item.text, item.quantity, item.note)
        for number, item in enumerate(items, start=start)
    )
