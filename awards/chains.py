"""Consecutive years, counted from stored yearly results, never from a counter. Pure."""


def chain(years, *, until):
    """Return how many years in a row end with `until`: {2022, 2024, 2025} until 2025 is 2.

    `years` are the calendar years with the result that counts. A gap begins anew (docs/field.md
    §1.4). Results of a predecessor belong to its successor: the caller joins them.
    """
    held, length = set(years), 0
    while until - length in held:
        length += 1
    return length
