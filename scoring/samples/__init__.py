"""Criteria sets to begin from (docs/field.md §3.8 to §3.10); whoever copies one checks it."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..arithmetic import CENT, Rule, Tier
from ..tree import Node


@dataclass(frozen=True)
class Sample:
    """A set to copy: its name, what to say about it, its sections."""

    name: str
    note: str
    sections: tuple
    rounding_step: Decimal = CENT


PLAIN = ("method", "unit", "may_not_apply", "deadline")


def _read(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    sections = tuple(_node(each, each["kind"]) for each in content["sections"])
    step = Decimal(content.get("rounding_step", str(CENT)))
    return Sample(content["name"], content["note"], sections, step)


def _node(content, kind):
    return Node(
        code=content["code"],
        text=content["text"],
        kind=kind,
        maximum=Decimal(content["maximum"]),
        children=tuple(_node(each, kind) for each in content.get("children", ())),
        rule=_rule(content.get("rule", {})),
    )


def _rule(content):
    """Numbers stand in the samples as text or whole numbers, never as binary fractions."""
    plain = {
        name: value if name in PLAIN else Decimal(value)
        for name, value in content.items()
        if name != "tiers"
    }
    return Rule(**plain, tiers=tuple(_tier(each) for each in content.get("tiers", ())))


def _tier(content):
    at_least = content.get("at_least")
    return Tier(
        Decimal(content["points"]),
        content.get("label", ""),
        None if at_least is None else Decimal(at_least),
    )


SAMPLES = {path.stem: _read(path) for path in sorted(Path(__file__).parent.glob("*.json"))}
