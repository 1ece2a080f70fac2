"""What may never be stored of rules, facts, settled ties and announcements, by its sentence."""

import datetime as dt

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from blocs.models import ChairAct
from blocs.tests.constraints import check_now
from scoring.models import (
    Announcement,
    Disqualification,
    Grade,
    RankingRules,
    SettledPlace,
    Settlement,
    TieBreak,
)
from scoring.tests import make
from scoring.tests.ranked import VOTE, barred, declare, on, ranked_year
from scoring.tests.scene import LATER, NOW
from scoring.workflow import announce, settle_tie


def refused(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.fixture
def made(cast):
    return ranked_year(cast)


@pytest.fixture
def settled(made, cast):
    places = {cast.seats["front"].pk: 2, cast.seats["union"].pk: 1}
    vote = made.tie_breaks.get().pk
    return settle_tie(cast.year, tie_break=vote, places=places, why="Phiếu", by=cast.chair, at=NOW)


@pytest.fixture
def announced(made, cast):
    barred(cast, "youth", effect="not_ranked")
    return announce(cast.year, announced_on=cast.today, by=cast.chair, at=NOW)


def act(cast, year=None):
    """An act on which something may rest."""
    return ChairAct.objects.create(
        emulation_year=year or cast.year, right="year_work", capacity="vacant", what="Thử",
        by=cast.staff, at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("tie_break_has_its_own_place", {"position": 1, "text": "Khác"}),
        ("tie_break_is_declared_once", {"position": 2}),
        ("tie_break_kind_is_known", {"position": 2, "kind": "name", "text": ""}),
        ("tie_break_says_what_it_looks_at", {"position": 2, "text": ""}),
        ("tie_break_says_what_it_looks_at", {"position": 2, "kind": "points", "text": ""}),
        ("tie_break_says_what_it_looks_at", {"position": 2, "kind": "penalties", "text": "x"}),
    ],
)
def test_tie_breaks(made, name, fields):
    fields = {"kind": "elsewhere", "text": VOTE[2], **fields}
    with refused(name), transaction.atomic():
        TieBreak.objects.create(criteria_set=made, **fields)
        check_now()


def test_a_tie_break_looks_at_its_own_set(made, cast):
    other = make.small_set(cast.last_year)
    with refused("tie_break_looks_at_its_own_set"), transaction.atomic():
        TieBreak.objects.create(
            criteria_set=made, position=2, kind="points", criterion=other.criteria.first()
        )
        check_now()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("grades_begin_at_different_shares", {"name": "Khác", "at_least": 90}),
        ("grade_name_is_given_once", {"name": "Tốt", "at_least": 91}),
        ("grade_has_a_name", {"name": "", "at_least": 91}),
        ("grade_shares_are_per_cent", {"name": "Khác", "at_least": -1}),
        ("grade_shares_are_per_cent", {"name": "Khác", "at_least": 91, "floor": 101}),
    ],
)
def test_grades(made, name, fields):
    with refused(name), transaction.atomic():
        Grade.objects.create(criteria_set=made, **fields)


def test_rules(made, cast):
    with refused("base_of_grades_is_known"), transaction.atomic():
        RankingRules.objects.filter(criteria_set=made).update(grade_base="half")
    with refused("scoring_rankingrules_criteria_set_id_key"), transaction.atomic():
        RankingRules.objects.create(criteria_set=made)


def test_ranking_rules_are_frozen_once_announced(announced, made):
    changes = [
        lambda: RankingRules.objects.update(clause="x"),
        lambda: TieBreak.objects.update(text="x"),
        lambda: Grade.objects.all().delete(),
        lambda: Grade.objects.create(criteria_set=made, name="Mới", at_least=99),
    ]
    for change in changes:
        with refused("ranking_rules_are_frozen_once_announced"), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("disqualifying_fact_is_known", {"fact": "C9"}),
        ("disqualifying_effect_is_known", {"effect": "fined"}),
        ("disqualification_rests_on_facts_and_a_paper", {"facts": ""}),
        ("disqualification_rests_on_facts_and_a_paper", {"document": ""}),
        ("disqualification_begins_on_a_day", {"period": DateRange(None, dt.date(2026, 5, 1))}),
        ("disqualification_is_revoked_for_a_reason", {"revoke_reason": "x"}),
    ],
)
def test_facts(made, cast, name, fields):
    kept = barred(cast)
    with refused(name), transaction.atomic():
        Disqualification.objects.filter(pk=kept.pk).update(**fields)


def test_a_fact_is_revoked_for_a_reason(made, cast):
    kept = barred(cast)
    with refused("disqualification_is_revoked_for_a_reason"), transaction.atomic():
        Disqualification.objects.filter(pk=kept.pk).update(revoked=act(cast))


def test_a_fact_is_of_a_member_of_its_year(made, cast):
    kept = barred(cast)
    with refused("disqualification_is_of_a_member_of_its_year"), transaction.atomic():
        Disqualification.objects.filter(pk=kept.pk).update(emulation_year=cast.last_year)
        check_now()


def test_facts_rest_on_acts_of_their_own(made, cast):
    one, two = barred(cast), barred(cast, "union")
    with refused("scoring_disqualification_entered_id_key"), transaction.atomic():
        Disqualification.objects.filter(pk=two.pk).update(entered=one.entered)
    how = {"revoked": act(cast), "revoke_reason": "x"}
    Disqualification.objects.filter(pk=one.pk).update(**how)
    with refused("scoring_disqualification_revoked_id_key"), transaction.atomic():
        Disqualification.objects.filter(pk=two.pk).update(**how)


def settlement(cast, made, **fields):
    fields = {
        "emulation_year": cast.year,
        "criteria_set": made,
        "tie_break": made.tie_breaks.first(),
        "why": "Phiếu",
        **fields,
    }
    return Settlement.objects.create(**{"act": act(cast), **fields})


def test_settlements(made, cast):
    other = make.small_set(cast.last_year)
    declare(cast, other, tie_breaks=[on(other, "I")], by=None)
    broken = {
        "settlement_has_a_reason": {"why": ""},
        "settlement_is_of_its_years_criteria": {"emulation_year": cast.last_year},
        "settlement_is_of_a_tie_break_of_its_set": {"tie_break": other.tie_breaks.get()},
    }
    for name, fields in broken.items():
        with refused(name), transaction.atomic():
            settlement(cast, made, **fields)
            check_now()
    one = settlement(cast, made)
    with refused("scoring_settlement_act_id_key"), transaction.atomic():
        settlement(cast, made, act=one.act)


def test_settled_places(made, cast):
    one, front = settlement(cast, made), cast.seats["front"]
    place = {"settlement": one, "emulation_year": cast.year, "seat": front, "place": 1}
    SettledPlace.objects.create(**place)
    youth = cast.seats["youth"]
    broken = {
        "member_is_settled_once": {},
        "settled_places_begin_at_one": {"seat": youth, "place": 0},
        "settled_place_is_of_its_year": {
            "seat": cast.last_year.seats.first(),
            "emulation_year": cast.last_year,
        },
        "settled_place_is_of_a_member_of_its_year": {"seat": cast.last_year.seats.first()},
    }
    for name, fields in broken.items():
        with refused(name), transaction.atomic():
            SettledPlace.objects.create(**{**place, **fields})
            check_now()


def announcement(cast, made, **fields):
    fields = {
        "emulation_year": cast.year,
        "criteria_set": made,
        "number": 1,
        "announced_on": cast.today,
        "standing": {},
        **fields,
    }
    return Announcement.objects.create(**{"act": act(cast), **fields})


def test_announcements(announced, made, cast):
    later = {"number": 2, "replaces": announced, "replace_reason": "Tính lại"}
    of_last = announcement(cast, make.small_set(cast.last_year), emulation_year=cast.last_year)
    broken = [
        ("announcement_has_its_own_number", {}),
        ("announcement_replaces_the_one_before_for_a_reason", {"number": 2}),
        (
            "announcement_replaces_the_one_before_for_a_reason",
            {"number": 2, "replaces": announced},
        ),
        ("announcement_is_of_its_years_criteria", {**later, "criteria_set": of_last.criteria_set}),
        ("announcement_replaces_one_of_its_year", {**later, "replaces": of_last}),
        ("scoring_announcement_act_id_key", {**later, "act": announced.act}),
    ]
    for name, fields in broken:
        with refused(name), transaction.atomic():
            announcement(cast, made, **fields)
            check_now()
    announcement(cast, made, **later)
    with refused("scoring_announcement_replaces_id_key"), transaction.atomic():
        announcement(cast, made, **{**later, "number": 3})


def test_what_was_settled_or_announced_is_only_added(settled, cast, made):
    barred(cast, "youth", effect="not_ranked")
    announced = announce(cast.year, announced_on=cast.today, by=cast.chair, at=LATER)
    for row in (settled, settled.places.first(), announced):
        table = row._meta.db_table
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id"):  # noqa: S608
            with (
                pytest.raises(InternalError, match="Cannot update or delete"),
                transaction.atomic(),
            ):
                connection.cursor().execute(change)
