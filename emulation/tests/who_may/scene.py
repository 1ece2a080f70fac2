"""What the addresses lead to: the cast, a handover, a paper with a file, criteria, a source."""

import datetime as dt
import hashlib
from decimal import Decimal
from types import SimpleNamespace

from django.utils import timezone

from accounts import links
from accounts.notices import tell
from awards.tests.scene import ballots, council, nominations, registry
from blocs.conferring import AttendanceLine, PersonLine
from blocs.models import HandoverItem, HandoverPerson, LegalBasis, Source
from blocs.tests import make
from blocs.workflow import (
    add_conference_files,
    extend_deadline,
    hand_over,
    keep,
    plan_activity,
    publish_notice,
    record_conference,
    set_deadlines,
)
from files import gate
from files.storing import store
from files.tests.make import PDF, picture, upload
from pledges.tests.scene import covenants
from pledges.workflow import add_exemplar, add_movement, save_commendations, save_result
from reports.models import Paper
from reports.papers import PaperKind
from reports.workflow import add_section, begin_report, contribute
from scoring.grading import Band
from scoring.models import Announcement
from scoring.tests.make import small_set
from scoring.tests.province_scene import kept
from scoring.tests.ranked import barred, declare
from scoring.tests.scene import previewed, received
from scoring.tests.stage_books import self_received, self_uploaded
from scoring.tests.stage_scene import earlier, self_scored


def build(cast, *, title="Kế hoạch năm"):
    """The cast and one of everything that has an address; `title` stands in every free text."""
    at = timezone.now()
    source = Source.objects.create(title=title)
    for record in (cast.bloc, cast.year, cast.organisations.farmers):
        record.source = source
        keep(record, by=cast.staff)
    paper = publish_notice(
        cast.year,
        kind="plan",
        title=title,
        text=title,
        uploads=[gate.accept(upload("ke-hoach.pdf", PDF))],
        by=cast.chair,
        at=at,
    )
    conference = _conference(cast, title, at)
    handover = _handover(cast, title, at)
    movement = _movement(cast, title, at)
    criterion = small_set(cast.year).criteria.get(code="I.2")
    disqualification = _ranked(cast, criterion, title)
    evidence = self_scored(cast, title)
    bloc_upload = previewed(cast.year, {(cast.seats["farmers"], "I.1"): 5}, by=cast.chair)
    return SimpleNamespace(
        **vars(cast),
        source=source,
        handover=handover,
        conference=conference,
        conference_file=conference.files.first(),
        minutes=_minutes(cast, handover, title, at),
        notice=paper,
        file=paper.files.get(),
        section=_section(cast, title, at),
        half_year=_half_year(cast, title, at),
        movement=movement,
        exemplar=movement.exemplars.get(),
        # On this one nothing rests.
        bare_movement=add_movement(
            cast.year, kind="movement", name=f"{title} riêng", by=cast.chair, at=at
        ),
        activity=_planned(cast, title, at),
        basis=_basis("12/QĐ-UBND", title, province=cast.province),
        national_basis=_basis("13/2026/NĐ-CP", title),
        covenants=covenants(cast, title, at),
        ballots=ballots(cast, title),
        nominations=nominations(cast, title),
        council=council(cast, title),
        registry=registry(cast, title),
        criterion=criterion,
        disqualification=disqualification,
        evidence=evidence,
        upload=bloc_upload,
        province_upload=kept(cast, bloc_upload, title),
        received=received(cast.year, by=cast.chair),
        sheet_upload=self_uploaded(cast.seats["front"], by=cast.member, at=earlier()),
        sheet_received=self_received(cast.seats["front"], by=cast.member, at=earlier()),
        post=cast.member.posts.get(),
        personal_notice=_told(cast.member, title, at),
        # Of nobody who signs in here: a sign-in makes the link void.
        link=links.make_link(make.user("newcomer"), by=cast.staff, at=at),
    )


def _ranked(cast, criterion, text):
    """Rules of ranking, an announced standing, and a fact for which the Front is not considered."""
    bands = [Band(text[:80], Decimal(50), Decimal(40))]
    vote = ("elsewhere", None, text)
    declare(cast, criterion.criteria_set, tie_breaks=[vote], bands=bands, clause=text)
    line = {"seat": cast.seats["front"].pk, "name": text, "rank": 1, "total": "57.00"}
    line |= {"grade": text, "remark": text, "points": {"I": "57.00"}}
    row = {"code": "I", "text": text, "kind": "ordinary", "level": 1, "maximum": "60.00"}
    barring = barred(cast, text=text)
    Announcement.objects.create(
        emulation_year=cast.year,
        criteria_set=criterion.criteria_set,
        number=1,
        announced_on=cast.today,
        document=text,
        standing={"criteria": text, "version": "1", "rows": [row], "lines": [line]},
        act=barring.entered,
    )
    return barring


def _told(person, text, at):
    """One notice, which the person has not read."""
    matter = {"kind": "ahead", "item": "x", "text": text, "path": "/viec-can-lam/"}
    return tell([{"user": person, **matter}], at=at, site="")[0]


def _movement(cast, text, at):
    """A movement that answers another, with all that the Front reports in it."""
    front, how = cast.seats["front"], {"by": cast.member, "at": at}
    upper = add_movement(cast.year, kind="campaign", name=f"{text} trên", by=cast.chair, at=at)
    movement = add_movement(
        cast.year,
        kind="drive",
        name=text,
        launched_by=text,
        occasion=text,
        period_stated=text,
        answers=upper,
        by=cast.chair,
        at=at,
    )
    save_result(movement, seat=front, text=text, figures=[(text, "nhà", Decimal("2.50"))], **how)
    add_exemplar(
        front, kind="person", name=text, position=text, description=text, movement=movement, **how
    )
    counts = {("given", "province", "direct"): 3, ("given", "province", "other_leader"): 1}
    save_commendations(front, span="year", counts=counts, **how)
    return movement


def _section(cast, text, at):
    """The year-end report is begun; one of its sections is called by the title."""
    begin_report(cast.year, "year_end", by=cast.chair, at=at)
    return add_section(cast.year, "year_end", heading=text, by=cast.chair, at=at)


def _half_year(cast, text, at):
    """The six-month review is begun too; the Front has written for a section of it."""
    begin_report(cast.year, "half_year", by=cast.chair, at=at)
    section = add_section(cast.year, "half_year", heading=text, by=cast.chair, at=at)
    words = {"section": section.pk, "text": text, "version": 0}
    given = contribute(cast.seats["front"], "half_year", **words, by=cast.member, at=at)
    contribute(cast.seats["front"], "year_end", text=text, version=0, by=cast.member, at=at)
    return SimpleNamespace(section=section, given=given)


def _conference(cast, text, at):
    """It serves last year too, so that its members see it; with a picture and another file."""
    conference = record_conference(
        cast.year,
        purposes={cast.year: ["signing"], cast.last_year: ["year_end_review"]},
        **dict.fromkeys(("title", "place", "agenda", "discussion", "results", "conclusions"), text),
        held_on=cast.today,
        people=[
            PersonLine("presiding", text, text, organisation=text),
            PersonLine("guest", text, text, seat=cast.seats["front"].pk),
        ],
        attendance=[AttendanceLine(cast.seats["front"].pk, "present", text)],
        by=cast.chair,
        at=at,
    )
    uploads = [gate.accept(upload("anh.jpg", picture())), gate.accept(upload("giay-moi.pdf", PDF))]
    add_conference_files(conference, uploads=uploads, caption=text, by=cast.chair, at=at)
    return conference


def _planned(cast, text, at):
    """The bloc has set a deadline and extended it, and plans an activity."""
    year, chair = cast.year, {"by": cast.chair, "at": at}
    set_deadlines(year, days={"signing": dt.date(year.year, 3, 1)}, **chair)
    until = dt.date(year.year, 3, 15)
    extend_deadline(year, kind="signing", until=until, why=text, **chair)
    return plan_activity(year, text=text, month=3, owner=text, host=text, **chair)


def _basis(number, text, province=None):
    return LegalBasis.objects.create(
        number=number,
        title=text,
        citation=text,
        province=province,
        in_force_on=dt.date(2020, 1, 1),
        is_usual=True,
        note=text,
    )


def _handover(cast, text, at):
    """The chair hands over to the coming chair, who acts from tomorrow."""
    cast.seats["youth"].terms.get().delete()
    return hand_over(
        cast.chair_term,
        receiver=cast.seats["youth"],
        held_on=cast.today,
        effective_on=cast.today + dt.timedelta(days=1),
        place=text,
        note=text,
        people=[HandoverPerson(side="giver", full_name=text, position=text)],
        inventory=[HandoverItem(kind="papers", text=text, quantity="2", note=text)],
        by=cast.staff,
        at=at,
    )


def _minutes(cast, handover, title, at):
    """Minutes as if they had been issued: what they look like is the matter of other tests."""
    bytes_of_minutes = gate.accept(upload("bien-ban.pdf", PDF))
    return Paper.objects.create(
        kind=PaperKind.HANDOVER_MINUTES,
        type_code="BB",
        bloc=cast.bloc,
        handover=handover,
        issuer=cast.organisations.farmers,
        number=1,
        symbol="BB-KTĐ",
        dated=cast.today,
        place="Thái Sơn",
        title=title,
        file=store(bytes_of_minutes, by=cast.staff, at=at),
        sha256=hashlib.sha256(PDF).hexdigest(),
        issued_by=cast.staff,
        issued_at=at,
    )
