"""What every room's tests share: their databases, and the cast."""

import datetime as dt
import gc
import shutil
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import connection
from django.test import TransactionTestCase
from django.utils import timezone, translation

from accounts.tests import prepared
from blocs.tests import make
from emulation.tests.databases import Databases


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """A journey, all that needs no database, the other journeys, the rest.

    So the workers that do not migrate have something to do meanwhile, and a run ends with short
    tests, which leave no worker waiting for another. No test depends on the order.
    """
    journeys = [item for item in items if item.get_closest_marker("browser")]

    def place(item):
        if item in journeys:
            return 0 if item is journeys[0] else 2
        asks = "django_db_setup" in item.fixturenames or item.get_closest_marker("django_db")
        return 3 if asks else 1

    items.sort(key=place)


def pytest_collection_finish():
    """What is loaded by now stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def databases(request, django_test_environment, django_db_blocker, tmp_path_factory):
    """Those of this worker. What a test commits is gone with the database it was committed to."""
    folder = tmp_path_factory.getbasetemp()
    run = folder.parent if hasattr(request.config, "workerinput") else folder
    keep = request.config.option.reuse_db and not request.config.option.create_db
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        databases = Databases(run, folder, keep=keep)
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: databases.renew())
        yield databases
        databases.close()


@pytest.fixture(scope="session")
def django_db_setup(databases):
    """In the place of pytest-django's, which would migrate a database for every worker."""


@pytest.fixture(autouse=True)
def ground(request, private_folder):
    """The prepared rows that the test asks for, by name, in the database where it will find them.

    Where a test commits, or its file keeps a transaction open, they are made in place instead.
    """
    commits, names = _commits(request), set(request.fixturenames) & prepared.ALL.keys()
    if commits:
        names = {name for name in names if prepared.ALL[name].is_large}
    if not names or connection.in_atomic_block:
        yield {}
        return
    databases = request.getfixturevalue("databases")
    with request.getfixturevalue("django_db_blocker").unblock():
        ground = databases.ground(max(names, key=lambda name: len(prepared.layers(name))))
        ground.lay_files(private_folder)
        with databases.copy_of(ground) if commits else ground.used():
            yield ground.values()


def _commits(request):
    marker = request.node.get_closest_marker("django_db")
    names = {"transactional_db", "live_server"} & set(request.fixturenames)
    return bool(names or (marker and marker.kwargs.get("transaction")))


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path_factory):
    """Uploads of a test go to a folder of its own, which most tests never need."""
    folder = settings.PRIVATE_ROOT = tmp_path_factory.getbasetemp() / f"private-{uuid4()}"
    yield folder
    if folder.exists():
        shutil.rmtree(folder)


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


@prepared.prepared()
def cast():
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
