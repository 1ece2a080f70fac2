"""The demonstration: loaded once however often it is asked for, never beside real data."""

import datetime as dt
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from accounts.models import User
from awards.models import NominationStep
from blocs.chairing import chair_in_force
from blocs.models import (
    Bloc,
    ChairAct,
    Conference,
    Province,
    Term,
)
from blocs.tests import make
from emulation.demo.accounts import PASSWORD
from emulation.demo.loading import SLUGS, load
from emulation.demo.minh_hoa import SLUG
from scoring.models import ScoreSheet, SheetEntry, Stage, Statement
from scoring.procedure import procedure_of
from scoring.workflow.statements import answer_until, finished_at

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)
ACCOUNTS = ["admin", "nhanvien", "khoitruong", "khoitruong-moi", "thanhvien", "lanhdao"]

pytestmark = pytest.mark.django_db


def load_demo(**options):
    out = StringIO()
    call_command("load_demo", stdout=out, **options)
    return out.getvalue()


def local(year, month, day, hour=0):
    return dt.datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())


def everything():
    """Every row of every table, the evidence included."""
    tables = connection.introspection.table_names()
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.db_table in tables
    }


# --- loading


def test_it_loads_six_blocs_into_an_empty_database():
    assert "6" in load_demo(if_empty=True)
    assert set(Bloc.objects.values_list("slug", flat=True)) == set(SLUGS)
    assert len(SLUGS) == 6


def test_twice_changes_nothing(settings, django_assert_max_num_queries):
    load_demo()
    before, files = everything(), sorted(settings.PRIVATE_ROOT.rglob("*"))

    for again in ({}, {"if_empty": True}, {"accounts": True}):
        assert load_demo(**again).strip()
        assert everything() == before
    assert sorted(settings.PRIVATE_ROOT.rglob("*")) == files
    assert len(before["blocs.BlocEvent"]) >= 6
    with django_assert_max_num_queries(3 + 2):  # and the two of the transaction
        load_demo(if_empty=True)


def test_if_empty_leaves_a_site_with_people_alone():
    make.user("nguyenvanan")

    assert len(load_demo(if_empty=True).strip().splitlines()) == 1
    assert (Bloc.objects.count(), User.objects.count()) == (0, 1)


def test_if_empty_leaves_a_site_with_blocs_alone():
    make.bloc()

    assert len(load_demo(if_empty=True).strip().splitlines()) == 1
    assert (Bloc.objects.count(), User.objects.count()) == (1, 0)


def test_beside_real_data_that_it_collides_with_it_loads_nothing_and_says_why():
    make.user("lanhdao")

    with pytest.raises(CommandError) as refusal:
        load_demo()

    assert len(str(refusal.value)) > 40
    assert (Bloc.objects.count(), User.objects.count()) == (0, 1)
    assert not Province.objects.filter(is_sample=True).exists()


def test_listing_accounts_loads_nothing():
    assert PASSWORD not in load_demo(accounts=True)
    assert not Bloc.objects.exists()


@pytest.mark.parametrize(
    ("at", "since"),
    [
        (local(2026, 11, 22, 11), dt.date(2026, 1, 5)),
        (local(2027, 1, 1), dt.date(2027, 1, 1)),
        (local(2027, 1, 4, 23), dt.date(2027, 1, 1)),
        (local(2027, 1, 5), dt.date(2027, 1, 5)),
        (local(2028, 2, 29, 8), dt.date(2028, 1, 5)),
    ],
)
def test_whenever_it_is_loaded_somebody_chairs_today(at, since):
    load(at=at)
    today, bloc = timezone.localdate(at), Bloc.objects.get(slug=SLUG)

    chair = chair_in_force(bloc.pk, on=today)
    assert (chair.seat.organisation.label, chair.period.lower) == ("LĐLĐ", since)
    assert chair.period.upper is None
    [deputy] = Term.objects.deputies().in_force_on(today).filter(bloc=bloc)
    assert deputy.seat.organisation.label == "HND"
    assert {chair.seat.emulation_year.year, deputy.seat.emulation_year.year} == {today.year}
    assert not ChairAct.objects.filter(at__gt=at).exists()
    assert since <= Conference.objects.get(bloc=bloc).held_on <= today
    _scoring_makes_sense(bloc, today, at)
    _awards_make_sense(bloc, today, at)


def _scoring_makes_sense(bloc, today, at):
    """Self-scores are over, checks and answers are not; nothing was done after the moment."""
    procedure = procedure_of(bloc.years.get(year=today.year), on=today)
    assert procedure.is_over(Stage.SELF)
    assert not procedure.is_over(Stage.CHECKED)
    sheet = ScoreSheet.objects.get(seat__organisation__short_name="HND", is_current=True)
    assert answer_until(procedure, sheet, finished_at(sheet)) > today
    assert not SheetEntry.objects.filter(at__gt=at).exists()
    assert not Statement.objects.filter(at__gt=at).exists()


def _awards_make_sense(bloc, today, at):
    """Last year's list is submitted by New Year; the province is as far as the day lets it."""
    last = bloc.years.get(year=today.year - 1)
    steps = NominationStep.objects.filter(nomination__emulation_year=last)
    assert last.submissions.get().submitted_at <= at
    assert not steps.filter(at__gt=at).exists()
    decided = {row.state for row in last.nominations.all()} == {"decided", "not_passed"}
    assert decided == (today >= dt.date(today.year, 1, 30))
