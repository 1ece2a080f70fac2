"""Files on the disk: whole, private, findable, and swept when no row knows them."""

import datetime as dt
import hashlib
import os
import stat

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from files import gate, storing
from files.models import StoredFile

from . import make

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def stored(name="Báo cáo.pdf", content=make.PDF, by=None):
    accepted = gate.accept(make.NamedBytes(name, content))
    return storing.store(accepted, by=by or make.user(), at=NOON)


def aged(path, days):
    then = (NOON - dt.timedelta(days=days)).timestamp()
    os.utime(path, (then, then))


def test_a_stored_file_is_what_was_sent(private_root):
    an = make.user()
    row = StoredFile.objects.get(pk=stored(by=an).pk)

    assert row.path.read_bytes() == make.PDF
    assert row.path.is_relative_to(private_root)
    assert (row.name, row.kind, row.content_type) == ("Báo cáo.pdf", "pdf", "application/pdf")
    assert (row.size, row.uploaded_by, row.uploaded_at) == (len(make.PDF), an, NOON)
    assert row.sha256 == hashlib.sha256(make.PDF).hexdigest()


def test_two_equal_files_lie_apart_under_names_that_tell_nothing():
    an = make.user()
    one, two = stored(by=an), stored(by=an)
    assert one.path != two.path
    assert "Báo" not in str(one.path)
    assert one.path.suffix == ""


def test_nobody_else_on_the_machine_may_look(private_root):
    before = os.umask(0)
    try:
        path = stored().path
    finally:
        os.umask(before)
    folders = [private_root, path.parent.parent, path.parent]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700] * 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_the_private_folder_is_not_under_what_the_web_server_hands_out(settings):
    for public in (settings.STATIC_ROOT, settings.BASE_DIR / "static"):
        assert not settings.PRIVATE_ROOT.is_relative_to(public)


def test_the_sweep_removes_what_a_failed_transaction_left(private_root):
    an = make.user()
    kept = stored(by=an)
    with transaction.atomic():
        lost = stored(by=an)
        transaction.set_rollback(True)
    torn = lost.path.with_name("0" * 64 + ".part")
    torn.write_bytes(b"half")
    for path in (kept.path, lost.path, torn):
        aged(path, days=2)

    assert storing.sweep(at=NOON, remove=False) == sorted([lost.path, torn])
    assert lost.path.exists()
    assert storing.sweep(at=NOON, remove=True) == sorted([lost.path, torn])
    assert [path for path in private_root.rglob("*") if path.is_file()] == [kept.path]


def test_the_sweep_leaves_what_may_still_be_under_way():
    row = stored()
    path = row.path
    row.delete()
    aged(path, days=0.9)
    assert storing.sweep(at=NOON, remove=True) == []
    assert path.exists()


def test_the_command_names_orphans_and_rows_whose_file_is_gone(capsys):
    an = make.user()
    gone, orphan = stored(by=an), stored(by=an)
    gone.path.unlink()
    path = orphan.path
    orphan.delete()
    aged(path, days=10_000)

    call_command("sweep_files")
    printed = capsys.readouterr()
    assert f"without a row: {path}" in printed.out
    assert f"file is gone: {gone.pk} Báo cáo.pdf" in printed.err
    assert path.exists()

    call_command("sweep_files", "--remove")
    assert f"removed: {path}" in capsys.readouterr().out
    assert not path.exists()


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"kind": "exe"}, "stored_file_kind_is_known"),
        ({"size": 0}, "stored_file_is_not_empty"),
        ({"sha256": "A" * 64}, "stored_file_sha256_is_one"),
        ({"key": "../../etc/passwd"}, "stored_file_key_is_hexadecimal"),
        ({"key": "a" * 63}, "stored_file_key_is_hexadecimal"),
        ({"name": "a/b.pdf"}, "stored_file_name_has_no_folder"),
        ({"name": "a\\b.pdf"}, "stored_file_name_has_no_folder"),
        ({"name": ""}, "stored_file_name_has_no_folder"),
    ],
)
def test_the_database_refuses(wrong, constraint):
    row = stored()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        StoredFile.objects.filter(pk=row.pk).update(**wrong)


def test_one_key_is_one_files():
    an = make.user()
    one, two = stored(by=an), stored(by=an)
    with pytest.raises(IntegrityError, match="key"), transaction.atomic():
        StoredFile.objects.filter(pk=two.pk).update(key=one.key)
