"""What a chair types becomes paragraphs, lists and numbered headings. Pure; no markup is read."""

import re
from dataclasses import dataclass

ITEM = re.compile(r"[-–—•*+]\s+(?=\S)")
HEADING_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}\.\s+(?=\S)")
ENDS_A_SENTENCE = (".", ";", ":", ",", "!", "?")
LONGEST_HEADING = 150


@dataclass(frozen=True)
class Block:
    """`kind` is "heading" (1. …), "paragraph" or "list"; a list has `items`, the others `text`."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()


def blocks(text):
    """Return the blocks of a text, each line one of its own (docs/field.md §7.1: I. 1. a) -).

    Lines that begin with a dash or a bullet make a list. A line "1. …" that does not end like a
    sentence is a heading; every other line is a paragraph, printed as it was typed.
    """
    found = []
    for line in text.splitlines():
        if not (line := line.strip()):
            continue
        if mark := ITEM.match(line):
            items = found.pop().items if found and found[-1].kind == "list" else ()
            found.append(Block("list", items=(*items, line[mark.end() :])))
        else:
            found.append(Block("heading" if _is_heading(line) else "paragraph", line))
    return tuple(found)


def _is_heading(line):
    return (
        bool(HEADING_NUMBER.match(line))
        and len(line) <= LONGEST_HEADING
        and not line.endswith(ENDS_A_SENTENCE)
    )
