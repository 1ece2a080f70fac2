"""Addresses of the movements and of what members report in them."""

from django.urls import path

from .views import commendations, exemplars, movements, results

app_name = "pledges"

MOVEMENTS = "khoi/<slug:slug>/<int:year>/phong-trao/"
EXEMPLARS = "khoi/<slug:slug>/<int:year>/dien-hinh/"
COMMENDATIONS = "khoi/<slug:slug>/<int:year>/so-lieu-khen-thuong/"

urlpatterns = [
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
