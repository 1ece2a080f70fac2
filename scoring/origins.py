"""From what a criteria set can be begun: nothing, a sample, the year before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from .models import CriteriaSet
from .samples import SAMPLES
from .tree import grow
from .workflow import copy_sample, copy_set, start_set


@dataclass(frozen=True)
class Origin:
    """One way to begin; `start(by=…, at=…)` does it, `sections` are what will be copied.

    Where more has to be asked, `page` is the name of the address that does.
    """

    key: str
    name: str
    text: str
    sections: tuple = ()
    start: Callable | None = None
    page: str = ""


def origins(year):
    """Return every way to begin the criteria of a year, the likeliest first; two queries."""
    blank = Origin(
        "blank",
        _("Begin with an empty set"),
        _("You write every section and criterion yourselves."),
        (),
        partial(start_set, year),
    )
    return [*_of_the_year_before(year), *_of_samples(year), _of_a_file(), blank]


def _of_the_year_before(year):
    sets = CriteriaSet.objects.current().filter(
        emulation_year__bloc=year.bloc_id, emulation_year__year__lt=year.year
    )
    last = sets.select_related("emulation_year").order_by("-emulation_year__year").first()
    if last is None:
        return []
    return [
        Origin(
            "before",
            _("Copy the criteria of %(year)s") % {"year": last.emulation_year.year},
            last.title,
            grow(last.criteria.all()),
            partial(copy_set, last.emulation_year, year),
        )
    ]


def _of_a_file():
    return Origin(
        "file",
        _("Import a criteria workbook"),
        _("An Excel file of criteria that was downloaded here, or filled in like it."),
        page="scoring:criteria_import",
    )


def _of_samples(year):
    return [
        Origin(
            key,
            _("Copy sample %(letter)s") % {"letter": key.upper()},
            sample.name,
            sample.sections,
            partial(copy_sample, year, sample=key),
        )
        for key, sample in SAMPLES.items()
    ]
