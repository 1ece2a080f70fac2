"""Addresses of the awards: secret ballots."""

from django.urls import path

from .views import ballots, steps, votes

app_name = "awards"

BALLOTS = "khoi/<slug:slug>/<int:year>/bo-phieu/"
BALLOT = f"{BALLOTS}<int:pk>/"

urlpatterns = [
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
