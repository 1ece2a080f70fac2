"""What may never be stored about legal bases, deadlines, extensions and activities."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.db import Error, IntegrityError, connection, transaction

from blocs.models import Activity, Deadline, DeadlineRule, Extension, LegalBasis

from . import make
from .constraints import add, change, check_now, filled

DAY, NEXT = dt.date(2026, 3, 31), dt.date(2026, 4, 1)
NOON = dt.datetime(2026, 3, 20, 5, tzinfo=dt.UTC)


@pytest.fixture
def stored(db):
    """One row of every table; `spare_…` are rows to point to wrongly."""
    s = SimpleNamespace(province=make.province("Thái Sơn"), user=make.user("nhan-vien"))
    s.bloc = make.bloc("Khối 1", s.province)
    s.year, s.spare_year = make.year(s.bloc, 2026), make.year(s.bloc, 2025)
    organisation = make.organisation("Hội A", s.province)
    s.seat, s.spare_seat = make.seat(s.year, organisation), make.seat(s.spare_year, organisation)
    s.basis = LegalBasis.objects.create(
        number="12/QĐ-UBND", title="Quy chế", citation="Quyết định số 12/QĐ-UBND",
        signed_on=DAY, in_force_on=DAY, ended_on=NEXT,
    )  # fmt: skip
    s.rule = DeadlineRule.objects.create(
        province=s.province, kind="signing", from_year=2026, month=3, day=31
    )
    s.usual = DeadlineRule.objects.create(kind="signing", from_year=2020, month=3, day=31)
    s.deadline = Deadline.objects.create(emulation_year=s.year, kind="signing", due_on=DAY)
    s.extension = Extension.objects.create(
        emulation_year=s.year, kind="signing", seat=s.seat, until=NEXT, reason="x", by=s.user,
        at=NOON, act=make.act(s.year, by=s.user, at=NOON),
    )  # fmt: skip
    s.planned = Activity.objects.create(emulation_year=s.year, text="Giao lưu", month=3)
    s.done = Activity.objects.create(
        emulation_year=s.year, text="Thăm", month=3, state="done", done_on=DAY, result="Tốt"
    )
    s.dropped = Activity.objects.create(
        emulation_year=s.year, text="Thể thao", month=3, state="not_done", reason="Bão"
    )
    check_now()
    return s


DAY_OF_EVERY_YEAR = "deadline_rule_is_a_day_of_every_year"
CHANGES = [
    ("basis", {"ended_on": DAY}, "legal_basis_ends_after_it_began"),
    ("basis", {"signed_on": NEXT}, "legal_basis_is_signed_before_it_holds"),
    *(
        ("basis", {name: ""}, "legal_basis_has_number_title_and_citation")
        for name in ("number", "title", "citation")
    ),
    ("rule", {"kind": "feast"}, "deadline_rule_kind_is_known"),
    ("rule", {"from_year": 1947}, "deadline_rule_begins_in_a_calendar_year"),
    ("rule", {"from_year": 2101}, "deadline_rule_begins_in_a_calendar_year"),
    *(
        ("rule", {"month": month, "day": day}, DAY_OF_EVERY_YEAR)
        for month, day in [
            (0, 1), (13, 1), (1, 0), (1, 32), (4, 31), (2, 29), (2, 0), (None, 1), (1, None),
        ]
    ),
    ("rule", {"month": None, "day": None, "years_later": 1}, DAY_OF_EVERY_YEAR),
    ("rule", {"years_later": 2}, "deadline_rule_is_this_year_or_the_next"),
    ("deadline", {"kind": "feast"}, "deadline_kind_is_known"),
    ("planned", {"text": ""}, "activity_says_what"),
    ("planned", {"kind": "feast"}, "activity_kind_is_known"),
    ("planned", {"state": "lost"}, "activity_state_is_known"),
    ("planned", {"month": 0}, "activity_has_a_month"),
    ("planned", {"month": 13}, "activity_has_a_month"),
    ("planned", {"month": None, "years_later": 1}, "activity_has_a_month"),
    ("planned", {"month": None, "planned_on": NEXT}, "activity_has_a_month"),
    ("planned", {"years_later": 2}, "activity_is_this_year_or_the_next"),
    ("planned", {"planned_on": NEXT}, "activity_day_lies_in_its_month"),
    ("planned", {"owner_seat": "@seat", "owner": "Sở"}, "activity_has_one_owner"),
    ("planned", {"host_seat": "@seat", "host": "Sở"}, "activity_has_one_host"),
    ("planned", {"done_on": DAY}, "activity_result_comes_once_done"),
    ("planned", {"result": "Tốt"}, "activity_result_comes_once_done"),
    ("done", {"state": "planned"}, "activity_result_comes_once_done"),
    ("done", {"reason": "Bão"}, "activity_is_not_done_for_a_reason"),
    ("dropped", {"reason": ""}, "activity_is_not_done_for_a_reason"),
    ("planned", {"owner_seat": "@spare_seat"}, "activity_owner_is_of_its_year"),
    ("planned", {"host_seat": "@spare_seat"}, "activity_host_is_of_its_year"),
]  # fmt: skip

ADDITIONS = [
    ("basis", {}, "legal_basis_is_entered_once"),
    ("rule", {}, "deadline_rule_is_entered_once"),
    ("usual", {}, "deadline_rule_is_entered_once"),
    ("deadline", {}, "deadline_is_set_once_a_year"),
    ("extension", {"kind": "feast", "act": None}, "extension_kind_is_known"),
    ("extension", {"reason": "", "act": None}, "extension_has_a_reason"),
    ("extension", {"seat": "@spare_seat", "act": None}, "extension_is_of_its_years_seat"),
    ("extension", {}, "blocs_extension_act_id_key"),
]
BROKEN = {name for *_, name in [*CHANGES, *ADDITIONS]}


@pytest.mark.parametrize(("row", "values", "name"), CHANGES)
def test_no_row_is_changed_into_what_may_not_be(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change(getattr(stored, row), filled(stored, values))


@pytest.mark.parametrize(("row", "values", "name"), ADDITIONS)
def test_no_second_row_is_added_that_may_not_be(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        add(getattr(stored, row), filled(stored, values))


def test_what_belongs_elsewhere_is_another(stored):
    """The rows that are refused above are free elsewhere, and days may be unknown."""
    add(stored.basis, {"province": stored.province})
    add(stored.rule, {"province": None})
    add(stored.rule, {"from_year": 2027, "month": None, "day": None})
    add(stored.deadline, {"emulation_year": stored.spare_year})
    add(stored.extension, {"act": None, "seat": None})
    add(stored.done, {"done_on": None, "result": ""})
    change(stored.basis, {"signed_on": None, "in_force_on": None})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE blocs_extension SET until = '2030-01-01'",
        "DELETE FROM blocs_extension",
    ],
)
def test_an_extension_is_only_added(stored, statement):
    with (
        pytest.raises(Error, match="only_added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
