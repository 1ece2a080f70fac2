"""Until when each member may sign a version: the year's deadline, extended where it was. Pure."""


def last_days(version, due):
    """Return {seat: the last day or None}; `due` is that of `blocs.deadlines`, or None.

    An amendment, or a covenant opened after the year's deadline, names a day of its own, which
    counts where it is the later.
    """
    return {member.pk: last_day(version.row, member.pk, due) for member in version.members}


def last_day(row, seat, due):
    days = [day for day in (due and due.for_seat(seat), row.sign_by) if day]
    return max(days) if days else None


def is_over(day, on):
    """Whether a last day has passed; without one signing does not end by itself."""
    return day is not None and on > day
