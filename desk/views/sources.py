"""A source with the records of all rooms that name it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from awards.naming import nominations_named, of_registry
from blocs.models import Source
from blocs.naming import records_that_name
from blocs.permissions import is_administrator
from files.exporting import answer, page_of
from pledges.naming import of_years

from ..page_tables import source_table

PAGE = 50


def source_detail(request, pk):
    """For those who see one of the records; administrators see it in any case."""
    source = get_object_or_404(Source, pk=pk)
    user = request.user
    more = [*of_years(user), *nominations_named(user), *of_registry(user)]
    records = records_that_name(source, request.user, more=more)
    page = page_of(request, records, PAGE)
    if not page.object_list and not is_administrator(request.user):
        raise Http404
    context = {"source": source, "page": page}
    return answer(request, "desk/source_detail.html", context, source_table)
