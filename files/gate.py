"""The gate every upload passes. Pure: no database, no clock; what it refuses, it says how to mend.

The order is that of the cost to us: name, first bytes, size, and only then a look inside.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import archives, pictures
from .kinds import EXTENSIONS, FIRST_BYTES, MEGABYTE, PAPERS, Kind, largest

MAX_NAME = 150
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PASSWORD_MARK = "EncryptedPackage".encode("utf-16-le")

OLD_WORD = _(
    "This form of Word file is not accepted. Open it in Word, choose File, then Save As, "
    "choose the type “Word Document (.docx)”, and upload the new file."
)
OLD_EXCEL = _(
    "This form of Excel file is not accepted. Open it in Excel, choose File, then Save As, "
    "choose the type “Excel Workbook (.xlsx)”, and upload the new file."
)
MACROS = _(
    "This file may hold macros, which are not accepted. Open it, choose File, then Save As, "
    "choose the type .docx or .xlsx without macros, and upload the new file."
)
PROTECTED = _(
    "This file is protected by a password. Open it, remove the password "
    "(File, Info, Protect), save it and upload it again."
)
OLD_LETTERS = _(
    "The letters of this file cannot be read: it is not written in Unicode (UTF-8). "
    "In Excel: File → Save As → Excel Workbook (.xlsx), and upload that file."
)
TELEPHONE_PICTURE = _(
    "This is a picture in the telephone's own format (HEIC). Save or send it as JPG "
    "and upload the JPG file."
)
MENDABLE = {
    **dict.fromkeys([".doc", ".dot", ".rtf", ".odt"], OLD_WORD),
    **dict.fromkeys([".xls", ".xlt", ".csv", ".ods"], OLD_EXCEL),
    **dict.fromkeys([".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam"], MACROS),
    **dict.fromkeys([".heic", ".heif"], TELEPHONE_PICTURE),
}


@dataclass(frozen=True)
class Accepted:
    """An upload that may be stored: its clean name, its kind, and its bytes (pictures anew)."""

    name: str
    kind: Kind
    content: bytes


def accept(uploaded, *, kinds=PAPERS):
    """Return the upload as `Accepted`, or raise `ValidationError` with a sentence for its sender.

    `uploaded` has `.name`, `.size` and `.read()` as Django's uploaded files have.
    """
    name = clean_name(uploaded.name or "")
    kind = _kind_of(name, kinds)
    uploaded.seek(0)
    start = uploaded.read(8)
    _check_first_bytes(start, kind)
    if uploaded.size > largest(kind):
        message = _("The file is larger than %(limit)d MB. Make it smaller, or upload it in parts.")
        raise ValidationError(
            message, code="too_large", params={"limit": largest(kind) // MEGABYTE}
        )
    content = start + uploaded.read(largest(kind))
    if content.startswith(OLD_OFFICE):
        raise _old_office(content, kind)
    if kind in (Kind.WORD, Kind.EXCEL, Kind.ZIP):
        archives.check(content, kind)
    elif kind == Kind.CSV:
        _check_letters(content)
    elif kind in (Kind.JPEG, Kind.PNG):
        content = pictures.drawn_anew(content, kind)
    return Accepted(name, kind, content)


def clean_name(name):
    """Return the file's own name, composed, without folders, controls and invisible letters."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    spaced = re.sub(r"\s+", " ", last)
    visible = "".join(char for char in spaced if not unicodedata.category(char).startswith("C"))
    path = PurePosixPath(visible.strip(" ."))
    return path.stem[: MAX_NAME - len(path.suffix)].strip() + path.suffix


def _kind_of(name, kinds):
    extension = PurePosixPath(name).suffix.lower()
    kind = EXTENSIONS.get(extension)
    if kind in kinds:
        return kind
    if sentence := MENDABLE.get(extension):
        raise ValidationError(sentence, code="mendable_extension")
    message = _("Files of this kind are not accepted. Accepted are: %(kinds)s.")
    accepted = ", ".join(str(kind.label) for kind in kinds)
    raise ValidationError(message, code="extension", params={"kinds": accepted})


def _check_first_bytes(start, kind):
    if not start:
        raise ValidationError(_("The file is empty. Choose another one."), code="empty")
    office = kind in (Kind.WORD, Kind.EXCEL)
    if not start.startswith(FIRST_BYTES[kind]) and not (office and start == OLD_OFFICE):
        message = _(
            "The file's name ends like a %(kind)s file, but its content is something else. "
            "Open it in the program it was made with and save it as %(kind)s."
        )
        raise ValidationError(message, code="first_bytes", params={"kind": kind.label})


def _check_letters(content):
    """A .csv in TCVN3, VNI or windows-1258, or in no letters at all, is none in UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(OLD_LETTERS, code="old_letters") from None
    if CONTROLS.search(text):
        raise ValidationError(OLD_LETTERS, code="old_letters")


def _old_office(content, kind):
    """A .docx or .xlsx with the old first bytes: locked by a password, or only renamed."""
    if PASSWORD_MARK in content:
        return ValidationError(PROTECTED, code="password")
    return ValidationError(OLD_WORD if kind == Kind.WORD else OLD_EXCEL, code="old_office")
