"""A page whose table can be taken to Excel: the same address, asked for as a workbook.

So the workbook has the page's own rows, filters and rights, and cannot have others.
"""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from .kinds import CONTENT_TYPES, Kind
from .serving import disposition
from .tables import write_table

ASKED = "tai"  # ?tai=xlsx
MOST = 20_000  # rows of a table: more than any office reads


def is_export(request):
    """Whether the table of the page is asked for, and not the page."""
    return request.method == "GET" and request.GET.get(ASKED) == "xlsx"


def page_of(request, rows, size):
    """Return the page of a list that is shown; of an export, everything on one page."""
    if is_export(request):
        return Paginator(rows, MOST).get_page(1)
    return Paginator(rows, size).get_page(request.GET.get("page"))


def answer(request, template, context, table_of):
    """Show the page, or answer with its table: `table_of(context)` gives the `Table`.

    A page of several tables gives a tuple of them: a sheet each, and the first names the file.
    On the page `table_url` is where the workbook is asked for, with the page's own filters.
    """
    if not is_export(request):
        query = request.GET.copy()
        query.pop("page", None)
        query[ASKED] = "xlsx"
        return render(request, template, {**context, "table_url": f"?{query.urlencode()}"})
    found = table_of(context)
    tables = found if isinstance(found, tuple) else (found,)
    response = HttpResponse(write_table(*tables), content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(f"{tables[0].name}.xlsx")
    response["Cache-Control"] = "private, no-store"
    return response
