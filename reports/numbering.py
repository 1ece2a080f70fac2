"""Numbers and symbols of official papers (Nghị định 30/2020, docs/field.md §7.1, §7.2). Pure."""

from django.db import models

from vietnamese.dates import date_in_words

BLANK = "……"


class TypeCode(models.TextChoices):
    """The letters of a type of paper, of Phụ lục III. A covenant and a letter have none."""

    REPORT = "BC", "Báo cáo"
    MINUTES = "BB", "Biên bản"
    SUBMISSION = "TTr", "Tờ trình"
    NOTICE = "TB", "Thông báo"
    PLAN = "KH", "Kế hoạch"
    REGULATION = "QC", "Quy chế"
    PROGRAMME = "CTr", "Chương trình"
    INVITATION = "GM", "Giấy mời"
    DECISION = "QĐ", "Quyết định"
    RESOLUTION = "NQ", "Nghị quyết"


# Whose paper it is, after the hyphen: khối thi đua, cụm thi đua.
OF_BLOC = {"khoi": "KTĐ", "cum": "CTĐ"}


def symbol(type_code, bloc_word):
    """Return the usual symbol of a bloc's paper: `BC-KTĐ`, `BB-CTĐ`."""
    return f"{TypeCode(type_code).value}-{OF_BLOC[bloc_word]}"


def is_symbol_of(text, type_code):
    """Whether a symbol begins with the letters of its type, and names somebody after the hyphen."""
    code, hyphen, owner = text.partition("-")
    return code == type_code and bool(hyphen and owner) and not set(" /") & set(text)


def full_number(number, symbol):
    """Return `05/BC-KTĐ`: numbers below 10 take a zero. Without a number, dots to be filled in."""
    return f"{BLANK if number is None else f'{number:02d}'}/{symbol}"


def place_and_day(place, day):
    """Return `Cần Thơ, ngày 11 tháng 4 năm 2017`, with dots for what a hand fills in."""
    return f"{place or BLANK}, {day_in_words(day)}"


def day_in_words(day):
    """Return a day in words, or dots where it is not known."""
    return date_in_words(day) if day else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"


POINTS = "abcdđeghiklmnopqrstuvxy"


def point(place):
    """Return the letter of the point at a place from 1: a b c d đ e g h … (no f, j, w, z).

    Raises IndexError beyond the last letter: so long a list wants headings of its own.
    """
    if place < 1:
        raise IndexError(place)
    return POINTS[place - 1]
