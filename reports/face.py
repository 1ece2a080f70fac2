"""The face of every paper: Tinos, as wide as Times New Roman, shipped with the program."""

import unicodedata
from functools import cache

from django.contrib.staticfiles import finders

from vietnamese.text import nfc

FACES = {name: f"fonts/Tinos-{name}.ttf" for name in ("Regular", "Bold", "Italic", "BoldItalic")}
MISSING = "□"


def legible(text):
    """Return the text composed, and with □ for every letter that Tinos cannot draw.

    What nobody sees (controls, marks of direction, zero-width letters) is left out, for a paper
    must read the same to everybody; spaces that Tinos does not know become plain ones. An empty
    box in an official paper is seen and asked about, a letter of another face or none is not.
    """
    composed = nfc(text)
    return composed.translate({ord(each): _drawn(each) for each in set(composed)})


def letters_missing(text):
    """List the letters of a text that `legible` would replace, each once, in order."""
    return [each for each in dict.fromkeys(nfc(text)) if _drawn(each) == MISSING != each]


def _drawn(letter):
    category = unicodedata.category(letter)
    if letter in "\n\t" or (_is_known(letter) and category not in {"Cc", "Cf"}):
        return letter
    if category in {"Cc", "Cf"}:
        return ""
    return " " if category.startswith("Z") else MISSING


def _is_known(letter):
    return ord(letter) in known_letters()


@cache
def known_letters():
    """The code points that all four faces can draw."""
    from fontTools.ttLib import TTFont  # comes with WeasyPrint; loaded with the first paper

    faces = []
    for path in FACES.values():
        with TTFont(finders.find(path)) as font:
            faces.append(set(font.getBestCmap()))
    return frozenset.intersection(*map(frozenset, faces))
