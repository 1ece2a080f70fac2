"""What is still open in a bloc's years: for the to-do lists and the inventory of a handover.

Each room to the right has a function of the same shape, `open_work(years, *, on)`.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from .chairing import holder_of_year_work
from .deadlines import with_deadlines
from .models import EmulationYear, Notice, NoticeKind, Seat, Term, YearState


@dataclass(frozen=True)
class OpenWork:
    """One thing that waits: the year it belongs to, a sentence, and the page where it is done.

    `address` is the name of a URL and `args` its arguments. `due` is the last day for it, where one
    is set. `organisation` is the key of the member that it waits for; None says that it waits for
    the chair, or for who keeps the bloc. `kind` names the sort of work for reminders, the same in
    every language; work without one is never reminded of. What only they can do who keep the bloc
    says so in `keepers`: it waits for no chair.
    """

    year: EmulationYear
    text: str
    address: str
    args: tuple = field(default=())
    due: dt.date | None = None
    organisation: int | None = None
    kind: str = ""
    keepers: bool = False

    @property
    def url(self):
        return reverse(self.address, args=self.args)


def open_years(*, on):
    """The open years with what `open_work` asks: whether seated and chaired, what is due when.

    `holder` is the key of the organisation that holds the year's work on the day, or None.
    """
    return with_open_work(EmulationYear.objects.filter(state=YearState.OPEN), on=on)


def with_open_work(years, *, on):
    """Annotate years with the same, for a page that reads them anyway."""
    chairs = Term.objects.chairs().in_force_on(on).filter(bloc=OuterRef("bloc"))
    return with_deadlines(years.select_related("bloc__province")).annotate(
        is_seated=Exists(Seat.objects.filter(emulation_year=OuterRef("pk"))),
        is_chaired=Exists(chairs),
        holder=holder_of_year_work(on=on),
    )


def open_work(years, *, on):
    """List what is open in these years of `open_years`: members missing, no chair today."""
    return [work for year in years for work in _of_year(year, on)]


def _of_year(year, on):
    at = (year.bloc.slug, year.year)
    if not year.is_seated:
        text = _("The year %(year)s has no members yet") % {"year": year.year}
        yield OpenWork(year, text, "blocs:seat_list", at, keepers=True)
    elif not year.is_chaired:
        words = {"word": year.bloc.get_word_display(), "chair": year.bloc.chair_word}
        text = _("The %(word)s has no %(chair)s today") % words
        yield OpenWork(year, text, "blocs:term_list", (year.bloc.slug,), keepers=True)
    if year.year < on.year:
        text = _("The year %(year)s is still open") % {"year": year.year}
        yield OpenWork(year, text, "desk:year_detail", at, keepers=True)


def papers_to_hand_over(bloc):
    """List the bloc's papers in force, with their number of files, as lines of an inventory."""
    notices = Notice.objects.filter(emulation_year__bloc=bloc, withdrawn=None)
    notices = notices.exclude(kind=NoticeKind.NOTICE).select_related("emulation_year")
    return [
        (f"{notice.title} (năm {notice.emulation_year.year})", f"{notice.count} tệp")
        for notice in notices.annotate(count=Count("files"))
    ]
