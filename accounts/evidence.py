"""Evidence written by the database: which tables leave it, and who stood behind a change."""

import pghistory
import pgtrigger


def tracked(**options):
    """Class decorator: triggers copy every version of a row, with who and why, into an event table.

    Event rows can only be added: the database refuses to update, delete or truncate them.
    Options are those of `pghistory.track` (`exclude=[…]` for what must not be kept).
    """
    every_change = [pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()]
    return pghistory.track(*every_change, meta={"triggers": [never_truncated()]}, **options)


def never_truncated():
    """Trigger: the table is never emptied. Row triggers do not see TRUNCATE, nor does Protect."""
    return pgtrigger.Trigger(
        name="never_truncated",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;",
    )


def because(by, why=""):
    """Name the person (None for a command) and the reason for every change made inside the block.

    Use it as a context manager around the writes of a verb. The triggers of the tracked tables
    copy both into the event row; `desk` shows them on the audit page.
    """
    return pghistory.context(by=by.pk if by else None, why=str(why))
