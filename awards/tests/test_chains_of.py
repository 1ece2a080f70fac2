"""Years with a result or an award: renamed and merged organisations bring theirs along."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.chains import chain
from awards.chains_of import years_with
from awards.models import YearlyResult
from blocs.models import OrganisationSuccession
from blocs.tests import make as blocs

from . import make

pytestmark = pytest.mark.usefixtures("law")


def rated(organisation, *years, rating="excellent"):
    for year in years:
        YearlyResult.objects.create(
            organisation=organisation, year=year, rating=rating, document="Số 1/TB"
        )


def became(old, new, kind, on):
    OrganisationSuccession.objects.create(predecessor=old, successor=new, kind=kind, on=on)


@pytest.fixture
def house(cast):
    """The union of today was renamed in 2024; the farmers were merged into it in 2025."""
    today = cast.organisations.union
    before = blocs.organisation("Công đoàn tỉnh", cast.province)
    became(before, today, "renamed", dt.date(2024, 7, 1))
    became(cast.organisations.farmers, today, "merged", dt.date(2025, 7, 1))
    became(cast.organisations.youth, today, "split", dt.date(2025, 7, 1))
    return today, before


def test_results_of_predecessors_count_and_say_whose_they_were(cast, house):
    today, before = house
    rated(today, 2025)
    rated(before, 2022, 2024)
    rated(cast.organisations.farmers, 2023, 2025)
    rated(cast.organisations.youth, 2021)
    rated(today, 2020, rating="good")

    held = years_with(today, {"excellent"}, 2025)

    assert held.years == {2022, 2023, 2024, 2025}
    assert held.inherited == {2022: "Công đoàn tỉnh", 2023: "Hội Nông dân", 2024: "Công đoàn tỉnh"}
    assert held.merged == {2023}
    assert chain(held, until=2025) == 4
    assert 2024 in held


def test_nothing_after_the_year_asked_for_counts_nor_a_succession_to_come(cast, house):
    today, _before = house
    rated(cast.organisations.farmers, 2023)
    rated(today, 2026)
    assert years_with(today, {"excellent"}, 2024).years == frozenset()


def test_awards_count_while_they_stand_and_only_those_of_the_collective(cast, house):
    today, before = house
    decision = make.decision(cast.province)
    make.award(decision, before, year=2023)
    make.award(decision, today, year=2024)
    make.award(decision, today, year=2025, revoked_on=cast.today, revoke_document="9/QĐ-UBND",
               revoke_reason="Báo cáo sai")  # fmt: skip
    make.award(decision, today, code="BK_TINH_CN", year=2022, person_name="Trần Thị Hoà")

    with CaptureQueriesContext(connection) as queries:
        held = years_with(today, ["CO_TINH", "BK_TINH_CN"], 2026)

    assert held.years == {2023, 2024}
    assert held.inherited == {2023: "Công đoàn tỉnh"}
    assert len(queries) == 3
