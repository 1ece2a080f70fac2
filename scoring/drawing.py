"""Drawing who checks the chair's own sheet, so that anybody can draw it again. Pure."""

import hashlib


def drawn(candidates, seed):
    """Return which of the candidates the seed chooses.

    SHA-256 of the seed and the keys of the candidates in their order, taken as a number, divided by
    how many they are: the remainder, counted from 0, is the place of the one that is drawn.
    """
    text = "|".join([seed, *map(str, candidates)])
    return candidates[int(hashlib.sha256(text.encode()).hexdigest(), 16) % len(candidates)]
