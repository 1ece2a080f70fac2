"""Addresses of the blocs: Vietnamese without accents, so that they can be read aloud."""

from django.urls import path

from .views import (
    activities,
    blocs,
    conference_lists,
    conferences,
    deadlines,
    handovers,
    legal_bases,
    notices,
    organisations,
    people,
    provinces,
    seats,
    sources,
    terms,
    years,
)

app_name = "blocs"

CONFERENCE = "khoi/<slug:slug>/hoi-nghi/<int:pk>/"

urlpatterns = [
    path("tinh-thanh/", provinces.province_list, name="province_list"),
    path("tinh-thanh/moi/", provinces.province_create, name="province_create"),
    path("tinh-thanh/<int:pk>/", provinces.province_detail, name="province_detail"),
    path("tinh-thanh/<int:pk>/sua/", provinces.province_edit, name="province_edit"),
    path("tinh-thanh/<int:pk>/bien-dong/", provinces.province_succeed, name="province_succeed"),
    path("tinh-thanh/<int:pk>/thoi-han/", deadlines.province_deadlines, name="province_deadlines"),
    path("thoi-han-chung/", deadlines.usual_deadlines, name="usual_deadlines"),
    path("can-cu/", legal_bases.legal_basis_list, name="legal_basis_list"),
    path("can-cu/moi/", legal_bases.legal_basis_create, name="legal_basis_create"),
    path("can-cu/<int:pk>/", legal_bases.legal_basis_detail, name="legal_basis_detail"),
    path("can-cu/<int:pk>/sua/", legal_bases.legal_basis_edit, name="legal_basis_edit"),
    path("don-vi/", organisations.organisation_list, name="organisation_list"),
    path("don-vi/moi/", organisations.organisation_create, name="organisation_create"),
    path("don-vi/<int:pk>/", organisations.organisation_detail, name="organisation_detail"),
    path("don-vi/<int:pk>/sua/", organisations.organisation_edit, name="organisation_edit"),
    path(
        "don-vi/<int:pk>/bien-dong/",
        organisations.organisation_succeed,
        name="organisation_succeed",
    ),
    path("nguoi-dung/", people.person_list, name="person_list"),
    path("nguoi-dung/moi/", people.person_create, name="person_create"),
    path("nguoi-dung/<int:pk>/", people.person_detail, name="person_detail"),
    path("nguoi-dung/<int:pk>/sua/", people.person_edit, name="person_edit"),
    path("nguoi-dung/<int:pk>/khoa/", people.person_deactivate, name="person_deactivate"),
    path("nguoi-dung/<int:pk>/mo-khoa/", people.person_reactivate, name="person_reactivate"),
    path(
        "nguoi-dung/<int:pk>/lien-ket-mat-khau/",
        people.person_password_link,
        name="person_password_link",
    ),
    path("nguoi-dung/<int:pk>/vai-tro/moi/", people.post_create, name="post_create"),
    path("vai-tro/<int:pk>/ket-thuc/", people.post_end, name="post_end"),
    path("khoi/", blocs.bloc_list, name="bloc_list"),
    path("khoi/moi/", blocs.bloc_create, name="bloc_create"),
    path("khoi/<slug:slug>/", blocs.bloc_detail, name="bloc_detail"),
    path("khoi/<slug:slug>/sua/", blocs.bloc_edit, name="bloc_edit"),
    path("khoi/<slug:slug>/<int:year>/sua/", years.year_edit, name="year_edit"),
    path("khoi/<slug:slug>/<int:year>/dong/", years.year_close, name="year_close"),
    path("khoi/<slug:slug>/<int:year>/mo-lai/", years.year_reopen, name="year_reopen"),
    path("khoi/<slug:slug>/<int:year>/thanh-vien/", seats.seat_list, name="seat_list"),
    path("khoi/<slug:slug>/<int:year>/thanh-vien/them/", seats.seat_add, name="seat_add"),
    path("thanh-vien/<int:pk>/roi-khoi/", seats.seat_leave, name="seat_leave"),
    path("thanh-vien/<int:pk>/chuyen/", seats.seat_move, name="seat_move"),
    path("thanh-vien/<int:pk>/xoa/", seats.seat_remove, name="seat_remove"),
    path("khoi/<slug:slug>/nhiem-ky/", terms.term_list, name="term_list"),
    path("khoi/<slug:slug>/nhiem-ky/giao/", terms.term_appoint, name="term_appoint"),
    path("khoi/<slug:slug>/nhiem-ky/ghi-nhan/", terms.term_record_past, name="term_record_past"),
    path("nhiem-ky/<int:pk>/sua/", terms.term_edit, name="term_edit"),
    path("nhiem-ky/<int:pk>/thu-hoi/", terms.term_revoke, name="term_revoke"),
    path(
        "khoi/<slug:slug>/ban-giao/ghi-nhan/",
        handovers.handover_record_past,
        name="handover_record_past",
    ),
    path("ban-giao/<int:pk>/", handovers.handover_detail, name="handover_detail"),
    path("ban-giao/<int:pk>/thu-hoi/", handovers.handover_revoke, name="handover_revoke"),
    path("khoi/<slug:slug>/<int:year>/van-ban/", notices.notice_list, name="notice_list"),
    path("khoi/<slug:slug>/<int:year>/van-ban/moi/", notices.notice_create, name="notice_create"),
    path("van-ban/<int:pk>/", notices.notice_detail, name="notice_detail"),
    path("van-ban/<int:pk>/thu-hoi/", notices.notice_withdraw, name="notice_withdraw"),
    path("van-ban/<int:pk>/tep/<int:file_pk>/", notices.notice_file, name="notice_file"),
    path("nguon/moi/", sources.source_create, name="source_create"),
    path("hoi-nghi/", conferences.conference_search, name="conference_search"),
    path(
        "khoi/<slug:slug>/<int:year>/hoi-nghi/", conferences.conference_list, name="conference_list"
    ),
    path(
        "khoi/<slug:slug>/<int:year>/hoi-nghi/moi/",
        conferences.conference_create,
        name="conference_create",
    ),
    path(CONFERENCE, conferences.conference_detail, name="conference_detail"),
    path(f"{CONFERENCE}sua/", conferences.conference_edit, name="conference_edit"),
    path(f"{CONFERENCE}huy/", conferences.conference_revoke, name="conference_revoke"),
    path(f"{CONFERENCE}nguoi-du/", conference_lists.conference_people, name="conference_people"),
    path(
        f"{CONFERENCE}diem-danh/",
        conference_lists.conference_attendance,
        name="conference_attendance",
    ),
    path(
        f"{CONFERENCE}tep/them/", conference_lists.conference_file_add, name="conference_file_add"
    ),
    path(
        f"{CONFERENCE}tep/<int:file_pk>/", conference_lists.conference_file, name="conference_file"
    ),
    path(
        f"{CONFERENCE}tep/<int:file_pk>/go/",
        conference_lists.conference_file_withdraw,
        name="conference_file_withdraw",
    ),
    path("khoi/<slug:slug>/<int:year>/thoi-han/", deadlines.deadline_list, name="deadline_list"),
    path(
        "khoi/<slug:slug>/<int:year>/thoi-han/sua/", deadlines.deadline_edit, name="deadline_edit"
    ),
    path(
        "khoi/<slug:slug>/<int:year>/thoi-han/gia-han/",
        deadlines.extension_create,
        name="extension_create",
    ),
    path("khoi/<slug:slug>/<int:year>/hoat-dong/", activities.activity_list, name="activity_list"),
    path(
        "khoi/<slug:slug>/<int:year>/hoat-dong/moi/",
        activities.activity_create,
        name="activity_create",
    ),
    path(
        "khoi/<slug:slug>/<int:year>/hoat-dong/<int:pk>/sua/",
        activities.activity_edit,
        name="activity_edit",
    ),
    path(
        "khoi/<slug:slug>/<int:year>/hoat-dong/<int:pk>/da-thuc-hien/",
        activities.activity_complete,
        name="activity_complete",
    ),
    path(
        "khoi/<slug:slug>/<int:year>/hoat-dong/<int:pk>/khong-thuc-hien/",
        activities.activity_drop,
        name="activity_drop",
    ),
]
