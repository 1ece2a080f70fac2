"""The demonstration: loaded once however often it is asked for, never beside real data."""

import datetime as dt
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from accounts.backends import NameOrEmailBackend
from accounts.models import User
from blocs.chairing import who_acts
from blocs.models import (
    Bloc,
    ChairRight,
    Province,
)
from blocs.permissions import can_keep_records
from blocs.tests import make
from emulation.demo.accounts import PASSWORD
from emulation.demo.loading import SLUGS, load
from emulation.demo.minh_hoa import SLUG

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)
ACCOUNTS = ["admin", "nhanvien", "khoitruong", "khoitruong-moi", "thanhvien", "lanhdao"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def bloc():
    load(at=AT)
    return Bloc.objects.get(slug=SLUG)


def load_demo(**options):
    out = StringIO()
    call_command("load_demo", stdout=out, **options)
    return out.getvalue()


def everything():
    """Every row of every table, the evidence included."""
    tables = connection.introspection.table_names()
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.db_table in tables
    }


# --- loading


def test_it_loads_six_blocs():
    assert "6" in load_demo()
    assert set(Bloc.objects.values_list("slug", flat=True)) == set(SLUGS)
    assert len(SLUGS) == 6


@pytest.mark.parametrize("again", [{}, {"if_empty": True}, {"accounts": True}])
def test_twice_changes_nothing(settings, again):
    load_demo()
    before, files = everything(), sorted(settings.PRIVATE_ROOT.rglob("*"))

    assert load_demo(**again).strip()
    assert everything() == before
    assert sorted(settings.PRIVATE_ROOT.rglob("*")) == files
    assert len(before["blocs.BlocEvent"]) >= 6


def test_looking_whether_it_is_there_takes_three_queries(django_assert_max_num_queries):
    load_demo()

    with django_assert_max_num_queries(3 + 2):  # and the two of the transaction
        load_demo(if_empty=True)


def test_if_empty_loads_into_an_empty_database():
    load_demo(if_empty=True)

    assert Bloc.objects.count() == 6


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


# --- the accounts


def test_six_accounts_with_invented_names_and_one_password(bloc):
    people = list(User.objects.order_by("pk"))

    assert [person.username for person in people] == ACCOUNTS
    assert all(person.is_demo for person in people)
    assert all("minh họa" in person.full_name for person in people)
    assert len({person.password for person in people}) == 1


@pytest.mark.parametrize("username", ACCOUNTS)
def test_an_account_signs_in_where_demo_is_on_and_nowhere_else(bloc, settings, username):
    signing_in = NameOrEmailBackend()

    settings.DEMO = True
    assert signing_in.authenticate(None, username, PASSWORD).username == username
    settings.DEMO = False
    assert signing_in.authenticate(None, username, PASSWORD) is None


def test_each_account_has_its_post_today(bloc):
    today = timezone.localdate(AT)

    def post(username):
        [held] = User.objects.get(username=username).posts.in_force_on(today)
        what = held.organisation.label if held.organisation else held.province
        return held.kind, what, held.may_sign

    assert {name: post(name) for name in ACCOUNTS} == {
        "admin": ("administrator", None, False),
        "nhanvien": ("staff", bloc.province, False),
        "khoitruong": ("representative", "LĐLĐ", True),
        "khoitruong-moi": ("representative", "HND", True),
        "thanhvien": ("representative", "CCB", True),
        "lanhdao": ("observer", bloc.province, False),
    }


def test_who_reads_what(bloc):
    def read(username):
        blocs = Bloc.objects.visible_to(User.objects.get(username=username))
        return set(blocs.values_list("slug", flat=True))

    assert read("admin") == set(SLUGS)
    for username in ACCOUNTS[1:]:
        assert read(username) == {SLUG}


def test_the_chair_acts_and_staff_keep_the_records(bloc):
    year = bloc.years.get(year=2026)
    acting = who_acts(year, ChairRight.NOTICES, on=timezone.localdate(AT))
    khoitruong = User.objects.get(username="khoitruong")

    assert acting.organisation == khoitruong.posts.get().organisation
    keepers = [person.username for person in User.objects.all() if can_keep_records(person)]
    assert sorted(keepers) == ["admin", "nhanvien"]


def test_the_list_of_accounts_names_all_six_and_the_password(bloc, settings):
    settings.DEMO = True
    printed = load_demo(accounts=True)

    assert PASSWORD in printed
    assert [line.split()[0] for line in printed.splitlines()[1:]] == ACCOUNTS


def test_the_list_warns_where_demo_is_off(bloc, settings):
    settings.DEMO = True
    there = load_demo(accounts=True)
    settings.DEMO = False

    assert load_demo(accounts=True).startswith(there)
    assert "DEMO" in load_demo(accounts=True).removeprefix(there)


def test_listing_accounts_loads_nothing():
    assert PASSWORD not in load_demo(accounts=True)
    assert not Bloc.objects.exists()
