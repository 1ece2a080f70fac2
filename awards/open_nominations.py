"""What the nominations of a year wait for: a list, the nominees' reports, the submission."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from blocs.deadlines import deadlines_of
from blocs.models import DeadlineKind
from blocs.open_work import OpenWork
from scoring.models import Announcement

from .models import AchievementReport, Nomination, NominationState, Submission

PAGE = "awards:prospect"


def with_nominations(years):
    """Annotate years with their list, whether a standing is announced and who has the list now."""
    year = OuterRef("pk")
    listed = Nomination.objects.filter(
        emulation_year=year, state=NominationState.PROPOSED, seat__isnull=False
    )
    row = JSONObject(
        pk="pk",
        award="kind__name",
        organisation="seat__organisation_id",
        has_report=Exists(AchievementReport.objects.filter(nomination=OuterRef("pk"))),
    )
    return years.annotate(
        is_announced=Exists(Announcement.objects.filter(emulation_year=year)),
        listed=ArraySubquery(listed.order_by("kind__position", "position").values(row=row)),
        is_submitted=Exists(Submission.objects.filter(emulation_year=year, returned=None)),
    )


def nominations_open(years):
    """List what waits in years that come from `with_nominations`, until the dossier is due."""
    waiting = [year for year in years if year.is_announced and not year.is_submitted]
    dues = deadlines_of(waiting) if waiting else {}
    return [work for year in waiting for work in _of(year, dues[year.pk])]


def _of(year, dues):
    due = dues.get(DeadlineKind.DOSSIER)
    on, at = due and due.on, (year.bloc.slug, year.year)
    if not year.listed:
        text = _("Prepare the award nominations of %(year)s") % {"year": year.year}
        yield OpenWork(year, text, PAGE, at, due=on, kind="awards.nominations")
        return
    text = _("Submit the award nominations of %(year)s") % {"year": year.year}
    yield OpenWork(year, text, PAGE, at, due=on, kind="awards.submission")
    for each in year.listed:
        if not each["has_report"]:
            text = _("Write the achievement report for “%(award)s”") % {"award": each["award"]}
            yield OpenWork(
                year,
                text,
                "awards:achievement_edit",
                (*at, each["pk"]),
                due=on,
                organisation=each["organisation"],
                kind=f"awards.achievements.{each['pk']}",  # each nomination is told of
            )
