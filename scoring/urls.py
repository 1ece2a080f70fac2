"""Addresses of the scoring. The bloc's slug and the year stand in each of them."""

from django.urls import include, path

from .views import criteria, sets

app_name = "scoring"

criteria_urls = [
    path("", sets.criteria_detail, name="criteria_detail"),
    path("lap/", sets.criteria_start, name="criteria_start"),
    path("sua/", sets.criteria_edit, name="criteria_edit"),
    path("xoa/", sets.criteria_remove, name="criteria_remove"),
    path("them/", criteria.section_create, name="section_create"),
    path("<int:pk>/them/", criteria.criterion_create, name="criterion_create"),
    path("<int:pk>/sua/", criteria.criterion_edit, name="criterion_edit"),
    path("<int:pk>/chuyen/", criteria.criterion_move, name="criterion_move"),
    path("<int:pk>/xoa/", criteria.criterion_remove, name="criterion_remove"),
]

urlpatterns = [path("khoi/<slug:slug>/<int:year>/tieu-chi/", include(criteria_urls))]
