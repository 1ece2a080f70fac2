"""Pictures of a standing, and the standing as a workbook."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from blocs.views.finding import find_year
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..past import results_of_years
from ..pictures import SHADES, heat_map, year_shares
from ..sheet import read_standing
from ..standing_table import standing_file_name, standing_table
from ..workbook.standing import write_standing


def standing_pictures(request, slug, year):
    sheet = _sheet(request, slug, year)
    context = {
        "sheet": sheet,
        "year": sheet.year,
        "heat_map": heat_map(sheet),
        "shades": list(enumerate(SHADES)),
        "year_shares": year_shares(results_of_years(sheet.year)),
    }
    return render(request, "scoring/standing_pictures.html", context)


def standing_workbook(request, slug, year):
    sheet = _sheet(request, slug, year)
    content = write_standing(standing_table(sheet))
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(standing_file_name(sheet.year))
    response["Cache-Control"] = "private, no-store"
    return response


def _sheet(request, slug, year):
    sheet = read_standing(find_year(request, slug, year))
    if sheet is None:
        raise Http404
    return sheet
