"""Addresses of the pages that need all rooms."""

from django.urls import path

from .views import audit, calendars, handovers, home, reminders, search, sources, years

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("viec-can-lam/", home.todo_list, name="todo_list"),
    path("thong-bao/", reminders.personal_notice_list, name="personal_notice_list"),
    path("thong-bao/da-doc/", reminders.personal_notices_read, name="personal_notices_read"),
    path("thong-bao/<int:pk>/mo/", reminders.personal_notice_read, name="personal_notice_read"),
    path("lich/", calendars.calendar_detail, name="calendar_detail"),
    path("lich/doi-dia-chi/", calendars.calendar_renew, name="calendar_renew"),
    path("lich/<str:owner_token>.ics", calendars.calendar_file, name="calendar_file"),
    path("tim-kiem/", search.search, name="search"),
    path("nhat-ky/", audit.audit_list, name="audit_list"),
    path("nguon/<int:pk>/", sources.source_detail, name="source_detail"),
    path("khoi/<slug:slug>/mo-nam/", years.year_open, name="year_open"),
    path("khoi/<slug:slug>/<int:year>/", years.year_detail, name="year_detail"),
    path("khoi/<slug:slug>/<int:year>/nhac-viec/", reminders.year_reminders, name="year_reminders"),
    path("khoi/<slug:slug>/ban-giao/moi/", handovers.handover_create, name="handover_create"),
]
