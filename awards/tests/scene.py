"""Ballots at every step, for whoever opens every page; `text` stands in every free text."""

from types import SimpleNamespace

from awards import workflow

from . import make


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
