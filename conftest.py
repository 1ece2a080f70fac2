"""What every room's tests share: the database with its guards, and the cast."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.db import connection
from django.utils import timezone, translation

from blocs.tests import make


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let Django empty the tables between live-server tests: only the test database allows it.

    The guards that refuse it are proved by emulation/tests/test_evidence.py, which puts one back.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE tgname LIKE '%never_truncated%'"
        )
        for trigger, table in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{trigger}" ON {table}')


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    """Uploads of a test go to a folder of its own."""
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture(autouse=True)
def cheap_passwords(settings):
    """Argon2 is slow on purpose; what a test proves does not depend on it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def work_in_the_request(settings):
    """A thread sees committed rows only: what does long work beside a request does it in it."""
    settings.WORK_IN_BACKGROUND = False


@pytest.fixture(autouse=True)
def in_english():
    """Verbs called directly speak in message ids; pages choose their own language."""
    with translation.override("en"):
        yield


@pytest.fixture
def cast(db):
    """One province with one bloc in two years, and everyone who may knock on its door.

    The bloc's present year is this calendar year; the farmers chair it since 1 January, the union
    is deputy, the youth union takes over tomorrow. The women's union sat in last year only.
    """
    today = timezone.localdate()
    first = dt.date(today.year, 1, 1)
    here, elsewhere = make.province("Thái Sơn"), make.province("Bình Hải")
    front, union, farmers, women, youth = (
        make.organisation(name, here)
        for name in ("Ủy ban MTTQ", "Liên đoàn Lao động", "Hội Nông dân", "Hội LHPN", "Tỉnh đoàn")
    )
    bloc = make.bloc("Khối thi đua số 1", here, slug="khoi-so-1")
    last_year = make.year(bloc, today.year - 1)
    year = make.year(bloc, today.year)
    for organisation in (front, women, farmers):
        make.seat(last_year, organisation)
    seats = {
        name: make.seat(year, organisation)
        for name, organisation in (
            ("front", front),
            ("union", union),
            ("farmers", farmers),
            ("youth", youth),
        )
    }
    former_seat = last_year.seats.get(organisation=front)
    tomorrow = today + dt.timedelta(days=1)
    make.term(former_seat, dt.date(today.year - 1, 1, 1), first)
    chair_term = make.term(seats["farmers"], first, tomorrow)
    make.term(seats["youth"], tomorrow)
    make.term(seats["union"], first, role="deputy")

    other_bloc = make.bloc("Khối thi đua số 2", here, slug="khoi-so-2")
    culture = make.organisation("Sở Văn hóa", here)
    make.seat(make.year(other_bloc, today.year), culture)

    people = {
        name: make.user(name.replace("_", "-"))
        for name in (
            "administrator", "staff", "foreign_staff", "observer", "chair", "former_chair",
            "coming_chair", "deputy", "member", "former_member", "outsider", "nobody",
        )
    }  # fmt: skip
    make.administrator(people["administrator"])
    make.staff(people["staff"], here)
    make.staff(people["foreign_staff"], elsewhere)
    make.observer(people["observer"], here)
    make.representative(people["chair"], farmers)
    make.representative(people["former_chair"], front)
    make.representative(people["coming_chair"], youth)
    make.representative(people["deputy"], union)
    make.representative(people["member"], front, may_sign=False)
    make.representative(people["former_member"], women)
    make.representative(people["outsider"], culture)
    return SimpleNamespace(
        **people,
        people=people,
        province=here,
        elsewhere=elsewhere,
        bloc=bloc,
        year=year,
        last_year=last_year,
        seats=seats,
        chair_term=chair_term,
        other_bloc=other_bloc,
        organisations=SimpleNamespace(
            front=front, union=union, farmers=farmers, women=women, youth=youth, culture=culture
        ),
        today=today,
    )
