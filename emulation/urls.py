"""All addresses. Each app keeps its own; a table test opens each as every kind of person."""

from django.urls import include, path

urlpatterns = [
    path("tai-khoan/", include("accounts.urls")),
    path("", include("blocs.urls")),
    path("", include("pledges.urls")),
    path("", include("scoring.urls")),
    path("", include("awards.urls")),
    path("", include("reports.urls")),
    path("", include("desk.urls")),
]

handler400 = "desk.errors.bad_request"
handler403 = "desk.errors.forbidden"
handler404 = "desk.errors.not_found"
handler500 = "desk.errors.server_error"
