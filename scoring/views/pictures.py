"""Pictures of a standing, and the standing as a workbook."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from blocs.chairing import holder_of_year_work
from blocs.models import EmulationYear
from blocs.views.finding import find_year
from files.exporting import answer
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ..automatic import countings
from ..claiming import claims, mean_cuts
from ..columns import read_columns, sheet_from
from ..models import Stage
from ..past import results_of_years
from ..pictures import SHADES, heat_map, year_shares
from ..procedure import with_procedure
from ..ranking_tables import picture_tables
from ..recounting import read_kept_standing
from ..standing_table import standing_file_name, standing_table
from ..workbook.standing import write_standing
from ..workflow import fill_lateness


def standing_pictures(request, slug, year):
    years = EmulationYear.objects.visible_to(request.user).select_related("bloc__province")
    years = with_procedure(years).annotate(holder=holder_of_year_work(on=timezone.localdate()))
    year = get_object_or_404(years, bloc__slug=slug, year=year)
    columns = read_columns(year, request.user)
    if columns is None:
        raise Http404
    sheet = sheet_from(columns)
    if countings(sheet, on=timezone.localdate()):
        fill_lateness(year, at=timezone.now())
        columns = read_columns(year, request.user)
        sheet = sheet_from(columns)
    context = {
        "sheet": sheet,
        "year": year,
        "heat_map": heat_map(sheet),
        "shades": list(enumerate(SHADES)),
        "year_shares": year_shares(results_of_years(year)),
        "asks_self": columns.procedure.uses(Stage.SELF),
        "claims": claims(columns),
        "mean_cuts": mean_cuts(columns),
    }
    return answer(request, "scoring/standing_pictures.html", context, picture_tables)


def standing_workbook(request, slug, year):
    sheet = _sheet(request, slug, year)
    content = write_standing(standing_table(sheet))
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    response["Content-Disposition"] = disposition(standing_file_name(sheet.year))
    response["Cache-Control"] = "private, no-store"
    return response


def _sheet(request, slug, year):
    sheet = read_kept_standing(find_year(request, slug, year))
    if sheet is None:
        raise Http404
    return sheet
