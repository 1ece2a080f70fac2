"""What every verb of the movements begins with: who enters it, by which right, on which version."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.refusal import Refused
from blocs.models import ChairAct, ChairRight
from blocs.reach import Reach
from blocs.workflow import act_as_chair
from blocs.workflow.locks import lock_bloc, lock_open_year


@dataclass(frozen=True)
class Entry:
    """Who enters a record and when; `act` where the chair's right is used for it."""

    by: User | None
    at: dt.datetime | None
    act: ChairAct | None = None

    def sign(self, row):
        row.entered_by, row.entered_at, row.act = self.by, self.at, self.act


class ChangedMeanwhile(Refused):
    """Somebody else has changed the record meanwhile; `row` is as it now stands, None: removed."""

    def __init__(self, row):
        super().__init__(
            _(
                "Somebody else has changed this meanwhile. What is stored now stands above what "
                "you typed: compare the two, then save again."
            )
        )
        self.row = row


def enter_as_chair(year, *, what, by, at, reason):
    """Let the chair enter something, or who acts in its place; raises as `act_as_chair` does."""
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    return Entry(by, at, act)


def enter_for(seat, *, what, by, at, reason):
    """Let a member enter its own, by any of its representatives; else the chair in its stead.

    Raises NotChair for anybody else, Refused for a closed year or a missing reason of staff.
    """
    year = lock_open_year(seat.emulation_year_id)
    if seat.organisation_id in Reach.on(by, timezone.localdate(at)).represented:
        return Entry(by, at)
    return enter_as_chair(year, what=what, by=by, at=at, reason=reason)


def enter_history(bloc_id, *, by, at):
    """Let the keepers of the records (None: a command) enter what belongs to the past.

    It uses nobody's right: a closed year keeps its history. Who may is asked by the pages.
    """
    lock_bloc(bloc_id)
    return Entry(by, at)


def check_version(row, version):
    """Raise ChangedMeanwhile unless the row (None: there is none) is the one that was seen.

    `version` is 0 where none was seen, and None where nobody looked: a command.
    """
    if version is not None and version != (row.version if row else 0):
        raise ChangedMeanwhile(row)
