"""What is still open in a bloc's years: for the to-do lists and the inventory of a handover.

Each room to the right has a function of the same shape, `open_work(years, *, on)`.
"""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from .deadlines import with_deadlines
from .models import EmulationYear, Notice, NoticeKind, Seat, Term, YearState


@dataclass(frozen=True)
class OpenWork:
    """One thing that waits: the year it belongs to, a sentence, and the page where it is done.

    `address` is the name of a URL and `args` its arguments.
    """

    year: EmulationYear
    text: str
    address: str
    args: tuple = field(default=())

    @property
    def url(self):
        return reverse(self.address, args=self.args)


def open_years(*, on):
    """The open years with what `open_work` asks: whether seated, whether chaired; and deadlines."""
    chairs = Term.objects.chairs().in_force_on(on).filter(bloc=OuterRef("bloc"))
    years = EmulationYear.objects.filter(state=YearState.OPEN).select_related("bloc__province")
    return with_deadlines(years).annotate(
        is_seated=Exists(Seat.objects.filter(emulation_year=OuterRef("pk"))),
        is_chaired=Exists(chairs),
    )


def open_work(years, *, on):
    """List what is open in these years of `open_years`: members missing, no chair today."""
    return [work for year in years for work in _of_year(year, on)]


def _of_year(year, on):
    at = (year.bloc.slug, year.year)
    if not year.is_seated:
        text = _("The year %(year)s has no members yet") % {"year": year.year}
        yield OpenWork(year, text, "blocs:seat_list", at)
    elif not year.is_chaired:
        text = _("The bloc has no chair today")
        yield OpenWork(year, text, "blocs:term_list", (year.bloc.slug,))
    if year.year < on.year:
        text = _("The year %(year)s is still open") % {"year": year.year}
        yield OpenWork(year, text, "desk:year_detail", at)


def papers_to_hand_over(bloc):
    """List the bloc's papers in force, with their number of files, as lines of an inventory."""
    notices = Notice.objects.filter(emulation_year__bloc=bloc, withdrawn=None)
    notices = notices.exclude(kind=NoticeKind.NOTICE).select_related("emulation_year")
    return [
        (f"{notice.title} (năm {notice.emulation_year.year})", f"{notice.count} tệp")
        for notice in notices.annotate(count=Count("files"))
    ]
