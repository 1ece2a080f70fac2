"""The verbs of single criteria: added, changed, moved, removed; and what they refuse."""

from decimal import Decimal

import pytest
from django.utils import translation

from accounts.refusal import Refused
from scoring import workflow
from scoring.models import DEEPEST_LEVEL, Criterion
from scoring.tests import make
from scoring.tests.scene import NOW

NINE = {"code": "I.9", "text": "Tiêu chí mới", "maximum": Decimal("9.50")}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def stored(small_criteria):
    return small_criteria


def codes(criteria_set, parent=None):
    of_parent = {"parent__code": parent} if parent else {"parent": None}
    family = criteria_set.criteria.filter(**of_parent)
    return list(family.order_by("position").values_list("code", "position"))


def test_a_section_is_added_at_the_end_with_its_kind(cast, stored):
    section = workflow.add_criterion(
        stored,
        code="IV",
        text="Điểm trừ",
        maximum=Decimal(10),
        kind="penalty",
        by=cast.staff,
        at=NOW,
    )

    section.refresh_from_db()
    assert (section.parent, section.level, section.position) == (None, 1, 4)
    assert (section.kind, section.maximum) == ("penalty", Decimal(10))


def test_a_criterion_takes_the_kind_of_its_section(cast, stored):
    parent = stored.criteria.get(code="II")

    criterion = workflow.add_criterion(stored, parent=parent, **NINE, by=cast.staff, at=NOW)

    assert (criterion.kind, criterion.level, criterion.position) == ("bonus", 2, 2)


def test_the_last_level_is_not_divided(cast, stored):
    part = stored.criteria.get(code="I.2.a")
    while part.level < DEEPEST_LEVEL:
        part = make.criterion(stored, f"{part.code}.1", "1", part)
    with pytest.raises(Refused, match=r"cannot be divided"):
        workflow.add_criterion(stored, parent=part, **NINE, by=cast.staff, at=NOW)


def test_a_taken_code_is_refused(cast, stored):
    parent, other = stored.criteria.get(code="I"), stored.criteria.get(code="III")
    taken = {**NINE, "code": "II.1"}
    with pytest.raises(Refused, match=r"II\.1 is taken"):
        workflow.add_criterion(stored, parent=parent, **taken, by=cast.staff, at=NOW)
    with pytest.raises(Refused, match=r"II\.1 is taken"):
        workflow.change_criterion(other, **taken, by=cast.staff, at=NOW)

    assert stored.criteria.count() == 8


def test_a_criterion_is_changed_and_may_keep_its_code(cast, stored):
    criterion = stored.criteria.get(code="I.1")

    changed = workflow.change_criterion(criterion, **{**NINE, "code": "I.1"}, by=cast.staff, at=NOW)

    changed.refresh_from_db()
    assert (changed.text, changed.maximum, changed.kind) == (
        "Tiêu chí mới",
        Decimal("9.5"),
        "ordinary",
    )


def test_what_is_below_a_section_follows_its_kind(cast, stored):
    section = stored.criteria.get(code="I")

    workflow.change_criterion(
        section, **{**NINE, "code": "I"}, kind="penalty", by=cast.staff, at=NOW
    )

    kinds = dict(stored.criteria.values_list("code", "kind"))
    assert kinds == {
        **dict.fromkeys(["I", "I.1", "I.2", "I.2.a", "I.2.b", "III"], "penalty"),
        **dict.fromkeys(["II", "II.1"], "bonus"),
    }


def test_a_criterion_does_not_leave_the_kind_of_its_section(cast, stored):
    with pytest.raises(Refused, match="of the kind of its section"):
        workflow.change_criterion(
            stored.criteria.get(code="I.1"), **NINE, kind="bonus", by=cast.staff, at=NOW
        )


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (1, ["III", "I", "II"]),
        (2, ["I", "III", "II"]),
        (3, ["I", "II", "III"]),
        (99, ["I", "II", "III"]),
        (-5, ["III", "I", "II"]),
    ],
)
def test_a_section_is_moved_and_the_others_close_up(cast, stored, position, order):
    workflow.move_criterion(
        stored.criteria.get(code="III"), position=position, by=cast.staff, at=NOW
    )

    assert codes(stored) == list(zip(order, [1, 2, 3], strict=True))
    assert codes(stored, "I") == [("I.1", 1), ("I.2", 2)]


def test_a_criterion_is_moved_within_its_section_only(cast, stored):
    workflow.move_criterion(stored.criteria.get(code="I.2"), position=1, by=cast.staff, at=NOW)

    assert codes(stored, "I") == [("I.2", 1), ("I.1", 2)]
    assert codes(stored) == [("I", 1), ("II", 2), ("III", 3)]


def test_a_criterion_is_removed_with_its_parts_and_the_others_close_up(cast, stored):
    workflow.remove_criterion(stored.criteria.get(code="I"), by=cast.staff, at=NOW)

    assert codes(stored) == [("II", 1), ("III", 2)]
    assert set(stored.criteria.values_list("code", flat=True)) == {"II", "II.1", "III"}


def test_the_database_keeps_evidence_of_who_and_why(cast, stored):
    criterion = stored.criteria.get(code="III")
    workflow.change_criterion(criterion, **{**NINE, "code": "III"}, by=cast.staff, at=NOW)
    workflow.remove_criterion(criterion, by=cast.administrator, at=NOW, why="nhập nhầm")

    events = Criterion.events.rel.related_model.objects.filter(pgh_obj_id=criterion.pk)
    kept = [(e.pgh_label, str(e.maximum), e.pgh_context) for e in events.order_by("pgh_id")]
    assert kept == [
        ("insert", "9.50", None),
        ("update", "9.50", {"by": cast.staff.pk, "why": ""}),
        ("delete", "9.50", {"by": cast.administrator.pk, "why": "nhập nhầm"}),
    ]
