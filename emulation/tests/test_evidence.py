"""Evidence is written by the database, whoever changes a row and however, and stays as written."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import Error, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.evidence import because
from blocs import workflow
from blocs.models import ChairAct, ChairRight, Completion, Handover, Seat, Term
from blocs.tests import make
from scoring.tests import make as criteria

EVENT_MODELS = [m for m in apps.get_models() if hasattr(m, "pgh_tracked_model")]
DAY = dt.date(2026, 7, 1)
NOON = dt.datetime(2026, 7, 1, 5, tzinfo=dt.UTC)


def told(row):
    """What the triggers wrote of a row, oldest first: label, who, why."""
    events = row.events.order_by("pgh_id")
    return [
        (e.pgh_label, (e.pgh_context or {}).get("by"), (e.pgh_context or {}).get("why"))
        for e in events
    ]


@pytest.fixture
def rows(cast):
    """A row of each table of blocs and criteria, with a change it can take: row, column, value."""
    ends = DateRange(DAY, cast.today + dt.timedelta(days=90))
    past = [
        make.term(make.seat(make.year(cast.bloc, number), cast.organisations.women), None)
        for number in (2018, 2019)
    ]
    handover = Handover.objects.create(
        bloc=cast.bloc, giver_term=past[0], receiver_term=past[1], held_on=DAY,
        recorded_at=NOON, recorded_on=DAY,
    )  # fmt: skip
    completion = Completion.objects.create(
        handover=handover, emulation_year=cast.last_year, until=DAY
    )
    criteria_set = criteria.small_set(cast.year)
    return [
        (cast.bloc, "name", "Khối đổi tên"),
        (cast.year, "name", "Khối đổi tên"),
        (cast.seats["front"], "reason", "x"),
        (make.term(cast.seats["front"], DAY, role="deputy"), "period", ends),
        (handover, "place", "Hội trường"),
        (completion, "until", dt.date(2027, 1, 1)),
        (cast.member.posts.get(), "period", ends),
        (cast.organisations.front, "short_name", "MTTQ"),
        (cast.member, "full_name", "Tên khác"),
        (criteria_set, "title", "Tiêu chí khác"),
        (criteria_set.criteria.get(code="III"), "text", "Khác"),
    ]


@pytest.mark.parametrize("how", ["save", "update", "bulk_update", "raw"])
def test_a_change_is_recorded_however_it_is_made(rows, cast, how):
    for row, column, value in rows:
        before = row.events.latest("pgh_id")
        old = getattr(before, column)

        with because(cast.staff, "Ghi nhầm"):
            _change(row, column, value, how)

        after = row.events.latest("pgh_id")
        told_of = (after.pgh_label, after.pgh_context["by"], after.pgh_context["why"])
        assert told_of == ("update", cast.staff.pk, "Ghi nhầm"), row._meta.label
        assert after.pgh_id > before.pgh_id
        assert getattr(after, column) == value != old
        assert getattr(row.events.get(pgh_id=before.pgh_id), column) == old


def _change(row, column, value, how):
    table, objects = type(row), type(row).objects
    if how == "save":
        setattr(row, column, value)
        row.save()
    elif how == "update":
        objects.filter(pk=row.pk).update(**{column: value})
    elif how == "bulk_update":
        setattr(row, column, value)
        objects.bulk_update([row], [column])
    else:
        name = connection.ops.quote_name(table._meta.get_field(column).column)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table._meta.db_table} SET {name} = %s WHERE id = %s",  # noqa: S608
                [value, row.pk],
            )


def test_adding_and_removing_are_recorded_with_the_whole_row(cast):
    """One by one, many at once and behind our back."""
    year = make.year(cast.bloc, 2018)
    with because(cast.staff, "Nhập"):
        one = make.seat(year, cast.organisations.front)
        [many] = Seat.objects.bulk_create(
            [Seat(emulation_year=year, bloc=cast.bloc, organisation=cast.organisations.union,
                  position=7)]
        )  # fmt: skip
    events = apps.get_model("blocs.SeatEvent").objects
    with because(cast.administrator, "Nhầm"):
        keys = one.pk, many.pk
        one.delete()
        Seat.objects.filter(pk=many.pk).delete()
    for key, organisation in zip(
        keys, (cast.organisations.front, cast.organisations.union), strict=True
    ):
        found = events.filter(pgh_obj_id=key).order_by("pgh_id")
        assert [
            (e.pgh_label, e.pgh_context["by"], e.pgh_context["why"], e.organisation) for e in found
        ] == [
            ("insert", cast.staff.pk, "Nhập", organisation),
            ("delete", cast.administrator.pk, "Nhầm", organisation),
        ]


def test_a_change_that_nobody_announced_is_recorded_without_a_name(cast):
    front = cast.organisations.front
    with connection.cursor() as cursor:
        cursor.execute("UPDATE blocs_organisation SET short_name = 'X' WHERE id = %s", [front.pk])
    assert told(front)[-1] == ("update", None, None)
    assert front.events.latest("pgh_id").pgh_context is None


def test_what_changes_nothing_leaves_nothing(cast):
    before = len(told(cast.organisations.front))
    cast.organisations.front.save()
    assert len(told(cast.organisations.front)) == before


def test_every_verb_names_who_and_why(cast):
    """One of each kind, looked at together: nothing is written without a name."""
    day, staff = cast.today, cast.staff
    at = dt.datetime.combine(day, dt.time(5), tzinfo=dt.UTC)
    year = workflow.open_year(
        cast.other_bloc, year=2030, name="x", organisations=[cast.organisations.women], by=staff
    )
    seat = year.seats.get()
    term = workflow.appoint(seat, from_on=day, note="Bầu", by=staff)
    workflow.change_term(
        term, from_on=day, until=None, selection="agreed", note="", by=staff, why="Sửa"
    )
    workflow.revoke_term(term, by=staff, at=at, reason="Nhầm")
    workflow.leave_seat(seat, left_on=day, reason="Rời", by=staff)
    workflow.close_year(year, by=staff, at=at, why="Xong")
    workflow.reopen_year(year, by=staff, why="Thiếu")
    post = workflow.give_post(
        cast.nobody, kind="observer", from_on=DAY, province=cast.province, by=staff, why="Mới"
    )
    workflow.end_post(post, until=day, by=staff, why="Chuyển")

    by = staff.pk
    assert told(year) == [("insert", by, ""), ("update", by, "Xong"), ("update", by, "Thiếu")]
    assert told(seat) == [("insert", by, ""), ("update", by, "Rời")]
    assert told(term) == [("insert", by, "Bầu"), ("update", by, "Sửa"), ("update", by, "Nhầm")]
    assert told(post) == [("insert", by, "Mới"), ("update", by, "Chuyển")]


def test_a_refused_step_leaves_no_evidence(cast):
    before = len(told(cast.chair_term))
    with pytest.raises(workflow.NotChair):
        workflow.act_as_chair(
            cast.year, right=ChairRight.NOTICES, what="x", by=cast.member, at=NOON
        )
    with pytest.raises(Error), transaction.atomic(), because(cast.staff, "x"):
        Term.objects.filter(pk=cast.chair_term.pk).update(role="guest")
    assert len(told(cast.chair_term)) == before


# ---- nothing alters it


ALTERATIONS = {
    "update": lambda event: type(event).objects.filter(pk=event.pk).update(pgh_label="x"),
    "delete": lambda event: type(event).objects.filter(pk=event.pk).delete(),
    "save": lambda event: event.save(),
    "raw update": lambda event: execute("UPDATE {} SET pgh_label = 'x' WHERE pgh_id = %s", event),
    "raw delete": lambda event: execute("DELETE FROM {} WHERE pgh_id = %s", event),
}


def execute(statement, event):
    with connection.cursor() as cursor:
        cursor.execute(statement.format(event._meta.db_table), [event.pgh_id])


@pytest.mark.parametrize("alter", ALTERATIONS)
def test_no_row_of_evidence_is_changed_or_deleted(rows, alter):
    for row, *_ in rows:
        event = row.events.latest("pgh_id")
        with pytest.raises(Error, match="append_only"), transaction.atomic():
            ALTERATIONS[alter](event)
        assert row.events.get(pgh_id=event.pgh_id).pgh_label == "insert"


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["TRUNCATE {}", "TRUNCATE {} CASCADE"])
def test_no_table_of_evidence_is_emptied(statement):
    # Acts are pointed at by their papers: only CASCADE would get past the foreign keys.
    acts = [ChairAct] if "CASCADE" in statement else []
    for model in [*EVENT_MODELS, *acts]:
        with pytest.raises(Error, match="is never truncated"), transaction.atomic():
            connection.cursor().execute(statement.format(model._meta.db_table))


@pytest.mark.django_db
def test_the_triggers_stand_in_the_database_and_are_switched_on():
    """Those of every tracked table of every room, whether a test above changes it or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger "
            "WHERE NOT tgisinternal AND tgenabled = 'O'"
        )
        found = cursor.fetchall()
    for model in EVENT_MODELS:
        for table, names in (
            (model._meta.db_table, {"append"}),
            (model.pgh_tracked_model._meta.db_table, {"insert", "update", "delete"}),
        ):
            assert names <= {name.split("_")[1] for of, name in found if of == table}, table


def test_evidence_outlives_what_it_is_about(cast):
    gone = make.organisation("Hội sắp xóa")
    key = gone.pk
    with because(cast.staff, "Nhập nhầm"):
        gone.delete()
    events = apps.get_model("blocs.OrganisationEvent").objects.filter(pgh_obj_id=key)
    assert [e.pgh_label for e in events.order_by("pgh_id")] == ["insert", "delete"]


def test_acts_of_the_chair_are_only_added(cast):
    act = workflow.act_as_chair(
        cast.year, right=ChairRight.NOTICES, what="Ban hành", by=cast.chair,
        at=dt.datetime.combine(cast.today, dt.time(5), tzinfo=dt.UTC),
    )  # fmt: skip
    steps = (
        lambda: ChairAct.objects.update(what="khác"),
        lambda: ChairAct.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE blocs_chairact SET what = 'khác'"),
        lambda: connection.cursor().execute("DELETE FROM blocs_chairact"),
    )
    for step in steps:
        with pytest.raises(Error, match="only_added"), transaction.atomic():
            step()
    act.refresh_from_db()
    assert act.what == "Ban hành"
