"""Every text can be read: 4.5 : 1 in light and in dark (WCAG 2.2, 1.4.3); marks 3 : 1 (1.4.11)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = Path(settings.BASE_DIR, "static", "css")
SITE, PARTS = (Path(SHEETS, name).read_text() for name in ("site.css", "parts.css"))
DARK = "@media screen and (prefers-color-scheme: dark)"

GROUNDS = ["paper", "surface", "hover"]
SOFT = ["done", "now", "late", "stop"]
TEXT_PAIRS = [
    *[(text, ground) for text in ("ink", "muted", "link", "stop") for ground in GROUNDS],
    *[(state, f"{state}-soft") for state in SOFT],
    *[(text, f"{state}-soft") for text in ("ink", "link") for state in SOFT],
    ("muted", "now-soft"),
    *[("band-ink", ground) for ground in ("band", "band-soft")],
    *[("brand-ink", ground) for ground in ("brand", "brand-hover")],
    *[("danger-ink", ground) for ground in ("danger", "danger-hover")],
]
MARK_PAIRS = [
    *[("field-line", ground) for ground in ("paper", "surface")],
    *[("focus", ground) for ground in (*GROUNDS, "now-soft", "stop-soft")],
    ("stop", "surface"),
    ("brand", "surface"),
    *[("band-focus", ground) for ground in ("band", "band-soft")],
]


def tokens(sheet):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", sheet))


LIGHT_SHEET, DARK_SHEET = SITE.split(DARK)
LIGHT = tokens(LIGHT_SHEET)
THEMES = {"light": LIGHT, "dark": {**LIGHT, **tokens(DARK_SHEET)}}


def luminance(colour):
    """Relative luminance of #rrggbb, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def written_pairs():
    """Every rule of ours that names both its colour and its ground."""
    for body in re.findall(r"\{([^{}]*)\}", SITE + PARTS):
        text = re.search(r"(?<![\w-])color: var\(--([\w-]+)\)", body)
        ground = re.search(r"background(?:-color)?: var\(--([\w-]+)\)", body)
        if text and ground:
            yield text[1], ground[1]


def test_the_measure_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_light_and_dark_have_the_same_tokens_of_colour():
    assert set(tokens(DARK_SHEET)) == set(LIGHT)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(theme, text, ground):
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_outlines_can_be_seen_on_their_ground(theme, mark, ground):
    assert contrast(THEMES[theme][mark], THEMES[theme][ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_written_in_a_rule_can_be_read(theme):
    pairs = set(written_pairs())
    weak = {
        pair for pair in pairs if contrast(THEMES[theme][pair[0]], THEMES[theme][pair[1]]) < 4.5
    }

    assert len(pairs) >= 10  # the sheets are really read
    assert weak == set()


def test_parts_take_their_colours_from_the_tokens_only():
    screen = PARTS.split("@media print")[0]

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(", screen) == []
