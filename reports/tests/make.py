"""Builders: a handover, what the register says about its minutes, and plain sheets."""

import datetime as dt

from blocs.models import HandoverItem, HandoverPerson, Source
from blocs.workflow import hand_over, record_past_handover, record_past_term
from reports.kinds import handover_minutes as kind
from reports.papers import Entry, PaperKind, Sheet, Signature
from reports.workflow import issue_minutes

BLOC = "Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Thái Sơn"
GIVER, RECEIVER = "Hội Liên hiệp Phụ nữ tỉnh Thái Sơn", "Liên đoàn Lao động tỉnh Thái Sơn"
SIGNATURES = (
    Signature("Đại diện bên giao", "Nguyễn Thị Hậu", "Chủ tịch"),
    Signature("Đại diện bên nhận", "Trần Văn Tiến", "Chủ tịch"),
)


def handover(cast, *, people=None, inventory=None, text="Quy chế hoạt động của khối", **more):
    """The chair of the cast hands over today to the youth union, which acts from tomorrow."""
    cast.seats["youth"].terms.get().delete()
    return hand_over(
        cast.chair_term,
        receiver=cast.seats["youth"],
        held_on=cast.today,
        effective_on=cast.today + dt.timedelta(days=1),
        people=people
        or [
            HandoverPerson(side="giver", full_name="Nguyễn Thị Hậu", position="Chủ tịch"),
            HandoverPerson(side="receiver", full_name="Trần Văn Tiến", position="Bí thư"),
        ],
        inventory=inventory or [HandoverItem(kind="papers", text=text, quantity="01 bản")],
        by=cast.staff,
        at=more.pop("at", None) or dt.datetime.now(dt.UTC),
        **more,
    )


def past_handover(cast, *, held_on=dt.date(2023, 11, 29)):
    """A handover of which only the day is known, between two terms without days."""
    terms = [
        record_past_term(cast.last_year.seats.get(organisation=organisation), by=cast.staff)
        for organisation in (cast.organisations.women, cast.organisations.farmers)
    ]
    return record_past_handover(
        *terms, held_on=held_on, by=cast.staff, at=dt.datetime.now(dt.UTC),
        source=Source.objects.create(title="Báo Thái Sơn"),
    )  # fmt: skip


def entry(dated, *, number=5, symbol="BB-KTĐ", place="Thái Sơn", signatures=SIGNATURES):
    return Entry(symbol, number, dated, place, signatures)


def issued(cast, given, *, number=5, at=None, by=None, **more):
    """Minutes of a handover, issued on the day it was held."""
    return issue_minutes(
        given,
        entry=entry(given.held_on, number=number),
        copies=3,
        by=by or cast.staff,
        at=at or dt.datetime.now(dt.UTC),
        **more,
    )


def minutes(*, lines=4, text="Báo cáo tổng kết công tác thi đua, khen thưởng", name=GIVER):
    """What minutes say, without a database."""
    every = tuple(kind.Line(n, text, "01 bản chính", "còn tốt") for n in range(1, lines + 1))
    person = (kind.Person("Nguyễn Thị Hậu", "Chủ tịch"),)
    return kind.Minutes(
        bloc=BLOC,
        chair_word="Khối trưởng",
        held_on="ngày 28 tháng 12 năm 2025",
        place="hội trường",
        giver=kind.Party(name, "2025", person),
        receiver=kind.Party(RECEIVER, "2026", person),
        witnesses=person,
        selection="theo chế độ luân phiên",
        groups=(kind.Group("Hồ sơ, tài liệu", every),) if every else (),
        unfinished=(kind.Line(1, "Chấm điểm năm 2025", "", ""),),
        completions=(("2025", "ngày 31 tháng 01 năm 2026"),),
        effective_on="ngày 05 tháng 01 năm 2026",
        is_history=False,
        copies=3,
    )


def sheet(contents=None, *, number=5, is_sample=False):
    """A sheet of minutes; `number=None` makes a draft."""
    contents = contents or minutes()
    dated = None if number is None else dt.date(2025, 12, 28)
    return Sheet(
        kind=PaperKind.HANDOVER_MINUTES,
        template=kind.TEMPLATE,
        title="Biên bản bàn giao nhiệm vụ khối trưởng",
        organisation=contents.giver.organisation,
        bloc=contents.bloc,
        entry=entry(dated, number=number),
        contents=contents,
        is_sample=is_sample,
    )
