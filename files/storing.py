"""Accepted uploads are written to the private folder; files without a row are swept away later."""

import datetime as dt
import hashlib
import os
import secrets

from django.conf import settings

from .models import StoredFile


def store(accepted, *, by, at):
    """Write what `gate.accept` handed back, and return its row.

    The file comes first, whole or not at all, then the row: a row never points at nothing. When
    the transaction is undone, the file stays without a row until `sweep` finds it.
    """
    row = StoredFile(
        name=accepted.name,
        kind=accepted.kind,
        size=len(accepted.content),
        sha256=hashlib.sha256(accepted.content).hexdigest(),
        key=secrets.token_hex(32),
        uploaded_by=by,
        uploaded_at=at,
    )
    _write(row.path, accepted.content)
    row.save(force_insert=True)
    return row


def sweep(*, at, remove):
    """Return the paths of files without a row that are older than a day; remove them if asked.

    Younger ones may belong to a transaction that is still under way.
    """
    known = set(StoredFile.objects.values_list("key", flat=True))
    eve = (at - dt.timedelta(days=1)).timestamp()
    found = (path for path in settings.PRIVATE_ROOT.glob("??/??/*") if path.is_file())
    orphans = sorted(p for p in found if p.name not in known and p.stat().st_mtime < eve)
    if remove:
        for path in orphans:
            path.unlink()
    return orphans


def missing():
    """Return the rows whose file is not on the disk, as after a restore of the database alone."""
    return [
        file for file in StoredFile.objects.order_by("pk").iterator() if not file.path.is_file()
    ]


def _write(path, content):
    _make_private_folders(path)
    unfinished = path.with_name(f"{path.name}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    for folder in (path.parent, path.parent.parent, settings.PRIVATE_ROOT):
        _flush(folder)


def _make_private_folders(path):
    """Each folder for us alone: makedirs would leave the upper ones to the umask."""
    settings.PRIVATE_ROOT.parent.mkdir(parents=True, exist_ok=True)
    for folder in (settings.PRIVATE_ROOT, path.parent.parent, path.parent):
        folder.mkdir(mode=0o700, exist_ok=True)


def _flush(folder):
    """A new name outlives a power cut only once its folder is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
