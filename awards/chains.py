"""R5: consecutive years, counted from stored yearly results, never from a counter. Pure."""

from django.utils.translation import gettext as _

from .rules import Finding


def chain(years, *, until):
    """Return how many years in a row end with `until`: {2022, 2024, 2025} until 2025 is 2.

    `years` are the calendar years with the result that counts. A gap begins anew (docs/field.md
    §1.4). Results of a predecessor belong to its successor: the caller joins them.
    """
    held, length = set(years), 0
    while until - length in held:
        length += 1
    return length


def years_in_a_row(member, years, *, until, needed, what, recorded=(), clause="", certain=False):
    """R5: `needed` consecutive years with the result `what` end with `until`.

    `recorded` are all years of which some result is stored. What is not stored is not held against
    the member: of whom nothing is known, and where the year itself alone is not rated yet, it is a
    note to look it up. A gap warns; a year with another result is sure to break the chain.
    """
    length, known = chain(years, until=until), {*recorded, *years}
    if length >= needed:
        return []
    before = chain(years, until=until - 1)
    words = {
        "member": member,
        "what": what,
        "length": length,
        "before": before,
        "needed": needed,
        "until": str(until),
        "years": ", ".join(str(year) for year in sorted(set(years))) or _("none"),
    }
    if not known:
        return [Finding("R5", clause, _nothing_known() % words, is_note=True)]
    if until not in known and before + 1 >= needed:
        return [Finding("R5", clause, _not_rated_yet() % words, is_note=True)]
    sentence = _(
        "%(member)s has “%(what)s” in %(length)s consecutive years until %(until)s, and %(needed)s "
        "are needed (recorded years: %(years)s)."
    )
    window = range(until - needed + 1, until + 1)
    is_broken = any(year in known and year not in set(years) for year in window)
    return [Finding("R5", clause, sentence % words, certain and is_broken)]


def _nothing_known():
    return _(
        "No results of earlier years are in the register: look up whether “%(what)s” stands in "
        "%(needed)s consecutive years until %(until)s."
    )


def _not_rated_yet():
    return _(
        "%(member)s: the result of %(until)s is not in the register yet; before it “%(what)s” "
        "stands in %(before)s consecutive years."
    )
