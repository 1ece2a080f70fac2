"""Changes become rows: what typing, uploading and undoing have in common."""

from decimal import Decimal

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.workflow import act_as_chair
from vietnamese.numbers import show_decimal

from ..models import Score, Stage
from ..sheet import read_sheet
from .locked import refuse_if_locked

UNIQUE = ("seat", "criterion", "stage")
WRITTEN = (
    "emulation_year", "criteria_set", "points", "figure", "target", "applies", "by", "at", "reason"
)  # fmt: skip


def begin(year, *, what, by, at, reason):
    """Act by the chair's right on the year's scores; return the act and the scores as they stand.

    Raises NotChair, or Refused for a closed or locked year, a missing reason, no criteria.
    """
    act = act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
    return act, open_sheet(act.emulation_year)


def open_sheet(year):
    """Return the sheet of a year whose bloc is locked. Raises Refused where nothing may change."""
    refuse_if_locked(year)
    sheet = read_sheet(year)
    if sheet is None:
        raise Refused(_("This year has no criteria yet. Enter them first."))
    return sheet


def write(sheet, changes, *, by, at, reason):
    """Store changes that were checked against the sheet, and return what each replaced."""
    kept = [kept_of(sheet, change) for change in changes]
    shared = {"by": by, "at": at, "reason": reason}
    rows = [_row(sheet, change, shared) for change in changes if not change.is_removal]
    gone = [sheet.scores[change.place].pk for change in changes if change.is_removal]
    with because(by, reason):
        Score.objects.filter(pk__in=gone).delete()
        # Two statements, however many cells: a bloc's sheet has hundreds. The triggers of the
        # table look at each row as ever.
        Score.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=UNIQUE, update_fields=WRITTEN
        )
    return kept


def _row(sheet, change, shared):
    seat, criterion = change.place
    return Score(
        emulation_year=sheet.year,
        criteria_set=sheet.criteria_set,
        seat_id=seat,
        criterion_id=criterion,
        stage=Stage.AGREED,
        points=change.new,
        **shared,
    )


def kept_of(sheet, change):
    """What is needed to undo a change exactly: the score that stood there, or None."""
    return kept_score(sheet.scores.get(change.place))


def kept_score(old):
    """A score as plain values, whole: points and what they follow from, who, when and why."""
    return old and {
        "points": f"{old.points:.2f}",
        "figure": None if old.figure is None else f"{old.figure:.2f}",
        "target": None if old.target is None else f"{old.target:.2f}",
        "applies": old.applies,
        "by": old.by_id,
        "at": old.at.isoformat(),
        "reason": old.reason,
    }


def put_back(sheet, place, stage, kept):
    """Bring a place to what `kept_score` kept of it; the caller stands in a `because`."""
    score = Score.objects.filter(seat=place[0], criterion=place[1], stage=stage).first()
    if kept is None:
        if score is not None:
            score.delete()
        return
    score = score or Score(seat_id=place[0], criterion_id=place[1], stage=stage)
    score.emulation_year, score.criteria_set = sheet.year, sheet.criteria_set
    score.points, score.applies = Decimal(kept["points"]), kept.get("applies", True)
    score.figure, score.target = (
        None if kept.get(name) is None else Decimal(kept[name]) for name in ("figure", "target")
    )
    score.by_id, score.at = kept["by"], parse_datetime(kept["at"])
    score.reason = kept["reason"]
    score.save()


def cell_name(sheet, place):
    """Name a cell for people: “Hội Nông dân – I.1”."""
    seats = {seat.pk: seat.organisation.label for seat in sheet.seats}
    codes = {row.node.pk: row.node.code for row in sheet.rows}
    return f"{seats.get(place[0], '?')} – {codes.get(place[1], '?')}"


def check_cells(sheet, changes):
    """Refuse cells that the sheet does not have, and points that they do not allow."""
    members, leaves = {seat.pk for seat in sheet.members}, {node.pk: node for node in sheet.leaves}
    for change in changes:
        seat, criterion = change.place
        if criterion not in leaves or seat not in members:
            raise Refused(
                _("A member or criterion has been removed meanwhile. Load the page again.")
            )
        most = leaves[criterion].maximum
        if change.new is not None and not 0 <= change.new <= most:
            values = {"cell": cell_name(sheet, change.place), "most": show_decimal(most)}
            raise Refused(_("%(cell)s: write points from 0 to %(most)s.") % values)
