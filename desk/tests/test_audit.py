"""The audit page: before → after in words, who and why, and to whom it is shown."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.urls import reverse

from accounts.evidence import because
from blocs import workflow
from blocs.models import Organisation
from blocs.tests import make
from desk.audit import PER_PAGE, Change, Event, event_models, names_of
from desk.audit_names import NAMES
from scoring.tests import make as criteria
from scoring.tests.scene import previewed


@pytest.fixture
def reading(client, cast):
    """Open the page as somebody of the cast, in English: {what was read}."""

    def read(who="staff", **query):
        person = getattr(cast, who)
        person.language = "en"
        person.save()
        client.force_login(person)
        return client.get(reverse("desk:audit_list"), query)

    return read


def entries(page):
    return page.context["entries"]


def newest(page, what, verb):
    """Events of one transaction bear one time, and a test is one: the newest of a kind."""
    return next(e for e in entries(page) if (e.what, e.verb) == (what, verb))


def lines(entry):
    return {line.name: (line.before, line.after) for line in entry.lines}


def test_a_correction_shows_before_and_after_with_days_who_and_why(reading, cast):
    seat = make.seat(make.year(cast.bloc, 2018), cast.organisations.women)
    term = make.term(seat, dt.date(2018, 1, 5), dt.date(2018, 6, 5))
    workflow.change_term(
        term, from_on=dt.date(2018, 2, 1), until=dt.date(2018, 7, 1), selection="agreed", note="",
        by=cast.staff, why="Ghi nhầm ngày",
    )  # fmt: skip

    entry = newest(reading(), "term of office", "changed")

    assert (entry.by, entry.why) == (cast.staff.full_name, "Ghi nhầm ngày")
    assert lines(entry) == {
        "period": ("05/01/2018 – 04/06/2018", "01/02/2018 – 30/06/2018"),
        "manner of selection": ("not recorded", "by agreement"),
    }


def test_the_page_prints_what_the_entry_says(reading, cast):
    year = cast.last_year
    workflow.close_year(year, by=cast.staff, at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC), why="Xong")
    page = " ".join(reading().content.decode().split())
    assert "<b>State:</b> open → closed" in page
    assert cast.staff.full_name in page
    assert "Xong" in page


def test_organisations_and_people_are_named_not_numbered(reading, cast):
    seat = workflow.add_seat(cast.year, organisation=cast.organisations.women, by=cast.staff)
    told = lines(newest(reading(), "seat", "added"))
    assert told["organisation"] == ("–", "Hội LHPN")
    assert told["emulation year"] == ("–", str(cast.year))
    assert told["protocol order"] == ("–", str(seat.position))


def test_days_without_beginning_or_end_are_days_too(reading, cast):
    union = cast.organisations.union
    workflow.succeed(union, kind="dissolved", on=dt.date(2026, 7, 1), by=cast.staff)
    assert lines(newest(reading(), "organisation", "changed")) == {
        "validity": ("–", "… – 30/06/2026")
    }


def test_a_removal_shows_what_there_was(reading, cast):
    seat = make.seat(cast.year, cast.organisations.women)
    workflow.remove_seat(seat, by=cast.staff, why="Nhầm khối")
    entry = newest(reading(), "seat", "deleted")
    assert (entry.by, entry.why) == (cast.staff.full_name, "Nhầm khối")
    assert lines(entry)["organisation"] == ("Hội LHPN", "–")


def test_what_came_by_command_or_behind_our_back_says_so(reading, cast):
    """Behind our back first: in one transaction a reason holds on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE blocs_organisation SET short_name = 'MTTQ' WHERE id = %s",
            [cast.organisations.front.pk],
        )
    with because(None, "Nạp dữ liệu"):
        Organisation.objects.filter(pk=cast.organisations.union.pk).update(short_name="LĐLĐ")
    command, behind = [e for e in entries(reading()) if e.verb == "changed"]
    assert (command.by, command.why) == ("a command on the server", "Nạp dữ liệu")
    assert lines(command) == {"short name": ("–", "LĐLĐ")}
    assert (behind.by, lines(behind)) == (
        "outside the application",
        {"short name": ("–", "MTTQ")},
    )


def test_hostile_text_shows_as_text(reading, cast):
    with because(cast.staff, "<script>alert(1)</script>"):
        cast.organisations.union.name = "<img src=x onerror=alert(1)>"
        cast.organisations.union.save()
    page = reading().content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<img src=x" not in page


@pytest.fixture
def far_away(cast):
    """Changes in the other province: of every table that its staff may read."""
    bloc = make.bloc("Khối ở xa", cast.elsewhere)
    seat = make.seat(make.year(bloc), make.organisation("Hội ở xa", cast.elsewhere))
    make.term(seat)
    make.representative(make.user("o-xa"), seat.organisation)


def test_staff_read_what_belongs_to_their_province_and_nothing_else(reading, cast, far_away):
    here, there = reading("staff"), reading("foreign_staff")
    here_text, there_text = here.content.decode(), there.content.decode()

    assert "ở xa" not in here_text
    assert "Khối thi đua số 1" in here_text
    assert cast.bloc.name not in there_text
    kinds = {entry.what for entry in entries(there)}
    assert kinds == {
        "bloc",
        "emulation year",
        "organisation",
        "person",
        "post",
        "seat",
        "term of office",
    }


def test_an_administrator_reads_everything(reading, cast, far_away):
    text = reading("administrator").content.decode()
    for name in ("Khối ở xa", cast.bloc.name):
        assert name in text


@pytest.mark.parametrize("who", ["chair", "member", "deputy", "observer", "nobody"])
def test_whoever_keeps_no_records_is_refused(reading, who):
    assert reading(who).status_code == 403


def test_nobody_signed_in_is_sent_to_sign_in(client, db):
    assert client.get(reverse("desk:audit_list")).status_code == 302


def rename(organisation, times):
    for number in range(times):
        organisation.name = f"Hội lần {number}"
        organisation.save()


def names_told(page):
    changed = [e for e in entries(page) if (e.what, e.verb) == ("organisation", "changed")]
    return [lines(entry)["official name"][1] for entry in changed]


def test_older_and_newer_pages_show_every_event_once_newest_first(reading, cast):
    rename(cast.organisations.union, PER_PAGE + 10)

    pages = [reading(page=number) for number in (1, 2)]

    assert len(entries(pages[0])) == PER_PAGE
    told = names_told(pages[0]) + names_told(pages[1])
    assert told == [f"Hội lần {number}" for number in range(PER_PAGE + 9, -1, -1)]
    links = [re.findall(r'href="\?page=(\d+)"', page.content.decode()) for page in pages]
    assert (links[0], links[1][0]) == (["2"], "1")


def test_the_last_page_leads_to_nothing_older(reading, cast):
    number = 1
    while reading(page=number).context["older"]:
        number += 1
        assert number < 10
    assert entries(reading(page=number))
    beyond = reading(page=number + 1)
    assert (beyond.status_code, entries(beyond)) == (200, [])


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1e9", "²", "99999"])
def test_a_page_that_does_not_exist_is_no_error(reading, page):
    assert reading(page=page).status_code == 200


@pytest.mark.parametrize("who", ["administrator", "staff"])
def test_the_page_costs_the_same_with_1_event_and_with_60(
    client, db, django_assert_max_num_queries, who
):
    province = make.province("Thái Sơn")
    person = make.user("nguoi-doc")
    if who == "administrator":
        make.administrator(person)
    else:
        make.staff(person, province)
    client.force_login(person)
    organisation = make.organisation("Hội A", province)
    with django_assert_max_num_queries(12) as few:
        client.get(reverse("desk:audit_list"))
    rename(organisation, 30)
    for number in range(10):
        bloc = make.bloc(f"Khối {number}", province)
        seat = make.seat(make.year(bloc), organisation)
        with because(person, "thêm"):
            make.term(seat)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(entries(client.get(reverse("desk:audit_list")))) == PER_PAGE


def test_a_list_is_counted_not_spelled_out(client, cast):
    criteria.small_set(cast.year)
    previewed(cast.year, {(cast.seats["farmers"], "I.1"): 5}, by=cast.chair)
    client.force_login(cast.staff)
    page = client.get("/nhat-ky/")
    assert page.status_code == 200
    lines = [line for entry in page.context["entries"] for line in entry.lines]
    assert "1 dòng" in [line.after for line in lines]


def test_every_tracked_table_and_whatever_an_event_points_to_has_a_name():
    tracked = {model.pgh_tracked_model for model in event_models().values()}
    pointed = {
        field.related_model
        for model in event_models().values()
        for field in model._meta.fields
        if field.is_relation and not field.name.startswith("pgh_")
    }
    assert not [m._meta.label for m in (tracked | pointed) - NAMES.keys()]


def test_all_names_are_read_together(cast):
    """One query joins them: each has to be text, whatever its table."""
    pointing = {
        field.related_model: field
        for model in event_models().values()
        for field in model._meta.fields
        if field.is_relation and not field.name.startswith("pgh_")
    }
    first = {model: model.objects.values_list("pk", flat=True).first() for model in NAMES}
    changes = [Change(field, None, first[model] or 0) for model, field in pointing.items()]
    event = Event(cast.year.__class__, "insert", None, True, cast.staff.pk, "", changes)
    names = names_of([event])
    assert names[type(cast.bloc), first[type(cast.bloc)]]
    assert names[type(cast.staff), cast.staff.pk] == cast.staff.full_name
