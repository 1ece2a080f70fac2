"""What may never be stored, each named by the sentence that the database says."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from scoring.models import CriteriaSet, Criterion
from scoring.tests import make


def refused(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.fixture
def stored(cast):
    return make.small_set(cast.year)


def check_now():
    """Deferred constraints speak at the end of a transaction; the test's own never ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_year_has_one_criteria_set(stored, cast):
    with refused("emulation_year"), transaction.atomic():
        make.criteria_set(cast.year)


def test_a_set_is_not_copied_from_itself(stored):
    with refused("criteria_set_is_not_copied_from_itself"), transaction.atomic():
        CriteriaSet.objects.filter(pk=stored.pk).update(copied_from=stored)


def test_a_code_is_unique_in_its_set_and_free_in_another(stored, cast):
    make.criterion(make.criteria_set(cast.last_year), "I")
    with refused("criterion_code_is_unique_in_its_set"), transaction.atomic():
        make.criterion(stored, "I", position=9)


@pytest.mark.parametrize("code", ["I", "I.1"])
def test_two_of_one_family_have_two_places(stored, code):
    """Sections too, whose parent is null."""
    first = stored.criteria.get(code=code)
    with refused("criterion_has_its_own_place"), transaction.atomic():
        make.criterion(stored, "X", parent=first.parent, position=first.position)
        check_now()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("criterion_kind_is_known", {"kind": "gift"}),
        ("criterion_has_a_code", {"code": ""}),
        ("criterion_maximum_is_above_zero", {"maximum": Decimal(0)}),
        ("criterion_maximum_is_above_zero", {"maximum": Decimal("-1")}),
        ("criterion_is_a_section_or_has_a_parent", {"level": 2}),
        ("criterion_is_a_section_or_has_a_parent", {"level": 0}),
    ],
)
def test_a_section_is_whole(stored, name, fields):
    section = stored.criteria.filter(code="III")
    with refused(name), transaction.atomic():
        section.update(**fields)


@pytest.mark.parametrize("level", [1, 4])
def test_a_child_is_on_the_second_or_third_level(stored, level):
    with refused("criterion_is_a_section_or_has_a_parent"), transaction.atomic():
        stored.criteria.filter(code="I.2.a").update(level=level)


def test_the_parent_is_of_the_same_set(stored, cast):
    foreign = make.criterion(make.criteria_set(cast.last_year), "I")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.1").update(parent=foreign, position=7)
        check_now()


def test_the_parent_is_of_the_same_kind(stored):
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.1").update(kind="bonus")
        check_now()


def test_the_parent_is_one_level_above(stored):
    first = stored.criteria.get(code="I")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.2.a").update(parent=first, position=7)
        check_now()


def test_a_criterion_is_never_its_own_parent_even_in_a_circle(stored):
    one, part = stored.criteria.get(code="I.2"), stored.criteria.get(code="I.2.a")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        Criterion.objects.filter(pk=one.pk).update(parent=part)
        check_now()


def test_a_kind_changes_for_a_section_and_all_below_it_together(stored):
    Criterion.objects.filter(criteria_set=stored, code__startswith="II.").update(kind="penalty")
    Criterion.objects.filter(criteria_set=stored, code="II").update(kind="penalty")
    check_now()

    assert set(stored.criteria.filter(code__startswith="II").values_list("kind", flat=True)) == {
        "penalty"
    }
