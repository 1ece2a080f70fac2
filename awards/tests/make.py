"""Builders: a ballot at every step of its course, and the people who vote in it."""

import datetime as dt

from django.utils import timezone

from awards import workflow
from awards.counting import Count, Line
from awards.models import Award, AwardKind, Ballot, Decision

from . import nominating

HOUR = dt.timedelta(hours=1)
RULES = {
    "title": "Suy tôn đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh",
    "quota": 1,
    "threshold": "half",
    "basis": "Điều 9 Quy chế hoạt động của khối",
    "electorate": "organisations",
    "self_vote": True,
    "allows_proxy": True,
    "consultation": "Một Cờ thi đua của UBND tỉnh, hai Bằng khen.",
}
# Who signs for each member of the cast's year.
SIGNERS = {"front": "former_chair", "union": "deputy", "farmers": "chair", "youth": "coming_chair"}


def now():
    return timezone.now()


def rules(cast, **changes):
    return {**RULES, "consulted_on": cast.today, **changes}


def prepared(cast, *, nominees=("front", "farmers", "youth"), by=None, **changes):
    return workflow.prepare_ballot(
        cast.year,
        nominees=[cast.seats[name].pk for name in nominees],
        by=by or cast.chair,
        at=now(),
        **rules(cast, **changes),
    )


def announced(cast, **ranks):
    """Announce a standing, {name of the member: rank}, unless there is one."""
    if not cast.year.announcements.exists():
        nominating.announced(cast, ranks)


def opened(cast, *, on_paper=(), proxies=None, voters=None, at=None, nominees=None, **changes):
    announced(cast)
    ballot = prepared(cast, **({"nominees": nominees} if nominees else {}), **changes)
    at = at or now()
    return workflow.open_ballot(
        ballot,
        closes_at=at + HOUR,
        voters=voters,
        on_paper={str(cast.seats[name].pk) for name in on_paper},
        proxies={str(cast.seats[name].pk): text for name, text in (proxies or {}).items()},
        by=cast.chair,
        at=at,
    )


def vote(cast, ballot, name, agreed=(), refused=(), *, by=None, at=None):
    """Let who signs for a member vote for and against members by their names."""
    nominees = {nominee.seat_id: nominee.pk for nominee in ballot.nominees.all()}
    workflow.cast_vote(
        ballot,
        seat=cast.seats[name],
        agreed=[nominees[cast.seats[each].pk] for each in agreed],
        refused=[nominees[cast.seats[each].pk] for each in refused],
        by=by or getattr(cast, SIGNERS[name]),
        at=at or now(),
    )


def over(cast, ballot, **how):
    return workflow.end_early(ballot, why="Đã đủ phiếu", by=cast.chair, at=now(), **how)


def closed(cast, ballot, *, at=None):
    return workflow.close_ballot(ballot, by=cast.chair, at=at or now())


def voted(cast, ballot, **votes):
    """Everybody agrees to the member that is said, and the ballot is closed."""
    for name, agreed in votes.items():
        vote(cast, ballot, name, [agreed] if agreed else [])
    return closed(cast, ballot)


def paper_count(ballot, *lines, issued=None, returned=None, invalid=0):
    """A count with lines (agree, disagree, silent) in the order of the nominees."""
    nominees = ballot.nominees.order_by("seat__position")
    rows = tuple(Line(n.pk, *line) for n, line in zip(nominees, lines, strict=True))
    valid = rows[0].votes
    returned = valid + invalid if returned is None else returned
    return Count(returned if issued is None else issued, returned, valid, invalid, rows)


def fresh(ballot):
    return Ballot.objects.get(pk=ballot.pk)


def nomination(year, seat, code="CO_TINH", **fields):
    """A bare line of a year's list, in the state that is given; wants the fixture `law`."""
    bare = {"points": None, "rank": None, "summary": ""}
    return nominating.nomination(year, seat, code, **{**bare, **fields})


def kind(code="CO_TINH", **fields):
    """A kind of award of the law that every installation knows (fixture `law`)."""
    return AwardKind.objects.filter(code=code, **fields).latest("pk")


def decision(province, number="12/QĐ-UBND", **fields):
    known = {"dated": dt.date(2025, 12, 20), "issuer": "Chủ tịch UBND tỉnh", "signer": "Lê Văn Hà"}
    known |= {"subject": "Khen thưởng năm 2025"}
    return Decision.objects.create(province=province, number=number, **{**known, **fields})


def award(decision, organisation=None, code="CO_TINH", **fields):
    """An award of a collective; with `person_name` of a person, a woman who works directly."""
    person = {"recipient_class": "direct", "sex": "female"} if "person_name" in fields else {}
    award_kind = fields.pop("kind", None) or kind(code)
    known = {"year": decision.dated.year, "method": "regular", "achievement": "Dẫn đầu khối"}
    known |= {"recipient": award_kind.recipient, "recipient_class": "collective"} | person
    name = organisation.name if organisation else "Tổ dân phố số 3"
    known |= {"organisation": organisation, "organisation_name": name}
    return Award.objects.create(decision=decision, kind=award_kind, **{**known, **fields})
