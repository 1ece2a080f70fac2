"""The verbs of whole sets: begun, copied, adopted, removed; and what they refuse."""

import pytest
from django.utils import translation

from accounts.refusal import Refused
from scoring import workflow
from scoring.models import CriteriaSet, Criterion
from scoring.tests import make
from scoring.tests.scene import NOW
from scoring.tree import grow


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


def test_a_set_begins_empty(cast):
    made = workflow.start_set(cast.year, by=cast.staff, at=NOW)

    assert (made.emulation_year, made.is_sample, made.copied_from) == (cast.year, False, None)
    assert made.title == f"Tiêu chí chấm điểm thi đua năm {cast.year.year}"
    assert not made.criteria.exists()


@pytest.mark.parametrize(("key", "sections", "lines"), [("a", 5, 30), ("b", 5, 22)])
def test_a_copied_sample_is_whole_and_marked(cast, key, sections, lines):
    made = workflow.copy_sample(cast.year, sample=key, by=cast.staff, at=NOW)

    assert made.is_sample
    assert (made.criteria.filter(level=1).count(), made.criteria.count()) == (sections, lines)
    second = made.criteria.get(code="I.2")
    assert (second.parent.code, second.position, second.level) == ("I", 2, 2)
    assert set(made.criteria.filter(code__startswith="V").values_list("kind", flat=True)) == {
        "penalty"
    }


def test_a_year_is_copied_with_every_level_and_says_from_where(cast):
    origin = make.small_set(cast.last_year)
    CriteriaSet.objects.update(note="Hội nghị ngày 05/01/2025", title="Tiêu chí năm cũ")

    copy = workflow.copy_set(cast.last_year, cast.year, by=cast.staff, at=NOW)

    assert make.outline(copy) == make.outline(origin)
    assert [node.code for node in grow(copy.criteria.all())] == ["I", "II", "III"]
    assert (copy.copied_from, copy.note, copy.is_sample) == (origin, "", False)
    assert not set(copy.criteria.values_list("pk")) & set(origin.criteria.values_list("pk"))


def test_a_copy_of_a_sample_is_still_a_sample(cast):
    workflow.copy_sample(cast.last_year, sample="b", by=cast.staff, at=NOW)

    copy = workflow.copy_set(cast.last_year, cast.year, by=cast.staff, at=NOW)

    assert copy.is_sample
    assert copy.note == CriteriaSet.objects.get(emulation_year=cast.last_year).note


def test_a_closed_year_can_be_copied_from(cast, closed):
    copy = workflow.copy_set(cast.last_year, cast.year, by=cast.staff, at=NOW)

    assert make.outline(copy) == make.outline(closed)


def test_what_is_not_there_cannot_be_copied(cast):
    with pytest.raises(Refused, match="has no criteria to copy"):
        workflow.copy_set(cast.last_year, cast.year, by=cast.staff, at=NOW)

    assert not CriteriaSet.objects.exists()


BEGINNINGS = {
    "start": lambda year, other, by: workflow.start_set(year, by=by, at=NOW),
    "sample": lambda year, other, by: workflow.copy_sample(year, sample="a", by=by, at=NOW),
    "copy": lambda year, other, by: workflow.copy_set(other, year, by=by, at=NOW),
}


@pytest.mark.parametrize("begin", BEGINNINGS.values(), ids=BEGINNINGS)
def test_a_year_begins_once(cast, stored, begin):
    make.small_set(cast.last_year)
    with pytest.raises(Refused, match="already has criteria"):
        begin(cast.year, cast.last_year, cast.staff)

    assert CriteriaSet.objects.get(emulation_year=cast.year) == stored


@pytest.mark.parametrize("begin", BEGINNINGS.values(), ids=BEGINNINGS)
def test_nothing_begins_in_a_closed_year(cast, closed, stored, begin):
    CriteriaSet.objects.filter(pk=closed.pk).delete()
    with pytest.raises(Refused, match="is closed"):
        begin(cast.last_year, cast.year, cast.staff)

    assert list(CriteriaSet.objects.all()) == [stored]


def test_a_set_is_adopted(cast):
    made = workflow.copy_sample(cast.year, sample="b", by=cast.staff, at=NOW)

    changed = workflow.change_set(
        made, title="Tiêu chí", note="Biên bản số 02", is_sample=False, by=cast.staff, at=NOW
    )

    changed.refresh_from_db()
    assert (changed.title, changed.note, changed.is_sample) == ("Tiêu chí", "Biên bản số 02", False)


def test_a_set_is_removed_with_its_criteria(cast, stored):
    workflow.remove_set(stored, by=cast.staff, at=NOW)

    assert not CriteriaSet.objects.exists()
    assert not Criterion.objects.exists()


def test_a_set_that_was_copied_stays(cast):
    origin = make.small_set(cast.last_year)
    workflow.copy_set(cast.last_year, cast.year, by=cast.staff, at=NOW)

    with pytest.raises(Refused, match=f"criteria of {cast.year.year} were copied"):
        workflow.remove_set(origin, by=cast.staff, at=NOW)

    assert origin.criteria.count() == 8
