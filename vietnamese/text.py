"""Vietnamese text: one Unicode form, keys to search by and keys to sort by. Pure."""

import re
import unicodedata

TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"
# ă, â, đ, ê, ô, ơ and ư are letters of their own: the bracket after the letter sorts behind z.
OWN_LETTERS = {
    ("a", BREVE): "a{",
    ("a", CIRCUMFLEX): "a|",
    ("e", CIRCUMFLEX): "e|",
    ("o", CIRCUMFLEX): "o|",
    ("o", HORN): "o}",
    ("u", HORN): "u}",
}
# Ð (eth) and Ɖ come out of converted documents in the place of Đ, and look the same.
CROSSED_D = "đðɖ"
PUNCTUATION = "_-‐–—,;:!?.·'‘’\"“”«»()[]{}§@*/\\&#%†•′`^°+±÷×<=>¬|~$£₫€"
LEVEL_END = " "  # before every other character of a key


def nfc(text):
    """Return the same text with every letter composed: `ệ` is one code point, never three."""
    return unicodedata.normalize("NFC", text)


def search_key(text):
    """Return what two spellings of one name share: no marks, no case, đ as d, single spaces.

    The two placements of a tone (hoà, hòa), composed and decomposed letters, no-break spaces,
    hyphens and punctuation make no difference (docs/field.md §8.2). Search keys within search keys.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    plain = "".join(
        "d" if char in CROSSED_D else char
        for char in folded
        if unicodedata.category(char) not in {"Mn", "Cf"}
    )
    return " ".join(re.findall(r"[^\W_]+", plain))


def slug(text):
    """Return the text as a–z, 0–9 and hyphens for file names and addresses; "" if none is left."""
    return re.sub(r"[^a-z0-9]+", "-", search_key(text)).strip("-")


def sort_key(text):
    """Return an ASCII string whose byte order is the order of the Vietnamese alphabet.

    Equal to ICU `vi` (docs/field.md §8.1): letters first (… a ă â b c d đ e ê …, digits before
    them), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals. The
    database has no ICU of its own, so the key is stored and ordered in collation C.
    """
    return LEVEL_END.join(_levels(text)).rstrip()


def person_sort_key(full_name):
    """Return the key that sorts people by given name (the last word), then by the rest.

    An and Ân, but also Ân and Ẩn, are different given names: all of the first comes before any
    of the second, whatever the family names (docs/field.md §8.4).
    """
    *rest, given = full_name.split() or [""]
    letters, tones, case = _levels(given)
    rest_letters, rest_tones, rest_case = _levels(" ".join(rest))
    keys = [letters, tones, rest_letters, rest_tones, case, rest_case]
    return LEVEL_END.join(keys).rstrip()


def _levels(text):
    """The three levels of comparison: letters, tones, case. Trailing zeros say nothing."""
    units = [_unit(letter) for letter in _letters(text)]
    letters, tones, case = (
        ("".join(level) for level in zip(*units, strict=True)) if units else [""] * 3
    )
    return letters, tones.rstrip("0"), case.rstrip("0")


def _letters(text):
    """Each character together with its marks: "Ộ" → ["O", dot below, circumflex]."""
    letters = []
    for char in unicodedata.normalize("NFKD", " ".join(text.split())):
        if letters and unicodedata.category(char) == "Mn":
            letters[-1].append(char)
        elif unicodedata.category(char) not in {"Cc", "Cf", "Mn"}:
            letters.append([char])
    return letters


def _unit(letter):
    """One letter's share in the three levels."""
    base, marks = letter[0].lower(), letter[1:]
    own = next((mark for mark in marks if (base, mark) in OWN_LETTERS), None)
    primary = OWN_LETTERS[base, own] if own else _primary(base)
    tones = "".join(TONES.get(mark, f"6{ord(mark):05x}") for mark in marks if mark != own)
    return primary, tones or "0", "0" if base == letter[0] else "1"


def _primary(char):
    if char == " ":
        return "!"
    if char in CROSSED_D:
        return "d|"
    if char in PUNCTUATION:
        return f'"{chr(ord("0") + PUNCTUATION.index(char))}'
    if char.isascii() and char.isalnum():
        return char
    return f"~{ord(char[0]):05x}" if char.isalpha() else f'"~{ord(char[0]):05x}'
