"""Addresses of the scoring. The bloc's slug and the year stand in each of them."""

from django.urls import include, path

from .views import criteria, received, score_table, sets, standing, uploads

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

score_urls = [
    path("", standing.standing, name="standing"),
    path("nhap/", score_table.score_table, name="score_table"),
    path("bang-diem.xlsx", standing.workbook, name="workbook"),
    path("mo-khoa/", standing.scores_reopen, name="scores_reopen"),
    path("tai-len/", uploads.upload, name="upload"),
    path("tai-len/lich-su/", uploads.upload_list, name="upload_list"),
    path("doi-chieu/<int:pk>/", received.received_columns, name="received_columns"),
    path("doi-chieu/<int:pk>/danh-dau/", received.received_marked, name="received_marked"),
    path("tai-len/<int:pk>/", uploads.upload_preview, name="upload_preview"),
    path("tai-len/<int:pk>/bo/", uploads.upload_drop, name="upload_drop"),
    path("tai-len/<int:pk>/xem-lai/", uploads.upload_again, name="upload_again"),
    path("tai-len/<int:pk>/hoan-tac/", uploads.upload_undo, name="upload_undo"),
    path("tai-len/<int:pk>/danh-dau/", uploads.upload_marked, name="upload_marked"),
    path("tai-len/<int:pk>/tep/", uploads.upload_file, name="upload_file"),
]

urlpatterns = [
    path("khoi/<slug:slug>/<int:year>/tieu-chi/", include(criteria_urls)),
    path("khoi/<slug:slug>/<int:year>/diem/", include(score_urls)),
]
