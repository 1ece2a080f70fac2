"""Pictures are decoded and written anew: what is stored is the picture and nothing hidden in it."""

import io
import warnings
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps

from .archives import damaged
from .kinds import Kind

MAX_PIXELS = 40_000_000  # an A4 page at 600 dots per inch; decoded, about 160 MB of memory
FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}
SAVING = {Kind.JPEG: {"quality": 90}, Kind.PNG: {}}


def drawn_anew(content, kind):
    """Return the picture encoded again, upright and without EXIF: no place, no telephone, no tail.

    Raises `ValidationError` for more than 40 million pixels and for what is no such picture.
    """
    try:
        with warnings.catch_warnings(), _nothing_missing():
            warnings.simplefilter("ignore")  # of broken EXIF, which is dropped; our limit is lower
            return _draw(content, kind)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except ValidationError:
        raise
    except Exception as error:  # Pillow meets foreign bytes with a dozen kinds of exception
        raise damaged(kind) from error


@contextmanager
def _nothing_missing():
    """Refuse half a picture, although WeasyPrint tells Pillow to take it once it is loaded."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _draw(content, kind):
    with Image.open(io.BytesIO(content), formats=[FORMATS[kind]]) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise _too_many_pixels()
        ImageOps.exif_transpose(picture, in_place=True)
        clean = _plain(picture, kind)
        clean.info.clear()
        out = io.BytesIO()
        clean.save(out, FORMATS[kind], **SAVING[kind])
    return out.getvalue()


def _plain(picture, kind):
    """The picture in the plain mode that keeps what is seen: grey, colour, or see-through."""
    if picture.mode.startswith("I"):  # 16 bits of grey: a plain conversion would turn it white
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    mode = "RGB"
    if picture.mode in ("1", "L"):
        mode = "L"
    elif kind == Kind.PNG and picture.has_transparency_data:
        mode = "RGBA"
    return picture if picture.mode == mode else picture.convert(mode)


def _too_many_pixels():
    message = _(
        "The picture has more than %(limit)d million pixels. Make it smaller (a width of "
        "4000 pixels is plenty), and upload it again."
    )
    return ValidationError(
        message, code="too_many_pixels", params={"limit": MAX_PIXELS // 1_000_000}
    )
