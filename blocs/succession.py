"""Who came before whom. Plain identifiers in, plain identifiers out."""


def with_predecessors(start, successions):
    """Return the identifiers in `start` and everything that led to them, however long the chain.

    `successions` are pairs (predecessor, successor). A pair without successor (a dissolution)
    leads nowhere. Circles do no harm.
    """
    before = {}
    for predecessor, successor in successions:
        before.setdefault(successor, set()).add(predecessor)
    found, waiting = set(), set(start)
    while waiting:
        found |= waiting
        waiting = {old for new in waiting for old in before.get(new, ())} - found
    return frozenset(found)
