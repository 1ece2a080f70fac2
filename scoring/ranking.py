"""Ranks from totals: equal ones share a rank and nothing else decides (docs/field.md §3.6)."""


def rank(totals):
    """Return [(rank, member)] from [(member, total)] in protocol order: 1, 2, 2, 4.

    Among equals the protocol order stays. A total of None is not ranked: rank None, at the end.
    """
    ranked = sorted((pair for pair in totals if pair[1] is not None), key=lambda pair: -pair[1])
    places, last = [], (None, None)
    for place, (member, points) in enumerate(ranked, start=1):
        last = last if points == last[1] else (place, points)
        places.append((last[0], member))
    return places + [(None, member) for member, points in totals if points is None]
