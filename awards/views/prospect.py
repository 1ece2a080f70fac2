"""What the standing of a year leads to by the quota, for whoever sees the year."""

from django.shortcuts import render

from blocs.views.finding import find_year
from scoring.sheet import read_standing

from ..prospect import prospect_of


def prospect(request, slug, year):
    year = find_year(request, slug, year)
    sheet = read_standing(year)
    context = {"year": year, "sheet": sheet, "prospect": sheet and prospect_of(sheet)}
    return render(request, "awards/prospect.html", context)
