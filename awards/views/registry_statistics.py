"""The statistics of the registry, as a page and as a workbook."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import require
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..forms.registry import StatisticsFilter
from ..permissions import can_read_statistics
from ..statistics_book import MOST_ROWS, write_statistics
from ..statistics_of import statistics_of


def registry_statistics(request):
    require(can_read_statistics, request.user, None)
    narrowing = StatisticsFilter(request.GET, user=request.user)
    context = {
        "filter": narrowing,
        "statistics": statistics_of(narrowing.awards.valid()),
        "is_sample": narrowing.is_sample,
        "query": request.GET.urlencode(),
    }
    return render(request, "awards/registry_statistics.html", context)


def registry_statistics_workbook(request):
    require(can_read_statistics, request.user, None)
    narrowing = StatisticsFilter(request.GET, user=request.user)
    related = ("kind", "decision", "emulation_year__bloc")
    rows = narrowing.awards.select_related(*related).order_by("-year", "kind__position", "pk")
    rows = list(rows[: MOST_ROWS + 1])
    if len(rows) > MOST_ROWS:
        sentence = _("More than %(most)s awards do not go into one file. Narrow the years.")
        messages.error(request, sentence % {"most": MOST_ROWS})
        return redirect("awards:registry_statistics")
    content = write_statistics(
        rows,
        statistics_of(narrowing.awards.valid()),
        heading=narrowing.heading,
        is_sample=narrowing.is_sample,
    )
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition("thong-ke-khen-thuong.xlsx")
    response["Cache-Control"] = "private, no-store"
    return response
