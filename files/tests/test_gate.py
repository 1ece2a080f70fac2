"""The gate: what passes, what is refused, and in which words (libraries: upload gates)."""

import contextlib
import struct
import unicodedata
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFile

from files import gate
from files.archives import file_in, files_in
from files.kinds import BUNDLES, EXTENSIONS, MEGABYTE, PAPERS, TABLES, WORKBOOK, Kind

from . import make

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EXE = b"MZ\x90\x00" + bytes(200)


def refusal(name, content, kinds=PAPERS):
    """The code of the refusal; a sentence for people comes with each."""
    with pytest.raises(ValidationError) as caught:
        gate.accept(make.NamedBytes(name, content), kinds=kinds)
    [sentence] = caught.value.messages
    assert sentence.endswith(".")
    assert "%(" not in sentence
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Báo cáo.pdf", make.PDF, Kind.PDF),
        ("Báo cáo.PDF", make.PDF, Kind.PDF),
        ("Giao ước.docx", make.paper(), Kind.WORD),
        ("Bảng điểm.xlsx", make.workbook(), Kind.EXCEL),
    ],
)
def test_papers_pass_as_they_are(name, content, kind):
    assert gate.accept(make.upload(name, content)) == gate.Accepted(name, kind, content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bao-cao.pdf", b"", "empty"),
        ("anh.png", HTML, "first_bytes"),
        ("anh.jpg", SVG, "first_bytes"),
        ("anh.png", make.picture("JPEG"), "first_bytes"),
        ("bao-cao.pdf", EXE, "first_bytes"),
        ("bao-cao.pdf", b"\n" + make.PDF, "first_bytes"),
        ("bang-diem.xlsx", b"STT;Ten\n1;An\n", "first_bytes"),
        ("anh.svg", SVG, "extension"),
        ("trang.html", HTML, "extension"),
        ("cai-dat.exe", EXE, "extension"),
        ("bao-cao.pdf.exe", make.PDF, "extension"),
        ("bao-cao", make.PDF, "extension"),
        (".pdf", make.PDF, "extension"),
        ("", make.PDF, "extension"),
        ("cu.doc", make.OLD_OFFICE, "mendable_extension"),
        ("cu.xls", make.OLD_OFFICE, "mendable_extension"),
        ("macro.xlsm", make.workbook(), "mendable_extension"),
        ("anh.heic", b"\0\0\0\x18ftypheic", "mendable_extension"),
        ("cu.xlsx", make.OLD_OFFICE, "old_office"),
        ("cu.docx", make.OLD_OFFICE, "old_office"),
        ("khoa.xlsx", make.OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("hong.xlsx", make.workbook()[:900], "damaged"),
        ("hong.docx", b"PK\x03\x04" + bytes(100), "damaged"),
        ("khac.docx", make.workbook(), "damaged"),
        ("khac.xlsx", make.paper(), "damaged"),
        ("macro.docx", make.paper(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("macro.docx", make.paper(**{"word/VBAPROJECT.BIN": b"x"}), "macros"),
        ("hong.jpg", make.picture("JPEG")[:200], "damaged"),
        ("hong.png", make.picture("PNG")[:60], "damaged"),
    ],
)
def test_what_is_refused(name, content, code):
    assert refusal(name, content) == code


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"], ids=["plain", "with its mark"])
def test_a_csv_in_unicode_passes_where_tables_are_read(before):
    content = before + "Mã;Hội Nông dân\r\nI.1;9,5\r\n".encode()
    accepted = gate.accept(make.upload("bang.csv", content), kinds=TABLES)

    assert (accepted.kind, accepted.content) == (Kind.CSV, content)
    assert refusal("bang.csv", content) == "mendable_extension"


@pytest.mark.parametrize(
    "content",
    [
        "Hội Nông dân".encode("utf-16"),
        b"Ho\xf4\xec No\xf4ng d\xe2n",  # windows-1258 and VNI
        b"\xae\xac n v\xde",  # TCVN3
        make.workbook(),
        b"a;b\0c",
    ],
)
def test_a_csv_in_other_letters_is_refused_with_the_two_clicks(content):
    with pytest.raises(ValidationError) as caught, translation.override("en"):
        gate.accept(make.upload("bang.csv", content), kinds=TABLES)
    assert caught.value.code == "old_letters"
    assert "File → Save As → Excel Workbook (.xlsx)" in caught.value.message


def test_only_the_kinds_asked_for_pass():
    assert refusal("bao-cao.pdf", make.PDF, kinds=WORKBOOK) == "extension"
    assert gate.accept(make.upload("a.xlsx", make.workbook()), kinds=WORKBOOK).kind == Kind.EXCEL


@pytest.mark.parametrize(
    ("name", "start", "limit"), [("a.pdf", b"%PDF-", 20), ("a.xlsx", b"PK\x03\x04", 5)]
)
def test_the_limit_of_size_is_said_in_megabytes(name, start, limit):
    too_large = make.NamedBytes(name, start.ljust(limit * MEGABYTE + 1, b"x"))
    with pytest.raises(ValidationError) as caught, translation.override("en"):
        gate.accept(too_large)
    assert caught.value.code == "too_large"
    assert f"{limit} MB" in caught.value.message % caught.value.params


def test_a_file_of_exactly_the_limit_passes():
    content = b"%PDF-".ljust(20 * MEGABYTE, b"x")
    assert gate.accept(make.NamedBytes("a.pdf", content)).content == content


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "C:/x.xml", "word\\..\\..\\x.xml", "\\x.xml", "a/../b"],
)
def test_an_archive_with_a_name_that_leaves_its_folder_is_refused(name):
    assert refusal("a.docx", make.paper(**{name: "x"})) == "damaged"


def test_an_archive_that_names_one_part_twice_is_refused():
    parts = ["[Content_Types].xml", "word/document.xml", "word/x.xml", "word/X.xml"]
    assert refusal("a.docx", make.archive([(part, "x") for part in parts])) == "damaged"


@pytest.mark.parametrize("name", ["hong.png", "hong.jpg"])
def test_half_a_picture_is_refused_even_where_a_library_allows_it(monkeypatch, name):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = make.picture("PNG" if name.endswith("png") else "JPEG")
    assert refusal(name, whole[:60] if name.endswith("png") else whole[:200]) == "damaged"
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_an_archive_with_a_locked_part_is_refused():
    content = bytearray(make.paper())
    entry = content.index(b"PK\x01\x02")  # the central directory; its flags follow 8 bytes on
    struct.pack_into("<H", content, entry + 8, 1)
    assert refusal("a.docx", bytes(content)) == "damaged"


def test_an_archive_packed_by_no_office_is_refused():
    parts = {"[Content_Types].xml": "x", "word/document.xml": "x"}
    assert refusal("a.docx", make.archive(parts, zipfile.ZIP_LZMA)) == "damaged"


@pytest.mark.parametrize(("sheets", "passes"), [(197, True), (199, False)])
def test_a_workbook_has_two_hundred_parts_at_most(sheets, passes):
    parts = {"[Content_Types].xml": "x", "xl/workbook.xml": "x", "xl/styles.xml": "x"}
    parts |= {f"xl/sheet{n}.xml": "x" for n in range(sheets)}
    if passes:
        assert gate.accept(make.NamedBytes("a.xlsx", make.archive(parts)))
    else:
        assert refusal("a.xlsx", make.archive(parts)) == "unpacks_too_large"


def test_a_zip_bomb_is_refused_by_its_directory():
    bomb = make.paper(**{"word/media/a.xml": bytes(51 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    assert refusal("bom.docx", bomb) == "unpacks_too_large"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/báo cáo.pdf", "báo cáo.pdf"),
        ("C:\\Users\\an\\báo cáo.pdf", "báo cáo.pdf"),
        (unicodedata.normalize("NFD", "Hội Nông dân – kết quả.pdf"), "Hội Nông dân – kết quả.pdf"),
        ("bao\u202efdp.cao\u0000\r\n\t.pdf", "baofdp.cao.pdf"),
        ("  bao\u00a0 cao.pdf. ", "bao cao.pdf"),
        ("dài " * 100 + ".pdf", ("dài " * 100)[:146].strip() + ".pdf"),
    ],
)
def test_a_name_is_composed_and_keeps_no_folder_and_nothing_invisible(sent, kept):
    accepted = gate.accept(make.NamedBytes(sent, make.PDF))
    assert accepted.name == kept


@settings(deadline=None)  # a busy machine is no failure
@given(content=st.binary(max_size=3000), extension=st.sampled_from(sorted(EXTENSIONS)))
def test_random_bytes_meet_nothing_but_a_refusal(content, extension):
    _accept_or_refuse(f"a{extension}", content)


HONEST = {
    ".xlsx": make.workbook(),
    ".docx": make.paper(),
    ".jpg": make.picture("JPEG"),
    ".png": make.picture("PNG"),
}


@settings(deadline=None)  # a busy machine is no failure
@given(data=st.data(), extension=st.sampled_from(sorted(HONEST)))
def test_damaged_files_meet_nothing_but_a_refusal(data, extension):
    content = bytearray(HONEST[extension])
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    _accept_or_refuse(f"a{extension}", bytes(content[: data.draw(st.integers(8, len(content)))]))


@given(name=st.text(max_size=300))
def test_any_name_is_kept_short_and_without_folders(name):
    kept = gate.clean_name(name + ".pdf")
    assert len(kept) <= gate.MAX_NAME
    assert not set("/\\\0\n") & set(kept)
    assert kept == unicodedata.normalize("NFC", kept)


def _accept_or_refuse(name, content):
    """Any other exception than the refusal fails the test."""
    with contextlib.suppress(ValidationError):
        gate.accept(make.NamedBytes(name, content))


def test_a_zip_of_workbooks_passes_and_each_file_in_it_is_found_however_its_name_is_composed():
    name = unicodedata.normalize("NFD", "các khối/Khối số 1.xlsx")
    content = make.archive({"các khối/": b"", name: make.workbook(), "__MACOSX/._x": b"x"})
    accepted = gate.accept(make.upload("cả tỉnh.zip", content), kinds=BUNDLES)

    assert accepted.kind == Kind.ZIP
    assert files_in(content) == [name]
    inner = gate.accept(file_in(content, unicodedata.normalize("NFC", name)), kinds=WORKBOOK)
    assert inner.kind == Kind.EXCEL
    assert file_in(content, "không có.xlsx") is None


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ({}, "damaged"),
        ({"../x.xlsx": b"x"}, "damaged"),
        ({f"{n}.xlsx": b"" for n in range(201)}, "unpacks_too_large"),
        ({"a.xlsx": bytes(51 * MEGABYTE)}, "unpacks_too_large"),
        ({"xl/vbaProject.bin": b"x"}, "macros"),
    ],
    ids=["empty", "climbs", "many", "bomb", "macros"],
)
def test_a_zip_that_no_office_sends_is_refused(entries, code):
    content = make.archive(entries)
    if not entries:
        content = b"PK\x03\x04" + content
    assert refusal("x.zip", content, kinds=BUNDLES) == code


def test_a_zip_is_accepted_only_where_it_is_asked_for():
    assert refusal("x.zip", make.archive({"a.xlsx": b"x"})) == "extension"
