"""The deadlines of a year on the screen, and the days of a province and of the country."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blocs.deadlines import SetBy, due_of
from blocs.models import ChairAct, DeadlineRule, Extension
from blocs.reference.deadline_rules import load_deadline_rules
from blocs.workflow import close_year, extend_deadline, set_deadlines

from . import make
from .who_may import ANYONE, answers, expected

BLIND = {"foreign_staff", "former_member", "outsider", "nobody"}
WRITERS = {"administrator", "staff", "chair"}


@pytest.fixture(autouse=True)
def usual(db):
    DeadlineRule.objects.all().delete()
    load_deadline_rules(DeadlineRule)


@pytest.fixture
def pages(cast):
    at = [cast.bloc.slug, cast.year.year]
    names = ("deadline_list", "deadline_edit", "extension_create")
    return [reverse(f"blocs:{name}", args=at) for name in names]


def in_days(cast, days):
    return cast.today + dt.timedelta(days=days)


def written(day):
    return f"{day:%d/%m/%Y}"


def set_day(cast, day, kind="signing"):
    set_deadlines(cast.year, days={kind: day}, by=cast.chair, at=timezone.now())


def test_who_may(client, cast, pages):
    listed, edit, extend = pages
    assert answers(client, cast.people, listed) == expected(may=ANYONE - BLIND, blind=BLIND)
    for url in (edit, extend):
        assert answers(client, cast.people, url) == expected(may=WRITERS, blind=BLIND)


def test_the_page_says_who_has_set_a_day_and_how_many_are_left(client, cast, pages):
    year = cast.year
    DeadlineRule.objects.create(
        province=cast.province, kind="self_score", from_year=year.year, month=11, day=20
    )
    set_day(cast, in_days(cast, 3))
    client.force_login(cast.member)
    response = client.get(pages[0])
    rows = {row.due.kind: row for row in response.context["rows"]}
    assert rows["signing"].due.set_by == SetBy.BLOC
    assert (rows["signing"].left, rows["signing"].is_soon) == (3, True)
    assert rows["self_score"].due.set_by == SetBy.PROVINCE
    assert rows["dossier"].due.set_by == SetBy.USUAL
    days = [row.due.on for row in response.context["rows"]]
    assert days == sorted(days)
    page = response.content.decode()
    assert "còn 3 ngày" in page
    set_day(cast, cast.today)
    assert "hôm nay là ngày cuối" in client.get(pages[0]).content.decode()
    set_day(cast, in_days(cast, -4))
    assert "đã qua 4 ngày" in client.get(pages[0]).content.decode()


def test_without_any_rule_the_page_still_opens(client, cast, pages):
    DeadlineRule.objects.all().delete()
    client.force_login(cast.chair)
    response = client.get(pages[0])
    assert response.status_code == 200
    assert pages[2] not in response.content.decode()
    assert client.get(pages[1]).status_code == client.get(pages[2]).status_code == 200
    assert client.post(pages[2], {"kind": "signing"}).context["form"].errors


def test_the_chair_sets_days_and_an_empty_one_is_the_province_s(client, cast, pages):
    client.force_login(cast.chair)
    day = dt.date(cast.year.year, 3, 1)
    response = client.post(pages[1], {"day_signing": written(day), "day_meeting": ""})
    assert response.url == pages[0]
    assert due_of(cast.year, "signing").on == day
    shown = client.get(pages[1]).context["form"]
    assert shown["day_signing"].value() == day
    client.post(pages[1], {"day_signing": ""})
    assert due_of(cast.year, "signing").set_by == SetBy.USUAL


def test_a_day_far_away_is_refused_with_a_sentence_and_nothing_is_lost(client, cast, pages):
    client.force_login(cast.chair)
    far = f"01/03/{cast.year.year + 5}"
    form = client.post(pages[1], {"day_signing": far}).context["form"]
    assert far in form.non_field_errors()[0]
    assert form["day_signing"].value() == far


def test_staff_stand_in_with_a_reason(client, cast, pages):
    client.force_login(cast.staff)
    day = written(dt.date(cast.year.year, 3, 1))
    form = client.post(pages[1], {"day_signing": day}).context["form"]
    assert list(form.errors) == ["reason"]
    assert list(form.fields)[-1] == "reason"
    assert client.post(pages[1], {"day_signing": day, "reason": "Đi vắng"}).status_code == 302
    assert ChairAct.objects.get().capacity == "stand_in"


def test_an_extension_shows_with_reason_author_and_capacity(client, cast, pages):
    client.force_login(cast.staff)
    until = due_of(cast.year, "dossier").on + dt.timedelta(days=10)
    data = {"kind": "dossier", "seat": cast.seats["union"].pk, "until": written(until)}
    data |= {"why": "Chờ <b>số liệu", "reason": "Khối trưởng đi vắng"}
    assert client.post(pages[2], data).url == pages[0]
    page = client.get(pages[0]).content.decode()
    for shown in ("Liên đoàn Lao động", "Chờ &lt;b&gt;số liệu", "Khối trưởng đi vắng"):
        assert shown in page
    assert cast.staff.full_name in page
    assert "<b>số liệu" not in page


def test_for_all_members_the_old_day_is_struck_through(client, cast, pages):
    client.force_login(cast.chair)
    due = due_of(cast.year, "dossier")
    until = due.on + dt.timedelta(days=10)
    form = client.post(
        pages[2], {"kind": "dossier", "seat": "", "until": written(due.on), "why": "x"}
    ).context["form"]
    assert written(due.on) in form.non_field_errors()[0]
    client.post(pages[2], {"kind": "dossier", "seat": "", "until": written(until), "why": "x"})
    [row] = [row for row in client.get(pages[0]).context["rows"] if row.due.kind == "dossier"]
    assert (row.is_extended, row.due.first_on, row.due.on) == (True, due.on, until)


def test_members_of_another_year_are_not_offered(client, cast, pages):
    client.force_login(cast.chair)
    foreign = cast.last_year.seats.first()
    data = {"kind": "dossier", "seat": foreign.pk, "until": "01/02/2027", "why": "x"}
    assert list(client.post(pages[2], data).context["form"].errors) == ["seat"]
    assert not Extension.objects.exists()


def test_a_closed_year_offers_nothing_to_write(client, cast, pages):
    close_year(cast.year, by=cast.staff, at=timezone.now())
    client.force_login(cast.staff)
    page = client.get(pages[0]).content.decode()
    assert pages[1] not in page
    assert pages[2] not in page
    form = client.post(pages[1], {"day_signing": "01/03/2026"}).context["form"]
    assert form.errors


def test_the_list_asks_the_same_of_the_database_with_more_extensions(client, cast, pages):
    def extend(days):
        extend_deadline(
            cast.year, kind="dossier", until=due_of(cast.year, "dossier").on + dt.timedelta(days),
            why="x", by=cast.chair, at=timezone.now(),
        )  # fmt: skip

    extend(1)
    client.force_login(cast.staff)
    with CaptureQueriesContext(connection) as few:
        client.get(pages[0])
    for _ in range(20):
        extend(1)
    with CaptureQueriesContext(connection) as many:
        client.get(pages[0])
    assert len(few) == len(many) <= 12


# ---- the days of a province and of the country


def rules_page(cast):
    return reverse("blocs:province_deadlines", args=[cast.province.pk])


USUAL = reverse("blocs:usual_deadlines")


def test_who_may_set_the_days_of_a_province_and_of_the_country(client, cast):
    blind = {"foreign_staff", "nobody"}
    wanted = expected(may={"administrator", "staff"}, blind=blind)
    assert answers(client, cast.people, rules_page(cast)) == wanted
    assert answers(client, cast.people, USUAL) == expected(may={"administrator"})


def test_staff_set_the_days_of_their_province(client, cast):
    client.force_login(cast.staff)
    data = {"from_year": cast.year.year, "basis": "Kế hoạch 5", "day_signing": "10/4"}
    data |= {"day_dossier": "15-02", "later_dossier": "on"}
    assert client.post(rules_page(cast), data).status_code == 302
    assert due_of(cast.year, "signing").on == dt.date(cast.year.year, 4, 10)
    assert due_of(cast.year, "dossier").on == dt.date(cast.year.year + 1, 2, 15)
    assert due_of(cast.last_year, "signing").set_by == SetBy.USUAL
    shown = client.get(rules_page(cast))
    assert shown.context["form"]["day_signing"].value() == "10/04"
    assert shown.context["form"]["later_dossier"].value() is True
    assert [rule.kind for rule in shown.context["rules"]] == ["signing", "dossier"]
    assert "Kế hoạch 5" in shown.content.decode()


@pytest.mark.parametrize("text", ["31/4", "29/2", "10", "4/13", "10/4/2026", "a/b", "0/1"])
def test_what_is_no_day_of_every_year_is_refused(client, cast, text):
    client.force_login(cast.staff)
    data = {"from_year": cast.year.year, "day_signing": text}
    form = client.post(rules_page(cast), data).context["form"]
    assert list(form.errors) == ["day_signing"]
    assert not DeadlineRule.objects.filter(province=cast.province).exists()


def test_the_administrator_changes_the_usual_days(client, cast):
    client.force_login(cast.administrator)
    shown = client.get(USUAL).context["form"]
    days = {bound.html_name: bound.value() for pair in shown.rows() for bound in pair}
    assert (days["day_signing"], days["day_dossier"], days["later_dossier"]) == (
        "31/03",
        "31/01",
        True,
    )
    data = {name: value for name, value in days.items() if value}
    client.post(USUAL, {**data, "from_year": cast.year.year, "day_signing": "15/3"})
    assert due_of(cast.year, "signing").on == dt.date(cast.year.year, 3, 15)
    assert DeadlineRule.objects.filter(province=None, from_year=cast.year.year).count() == 1
    assert due_of(make.year(cast.bloc, 2000), "signing").on == dt.date(2000, 3, 31)


def test_the_province_page_leads_its_staff_to_its_days(client, cast):
    detail = reverse("blocs:province_detail", args=[cast.province.pk])
    for person, offered in ((cast.staff, True), (cast.member, False), (cast.observer, False)):
        client.force_login(person)
        assert (rules_page(cast) in client.get(detail).content.decode()) == offered
