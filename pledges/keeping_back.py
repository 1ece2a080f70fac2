"""Files of progress that are kept back: until a last day only their own member opens them.

A file that supports a report is read by whoever sees the year. One that a member also brings as
evidence of its self-score would tell the others of it, so it is kept back until nobody can draw
their own score after it (docs/field.md §3.1). What is kept back for what, says the room to the
right through `workflow.keep_back`; this room knows the deadlines, not the scores.
"""


def is_kept_back(kind, due, seat, own, *, on, is_year_open):
    """Whether a file is closed to a person on a day. Pure.

    `kind` is the deadline until which it is kept back ("": it is not), `due` the Due of it or None;
    `seat` is its member, `own` are the members of the person: who has more days does not see others
    before its own are over.
    """
    if not kind or seat in own or not is_year_open:
        return False
    return due is None or any(not due.is_over(on, pk) for pk in {seat, *own})
