"""Builders: nodes of a tree without database, and stored sets."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from scoring.models import CriteriaSet, Criterion
from scoring.tree import Node


def node(code, maximum, *children, kind="ordinary", pk=None):
    return Node(code, f"Tiêu chí {code}", kind, Decimal(maximum), children, pk)


def criteria_set(year, **fields):
    fields.setdefault("title", "Tiêu chí chấm điểm")
    return CriteriaSet.objects.create(emulation_year=year, **fields)


def amended(year):
    """A second version in force, which no year may have beside the first."""
    fields = {"adopted_on": dt.date(year.year, 6, 1), "minutes": "02/BB", "reason": "Sửa"}
    fields |= {"in_force_at": timezone.now()}
    return criteria_set(year, number=2, **fields)


def criterion(criteria_set, code, maximum="10", parent=None, position=None, **fields):
    position = position or criteria_set.criteria.filter(parent=parent).count() + 1
    fields.setdefault("kind", parent.kind if parent else "ordinary")
    return Criterion.objects.create(
        criteria_set=criteria_set,
        parent=parent,
        level=fields.pop("level", parent.level + 1 if parent else 1),
        position=position,
        code=code,
        text=f"Tiêu chí {code}",
        maximum=Decimal(maximum),
        **fields,
    )


def small_set(year):
    """I (60 = 40 + 20, the latter 12 + 8), II bonus, III penalty: one of every kind and level."""
    made = criteria_set(year)
    first = criterion(made, "I", "60")
    criterion(made, "I.1", "40", first)
    second = criterion(made, "I.2", "20", first)
    criterion(made, "I.2.a", "12", second)
    criterion(made, "I.2.b", "8", second)
    bonus = criterion(made, "II", "5", kind="bonus")
    criterion(made, "II.1", "5", bonus)
    criterion(made, "III", "9.5", kind="penalty")
    return made


def outline(criteria_set):
    """Everything that makes up a set, without identities: to compare two of them."""
    lines = criteria_set.criteria.order_by("level", "parent__position", "position")
    return [
        (each.parent and each.parent.code, each.position, each.kind, each.code, each.maximum)
        for each in lines.select_related("parent")
    ]
