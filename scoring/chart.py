"""Bars for the members' totals: shares of a hundred, as text that SVG reads in any language."""

from dataclasses import dataclass

COLOURS = 4


@dataclass(frozen=True)
class Bar:
    """A piece of a bar: its colour class, where it begins and how wide it is, in hundredths."""

    colour: str
    x: str
    width: str


def colours(sections):
    """Return {pk of a section: colour class}; penalties are subtracted, so they have no piece."""
    shown = [section for section in sections if section.kind != "penalty"]
    return {section.pk: f"b{place % COLOURS + 1}" for place, section in enumerate(shown)}


def bars(figures, highest):
    """Return the pieces of one member's bar from its sections; `highest` fills it."""
    colour, start, pieces = colours([figure.node for figure in figures]), 0, []
    for figure in figures:
        if figure.node.pk in colour and figure.points:
            width = figure.points * 100 / highest
            pieces.append(Bar(colour[figure.node.pk], f"{start:.2f}", f"{width:.2f}"))
            start += width
    return pieces
