"""What of the scoring is still open: for the to-do lists and the inventory of a handover."""

from django.utils.translation import gettext as _

from blocs.open_work import OpenWork

from .models import CriteriaSet


def open_work(years, *, on):
    """List the open years without a criteria set. One query; `on` is not needed yet."""
    known = set(
        CriteriaSet.objects.filter(emulation_year__in=[year.pk for year in years]).values_list(
            "emulation_year", flat=True
        )
    )
    return [
        OpenWork(
            year,
            _("The year %(year)s has no criteria yet") % {"year": year.year},
            "scoring:criteria_detail",
            (year.bloc.slug, year.year),
        )
        for year in years
        if year.pk not in known
    ]
