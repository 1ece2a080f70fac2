"""Addresses of the awards: law by date, what a standing promises, ballots, the registry."""

from django.urls import include, path

from .urls_registry import registry_urls
from .views import (
    achievements,
    ballots,
    law,
    nomination_steps,
    nominations,
    past,
    prospect,
    steps,
    votes,
)

app_name = "awards"

BALLOTS = "khoi/<slug:slug>/<int:year>/bo-phieu/"
BALLOT = f"{BALLOTS}<int:pk>/"
AWARDS = "khoi/<slug:slug>/<int:year>/khen-thuong/"
NOMINATION = f"{AWARDS}<int:pk>/"
PAST = f"{AWARDS}nam-truoc/"
FILE = f"{NOMINATION}tep/<int:file_pk>/"

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
    path("so-khen-thuong/", include(registry_urls)),
    path("muc-thuong/", include(law_urls)),
    path("khen-thuong/tinh/", include("awards.council_urls")),
    path(AWARDS, prospect.prospect, name="prospect"),
    path(f"{AWARDS}theo-chi-tieu/", nominations.nomination_by_quota, name="nomination_by_quota"),
    path(f"{AWARDS}them/", nominations.nomination_add, name="nomination_add"),
    path(
        f"{AWARDS}tu-bo-phieu/<int:pk>/",
        nominations.nomination_from_ballot,
        name="nomination_from_ballot",
    ),
    path(NOMINATION, nominations.nomination_detail, name="nomination_detail"),
    path(f"{NOMINATION}tom-tat/", nomination_steps.nomination_edit, name="nomination_edit"),
    path(f"{NOMINATION}rut/", nomination_steps.nomination_withdraw, name="nomination_withdraw"),
    path(f"{NOMINATION}tu-choi/", nomination_steps.nomination_decline, name="nomination_decline"),
    path(f"{NOMINATION}luu-y/", nomination_steps.nomination_override, name="nomination_override"),
    path(f"{NOMINATION}bao-cao/", achievements.achievement_edit, name="achievement_edit"),
    path(f"{NOMINATION}tep/", achievements.nomination_file_add, name="nomination_file_add"),
    path(FILE, achievements.nomination_file, name="nomination_file"),
    path(
        f"{FILE}rut/",
        achievements.nomination_file_withdraw,
        name="nomination_file_withdraw",
    ),
    path(
        "khoi/<slug:slug>/de-nghi-cac-nam-truoc/",
        past.past_nomination_list,
        name="past_nomination_list",
    ),
    path(f"{PAST}them/", past.past_nomination_add, name="past_nomination_add"),
    path(f"{PAST}<int:pk>/", past.past_nomination_edit, name="past_nomination_edit"),
    path(f"{PAST}<int:pk>/bo/", past.past_nomination_remove, name="past_nomination_remove"),
    path(BALLOTS, ballots.ballot_list, name="ballot_list"),
    path(f"{BALLOTS}moi/", ballots.ballot_create, name="ballot_create"),
    path(BALLOT, ballots.ballot_detail, name="ballot_detail"),
    path(f"{BALLOT}sua/", ballots.ballot_edit, name="ballot_edit"),
    path(f"{BALLOT}mo/", steps.ballot_open, name="ballot_open"),
    path(f"{BALLOT}phieu/<int:seat_pk>/", votes.ballot_vote, name="ballot_vote"),
    path(f"{BALLOT}ket-thuc-som/", steps.ballot_end, name="ballot_end"),
    path(f"{BALLOT}keo-dai/", steps.ballot_extend, name="ballot_extend"),
    path(f"{BALLOT}huy/", steps.ballot_cancel, name="ballot_cancel"),
    path(f"{BALLOT}kiem-phieu/", votes.ballot_count, name="ballot_count"),
    path(f"{BALLOT}dong/", steps.ballot_close, name="ballot_close"),
    path(f"{BALLOT}vong-hai/", ballots.ballot_second_round, name="ballot_second_round"),
]
