"""Addresses of the registry of awards."""

from django.urls import include, path

from .views import (
    registry,
    registry_awards,
    registry_decisions,
    registry_imports,
    registry_results,
    registry_statistics,
)

decision_urls = [
    path("", registry_decisions.registry_decision_list, name="registry_decision_list"),
    path("moi/", registry_decisions.registry_decision_record, name="registry_decision_record"),
    path("<int:pk>/", registry_decisions.registry_decision, name="registry_decision"),
    path("<int:pk>/sua/", registry_decisions.registry_decision_edit, name="registry_decision_edit"),
    path("<int:pk>/them/", registry_awards.registry_decision_add, name="registry_decision_add"),
    path(
        "<int:pk>/tu-excel/",
        registry_awards.registry_decision_workbook,
        name="registry_decision_workbook",
    ),
    path(
        "<int:pk>/cong-khai/",
        registry_decisions.registry_decision_publish,
        name="registry_decision_publish",
    ),
    path(
        "<int:pk>/thoi-cong-khai/",
        registry_decisions.registry_decision_take_back,
        name="registry_decision_take_back",
    ),
    path("<int:pk>/tep/", registry_decisions.registry_decision_file, name="registry_decision_file"),
]
import_urls = [
    path("", registry_imports.registry_import_list, name="registry_import_list"),
    path("moi/", registry_imports.registry_import_create, name="registry_import_create"),
    path(
        "mau/<int:pk>/", registry_imports.registry_import_template, name="registry_import_template"
    ),
    path("<int:pk>/", registry_imports.registry_import, name="registry_import"),
    path("<int:pk>/luu/", registry_imports.registry_import_save, name="registry_import_save"),
    path("<int:pk>/bo/", registry_imports.registry_import_drop, name="registry_import_drop"),
    path("<int:pk>/hoan-tac/", registry_imports.registry_import_undo, name="registry_import_undo"),
    path("<int:pk>/tep/", registry_imports.registry_import_file, name="registry_import_file"),
    path("<int:pk>/ban-quet/", registry_imports.registry_import_scan, name="registry_import_scan"),
]
registry_urls = [
    path("", registry.registry_list, name="registry_list"),
    path("<int:pk>/", registry.registry_award, name="registry_award"),
    path("<int:pk>/sua/", registry_awards.registry_award_edit, name="registry_award_edit"),
    path("<int:pk>/bo/", registry_awards.registry_award_remove, name="registry_award_remove"),
    path("ca-nhan/<int:pk>/", registry.registry_person, name="registry_person"),
    path("don-vi/<int:pk>/", registry.registry_organisation, name="registry_organisation"),
    path(
        "don-vi/<int:pk>/ket-qua-nam/", registry_results.registry_results, name="registry_results"
    ),
    path("ket-qua-nam/", registry_results.registry_results_year, name="registry_results_year"),
    path("quyet-dinh/", include(decision_urls)),
    path("lich-su/", include(import_urls)),
    path("thong-ke/", registry_statistics.registry_statistics, name="registry_statistics"),
    path(
        "thong-ke/tep/",
        registry_statistics.registry_statistics_workbook,
        name="registry_statistics_workbook",
    ),
]
