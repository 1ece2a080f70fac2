"""Plain records: kept as their forms checked them, with exactly the other names given."""

import pytest

from blocs import workflow
from blocs.models import Bloc, Organisation

from . import make


@pytest.fixture
def farmers(db):
    return make.organisation("Hội Nông dân")


def names(record):
    return sorted(record.aliases.values_list("alias", flat=True))


def test_a_new_record_is_stored_with_its_names_and_who_entered_it(db):
    by = make.user("nhan-vien")
    record = Organisation(name="Hội Nông dân", kind="association")

    workflow.keep(record, by=by, why="Bổ sung", aliases=["HND", "Hội ND"])

    assert names(record) == ["HND", "Hội ND"]
    [event] = record.events.all()
    assert (event.pgh_label, event.pgh_context["by"], event.pgh_context["why"]) == (
        "insert",
        by.pk,
        "Bổ sung",
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["HND", "Nông hội"], ["HND", "Nông hội"]),
        (["Nông hội"], ["Nông hội"]),
        ([], []),
        (None, ["HND"]),  # not given: left alone
        ([" HND ", "", "   "], ["HND"]),
        (["HND", "hnd", "HND"], ["HND"]),  # what search does not tell apart is one name
        (["hnd"], ["hnd"]),  # another spelling takes the place of the first
    ],
)
def test_exactly_the_names_given_are_kept(farmers, given, expected):
    workflow.keep(farmers, by=None, aliases=["HND"])
    workflow.keep(farmers, by=None, aliases=given)
    assert names(farmers) == expected


def test_a_name_that_stays_keeps_its_row(farmers):
    workflow.keep(farmers, by=None, aliases=["HND"])
    before = farmers.aliases.get().pk
    workflow.keep(farmers, by=None, aliases=["HND", "Nông hội"])
    assert farmers.aliases.get(alias="HND").pk == before


def test_a_bloc_has_other_names_too(db):
    bloc = workflow.keep(Bloc(name="Khối 1", slug="khoi-1"), by=None, aliases=["Khối Một"])
    assert names(bloc) == ["Khối Một"]
