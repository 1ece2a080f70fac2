"""What every verb refuses: a closed year, and what was removed meanwhile."""

from decimal import Decimal

import pytest
from django.utils import translation

from accounts.refusal import Refused
from scoring import workflow
from scoring.models import CriteriaSet, Criterion
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


@pytest.fixture
def closed(cast):
    """Last year with its criteria, closed."""
    made = make.small_set(cast.last_year)
    cast.last_year.state, cast.last_year.closed_at = "closed", "2026-01-01T00:00:00Z"
    cast.last_year.save()
    return made


CHANGES = {
    "change_set": lambda made, each, by: workflow.change_set(
        made, title="Khác", note="", is_sample=True, by=by, at=NOW
    ),
    "remove_set": lambda made, each, by: workflow.remove_set(made, by=by, at=NOW),
    "add": lambda made, each, by: workflow.add_criterion(made, **NINE, by=by, at=NOW),
    "add_below": lambda made, each, by: workflow.add_criterion(
        made, parent=each, **NINE, by=by, at=NOW
    ),
    "change": lambda made, each, by: workflow.change_criterion(each, **NINE, by=by, at=NOW),
    "move": lambda made, each, by: workflow.move_criterion(each, position=1, by=by, at=NOW),
    "remove": lambda made, each, by: workflow.remove_criterion(each, by=by, at=NOW),
}
OF_ONE = {name: CHANGES[name] for name in ("add_below", "change", "move", "remove")}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_changes_in_a_closed_year(cast, closed, change):
    before = make.outline(closed)
    with pytest.raises(Refused, match="is closed"):
        change(closed, closed.criteria.get(code="I.2"), cast.staff)

    closed.refresh_from_db()
    assert (make.outline(closed), closed.title) == (before, "Tiêu chí chấm điểm")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_removed_meanwhile_is_not_changed(cast, stored, change):
    criterion = stored.criteria.get(code="I.2")
    CriteriaSet.objects.get(pk=stored.pk).delete()
    with pytest.raises(Refused, match="have been removed meanwhile"):
        change(stored, criterion, cast.staff)


@pytest.mark.parametrize("change", OF_ONE.values(), ids=OF_ONE)
def test_a_criterion_that_was_removed_meanwhile_is_not_changed(cast, stored, change):
    criterion = stored.criteria.get(code="I.2")
    Criterion.objects.get(pk=criterion.pk).delete()
    with pytest.raises(Refused, match="has been removed meanwhile"):
        change(stored, criterion, cast.staff)
