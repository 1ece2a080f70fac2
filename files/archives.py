"""What may be inside a .docx or .xlsx: read from the zip directory alone, nothing is unpacked."""

import io
import re
import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .kinds import MEGABYTE, Kind

MAX_UNPACKED = 50 * MEGABYTE
MAX_ENTRIES = {Kind.EXCEL: 200, Kind.WORD: 1000}  # each picture of a paper is an entry
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
    if strange or TYPES not in names or HEART[kind] not in names:
        raise damaged(kind)


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
