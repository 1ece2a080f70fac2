"""The accounts of the demonstration: who they are, and what each may."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.backends import NameOrEmailBackend
from accounts.models import User
from blocs.chairing import who_acts
from blocs.models import (
    Bloc,
    ChairRight,
)
from blocs.permissions import can_keep_records
from emulation.demo.accounts import PASSWORD
from emulation.demo.loading import SLUGS
from emulation.demo.minh_hoa import SLUG

ACCOUNTS = ["admin", "nhanvien", "khoitruong", "khoitruong-moi", "thanhvien", "lanhdao"]

pytestmark = pytest.mark.usefixtures("loaded_demonstration")


@pytest.fixture
def bloc():
    return Bloc.objects.get(slug=SLUG)


def load_demo(**options):
    out = StringIO()
    call_command("load_demo", stdout=out, **options)
    return out.getvalue()


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
    today = timezone.localdate()

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
    acting = who_acts(year, ChairRight.NOTICES, on=timezone.localdate())
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
