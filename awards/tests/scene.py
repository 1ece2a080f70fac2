"""Ballots, nominations and a registry at every step, for who opens every page; all texts `text`."""

from types import SimpleNamespace

from awards import workflow
from awards.history import plan_of
from awards.models import FindingOverride
from files import gate
from files.gate import Accepted
from files.kinds import Kind
from files.tests.make import PDF, upload

from . import make, nominating, provincial
from .books import FLAG, book


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


def nominations(cast, text):
    """The Front on the list for the province's flag, with report, files and an overridden finding.

    Beside it one that was withdrawn, and one of which no member is known.
    """
    at, year, front = make.now(), cast.year, cast.seats["front"]
    given = nominating.nomination(year, front, summary=text)
    nominating.step(given, by=cast.chair, why=text)
    gone = nominating.nomination(year, front, "BK_TINH", state="withdrawn", reason=text)
    past = nominating.nomination(year, None, "CO_CP", member_stated=text)
    parts = dict.fromkeys(("situation", "achievements", "earlier_awards"), text)
    workflow.save_achievements(given, **parts, by=cast.member, at=at)
    uploads = [gate.accept(upload(name, PDF)) for name in ("thue.pdf", "cu.pdf")]
    file, old = workflow.add_nomination_files(
        given, title=text, uploads=uploads, by=cast.member, at=at
    )
    workflow.withdraw_nomination_file(old, why=text, by=cast.member, at=at)
    FindingOverride.objects.create(
        nomination=given, rule="R6", sentence=text, reason=text, by=cast.staff, at=at
    )
    return SimpleNamespace(given=given, gone=gone, past=past, file=file)


def council(cast, text):
    """Of this year: a list with a nomination on each step of its way through the province.

    The farmers' waits for its appraisal, the union's stands in a session that goes on, the Front's
    is decided, the youth union's is passed and waits for its decision.
    """
    how = {"by": cast.staff, "at": make.now()}
    chosen = {"farmers": "CO_CP", "union": "CO_TINH", "front": "BK_TINH", "youth": "BK_TINH"}
    found = provincial.submitted(cast, chosen, summary=text)
    found.rows["farmers"].rank = 2
    found.rows["farmers"].save()
    [opinion] = workflow.ask_agency(
        found.submission, nominations=found.keys[:1], agency=text, asked_on=cast.today, **how
    )
    workflow.record_opinion(
        opinion,
        answered_on=cast.today,
        verdict="remarks",
        text=text,
        document=text,
        upload=gate.accept(upload("hiep-y.pdf", PDF)),
        **how,
    )
    for name in ("union", "front", "youth"):
        workflow.appraise(
            found.rows[name], is_favourable=True, conclusion=text, appraised_on=cast.today, **how
        )
    finished = _session(cast, text, found.keys[2:], how)
    workflow.finish_session(finished, **how)
    fields = {**provincial.DECISION, "subject": text, "dated": cast.today, "achievement": text}
    decision = workflow.decide(cast.province, nominations=found.keys[2:3], **fields, **how)
    scan = gate.accept(upload("quyet-dinh.pdf", PDF))
    workflow.add_decision_scan(decision, upload=scan, **how)
    return SimpleNamespace(
        submission=found.submission,
        nomination=found.rows["farmers"],
        opinion=opinion,
        session=_session(cast, text, found.keys[1:2], how),
        decision=decision,
        award=decision.awards.get(),
    )


def _session(cast, text, keys, how):
    """A session with signed minutes in which all agreed on these nominations."""
    session = provincial.session(cast, name=text[:300], document=text)
    scan = gate.accept(upload("bien-ban.pdf", PDF))
    workflow.add_session_scan(session, upload=scan, **how)
    return workflow.save_votes(session, votes=dict.fromkeys(keys, (14, 1, "")), **how)


def registry(cast, text):
    """A decision with a scan and awards of the front, a public one elsewhere, two imports."""
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
