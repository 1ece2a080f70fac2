"""What of the scoring is still open: for the to-do lists and the inventory of a handover."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind, EmulationYear, Seat
from blocs.open_work import OpenWork

from .kinds import CriterionKind
from .models import CriteriaSet, Criterion, Score, SetState, Stage
from .open_sheets import open_sheets, with_sheets
from .open_ties import asks_elsewhere, open_ties
from .procedure import with_stages


def with_open_work(years, *, on):
    """Annotate years with what `open_work` asks on a day: it asks nothing more, but for ties."""
    return with_sheets(with_stages(years), on=on).annotate(
        asks_elsewhere=asks_elsewhere(),
        has_criteria=Exists(CriteriaSet.objects.current().filter(emulation_year=OuterRef("pk"))),
        unscored=_count(_unscored().filter(emulation_year=OuterRef("pk")), "emulation_year"),
    )


def open_work(years, *, on):
    """List the open years without criteria, whose sheets wait, how many members are not scored.

    The points are agreed at the appraisal meeting: until its day they are waited for. One query,
    or none for years that come from `with_open_work`; three more where ties may wait.
    """
    known, dues = _known(years, on), deadlines_of(years)
    found = []
    for year in years:
        found += open_sheets(year, known[year.pk], dues[year.pk], on=on)
        found += _of_year(year, known[year.pk], dues[year.pk])
    tied = [year for year in years if _may_be_tied(known[year.pk])]
    return found + open_ties(tied, dues)


def _may_be_tied(known):
    return known.asks_elsewhere and known.unscored == 0 and not known.is_locked


def _known(years, on):
    if all(hasattr(year, "unscored") for year in years):
        return {year.pk: year for year in years}
    pks = [year.pk for year in years]
    return with_open_work(EmulationYear.objects.filter(pk__in=pks), on=on).in_bulk()


def _of_year(year, known, dues):
    at = (year.bloc.slug, year.year)
    if not known.has_criteria:
        text = _("The year %(year)s has no criteria yet") % {"year": year.year}
        yield OpenWork(year, text, "scoring:criteria_detail", at)
    elif known.unscored:
        text = ngettext(
            "%(count)d member is not fully scored for %(year)s",
            "%(count)d members are not fully scored for %(year)s",
            known.unscored,
        )
        values = {"count": known.unscored, "year": year.year}
        meeting = dues.get(DeadlineKind.MEETING)
        due = meeting.on if meeting else None
        yield OpenWork(
            year, text % values, "scoring:standing", at, due=due, kind="scoring.unscored"
        )


def _unscored():
    """Members of today with fewer ordinary scores than there are ordinary criteria."""
    needed = Criterion.objects.filter(
        criteria_set__emulation_year=OuterRef("emulation_year"),
        criteria_set__state=SetState.CURRENT,
        kind=CriterionKind.ORDINARY,
        children=None,
    )
    given = Score.objects.current().filter(
        seat=OuterRef("pk"), stage=Stage.AGREED, criterion__kind=CriterionKind.ORDINARY
    )
    seats = Seat.objects.filter(left_on=None).annotate(
        needed=_count(needed, "criteria_set"), given=_count(given, "seat")
    )
    return seats.filter(given__lt=F("needed"))


def _count(rows, by):
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
