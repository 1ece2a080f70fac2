"""A copy that was never restored is no copy: both commands on a scratch embedded server."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
START = """
import shutil, sys
from pathlib import Path
from django.conf import settings
root = Path(sys.argv[1])
engine = {"ENGINE": "emulation.embedded_backend", "NAME": "emulation", "USER": "postgres"}
settings.configure(
    EMBEDDED_POSTGRES=root / "postgres", PRIVATE_ROOT=root / "files", DATABASES={"default": engine},
    USE_TZ=True, TIME_ZONE="Asia/Ho_Chi_Minh", LANGUAGE_CODE="en", INSTALLED_APPS=["emulation"],
)
import django
django.setup()
from django.core.management import CommandError, call_command
from django.db import connection

def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None

def copies():
    return sorted(path for path in (root / "copies").iterdir())

def refused(*words):
    try:
        call_command(*words)
    except CommandError as error:
        return str(error)

sql("CREATE TABLE bloc (name text)")
sql("INSERT INTO bloc VALUES ('Khối Mặt trận'), ('Cụm 7')")
evidence = settings.PRIVATE_ROOT / "ab" / "evidence"
evidence.parent.mkdir(parents=True)
evidence.write_text("minh chứng")
"""
RESTORE = """
call_command("backup", root / "copies")
copy = copies()[0]
print(refused("restore", copy))
sql("DROP TABLE bloc")
print(refused("restore", copy))
shutil.rmtree(settings.PRIVATE_ROOT)
print(refused("restore", root / "nowhere"))
call_command("restore", copy)
rows, mode = sql("SELECT name FROM bloc ORDER BY name"), oct(copy.stat().st_mode)[-3:]
print(rows, evidence.read_text(), mode)
"""
ROTATE = """
for day in range(10, 15):
    (root / "copies" / f"2026-01-{day}T010000").mkdir(parents=True)
(root / "copies" / "unfinished-2026-01-09T010000").mkdir()
(root / "copies" / "other").mkdir()
call_command("backup", root / "copies", keep=3)
print(*[path.name for path in copies()[:2]], len(copies()), copies()[-1].name)
print(refused("backup", root / "copies", "--keep=0"))
"""


@pytest.fixture
def run():
    def run(script):
        command = [sys.executable, "-W", "error", "-c", START + script, scratch]
        done = subprocess.run(  # noqa: S603 - our own script
            command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.replace(scratch, "…").splitlines()

    # not below pytest's folder: another run of root would close that to the server's account
    with tempfile.TemporaryDirectory() as scratch:
        yield run


def test_a_restored_copy_holds_the_same_rows_and_files_and_nothing_is_overwritten(run):
    copied, *printed = run(RESTORE)

    assert copied.startswith("Copied to …/copies/2")
    assert printed[:3] == [
        "The database is not empty. Make a new one and name it in .env.",
        "The folder …/files is not empty. Move its content away first.",
        "There is no whole copy in …/nowhere.",
    ]
    assert printed[3].startswith("Restored from …/copies/2")
    assert printed[4] == "[('Cụm 7',), ('Khối Mặt trận',)] minh chứng 700"


def test_the_newest_copies_are_kept_and_nothing_else_is_touched(run):
    _, listed, refusal = run(ROTATE)

    assert listed == "2026-01-13T010000 2026-01-14T010000 5 unfinished-2026-01-09T010000"
    assert refusal == "Keep at least one copy: --keep 1 or more."
