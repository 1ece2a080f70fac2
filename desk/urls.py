"""Addresses of the pages that need all rooms."""

from django.urls import path

from .views import audit, handovers, home, search, sources, years

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("tim-kiem/", search.search, name="search"),
    path("nhat-ky/", audit.audit_list, name="audit_list"),
    path("nguon/<int:pk>/", sources.source_detail, name="source_detail"),
    path("khoi/<slug:slug>/mo-nam/", years.year_open, name="year_open"),
    path("khoi/<slug:slug>/<int:year>/", years.year_detail, name="year_detail"),
    path("khoi/<slug:slug>/ban-giao/moi/", handovers.handover_create, name="handover_create"),
]
