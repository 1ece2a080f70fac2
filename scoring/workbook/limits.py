"""How much of a workbook is unpacked: counted in its bytes, before a parser sees them. Pure."""

import io
import zipfile

from django.utils.translation import gettext as _

MAX_PART = 8 * 1024 * 1024
MAX_TAGS = 100_000  # each opens with <; the sheet of 30 members and 60 criteria has 8,000
READ = ("xl/workbook.xml", "xl/sharedstrings.xml", "xl/styles.xml", "[content_types].xml")
FOLDERS = ("xl/worksheets/", "xl/_rels/", "xl/theme/", "docprops/")


def refusal(content, *, most_tags=MAX_TAGS):
    """Return why the workbook is not opened, or None: too much in it, or XML no Excel writes.

    The files gate has bounded what the zip declares; a reader would still take seconds and
    gigabytes for a sheet of a million empty cells. `most_tags` is how many of a part are read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [entry for entry in archive.infolist() if _is_read(entry)]
            if any(entry.file_size > MAX_PART for entry in parts):
                return too_much()
            found = (_of_part(archive.read(entry), most_tags) for entry in parts)
            return next(filter(None, found), None)
    except Exception:  # zipfile meets foreign bytes with half a dozen kinds of exception
        return _strange()


def _is_read(entry):
    name = entry.filename.lower()
    return name in READ or name.startswith(FOLDERS)


def _of_part(part, most_tags):
    if part.count(b"<") > most_tags:
        return too_much()
    if b"<!" in part.replace(b"<!--", b"") or b"\0" in part:
        return _strange()
    return None


def too_much():
    """Say that the workbook holds more than a score sheet can."""
    return _(
        "The workbook holds far more rows, columns or text than a score sheet. Download the score "
        "workbook again and copy only the points into it."
    )


def _strange():
    return _(
        "This is not a workbook that Excel has saved. Open it in Excel, press Save, and upload it "
        "again."
    )
