"""The kinds of file that may be stored, and how each is known. Pure."""

from django.db import models

MEGABYTE = 1024 * 1024


class Kind(models.TextChoices):
    PDF = "pdf", "PDF"
    JPEG = "jpg", "JPG"
    PNG = "png", "PNG"
    WORD = "docx", "Word (.docx)"
    EXCEL = "xlsx", "Excel (.xlsx)"
    CSV = "csv", "CSV (.csv)"
    ZIP = "zip", "ZIP (.zip)"


PAPERS = (Kind.PDF, Kind.WORD, Kind.EXCEL, Kind.JPEG, Kind.PNG)
WORKBOOK = (Kind.EXCEL,)
TABLES = (Kind.EXCEL, Kind.CSV)  # where any table is read, whoever made it
BUNDLES = (Kind.EXCEL, Kind.ZIP)  # many score workbooks at once

_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WORD: f"{_OFFICE}.wordprocessingml.document",
    Kind.EXCEL: f"{_OFFICE}.spreadsheetml.sheet",
    Kind.CSV: "text/csv",
    Kind.ZIP: "application/zip",
}
FIRST_BYTES = {
    Kind.PDF: b"%PDF-",
    Kind.JPEG: b"\xff\xd8\xff",
    Kind.PNG: b"\x89PNG\r\n\x1a\n",
    Kind.WORD: b"PK\x03\x04",
    Kind.EXCEL: b"PK\x03\x04",
    Kind.CSV: b"",  # a text begins with anything; `gate` asks it for Unicode instead
    Kind.ZIP: b"PK\x03\x04",
}
EXTENSIONS = {
    ".pdf": Kind.PDF,
    ".jpg": Kind.JPEG,
    ".jpeg": Kind.JPEG,
    ".png": Kind.PNG,
    ".docx": Kind.WORD,
    ".xlsx": Kind.EXCEL,
    ".csv": Kind.CSV,
    ".zip": Kind.ZIP,
}


def largest(kind):
    """Return the size in bytes that a file of this kind may have at most."""
    return (5 if kind in TABLES else 20) * MEGABYTE
