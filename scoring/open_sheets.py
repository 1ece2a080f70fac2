"""Which sheets wait for whom: who has not submitted, checks, answers, agrees, verifies.

All of a year from what `with_sheets` and `procedure.with_stages` read with it: no query more.
"""

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.models import Seat, Term
from blocs.open_work import OpenWork

from .models import (
    CheckerDraw,
    ScoresLock,
    SheetEntry,
    SheetState,
    SheetStep,
    Side,
    Stage,
    Statement,
)
from .open_checks import of_checkers
from .procedure import Procedure, rules_of
from .silence import IN_CHECK, VERIFIED

UNSUBMITTED = (None, SheetState.DRAFT, SheetState.SENT_BACK)


def with_sheets(years, *, on):
    """Annotate years with the state of each member's sheet on a day: what `open_sheets` reads."""
    seats = Seat.objects.filter(emulation_year=OuterRef("pk"), left_on=None).annotate(
        current=FilteredRelation("sheets", condition=Q(sheets__is_current=True))
    )
    row = JSONObject(
        pk="pk",
        organisation="organisation_id",
        name=Coalesce("organisation__short_name", "organisation__name"),
        state="current__state",
        is_checked="current__is_checked",
        finished_at=_finished(),
        is_deputy=Exists(_deputies(on)),
        drawn=Subquery(CheckerDraw.objects.filter(seat=OuterRef("pk")).values("organisation")[:1]),
        has_answered=Exists(_answers()),
        is_disputed=Exists(_unanswered()),
    )
    locks = ScoresLock.objects.filter(emulation_year=OuterRef("pk"), reopened_at=None)
    return years.annotate(
        sheets_in_short=ArraySubquery(seats.order_by("position").values(row=row)),
        is_locked=Exists(locks),
    )


def open_sheets(year, known, dues, *, on):
    """List what of the sheets of a year is open, from what `with_sheets` and `with_stages` read."""
    procedure = Procedure(rules_of(known), dues, on, year.is_open)
    if not procedure.is_staged:
        return []
    found = []
    if known.is_locked:
        return list(_to_verify(year, known, procedure))
    for row in known.sheets_in_short:
        found += _of_member(year, row, procedure)
        found += _to_answer(year, row, procedure)
    return [*found, *of_checkers(year, known, procedure), *_to_agree(year, known, procedure)]


def _finished():
    steps = SheetEntry.objects.filter(sheet__seat=OuterRef("pk"), step=SheetStep.CHECKED)
    return Subquery(steps.order_by("-pk").values("at")[:1])


def _deputies(on):
    return (
        Term.objects.deputies()
        .in_force_on(on)
        .order_by()
        .filter(bloc=OuterRef("bloc"), seat__organisation=OuterRef("organisation_id"))
    )


def _answers():
    """What a member said of the check of the sheet that counts."""
    return Statement.objects.filter(
        sheet__seat=OuterRef("pk"), sheet__is_current=True, side=Side.MEMBER
    )


def _unanswered():
    """What a member said of a criterion and who checks has not answered since."""
    later = Statement.objects.filter(
        sheet__seat=OuterRef("sheet__seat"),
        criterion=OuterRef("criterion"),
        side=Side.CHECKER,
        pk__gt=OuterRef("pk"),
    )
    return _answers().filter(~Exists(later))


def _of_member(year, row, procedure):
    """Until its last day a member fills in its sheet; one sent back waits until it is submitted."""
    if not procedure.uses(Stage.SELF) or row["state"] not in UNSUBMITTED:
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
        _at(year, row),
        due=None if is_sent_back else procedure.last_day(Stage.SELF, row["pk"]),
        organisation=row["organisation"],
        kind="" if is_sent_back else "scoring.self_score",
    )


def _to_answer(year, row, procedure):
    """A finished check may be answered for some days; whoever has said something has answered."""
    rule = procedure.rule(Stage.CHECKED)
    if not rule or not rule.answer_days or not row["is_checked"] or row["has_answered"]:
        return
    if row["state"] != SheetState.IN_CHECK or not row["finished_at"]:
        return
    finished = timezone.localdate(parse_datetime(row["finished_at"]))
    last = finished + dt.timedelta(days=rule.answer_days)
    if procedure.on <= last:
        yield OpenWork(
            year,
            _("The check of your score sheet of %(year)s may be answered") % {"year": year.year},
            "scoring:sheet_detail",
            _at(year, row),
            due=last,
            organisation=row["organisation"],
            kind="scoring.answer",
        )


def _to_agree(year, known, procedure):
    """Once the stages before are over, the bloc agrees upon every sheet at its meeting."""
    if not procedure.has_opened(Stage.AGREED) or known.unscored:
        return
    open_ones = [r for r in known.sheets_in_short if r["state"] is None or r["state"] in IN_CHECK]
    if open_ones:
        text = ngettext(
            "The bloc's agreement upon %(count)d score sheet of %(year)s is not recorded",
            "The bloc's agreement upon %(count)d score sheets of %(year)s is not recorded",
            len(open_ones),
        )
        yield OpenWork(
            year,
            text % {"count": len(open_ones), "year": year.year},
            "scoring:sheets_agree",
            (year.bloc.slug, year.year),
            due=procedure.last_day(Stage.AGREED),
            kind="scoring.agreement",
        )


def _to_verify(year, known, procedure):
    """Locked scores are verified by the province, member by member, and then made official."""
    if not procedure.uses(Stage.VERIFIED) or not known.sheets_in_short:
        return
    states = [row["state"] for row in known.sheets_in_short]
    left = sum(state not in VERIFIED for state in states)
    if left:
        text = ngettext(
            "%(count)d score sheet of %(year)s is to be verified",
            "%(count)d score sheets of %(year)s are to be verified",
            left,
        )
        text, address = text % {"count": left, "year": year.year}, "scoring:sheet_list"
    elif SheetState.VERIFIED in states:
        text = _("The verified scores of %(year)s are not official yet") % {"year": year.year}
        address = "scoring:scores_publish"
    else:
        return
    yield OpenWork(
        year,
        text,
        address,
        (year.bloc.slug, year.year),
        due=procedure.last_day(Stage.VERIFIED),
        kind="scoring.verification",
        keepers=True,
    )


def _at(year, row):
    return year.bloc.slug, year.year, row["pk"]
