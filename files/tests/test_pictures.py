"""Pictures are drawn anew: upright, bounded, and without what hides in them."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from files import gate, pictures
from files.kinds import Kind

from . import make

ORIENTATION, GPS = 0x0112, 0x8825


def drawn(name, content):
    return gate.accept(make.NamedBytes(name, content)).content


def opened(content):
    return Image.open(io.BytesIO(content))


def test_a_picture_loses_its_exif_and_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the telephone was held on its side
    exif.get_ifd(GPS)[1] = "N"
    sent = make.picture("JPEG", size=(60, 40), exif=exif, comment=b"secret")

    kept = opened(drawn("a.jpg", sent))

    assert kept.size == (40, 60)
    assert dict(kept.getexif()) == {}
    assert "comment" not in kept.info
    assert b"Exif" in sent


def test_what_hangs_behind_a_picture_is_cut_off():
    tail = b"<script>alert(1)</script>PK\x03\x04"
    for name, form in [("a.jpg", "JPEG"), ("a.png", "PNG")]:
        assert b"<script>" not in drawn(name, make.picture(form) + tail)


def test_text_inside_a_png_is_dropped():
    chunk = b"tEXt" + b"Comment\0<script>alert(1)</script>"
    chunk = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    png = make.picture("PNG")
    sent = png[:33] + chunk + png[33:]
    assert b"<script>" not in drawn("a.png", sent)


@pytest.mark.parametrize("size", [(10_000, 10_000), (20_000, 20_000), (40_000_001, 1)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(size):
    header = struct.pack(">II5B", *size, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    png += struct.pack(">I", zlib.crc32(chunk)) + make.picture("PNG")[33:]
    with pytest.raises(ValidationError) as caught:
        drawn("a.png", png)
    assert caught.value.code == "too_many_pixels"


def test_a_real_picture_of_a_hundred_million_pixels_is_refused():
    with pytest.raises(ValidationError) as caught:
        drawn("a.png", make.picture("PNG", size=(10_000, 10_000), mode="1"))
    assert caught.value.code == "too_many_pixels"


@pytest.mark.parametrize(
    ("form", "mode", "kept"),
    [
        ("JPEG", "RGB", "RGB"),
        ("JPEG", "L", "L"),
        ("JPEG", "CMYK", "RGB"),
        ("PNG", "RGB", "RGB"),
        ("PNG", "RGBA", "RGBA"),
        ("PNG", "P", "RGB"),
        ("PNG", "LA", "RGBA"),
        ("PNG", "1", "L"),
        ("PNG", "I;16", "L"),
    ],
)
def test_every_mode_is_kept_as_it_looks(form, mode, kept):
    kind = Kind.JPEG if form == "JPEG" else Kind.PNG
    picture = opened(pictures.drawn_anew(make.picture(form, mode=mode), kind))
    assert (picture.mode, picture.size) == (kept, (60, 40))


def test_sixteen_bits_of_grey_become_eight_not_white():
    sent = make.picture("PNG", mode="I;16", colour=0x8000)
    assert opened(pictures.drawn_anew(sent, Kind.PNG)).getpixel((0, 0)) == 0x80


def test_colours_survive():
    sent = make.picture("PNG", colour=(200, 30, 40))
    assert opened(drawn("a.png", sent)).getpixel((5, 5)) == (200, 30, 40)
