"""Whose column is meant by what stands above it. What is only similar is never taken for sure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from vietnamese.text import search_key

NUMBERING = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5})\s*[.)\-:/]\s*(?=\D)")
BRACKETS = re.compile(r"\(([^()]*)\)")
PREFIX = re.compile(r"^(?:diem (?:cham )?(?:cua )?|don vi )")
# “Hội Nông dân tỉnh Quảng Bình” is “Hội Nông dân”; “Văn phòng Tỉnh ủy” is no “Văn phòng”.
PLACE = re.compile(r"\s(?:tinh|thanh pho|tp)(?!\s(?:uy|doan))(?:\s.*)?$")
SHORTEST_INITIALS = 3
SIMILAR = 0.72
MOST_SUGGESTED = 3


@dataclass(frozen=True)
class Match:
    """The keys of the members that a heading may mean; one and sure, or to be asked about."""

    keys: tuple = ()
    sure: bool = False


class Names:
    """All names of the members of a book, to look headings up in.

    `are_parts`: they are the parts of one member's sheet, and mean that whatever else they might.
    """

    are_checks = False

    def __init__(self, members, are_parts=False):
        self.members, self.are_parts = members, are_parts
        self.exact, self.initials = {}, {}
        for member in members:
            for key in _own_keys(member):
                self.exact.setdefault(_tight(key), set()).add(member.key)
            self.initials.setdefault(_initials(member.name), set()).add(member.key)

    def find(self, title):
        """Return the `Match` of a heading; without keys where it resembles no member."""
        for variant in _variants(title):
            if found := self.exact.get(_tight(variant)):
                return Match(tuple(sorted(found)), len(found) == 1)
        short = _tight(search_key(title))
        found = self.initials.get(short, set()) if len(short) >= SHORTEST_INITIALS else set()
        if found:
            return Match(tuple(sorted(found)), len(found) == 1)
        return Match(self._similar(search_key(title)))

    def is_name(self, title):
        """Whether a text is one of the names and nothing besides."""
        return _tight(search_key(title)) in self.exact

    def is_part(self, _title):
        """Whether a heading says only which part of a member it is; of these tables none does."""
        return False

    def _similar(self, key):
        """The members whose names resemble a heading, the nearest first."""
        if len(key) < 2:
            return ()
        nearness = {
            member.key: max(_nearness(key, own) for own in _own_keys(member) or {"?"})
            for member in self.members
        }
        near = [each for each in nearness if nearness[each] >= SIMILAR]
        return tuple(sorted(near, key=lambda each: -nearness[each])[:MOST_SUGGESTED])


def _own_keys(member):
    keys = {search_key(name) for name in (member.name, *member.others)}
    return {key for each in keys for key in (each, _without_place(each))} - {""}


def _variants(title):
    """The heading itself, then without its number, its brackets, “Điểm …” and “… tỉnh X”."""
    bare = NUMBERING.sub("", title)
    plain = [search_key(each) for each in (title, bare, BRACKETS.sub(" ", bare))]
    plain += [PREFIX.sub("", key) for key in plain]
    inside = [search_key(each) for each in BRACKETS.findall(title)]
    return [key for key in [*plain, *map(_without_place, plain), *inside] if key]


def _without_place(key):
    short = PLACE.sub("", key)
    return short if len(short) >= SHORTEST_INITIALS else key


def _initials(name):
    return "".join(word[0] for word in search_key(name).split())


def _tight(key):
    return key.replace(" ", "")


def _nearness(one, other):
    words, others = set(one.split()), set(other.split())
    shared = len(words & others)
    inside = shared >= 2 and shared == min(len(words), len(others))
    return 1.0 if inside else SequenceMatcher(None, one, other).ratio()
