"""Two criteria sets to begin from (docs/field.md §3.8, §3.9); whoever copies one checks it."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..tree import Node


@dataclass(frozen=True)
class Sample:
    """A set to copy: its name, what to say about it, its sections."""

    name: str
    note: str
    sections: tuple


def _read(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    sections = tuple(_node(each, each["kind"]) for each in content["sections"])
    return Sample(content["name"], content["note"], sections)


def _node(content, kind):
    return Node(
        code=content["code"],
        text=content["text"],
        kind=kind,
        maximum=Decimal(content["maximum"]),
        children=tuple(_node(each, kind) for each in content.get("children", ())),
    )


SAMPLES = {path.stem: _read(path) for path in sorted(Path(__file__).parent.glob("*.json"))}
