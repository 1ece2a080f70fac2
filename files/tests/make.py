"""Builders of uploads, honest and hostile."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

from accounts.models import User

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def user(username="thanhvien", full_name="Trần Văn An"):
    return User.objects.create_user(username, full_name)


def upload(name, content):
    return SimpleUploadedFile(name, content)


class NamedBytes(io.BytesIO):
    """An upload whose name nobody has cleaned yet, as a hostile client may send it."""

    def __init__(self, name, content):
        super().__init__(content)
        self.name, self.size = name, len(content)


def picture(form="JPEG", size=(60, 40), mode="RGB", colour=None, **saving):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, form, **saving)
    return out.getvalue()


def workbook():
    out = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "Tiêu chí"
    book.save(out)
    return out.getvalue()


def archive(entries, packing=zipfile.ZIP_DEFLATED):
    """A zip of {name: content}, or of (name, content) pairs where a name comes twice."""
    out = io.BytesIO()
    pairs = entries.items() if isinstance(entries, dict) else entries
    with zipfile.ZipFile(out, "w", packing) as file:
        for name, content in pairs:
            file.writestr(name, content)
    return out.getvalue()


def paper(**extra):
    """The least that looks like a .docx, and what else should lie in it."""
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", **extra})
