"""Addresses of the pledges: covenants, movements and what members report."""

from django.urls import path

from .views import (
    commendations,
    covenants,
    drafting,
    exemplars,
    movements,
    progress,
    registering,
    results,
    signing,
    steps,
)

app_name = "pledges"

MOVEMENTS = "khoi/<slug:slug>/<int:year>/phong-trao/"
EXEMPLARS = "khoi/<slug:slug>/<int:year>/dien-hinh/"
COMMENDATIONS = "khoi/<slug:slug>/<int:year>/so-lieu-khen-thuong/"
COVENANT = "khoi/<slug:slug>/<int:year>/giao-uoc/"
PROGRESS = "khoi/<slug:slug>/<int:year>/tien-do/"
DRAFT = f"{COVENANT}soan/"
COMMITMENT = f"{DRAFT}noi-dung/<int:pk>/"

urlpatterns = [
    path(COVENANT, covenants.covenant_detail, name="covenant_detail"),
    path(f"{COVENANT}ban/<int:number>/", covenants.covenant_version, name="covenant_version"),
    path(
        f"{COVENANT}ban/<int:number>/thay-doi/",
        covenants.covenant_difference,
        name="covenant_difference",
    ),
    path(f"{COVENANT}bat-dau/", drafting.covenant_begin, name="covenant_begin"),
    path(DRAFT, drafting.covenant_edit, name="covenant_edit"),
    path(f"{DRAFT}lay-lai/", drafting.covenant_take_over, name="covenant_take_over"),
    path(f"{DRAFT}bo/", steps.covenant_drop, name="covenant_drop"),
    path(f"{DRAFT}noi-dung/them/", drafting.commitment_add, name="commitment_add"),
    path(COMMITMENT, drafting.commitment_save, name="commitment_save"),
    path(f"{COMMITMENT}chuyen/", drafting.commitment_move, name="commitment_move"),
    path(f"{COMMITMENT}xoa/", drafting.commitment_remove, name="commitment_remove"),
    path(f"{COMMITMENT}chi-tieu/", drafting.commitment_targets, name="commitment_targets"),
    path(f"{COVENANT}mo-ky/", steps.covenant_open, name="covenant_open"),
    path(f"{COVENANT}rut-mo-ky/", steps.covenant_withdraw, name="covenant_withdraw"),
    path(f"{COVENANT}hieu-luc/", steps.covenant_enter, name="covenant_enter"),
    path(f"{COVENANT}sua-doi/", steps.covenant_amend, name="covenant_amend"),
    path(f"{COVENANT}ket-thuc/", steps.covenant_close, name="covenant_close"),
    path(f"{COVENANT}ky/<int:pk>/", signing.covenant_sign, name="covenant_sign"),
    path(f"{COVENANT}ky-giay/<int:pk>/", signing.covenant_paper, name="covenant_paper"),
    path(f"{COVENANT}chu-ky/<int:pk>/tep/", signing.signature_file, name="signature_file"),
    path(f"{COVENANT}dang-ky/", registering.registration_list, name="registration_list"),
    path(
        f"{COVENANT}dang-ky/<int:pk>/xoa/",
        registering.registration_remove,
        name="registration_remove",
    ),
    path(f"{COVENANT}ghi-nhan/", registering.covenant_record_past, name="covenant_record_past"),
    path(PROGRESS, progress.progress_board, name="progress_board"),
    path(f"{PROGRESS}<int:seat_pk>/", progress.progress_member, name="progress_member"),
    path(
        f"{PROGRESS}<int:seat_pk>/noi-dung/<int:pk>/", progress.progress_edit, name="progress_edit"
    ),
    path(f"{PROGRESS}tep/<int:pk>/", progress.progress_file, name="progress_file"),
    path(
        f"{PROGRESS}tep/<int:pk>/rut/",
        progress.progress_file_withdraw,
        name="progress_file_withdraw",
    ),
    path(MOVEMENTS, movements.movement_list, name="movement_list"),
    path(f"{MOVEMENTS}moi/", movements.movement_create, name="movement_create"),
    path(f"{MOVEMENTS}<int:pk>/", movements.movement_detail, name="movement_detail"),
    path(f"{MOVEMENTS}<int:pk>/sua/", movements.movement_edit, name="movement_edit"),
    path(f"{MOVEMENTS}<int:pk>/rut/", movements.movement_withdraw, name="movement_withdraw"),
    path(f"{MOVEMENTS}<int:pk>/xoa/", movements.movement_remove, name="movement_remove"),
    path(f"{MOVEMENTS}<int:pk>/ket-qua/<int:seat_pk>/", results.result_edit, name="result_edit"),
    path(
        f"{MOVEMENTS}<int:pk>/ket-qua/<int:seat_pk>/xoa/",
        results.result_remove,
        name="result_remove",
    ),
    path(EXEMPLARS, exemplars.exemplar_list, name="exemplar_list"),
    path(f"{EXEMPLARS}moi/", exemplars.exemplar_create, name="exemplar_create"),
    path(f"{EXEMPLARS}<int:pk>/sua/", exemplars.exemplar_edit, name="exemplar_edit"),
    path(f"{EXEMPLARS}<int:pk>/xoa/", exemplars.exemplar_remove, name="exemplar_remove"),
    path(COMMENDATIONS, commendations.commendation_list, name="commendation_list"),
    path(
        f"{COMMENDATIONS}<int:seat_pk>/",
        commendations.commendation_edit,
        name="commendation_edit",
    ),
]
