"""Ballots and nominations at every step, for whoever opens every page; `text` in all free text."""

from types import SimpleNamespace

from awards import workflow
from awards.models import FindingOverride
from files import gate
from files.tests.make import PDF, upload

from . import make, nominating


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
    nominating.nomination(year, None, "CO_CP", member_stated=text)
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
    return SimpleNamespace(given=given, gone=gone, file=file)
