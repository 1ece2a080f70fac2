"""Addresses of the papers."""

from django.urls import path

from . import conference_views, covenant_views, section_views, views, year_end_views

app_name = "reports"

CONFERENCE = "khoi/<slug:slug>/hoi-nghi/<int:pk>/bien-ban"
YEAR = "khoi/<slug:slug>/<int:year>/tong-ket/"

COVENANT = "khoi/<slug:slug>/<int:year>/giao-uoc/ban/<int:number>/van-ban/"

urlpatterns = [
    path(COVENANT, covenant_views.covenant_papers, name="covenant_papers"),
    path(f"{COVENANT}ban-thao.pdf", covenant_views.covenant_draft, name="covenant_draft"),
    path(f"{COVENANT}ban-hanh/", covenant_views.covenant_issue, name="covenant_issue"),
    path(YEAR, year_end_views.year_end, name="year_end"),
    path(f"{YEAR}ban-thao.pdf", year_end_views.year_end_draft, name="year_end_draft"),
    path(f"{YEAR}ban-hanh/", year_end_views.year_end_issue, name="year_end_issue"),
    path(f"{YEAR}soan/", section_views.year_end_edit, name="year_end_edit"),
    path(f"{YEAR}soan/bat-dau/", section_views.year_end_begin, name="year_end_begin"),
    path(f"{YEAR}soan/them/", section_views.section_add, name="section_add"),
    path(f"{YEAR}soan/<int:pk>/", section_views.section_save, name="section_save"),
    path(f"{YEAR}soan/<int:pk>/chuyen/", section_views.section_move, name="section_move"),
    path(f"{YEAR}soan/<int:pk>/bo/", section_views.section_leave_out, name="section_leave_out"),
    path("ban-giao/<int:pk>/bien-ban/", views.handover_papers, name="handover_papers"),
    path("ban-giao/<int:pk>/bien-ban.pdf", views.handover_minutes, name="handover_minutes"),
    path(
        "ban-giao/<int:pk>/bien-ban/ban-hanh/",
        views.handover_minutes_issue,
        name="handover_minutes_issue",
    ),
    path(f"{CONFERENCE}/", conference_views.conference_papers, name="conference_papers"),
    path(f"{CONFERENCE}.pdf", conference_views.conference_minutes, name="conference_minutes"),
    path(
        f"{CONFERENCE}/ban-hanh/",
        conference_views.conference_minutes_issue,
        name="conference_minutes_issue",
    ),
    path("van-ban-ban-hanh/<int:pk>.pdf", views.paper_file, name="paper_file"),
]
