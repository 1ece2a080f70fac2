"""What may be inside a .docx, .xlsx or .zip: read from the zip directory alone.

Nothing is unpacked but by `files_in` and `file_in`, from a .zip that passed the check.
"""

import io
import re
import zipfile

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from vietnamese.text import nfc

from .kinds import MEGABYTE, Kind

MAX_UNPACKED = 50 * MEGABYTE
# Each picture of a paper is an entry.
MAX_ENTRIES = {Kind.EXCEL: 200, Kind.ZIP: 120, Kind.WORD: 1000}
HEART = {Kind.EXCEL: "xl/workbook.xml", Kind.WORD: "word/document.xml"}
TYPES = "[Content_Types].xml"
LOCKED = 0x1
PLAIN_PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def check(content, kind):
    """Raise `ValidationError` unless the bytes are a workbook or paper that is safe to open."""
    entries = _directory(content)
    names = [entry.orig_filename for entry in entries]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        message = _(
            "The file holds macros, which are not accepted. Open it, choose File, then Save As, "
            "choose the type %(kind)s, and upload the new file."
        )
        raise ValidationError(message, code="macros", params={"kind": kind.label})
    if len(entries) > MAX_ENTRIES[kind] or sum(e.file_size for e in entries) > MAX_UNPACKED:
        message = _(
            "The file unpacks to more than a paper or workbook needs. Remove pictures and sheets "
            "that are not needed, or save it as PDF, and upload it again."
        )
        raise ValidationError(message, code="unpacks_too_large")
    strange = any(map(_is_strange, entries)) or len({n.lower() for n in names}) < len(names)
    needed = {TYPES, HEART[kind]} if kind in HEART else set()
    if strange or not names or not needed <= set(names):
        raise damaged(kind)


def files_in(content):
    """Return the names of the files in a .zip that passed `check`; what a Mac adds is no file."""
    return [
        entry.filename
        for entry in _directory(content)
        if not entry.is_dir() and not entry.filename.startswith("__MACOSX/")
    ]


def file_in(content, name):
    """Return one file of a .zip that passed `check`, as an upload for the gate; None if damaged.

    By its name, however the letters of it are composed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = next(e for e in archive.infolist() if nfc(e.filename) == nfc(name))
            return ContentFile(archive.read(entry), name=name)
    except Exception:  # zipfile meets foreign bytes with half a dozen kinds of exception
        return None


def damaged(kind):
    """The refusal of a file that its own program could not open either."""
    message = _(
        "The file is damaged or is not a %(kind)s file. Open it in the program it was made with, "
        "save it as %(kind)s, and upload it again."
    )
    return ValidationError(message, code="damaged", params={"kind": kind.label})


def _directory(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except Exception:  # zipfile meets foreign bytes with half a dozen kinds of exception
        return []


def _is_strange(entry):
    """No program that saves papers writes such names, locks entries or packs them otherwise."""
    name = entry.orig_filename
    escapes = name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or "\0" in name
    climbs = ".." in re.split(r"[/\\]", name)
    locked = entry.flag_bits & LOCKED
    return bool(escapes or climbs or locked or entry.compress_type not in PLAIN_PACKING)
