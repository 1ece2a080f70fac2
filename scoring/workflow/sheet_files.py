"""For whom a workbook of a stage is read at this moment, and by what right."""

from dataclasses import dataclass

from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.aliases import other_names
from blocs.models import EmulationYear, Seat
from blocs.reach import Reach
from blocs.workflow.locks import lock_open_year

from ..checkers import checkers_on
from ..models import Stage
from ..procedure import procedure_of
from ..sheet import Sheet, read_sheet
from ..sheet_reading import reading_of_sheets
from ..stage_books import stage_book
from ..workbook.stage_layout import StageBook
from .checking import look_at_check, self_scores
from .locked import refuse_if_locked
from .self_scores import take_own_seat
from .sheet_locks import NotTheirs, current_sheet, refuse_unless_drafting


@dataclass(frozen=True)
class Of:
    """A locked year at a stage, with the members that the person writes; `seat`: its own sheet."""

    year: EmulationYear
    stage: Stage
    seats: tuple
    sheet: Sheet
    book: StageBook
    by: object
    at: object
    seat: Seat | None = None
    before: dict | None = None

    def read(self, content, mapping=None):
        """Return the `Reading` of a file: issued here, or by a mapping that was confirmed."""
        return reading_of_sheets(content, self.book, mapping)

    def refuse_closed(self, keys):
        """Raise Refused, naming the member, where one of these checks is not open."""
        for seat in self.seats if self.stage == Stage.CHECKED else ():
            if seat.pk not in keys:
                continue
            try:
                look_at_check(seat, by=self.by, at=self.at)
            except Refused as refusal:
                raise Refused(f"{seat.organisation.label}: {refusal}") from refusal


def of_self(seat, *, by, at):
    """The own sheet of a member, for its representatives while it may be changed.

    Raises NotTheirs, or Refused: submitted, too late.
    """
    hand = take_own_seat(seat, by=by, at=at)
    refuse_unless_drafting(current_sheet(hand), hand)
    sheet = _sheet(hand.year, Stage.SELF)
    book = stage_book(sheet, Stage.SELF, [hand.seat])
    return Of(hand.year, Stage.SELF, (hand.seat,), sheet, book, by, at, seat=hand.seat)


def of_check(year, *, by, at):
    """The sheets that a person checks: by the rule, or in place of who does.

    Raises NotTheirs where there is none, Refused where the year knows no check.
    """
    year = lock_open_year(year.pk)
    refuse_if_locked(year)
    on = timezone.localdate(at)
    if not procedure_of(year, on=on).uses(Stage.CHECKED):
        raise Refused(_("The sheets are not cross-checked this year."))
    own, mine = _own_and_checked(year, by, on)
    if not mine:
        raise NotTheirs(_("Another organisation checks this sheet."))
    sheet, before = _sheet(year, Stage.CHECKED), self_scores(year)
    book = stage_book(sheet, Stage.CHECKED, mine, locked=own, before=before)
    return Of(year, Stage.CHECKED, mine, sheet, book, by, at, before=before)


def of_upload(upload, *, by, at):
    """The same for an upload: who may handle it is who may write what it holds."""
    if upload.is_self_score:
        return of_self(upload.seat, by=by, at=at)
    of = of_check(upload.emulation_year, by=by, at=at)
    if not set(upload.members) <= {seat.pk for seat in of.seats}:
        raise NotTheirs(_("Another organisation checks this sheet."))
    return of


def refuse_strangers(upload, *, by, at):
    """Raise NotTheirs for anybody but who fills in these sheets, whatever their state and day."""
    on = timezone.localdate(at)
    if upload.is_self_score:
        if upload.seat.organisation_id not in Reach.on(by, on).represented:
            raise NotTheirs(_("Only the member itself scores itself."))
        return
    _own, mine = _own_and_checked(upload.emulation_year, by, on)
    if not set(upload.members) <= {seat.pk for seat in mine}:
        raise NotTheirs(_("Another organisation checks this sheet."))


def _own_and_checked(year, by, on):
    """The seats that the person acts for, and those whose sheets it checks or stands in for."""
    reach, checkers = Reach.on(by, on), checkers_on(year, on=on)
    is_staff = reach.is_administrator or year.bloc.province_id in reach.kept
    seats = year.seats.filter(left_on=None).select_related("organisation").order_by("position")
    seats = seats.annotate(aliases=other_names(OuterRef("organisation")))
    own = tuple(seat for seat in seats if seat.organisation_id in reach.represented)
    others = [seat for seat in seats if seat not in own]
    mine = tuple(seat for seat in others if is_staff or _checks(checkers.of(seat), reach))
    return own, mine


def _checks(checker, reach):
    return checker is not None and checker.organisation.pk in reach.represented


def _sheet(year, stage):
    sheet = read_sheet(year, stage)
    if sheet is None:
        raise Refused(_("This year has no criteria yet. Enter them first."))
    return sheet
