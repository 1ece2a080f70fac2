"""The kinds of file that may be stored, and how each is known. Pure."""

from django.db import models

MEGABYTE = 1024 * 1024


class Kind(models.TextChoices):
    PDF = "pdf", "PDF"
    JPEG = "jpg", "JPG"
    PNG = "png", "PNG"
    WORD = "docx", "Word (.docx)"
    EXCEL = "xlsx", "Excel (.xlsx)"


PAPERS = (Kind.PDF, Kind.WORD, Kind.EXCEL, Kind.JPEG, Kind.PNG)
WORKBOOK = (Kind.EXCEL,)

_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WORD: f"{_OFFICE}.wordprocessingml.document",
    Kind.EXCEL: f"{_OFFICE}.spreadsheetml.sheet",
}
FIRST_BYTES = {
    Kind.PDF: b"%PDF-",
    Kind.JPEG: b"\xff\xd8\xff",
    Kind.PNG: b"\x89PNG\r\n\x1a\n",
    Kind.WORD: b"PK\x03\x04",
    Kind.EXCEL: b"PK\x03\x04",
}
EXTENSIONS = {
    ".pdf": Kind.PDF,
    ".jpg": Kind.JPEG,
    ".jpeg": Kind.JPEG,
    ".png": Kind.PNG,
    ".docx": Kind.WORD,
    ".xlsx": Kind.EXCEL,
}


def largest(kind):
    """Return the size in bytes that a file of this kind may have at most."""
    return (5 if kind == Kind.EXCEL else 20) * MEGABYTE
