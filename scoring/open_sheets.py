"""Which sheets wait for whom: members that have not submitted, sheets to be checked."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import FilteredRelation, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.models import Seat
from blocs.open_work import OpenWork

from .models import SheetState, Stage
from .procedure import Procedure, rules_of

UNSUBMITTED = (None, SheetState.DRAFT, SheetState.SENT_BACK)


def with_sheets(years):
    """Annotate years with the state of each member's sheet: what `open_sheets` reads."""
    seats = Seat.objects.filter(emulation_year=OuterRef("pk"), left_on=None).annotate(
        current=FilteredRelation("sheets", condition=Q(sheets__is_current=True))
    )
    row = JSONObject(
        pk="pk",
        organisation="organisation_id",
        state="current__state",
        is_checked="current__is_checked",
    )
    return years.annotate(sheets_in_short=ArraySubquery(seats.order_by("position").values(row=row)))


def open_sheets(year, known, dues, *, on):
    """List what of the sheets of a year is open, from what `with_sheets` and `with_stages` read."""
    procedure = Procedure(rules_of(known), dues, on, year.is_open)
    if procedure.uses(Stage.SELF):
        for row in known.sheets_in_short:
            yield from _of_member(year, row, procedure)
    if procedure.uses(Stage.CHECKED):
        yield from _to_check(year, known, procedure)


def _of_member(year, row, procedure):
    """Until its last day a member fills in its sheet; one sent back waits until it is submitted."""
    if row["state"] not in UNSUBMITTED:
        return
    is_sent_back = row["state"] == SheetState.SENT_BACK
    if procedure.is_over(Stage.SELF, row["pk"]) and not is_sent_back:
        return
    text = (
        _("The score sheet of %(year)s was sent back")
        if is_sent_back
        else _("The self-score of %(year)s is not submitted")
    )
    yield OpenWork(
        year,
        text % {"year": year.year},
        "scoring:self_score",
        (year.bloc.slug, year.year, row["pk"]),
        due=None if is_sent_back else procedure.last_day(Stage.SELF, row["pk"]),
        organisation=row["organisation"],
        kind="" if is_sent_back else "scoring.self_score",
    )


def _to_check(year, known, procedure):
    """The sheets of others whose last day has passed wait for who holds the year's work."""
    holder = getattr(year, "holder", None)
    waiting = [
        row
        for row in known.sheets_in_short
        if row["organisation"] != holder
        and not row["is_checked"]
        and row["state"] != SheetState.SENT_BACK
        and procedure.is_over(Stage.SELF, row["pk"])
    ]
    if not waiting:
        return
    text = ngettext(
        "%(count)d score sheet of %(year)s is to be checked",
        "%(count)d score sheets of %(year)s are to be checked",
        len(waiting),
    )
    yield OpenWork(
        year,
        text % {"count": len(waiting), "year": year.year},
        "scoring:sheet_list",
        (year.bloc.slug, year.year),
        due=procedure.last_day(Stage.CHECKED),
        kind="scoring.cross_check",
    )
