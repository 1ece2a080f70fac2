"""Addresses of the province: from the submission received to the decision and its money."""

from django.urls import path

from .views.council import decisions, nominations, overview, sessions, submissions

YEAR = "<int:pk>/<int:year>/"
SUBMISSION, NOMINATION, OPINION = "to-trinh/<int:pk>/", "de-nghi/<int:pk>/", "hiep-y/<int:pk>/"
SESSION, DECISION = "phien-hop/<int:pk>/", "quyet-dinh/<int:pk>/"

urlpatterns = [
    path("", overview.council_home, name="council_home"),
    path(YEAR, overview.province_awards, name="province_awards"),
    path(f"{YEAR}phien-hop/moi/", sessions.province_session_create, name="province_session_create"),
    path(f"{YEAR}quyet-dinh/moi/", decisions.province_decide, name="province_decide"),
    path(SUBMISSION, submissions.council_submission, name="council_submission"),
    path(f"{SUBMISSION}tra-lai/", submissions.council_return, name="council_submission_return"),
    path(f"{SUBMISSION}hiep-y/", submissions.council_ask, name="council_submission_ask"),
    path(NOMINATION, nominations.council_nomination, name="council_nomination"),
    path(f"{NOMINATION}tham-dinh/", nominations.council_appraise, name="council_appraise"),
    path(f"{NOMINATION}chap-nhan/", nominations.council_override, name="council_override"),
    path(OPINION, nominations.council_opinion, name="council_opinion"),
    path(f"{OPINION}tep/", nominations.council_opinion_file, name="council_opinion_file"),
    path(SESSION, sessions.council_session, name="council_session"),
    path(f"{SESSION}sua/", sessions.council_session_edit, name="council_session_edit"),
    path(f"{SESSION}ket-qua/", sessions.council_session_votes, name="council_session_votes"),
    path(f"{SESSION}ket-thuc/", sessions.council_session_finish, name="council_session_finish"),
    path(f"{SESSION}mo-lai/", sessions.council_session_reopen, name="council_session_reopen"),
    path(f"{SESSION}ban-ky/", sessions.council_session_scan, name="council_session_scan"),
    path(f"{SESSION}tep/", sessions.council_session_file, name="council_session_file"),
    path(DECISION, decisions.council_decision, name="council_decision"),
    path(f"{DECISION}ghi-nham/", decisions.council_decision_void, name="council_decision_void"),
    path(f"{DECISION}ban-ky/", decisions.council_decision_scan, name="council_decision_scan"),
    path(f"{DECISION}tep/", decisions.council_decision_file, name="council_decision_file"),
    path(f"{DECISION}trao/", decisions.council_decision_ceremony, name="council_decision_ceremony"),
    path(
        f"{DECISION}tien-thuong/", decisions.council_decision_money, name="council_decision_money"
    ),
    path(
        "hinh-thuc/<int:pk>/thu-hoi/", decisions.council_award_revoke, name="council_award_revoke"
    ),
]
