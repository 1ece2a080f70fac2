"""What the addresses lead to: the cast, a handover, a paper with a file, criteria, a source."""

import datetime as dt
import hashlib
from types import SimpleNamespace

from django.utils import timezone

from accounts import links
from blocs.models import HandoverItem, HandoverPerson, Source
from blocs.tests import make
from blocs.workflow import hand_over, keep, publish_notice
from files import gate
from files.storing import store
from files.tests.make import PDF, upload
from pledges.tests.scene import covenants
from reports.models import Paper
from reports.papers import PaperKind
from reports.workflow import add_section, begin_report
from scoring.tests.make import small_set
from scoring.tests.scene import previewed


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
    handover = _handover(cast, title, at)
    criterion = small_set(cast.year).criteria.get(code="I.2")
    return SimpleNamespace(
        **vars(cast),
        source=source,
        handover=handover,
        minutes=_minutes(cast, handover, title, at),
        notice=paper,
        file=paper.files.get(),
        section=_section(cast, title, at),
        covenants=covenants(cast, title, at),
        criterion=criterion,
        upload=previewed(cast.year, {(cast.seats["farmers"], "I.1"): 5}, by=cast.chair),
        post=cast.member.posts.get(),
        # Of nobody who signs in here: a sign-in makes the link void.
        link=links.make_link(make.user("newcomer"), by=cast.staff, at=at),
    )


def _section(cast, text, at):
    """The year-end report is begun; one of its sections is called by the title."""
    begin_report(cast.year, by=cast.chair, at=at)
    return add_section(cast.year, heading=text, by=cast.chair, at=at)


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
