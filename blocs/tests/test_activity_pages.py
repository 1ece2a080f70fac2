"""The plan of a year on the screen, month by month, and the forms of the chair."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.activities import by_month, plan_of
from blocs.models import Activity, ChairAct, Source
from blocs.workflow import close_year, plan_activity, record_past_activity

from .who_may import ANYONE, answers, expected

BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
WRITERS = {"administrator", "staff", "chair"}
DATA = {
    "text": "Giải cầu lông",
    "kind": "sport",
    "when": "6-0",
    "planned_on": "",
    "owner_seat": "",
    "owner": "",
    "host_seat": "",
    "host": "",
}


def page(cast, name, *pk):
    return reverse(f"blocs:activity_{name}", args=[cast.bloc.slug, cast.year.year, *pk])


def plan(cast, **fields):
    fields = {"text": "Giao lưu", "month": 3, **fields}
    return plan_activity(cast.year, **fields, by=cast.chair, at=timezone.now())


def test_who_may(client, cast):
    activity = plan(cast)
    wanted = expected(may=ANYONE - BLIND, blind=BLIND)
    assert answers(client, cast.people, page(cast, "list")) == wanted
    wanted = expected(may=WRITERS, blind=BLIND)
    assert answers(client, cast.people, page(cast, "create")) == wanted
    for name in ("edit", "complete", "drop"):
        assert answers(client, cast.people, page(cast, name, activity.pk)) == wanted


def test_an_activity_is_found_under_its_own_year_alone(client, cast):
    other = record_past_activity(cast.last_year, text="Năm cũ", month=3, by=None)
    client.force_login(cast.chair)
    assert client.get(page(cast, "edit", other.pk)).status_code == 404


def test_the_chair_plans_for_a_month_of_this_year_or_the_next(client, cast):
    client.force_login(cast.chair)
    form = client.get(page(cast, "create")).context["form"]
    assert form["when"].value() == f"{cast.today.month}-0"
    assert client.post(page(cast, "create"), DATA).url == page(cast, "list")
    later = {**DATA, "text": "Tọa đàm", "when": "1-1", "owner_seat": cast.seats["union"].pk}
    client.post(page(cast, "create"), later)
    [first, second] = Activity.objects.with_members()
    assert (first.month, first.years_later, first.kind) == (6, 0, "sport")
    assert (second.month, second.years_later, second.owner_name) == (1, 1, "Liên đoàn Lao động")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"when": "13-0"}, "when"),
        ({"kind": "feast"}, "kind"),
        ({"planned_on": "31/02/2026"}, "planned_on"),
    ],
)
def test_what_is_refused_is_said_at_its_field(client, cast, changes, field):
    client.force_login(cast.chair)
    form = client.post(page(cast, "create"), {**DATA, **changes}).context["form"]
    assert list(form.errors) == [field]
    assert not Activity.objects.exists()


def test_a_member_or_a_text_but_not_both(client, cast):
    client.force_login(cast.chair)
    seat = cast.seats["union"].pk
    both = {"owner_seat": seat, "owner": "Sở", "host_seat": seat, "host": "Sân"}
    form = client.post(page(cast, "create"), {**DATA, **both}).context["form"]
    assert list(form.errors) == ["owner", "host"]
    foreign = {"owner_seat": cast.last_year.seats.first().pk}
    form = client.post(page(cast, "create"), {**DATA, **foreign}).context["form"]
    assert list(form.errors) == ["owner_seat"]


def test_a_day_outside_its_month_is_refused_and_nothing_is_lost(client, cast):
    client.force_login(cast.chair)
    wrong = {**DATA, "planned_on": f"01/07/{cast.year.year}"}
    form = client.post(page(cast, "create"), wrong).context["form"]
    assert form.non_field_errors()
    assert form["text"].value() == "Giải cầu lông"


def test_a_plan_is_changed(client, cast):
    activity = plan(cast, month=2, years_later=1)
    client.force_login(cast.chair)
    form = client.get(page(cast, "edit", activity.pk)).context["form"]
    assert (form["when"].value(), form["text"].value()) == ("2-1", "Giao lưu")
    refused = client.post(page(cast, "edit", activity.pk), {**DATA, "text": ""})
    assert str(refused.context["activity"]) == "Giao lưu"
    assert client.post(page(cast, "edit", activity.pk), DATA).status_code == 302
    activity.refresh_from_db()
    assert (activity.text, activity.month, activity.years_later) == ("Giải cầu lông", 6, 0)


def test_an_activity_is_carried_out_or_dropped(client, cast):
    done, dropped = plan(cast), plan(cast, text="Hội thao")
    client.force_login(cast.chair)
    data = {"done_on": f"{cast.today:%d/%m/%Y}", "result": "40 người dự"}
    assert client.post(page(cast, "complete", done.pk), data).status_code == 302
    form = client.post(page(cast, "drop", dropped.pk), {"why": " "}).context["form"]
    assert list(form.errors) == ["why"]
    client.post(page(cast, "drop", dropped.pk), {"why": "Mưa bão"})
    shown = client.get(page(cast, "list")).content.decode()
    for text in ("40 người dự", "Lý do: Mưa bão", "đã thực hiện", "không thực hiện"):
        assert text in shown


def test_the_planned_day_is_proposed_once_it_has_come(client, cast):
    client.force_login(cast.chair)
    for days, proposed in ((0, True), (1, False)):
        day = cast.today + dt.timedelta(days=days)
        later = day.year - cast.year.year
        activity = plan(cast, month=day.month, planned_on=day, years_later=later)
        form = client.get(page(cast, "complete", activity.pk)).context["form"]
        assert form["done_on"].value() == (day if proposed else None)


def test_a_day_to_come_is_no_result(client, cast):
    activity = plan(cast)
    client.force_login(cast.chair)
    tomorrow = cast.today + dt.timedelta(days=1)
    data = {"done_on": f"{tomorrow:%d/%m/%Y}", "result": "x"}
    form = client.post(page(cast, "complete", activity.pk), data).context["form"]
    assert form.non_field_errors()


def test_staff_stand_in_with_a_reason(client, cast):
    client.force_login(cast.staff)
    form = client.post(page(cast, "create"), DATA).context["form"]
    assert list(form.errors) == ["reason"]
    client.post(page(cast, "create"), {**DATA, "reason": "Đi vắng"})
    assert ChairAct.objects.get().capacity == "stand_in"


def test_in_a_closed_year_keepers_record_the_past_and_the_chair_nothing(client, cast):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    client.force_login(cast.chair)
    assert client.get(page(cast, "create")).status_code == 403
    client.force_login(cast.staff)
    wrong = {**DATA, "state": "planned", "result": "x", "reason": "y", "done_on": ""}
    form = client.post(page(cast, "create"), wrong).context["form"]
    assert set(form.errors) == {"result", "reason"}
    form = client.post(page(cast, "create"), {**DATA, "state": "not_done"}).context["form"]
    assert list(form.errors) == ["reason"]
    data = {**DATA, "state": "done", "done_on": "", "result": "Tốt", "reason": ""}
    assert client.post(page(cast, "create"), data).status_code == 302
    assert (Activity.objects.get().result, ChairAct.objects.count()) == ("Tốt", 0)


def test_of_the_past_the_month_may_be_unknown_and_then_comes_last(client, cast):
    record_past_activity(cast.year, text="Có tháng", month=12, by=None)
    close_year(cast.year, by=cast.staff, at=timezone.now())
    client.force_login(cast.staff)
    shown = client.get(page(cast, "create")).context["form"]
    assert shown["when"].field.choices[0] == ("", "not known")
    data = {**DATA, "when": "", "state": "planned", "done_on": "", "result": "", "reason": ""}
    assert client.post(page(cast, "create"), data).status_code == 302

    activity = Activity.objects.get(month=None)
    assert (activity.years_later, activity.text) == (0, DATA["text"])
    shown = client.get(page(cast, "list"))
    assert [month.first is None for month in shown.context["months"]] == [False, True]
    assert "chưa ghi nhận tháng" in shown.content.decode()


def test_an_activity_of_an_unknown_month_is_late_once_its_year_is_over():
    activity = Activity(text="a")
    assert not activity.is_late_on(dt.date(2026, 12, 31), 2026)
    assert activity.is_late_on(dt.date(2027, 1, 1), 2026)


def test_the_buttons_are_the_chairs_and_the_keepers(client, cast):
    plan(cast)
    for person, offered in ((cast.chair, True), (cast.staff, True), (cast.member, False)):
        client.force_login(person)
        shown = client.get(page(cast, "list")).content.decode()
        assert (page(cast, "create") in shown) == offered


def test_hostile_text_shows_as_text(client, cast):
    record_past_activity(
        cast.year, text="<script>a</script>", month=3, state="done", result="<img src=x>",
        source=Source.objects.create(title="<i>"), inferred="<u>", by=None,
    )  # fmt: skip
    client.force_login(cast.member)
    shown = client.get(page(cast, "list")).content.decode()
    assert "<script>a" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;a" in shown


def test_months_stand_in_order_and_the_present_one_is_marked():
    day = dt.date(2026, 6, 15)
    rows = [Activity(text=str(n), month=n, years_later=later) for n, later in ((1, 1), (6, 0))]
    rows += [Activity(text="a", month=3), Activity(text="b", month=3, state="done")]
    months = by_month(rows, 2026, today=day)
    assert [month.first for month in months] == [
        dt.date(2026, 3, 1),
        dt.date(2026, 6, 1),
        dt.date(2027, 1, 1),
    ]
    assert [month.is_now for month in months] == [False, True, False]
    assert [each.is_late for month in months for each in month.activities] == [
        True,
        False,
        False,
        False,
    ]


def test_the_plan_in_short_counts_and_names_what_comes():
    rows = [Activity(text=str(n), month=n, state="planned") for n in range(4, 9)]
    rows[0].state, rows[1].state = "done", "not_done"
    plan = plan_of(rows, 2026, today=dt.date(2026, 7, 1))
    assert (plan.done, plan.not_done, plan.planned, plan.late, plan.total) == (1, 1, 3, 1, 5)
    assert [str(each) for each in plan.next] == ["6", "7", "8"]
    assert [each.is_late for each in plan.next] == [True, False, False]


def test_the_list_asks_the_same_of_the_database_with_more_rows(client, cast):
    plan(cast, owner_seat=cast.seats["union"])
    client.force_login(cast.chair)
    with CaptureQueriesContext(connection) as few:
        client.get(page(cast, "list"))
    for number in range(30):
        plan(cast, text=str(number), month=number % 12 + 1, host_seat=cast.seats["front"])
    with CaptureQueriesContext(connection) as many:
        client.get(page(cast, "list"))
    assert len(few) == len(many) <= 12
