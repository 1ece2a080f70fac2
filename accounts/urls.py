from django.urls import path

from . import views

app_name = "accounts"

urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
    path("cua-toi/", views.profile, name="profile"),
    path("ngon-ngu/", views.set_language, name="set_language"),
    path("mat-khau/doi/", views.password_change, name="password_change"),
    path("mat-khau/quen/", views.password_reset, name="password_reset"),
    path("mat-khau/quen/da-gui/", views.password_reset_done, name="password_reset_done"),
    path("mat-khau/dat/<uidb64>/<token>/", views.password_set, name="password_set"),
]
