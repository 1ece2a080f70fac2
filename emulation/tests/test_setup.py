"""What a newcomer relies on: documented variables, pinned requirements, a private .env."""

import ast
import os
import re
import shutil
import stat
import subprocess
import sys

import pytest
from django.conf import settings

from emulation.management.commands.prepare import collect_changed_static

SHELL = {"HOST", "PORT"}  # read by script/server


def variables_read(source):
    """Names in env.str("NAME"), env.bool("NAME", …) and "NAME" in env."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="env")),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name
            case ast.Compare(left=ast.Constant(value=str(name)), comparators=[ast.Name(id="env")]):
                yield name


def test_the_example_documents_exactly_the_variables_that_are_read():
    read = set(variables_read((settings.BASE_DIR / "emulation" / "settings.py").read_text()))
    example = (settings.BASE_DIR / ".env.example").read_text()

    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) == read | SHELL
    assert "SECRET_KEY" in read


def test_every_requirement_is_pinned_and_has_its_reason():
    lines = (settings.BASE_DIR / "requirements.txt").read_text().splitlines()
    asked = [line for line in lines if line and not line.startswith("#")]

    assert [line for line in asked if not re.match(r"[a-z0-9-]+==[\w.]+ +# \w", line)] == []
    assert 10 < len(asked) <= 32


@pytest.fixture
def checkout(tmp_path):
    """A copy of what set-up needs, with this environment as its .venv."""
    for name in ("script", "requirements.txt"):
        source = settings.BASE_DIR / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


def set_up(checkout, **environment):
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [checkout / "script" / "setup"]
    return subprocess.run(  # noqa: S603 - our own script
        command,
        env=kept | {"PYTHON": sys.executable} | environment,
        capture_output=True,
        text=True,
        check=True,
    )


def test_set_up_writes_a_private_env_once_and_shows_no_secret(checkout):
    first = set_up(checkout)
    written = (checkout / ".env").read_text()
    key = re.search(r"^SECRET_KEY=(\S{50,})$", written, re.MULTILINE)[1]
    second = set_up(checkout)

    assert stat.S_IMODE((checkout / ".env").stat().st_mode) == 0o600
    assert (checkout / ".env").read_text() == written
    assert "DEMO=on" in written.splitlines()
    assert key not in first.stdout + first.stderr
    assert (second.stdout, second.stderr) == ("", "")


def test_set_up_leaves_the_demonstration_off_where_a_database_is_named(checkout):
    set_up(checkout, DATABASE_URL="postgres://nobody@127.0.0.1/none")

    assert "DEMO" not in (checkout / ".env").read_text().replace(".env.example", "")


def test_static_files_are_collected_again_only_when_one_changed(settings, tmp_path):
    source, root = tmp_path / "source", tmp_path / "root"
    source.mkdir()
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], root
    (source / "page.css").write_text("a {}")
    collect_changed_static()
    (root / "page.css").write_text("left alone")
    collect_changed_static()
    assert (root / "page.css").read_text() == "left alone"

    (source / "page.css").write_text("a { color: red }")
    os.utime(root / "page.css", (0, 0))  # collectstatic itself goes by the time
    collect_changed_static()

    assert (root / "page.css").read_text() == "a { color: red }"
