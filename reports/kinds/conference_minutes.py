"""Biên bản hội nghị: the minutes of a conference of the bloc (docs/field.md §6.4)."""

from dataclasses import dataclass

from blocs.conferring import HeadCount, head_count
from blocs.models import AttendanceState, ConferenceRole, PartOfDay
from blocs.rollcall import members_on, roll

from ..numbering import day_in_words, symbol
from ..papers import TYPE_CODES, Entry, PaperKind, Sheet, Signature
from ..prose import Block, blocks

TEMPLATE = "reports/conference_minutes.html"
SECRETARY, PRESIDING = "Thư ký", "Chủ trì"
PARTS = {
    PartOfDay.MORNING: "buổi sáng",
    PartOfDay.AFTERNOON: "buổi chiều",
    PartOfDay.EVENING: "buổi tối",
    PartOfDay.WHOLE_DAY: "cả ngày",
    PartOfDay.UNKNOWN: "",
}
PRESIDES = (ConferenceRole.PRESIDING, ConferenceRole.CO_PRESIDING)
# The others who were there, in the order of the minutes, each under what it is called there.
OTHERS = {
    ConferenceRole.DIRECTING_SPEECH: "Phát biểu chỉ đạo",
    ConferenceRole.REPORTING: "Trình bày báo cáo",
    ConferenceRole.DELEGATE: "Đại biểu",
    ConferenceRole.GUEST: "Khách mời",
    ConferenceRole.WITNESS: "Người chứng kiến",
}
STATES = {
    AttendanceState.PRESENT: "Có mặt",
    AttendanceState.BY_PROXY: "Ủy quyền dự",
    AttendanceState.ABSENT_WITH_LEAVE: "Vắng có lý do",
    AttendanceState.ABSENT: "Vắng không có lý do",
    None: "",
}


@dataclass(frozen=True)
class Person:
    """`position` with the organisation behind it, as it is written: Chủ tịch, Hội Nông dân tỉnh."""

    full_name: str
    position: str


@dataclass(frozen=True)
class Group:
    title: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class Member:
    """A member organisation; `state` is empty where nobody recorded whether it was there."""

    number: int
    name: str
    state: str
    attended_by: str


@dataclass(frozen=True)
class Minutes:
    """What the minutes say. Empty is what nobody recorded: dots stand there, for a hand to fill in.

    `count` is None as long as nothing is recorded of any member.
    """

    bloc: str
    bloc_word: str
    title: str
    held_on: str
    part_of_day: str
    place: str
    host: str
    presiding: tuple[Person, ...]
    secretaries: tuple[Person, ...]
    members: tuple[Member, ...]
    count: HeadCount | None
    others: tuple[Group, ...]
    agenda: tuple[Block, ...]
    discussion: tuple[Block, ...]
    results: tuple[Block, ...]
    conclusions: tuple[Block, ...]


def gather(conference):
    """Read the minutes from a conference of `conference_minutes_of`: one query more."""
    people = {role: [] for role in ConferenceRole.values}
    for each in conference.people.all():
        people[each.role].append(_person(each))
    seats = members_on(conference, roll(conference))
    count = head_count(seat.noted_state for seat in seats)
    return Minutes(
        bloc=conference.emulation_year.name,
        bloc_word=conference.bloc.get_word_display(),
        title=conference.title,
        held_on=day_in_words(conference.held_on),
        part_of_day=PARTS[conference.part_of_day],
        place=conference.place,
        host=conference.host.name if conference.host else "",
        presiding=tuple(each for role in PRESIDES for each in people[role]),
        secretaries=tuple(people[ConferenceRole.SECRETARY]),
        members=tuple(_member(number, seat) for number, seat in enumerate(seats, start=1)),
        count=count if count.is_known else None,
        others=tuple(
            Group(title, tuple(people[role])) for role, title in OTHERS.items() if people[role]
        ),
        **{
            name: blocks(getattr(conference, name))
            for name in ("agenda", "discussion", "results", "conclusions")
        },
    )


def sheet(conference, *, issuer, entry=None):
    """Put the minutes on a sheet of who holds the year's work; None: for the bloc."""
    minutes = gather(conference)
    return Sheet(
        kind=PaperKind.CONFERENCE_MINUTES,
        template=TEMPLATE,
        title=f"Biên bản {minutes.title} - {minutes.bloc}"[:500],
        organisation=issuer.name if issuer else "",
        bloc=minutes.bloc,
        entry=entry or proposed_entry(conference),
        contents=minutes,
        is_sample=conference.bloc.is_sample,
    )


def proposed_entry(conference):
    """Return what a draft carries: usual symbol and place, first secretary and who presided."""
    first = {}
    for each in conference.people.all():
        first.setdefault(each.role, each)
    province = conference.bloc.province
    return Entry(
        symbol=symbol(TYPE_CODES[PaperKind.CONFERENCE_MINUTES], conference.bloc.word),
        place=province.name if province else "",
        signatures=(
            _signature(SECRETARY, first.get(ConferenceRole.SECRETARY)),
            _signature(PRESIDING, first.get(ConferenceRole.PRESIDING)),
        ),
    )


def _signature(capacity, person):
    return Signature(capacity, person.full_name, person.position) if person else Signature(capacity)


def _person(row):
    said = [part for part in (row.position, row.organisation_name) if part]
    return Person(row.full_name, ", ".join(said))


def _member(number, seat):
    return Member(number, seat.organisation.name, STATES[seat.noted_state], seat.noted_by or "")
