"""Life of the embedded server, tried with real processes on a scratch folder."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import psycopg2
import pytest

from emulation import embedded_postgres, server_account

PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from emulation.embedded_postgres import ensure_running
address = ensure_running(sys.argv[1])
print(address["host"], flush=True)
sys.stdin.read()
"""
FORK = """
import os, sys
from emulation.embedded_postgres import ensure_running
ensure_running(sys.argv[1])
if os.fork() == 0:
    ensure_running(sys.argv[1])
    sys.exit()  # runs the exit handlers, as a worker of gunicorn does
os.wait()
print("child left", flush=True)
sys.stdin.read()
"""
AGAIN = """
import sys
import psycopg2
from emulation.embedded_postgres import ensure_running
ensure_running(sys.argv[1])
print("first", flush=True)
sys.stdin.readline()
with psycopg2.connect(**ensure_running(sys.argv[1])).cursor() as cursor:
    cursor.execute("SELECT 1")
    print(*cursor.fetchone(), flush=True)
sys.stdin.read()
"""
DJANGO = """
import sys
from django.conf import settings
engine = {"ENGINE": "emulation.embedded_backend", "NAME": "emulation", "USER": "postgres"}
settings.configure(EMBEDDED_POSTGRES=sys.argv[1], DATABASES={"default": engine}, USE_TZ=True)
import django
django.setup()
from django.db import connection
if "connect" in sys.argv:
    connection.creation.create_test_db(verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), upper('đặng')")
        print(*cursor.fetchone())
    connection.creation.destroy_test_db("emulation", verbosity=0)
"""


def python(script, *arguments, **options):
    command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": PROJECT}
    return subprocess.Popen(command, **pipes | options)  # noqa: S603 - our own scripts


@contextmanager
def holder(home, script=HOLD):
    """A process that uses the database until it is told to leave."""
    with python(script, home) as process:
        try:
            assert process.stdout.readline()
            yield process
        finally:
            process.stdin.close()
            process.wait(timeout=20)


def servers(home):
    """Process ids of the servers on this folder, by what the kernel says, not by our locks."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if str(home / "data").encode() in words and words[0].endswith(b"postgres"):
                found.append(int(entry.name))
    return found


def execute(home, statement):
    """Run one statement over a socket that we look up ourselves, holding no lock."""
    connection = psycopg2.connect(**embedded_postgres._address(home))
    with closing(connection), connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def kill(pid):
    """Kill and wait until the kernel has taken everything away from the process."""
    os.kill(pid, signal.SIGKILL)
    with suppress(FileNotFoundError, ProcessLookupError):
        while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX":
            time.sleep(0.005)


@pytest.fixture
def tmp_path():
    """Not below pytest's folder: another run of root would close that to the server's account."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def made():
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "postgres"


@pytest.fixture
def home(made):
    yield made
    assert servers(made) == []


def test_two_commands_do_not_stop_the_server_of_a_site_and_the_last_to_leave_does(home):
    with holder(home):
        [site] = servers(home)
        for _ in range(2):
            with holder(home):
                assert servers(home) == [site]
            assert servers(home) == [site]

    assert servers(home) == []


def test_the_server_stays_while_a_later_command_outlives_the_one_that_started_it(home):
    with holder(home) as first, holder(home):
        [server] = servers(home)
        first.stdin.close()
        first.wait(timeout=20)
        assert servers(home) == [server]
        assert execute(home, "SELECT 1") == [(1,)]


def test_after_kill_9_of_everything_the_next_start_finds_what_was_committed(home):
    with holder(home) as process:
        execute(home, "CREATE TABLE kept (word text)")
        execute(home, "INSERT INTO kept VALUES ('khối')")
        process.kill()
        kill(*servers(home))

    assert (home / "data" / "postmaster.pid").exists()
    with holder(home):
        assert execute(home, "SELECT word FROM kept") == [("khối",)]


def test_a_process_id_left_behind_and_taken_by_another_program_does_not_matter(home):
    account = server_account.choose(home / "data")
    options = {"user": account[0]} if account else {}
    with holder(home) as process:
        process.kill()
        kill(*servers(home))
    with subprocess.Popen(["sleep", "60"], **options) as other:  # noqa: S607
        left = home / "data" / "postmaster.pid"
        left.write_text("\n".join([str(other.pid), *left.read_text().splitlines()[1:]]) + "\n")
        with holder(home):
            assert servers(home) != []
        other.kill()


def test_a_server_orphaned_by_kill_9_is_used_again_and_then_stopped(home):
    with holder(home) as process:
        orphan = servers(home)
        process.kill()
        process.wait(timeout=20)
    assert servers(home) == orphan

    with holder(home):
        assert servers(home) == orphan


def test_a_process_whose_server_was_killed_gets_a_new_one_at_its_next_connection(home):
    with holder(home, AGAIN) as process:
        old = servers(home)
        kill(*old)
        print(file=process.stdin, flush=True)
        assert process.stdout.readline() == "1\n"
        assert servers(home) not in ([], old)


def test_a_forked_child_neither_stops_the_server_nor_gives_up_its_parents_place(home):
    with holder(home, FORK):
        [server] = servers(home)
        with holder(home):
            pass
        assert servers(home) == [server]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_process_told_to_end_stops_the_server_first(home, number):
    # A run in the background ignores some of these signals, and so would what it starts.
    heed = {"preexec_fn": partial(signal.signal, number, signal.SIG_DFL)}
    with python(HOLD, home, stderr=subprocess.DEVNULL, **heed) as process:
        process.stdout.readline()
        assert servers(home) != []
        process.send_signal(number)
        process.wait(timeout=20)


def test_two_first_starts_at_once_give_one_server_even_beside_an_interrupted_one(tmp_path):
    deep = tmp_path / ("sâu" * 40) / "có dấu cách, 'nháy' $HOME"  # too long for a socket's path
    (deep / "data.new" / "base").mkdir(parents=True)

    with python(HOLD, deep) as one, python(HOLD, deep) as other:
        sockets = {one.stdout.readline(), other.stdout.readline()}
        assert (len(sockets), len(servers(deep))) == (1, 1)
        assert execute(deep, "SHOW fsync") == [("on",)]
        one.stdin.close()
        other.stdin.close()

    assert servers(deep) == []
    assert not Path(sockets.pop().strip()).exists()


def test_django_starts_the_server_with_its_first_connection_and_not_before(home):
    before = set(home.glob("*"))
    with python(DJANGO, home) as process:
        assert process.wait(timeout=20) == 0
    assert set(home.glob("*")) == before

    with python(DJANGO, home, "connect") as process:
        assert process.stdout.read() == "test_emulation ĐẶNG\n"


def test_a_server_that_cannot_start_says_why(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    server_account.give(data, server_account.choose(data))

    with python(HOLD, tmp_path, stderr=subprocess.PIPE) as process:
        _, refusal = process.communicate(timeout=20)

    assert "CannotStart" in refusal
    assert "could not access the server configuration file" in refusal
