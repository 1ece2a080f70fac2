"""Addresses of the papers."""

from django.urls import path, register_converter

from . import (
    ballot_views,
    conference_views,
    contribution_views,
    covenant_views,
    report_views,
    section_views,
    submission_views,
    views,
)
from .report_kinds import ReportPath

app_name = "reports"

register_converter(ReportPath, "report")

CONFERENCE = "khoi/<slug:slug>/hoi-nghi/<int:pk>/bien-ban"
REPORT = "khoi/<slug:slug>/<int:year>/<report:kind>/"

COVENANT = "khoi/<slug:slug>/<int:year>/giao-uoc/ban/<int:number>/van-ban/"

BALLOT = "khoi/<slug:slug>/<int:year>/bo-phieu/<int:pk>/"

AWARDS = "khoi/<slug:slug>/<int:year>/khen-thuong/"

urlpatterns = [
    path(f"{AWARDS}to-trinh/", submission_views.submission, name="submission"),
    path(
        f"{AWARDS}to-trinh/ban-thao.pdf", submission_views.submission_draft, name="submission_draft"
    ),
    path(f"{AWARDS}to-trinh/ban-hanh/", submission_views.submission_issue, name="submission_issue"),
    path(f"{AWARDS}ho-so.zip", submission_views.dossier_zip, name="dossier"),
    path(
        f"{AWARDS}<int:pk>/bao-cao.pdf",
        submission_views.achievement_draft,
        name="achievement_draft",
    ),
    path(f"{BALLOT}phieu-in.pdf", ballot_views.ballot_blank, name="ballot_blank"),
    path(f"{BALLOT}bien-ban/", ballot_views.ballot_minutes, name="ballot_minutes"),
    path(
        f"{BALLOT}bien-ban/ban-thao.pdf",
        ballot_views.ballot_minutes_draft,
        name="ballot_minutes_draft",
    ),
    path(
        f"{BALLOT}bien-ban/ban-hanh/",
        ballot_views.ballot_minutes_issue,
        name="ballot_minutes_issue",
    ),
    path(COVENANT, covenant_views.covenant_papers, name="covenant_papers"),
    path(f"{COVENANT}ban-thao.pdf", covenant_views.covenant_draft, name="covenant_draft"),
    path(f"{COVENANT}ban-hanh/", covenant_views.covenant_issue, name="covenant_issue"),
    path(REPORT, report_views.report, name="report"),
    path(f"{REPORT}ban-thao.pdf", report_views.report_draft, name="report_draft"),
    path(f"{REPORT}ban-hanh/", report_views.report_issue, name="report_issue"),
    path(f"{REPORT}dong-gop/", contribution_views.contributions, name="contributions"),
    path(f"{REPORT}soan/", section_views.report_edit, name="report_edit"),
    path(f"{REPORT}soan/bat-dau/", section_views.report_begin, name="report_begin"),
    path(f"{REPORT}soan/them/", section_views.section_add, name="section_add"),
    path(f"{REPORT}soan/<int:pk>/", section_views.section_save, name="section_save"),
    path(f"{REPORT}soan/<int:pk>/chuyen/", section_views.section_move, name="section_move"),
    path(f"{REPORT}soan/<int:pk>/so-lieu/", section_views.section_part, name="section_part"),
    path(f"{REPORT}soan/<int:pk>/bo/", section_views.section_leave_out, name="section_leave_out"),
    path(
        f"{REPORT}soan/dong-gop/<int:pk>/",
        section_views.contribution_take,
        name="contribution_take",
    ),
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
