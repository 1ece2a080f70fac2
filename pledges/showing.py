"""A version's text for pages: each commitment with the names of those whose it is. Pure."""

from dataclasses import dataclass

from .wording import Planned, Pledge


@dataclass(frozen=True)
class Line:
    """A commitment; `owner` is empty where all share it, `targets` have the member's name."""

    pledge: Pledge
    owner: str
    targets: tuple[tuple[str, Planned], ...]


def lines(version, text=None):
    """Return the lines of a version, or of a part of its text, in order."""
    names = names_of(version)
    places = {member.pk: place for place, member in enumerate(version.members)}
    return [
        Line(
            pledge,
            names[pledge.seat] if pledge.seat else "",
            tuple(
                (names[target.seat], target)
                for target in sorted(pledge.targets, key=lambda t: (t.name, places[t.seat]))
            ),
        )
        for pledge in (text or version.text).pledges
    ]


def names_of(version):
    return {member.pk: member.name for member in version.members}
