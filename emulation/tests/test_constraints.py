"""Every constraint that the database holds has a test that breaks it, in whatever room it lives."""

import ast

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from blocs.tests.constraints import names_in_the_database
from files.models import StoredFile
from scoring.tests import make as criteria

from .test_house import ORDER

# Named by Django after their column, and broken here.
COLUMNS = {"files_storedfile_key_key", "scoring_criteriaset_emulation_year_id_key"}


def named_in_tests(room):
    """Every text in the tests of a room: the name of a constraint stands where it is broken."""
    found = set()
    for path in (settings.BASE_DIR / room / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("room", ORDER)
def test_every_constraint_is_broken_by_a_test(room):
    assert names_in_the_database(room) - COLUMNS - named_in_tests(room) == set()


@pytest.mark.django_db
def test_there_are_constraints_to_be_found():
    found = {room: len(names_in_the_database(room)) for room in ORDER}
    assert all(found[room] > 3 for room in ("accounts", "files", "blocs", "scoring")), found


def test_a_stored_file_has_a_key_of_its_own(cast):
    fields = {"name": "a.pdf", "kind": "pdf", "size": 1, "sha256": "0" * 64, "key": "1" * 64}
    fields |= {"uploaded_by": cast.staff, "uploaded_at": cast.staff.created_at}
    StoredFile.objects.create(**fields)
    with pytest.raises(IntegrityError, match="files_storedfile_key_key"), transaction.atomic():
        StoredFile.objects.create(**fields)


def test_a_year_has_one_criteria_set(cast):
    criteria.criteria_set(cast.year)
    with (
        pytest.raises(IntegrityError, match="year_has_one_current_criteria_set"),
        transaction.atomic(),
    ):
        criteria.amended(cast.year)
