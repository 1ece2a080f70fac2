"""Ballots at every step and a registry, for whoever opens every page; `text` in every free text."""

from types import SimpleNamespace

from django.apps import apps

from awards import workflow
from awards.history import plan_of
from awards.reference.law import load_law
from blocs.models import LegalBasis
from files import gate
from files.gate import Accepted
from files.kinds import Kind
from files.tests.make import PDF, upload

from . import make
from .books import FLAG, book
from .conftest import TABLES


def ballots(cast, text):
    """Of this year: one prepared, one open, one over (all on paper), one to close, one closed.

    In the closed one nobody had enough votes, so that a second round may follow.
    """
    words = {"title": text, "basis": text, "consultation": text}
    front = {"front": "Giấy ủy quyền số 3"}
    over = make.opened(cast, on_paper=tuple(make.SIGNERS), proxies=front, **words)
    count = make.paper_count(over, (4, 0, 0), (0, 0, 4), (0, 0, 4))
    workflow.enter_count(over, count=count, by=cast.chair, at=make.now())
    ending = make.opened(cast, **words)
    make.over(cast, ending)
    closed = make.opened(cast, **words)
    make.vote(cast, closed, "front", ["farmers"])
    make.vote(cast, closed, "union", ["youth"], ["farmers"])
    workflow.end_early(closed, why=text, by=cast.chair, at=make.now())
    return SimpleNamespace(
        prepared=make.prepared(cast, **words),
        open=make.opened(cast, **words),
        over=over,
        ending=ending,
        closed=make.closed(cast, closed),
    )


def registry(cast, text):
    """A decision with a scan and awards of the front, a public one elsewhere, two imports."""
    load_law({name: apps.get_model("awards", name) for name in TABLES}, LegalBasis)
    front, scan = cast.organisations.front, gate.accept(upload("qd.pdf", PDF))
    words = {"issuer": text, "signer": text, "signer_position": text, "subject": text}
    decision = workflow.record_decision(
        cast.province, number=text, dated=cast.today, upload=scan, by=cast.staff, at=make.now(),
        **words,
    )  # fmt: skip
    said = {"achievement": text, "organisation_name": text, "year": cast.today.year}
    award = make.award(decision, front, **said)
    person = make.award(
        decision, front, code="BK_TINH_CN", person_name=text, person_position=text, **said
    )
    public = make.decision(cast.province, f"{text} 2", is_public=True, announcement=text)
    make.award(public, cast.organisations.farmers, **said)
    workflow.record_results({(front.pk, 2024): ("good", text)}, by=cast.staff)
    saved = _received(cast, text, number="1/QĐ-UBND")
    plan = plan_of(saved.file.path.read_bytes(), cast.province, today=cast.today)
    how = {"by": cast.staff, "at": make.now()}
    workflow.save_history(saved, fingerprint=plan.fingerprint, **how)
    return SimpleNamespace(
        decision=decision,
        award=award,
        person=person,
        public=public,
        saved=saved,
        pending=_received(cast, text, number="2/QĐ-UBND"),
    )


def _received(cast, text, number):
    rows = book({**FLAG, "number": number, "organisation": text, "achievement": text})
    return workflow.receive_history(
        cast.province,
        workbook=Accepted("khen-thuong.xlsx", Kind.EXCEL, rows),
        scan=gate.accept(upload("so.pdf", PDF)),
        note=text,
        by=cast.staff,
        at=make.now(),
    )
