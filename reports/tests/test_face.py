"""Tinos is here, whole and unchanged, and draws every letter that Vietnamese is written with."""

import hashlib
import unicodedata
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from reports.face import FACES, known_letters, legible, letters_missing

BASES = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = {unicodedata.normalize("NFC", b + t) for b in BASES for t in TONES} | set(
    "bcdđghklmnpqrstvxfjwz"
)
OF_PAPERS = "0123456789.,;:!?()[]/-–…“”‘’%+−&'\"□§№°²≥≤×₫ "


@pytest.mark.parametrize("path", FACES.values())
def test_a_face_is_the_one_that_was_checked(path):
    lines = _found("fonts/SHA256SUMS").read_text().splitlines()
    sums = dict(reversed(line.split()) for line in lines)
    digest = hashlib.sha256(_found(path).read_bytes()).hexdigest()
    assert digest == sums[path.removeprefix("fonts/")]


def test_the_licence_lies_beside_the_faces():
    assert "SIL OPEN FONT LICENSE Version 1.1" in _found("fonts/OFL.txt").read_text()


@pytest.mark.parametrize("path", FACES.values())
def test_a_face_draws_every_vietnamese_letter(path):
    assert len(LETTERS) == 93
    wanted = {ord(letter) for each in LETTERS for letter in (each, each.upper())}
    with TTFont(finders.find(path)) as font:
        assert wanted - set(font.getBestCmap()) == set()


def test_the_faces_draw_what_else_papers_are_written_with():
    assert {each for each in OF_PAPERS if ord(each) not in known_letters()} == set()


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Nguyễn Thị Hậu", "Nguyễn Thị Hậu"),
        (unicodedata.normalize("NFD", "Khối thưởng Đặng"), "Khối thưởng Đặng"),
        ("hai\ndòng\tmột", "hai\ndòng\tmột"),
        ("giỏi 😀!", "giỏi □!"),
        ("漢字", "□□"),
        ("a\u202eb\u200bc\x00d\x07", "abcd"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\u3000b", "a b"),
        ("x\u0337", "x\u0337"),
        ("x\u20dd", "x□"),
    ],
)
def test_legible_text_is_composed_and_drawn_whole(written, drawn):
    assert legible(written) == drawn


def test_the_letters_that_no_paper_can_draw_are_named_once():
    assert letters_missing("Giỏi 😀😀 漢 □ ê\u200b") == ["😀", "漢"]


def _found(path):
    return Path(finders.find(path))
