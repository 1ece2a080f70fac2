"""The invented bloc's way from the ballot to the registry, and the registry of its province."""

import datetime as dt
from functools import partial

import pytest

from awards.chains import chain
from awards.earlier import read_history
from awards.models import Award, Decision
from blocs.models import Bloc, Organisation
from emulation.demo.minh_hoa import SLUG
from emulation.demo.minh_hoa_loading import load_minh_hoa
from reports.models import Paper

from .once import once

AT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.timezone.utc)

pytestmark = pytest.mark.django_db

demonstration = once(partial(load_minh_hoa, at=AT))


@pytest.fixture
def bloc(demonstration):
    return Bloc.objects.get(slug=SLUG)


def test_last_year_went_from_the_ballots_to_the_registry(bloc):
    year = bloc.years.get(year=2025)
    found = {
        row.seat.organisation.label: (row.kind.code, row.state, row.agree, row.eligible)
        for row in year.nominations.select_related("seat__organisation", "kind")
    }

    assert found == {
        "LĐLĐ": ("CO_TINH", "decided", 6, 6),
        "HND": ("CO_TINH", "decided", 4, 6),
        "MTTQ": ("BK_TINH", "decided", None, None),
        "CCB": ("BK_TINH", "decided", None, None),
        "Tỉnh đoàn": ("BK_TINH", "not_passed", None, None),
    }
    kinds = sorted(paper.kind for paper in Paper.objects.filter(emulation_year=year))
    assert kinds == ["counting", "submission"]
    awards = Award.objects.filter(emulation_year=year)
    assert {(each.decision.number, each.handed_on) for each in awards} == {
        ("128/QĐ-UBND", dt.date(2026, 2, 6))
    }
    assert {each.nomination.state for each in awards} == {"decided"}


def test_everything_told_on_the_way_is_marked_as_invented(bloc):
    year = bloc.years.get(year=2025)
    told = [ballot.title for ballot in bloc.years.get(year=2026).ballots.all()]
    for ballot in year.ballots.all():
        told += [ballot.title, ballot.basis, ballot.consultation]
    for row in year.nominations.all():
        told += [row.summary, row.report.achievements, row.appraisal.conclusion]
        told += [each.reason for each in row.overrides.all()]
        told += [each.text for each in row.opinions.all()]
    told += [award.achievement for award in Award.objects.all()]

    assert len(told) > 25
    assert [text for text in told if "minh họa" not in text.lower()] == []
    assert Paper.objects.filter(emulation_year=year, is_sample=False).count() == 0


def test_a_ballot_of_this_year_is_prepared_and_waits_for_the_standing(bloc):
    [ballot] = bloc.years.get(year=2026).ballots.all()

    assert (ballot.state, ballot.nominees.count(), ballot.voters.count()) == ("prepared", 3, 0)


def test_its_registry_has_three_decisions_and_results_of_three_years(bloc):
    of_year, public, past = Decision.objects.order_by("-dated")

    assert (of_year.is_public, public.is_public, past.is_public) == (True, True, False)
    assert past.is_historical
    assert set(Decision.objects.values_list("province", flat=True)) == {bloc.province_id}
    assert (Award.objects.filter(recipient="person").count(), Award.objects.count()) == (3, 11)
    assert {award.money for award in past.awards.all()} == {None}
    assert public.awards.filter(kind__code="BK_TINH").first().money == 7_020_000
    front = Organisation.objects.get(short_name="MTTQ", province=bloc.province)
    assert chain(read_history([front.pk], 2025).years[front.pk], until=2025) == 3
