"""Addresses of the awards."""

from django.urls import include, path

from .views import law, prospect

app_name = "awards"

law_urls = [
    path("", law.law_list, name="law_list"),
    path("tinh-tien/", law.law_money, name="law_money"),
    path("them/hinh-thuc/", law.law_add, {"what": "kind"}, name="law_kind_add"),
    path("them/luong-co-so/", law.law_add, {"what": "salary"}, name="law_salary_add"),
    path("them/tien-thuong/", law.law_add, {"what": "money"}, name="law_money_add"),
    path("them/ty-le/", law.law_add, {"what": "share"}, name="law_share_add"),
    path("them/chi-tieu/", law.law_quota_add, name="law_quota_add"),
]

urlpatterns = [
    path("muc-thuong/", include(law_urls)),
    path("khoi/<slug:slug>/<int:year>/khen-thuong/", prospect.prospect, name="prospect"),
]
