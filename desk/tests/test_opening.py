"""Opening a year: what is proposed from the last one, and taking it over, all or nothing."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.refusal import Refused
from blocs.models import EmulationYear, OrganisationSuccession
from blocs.tests import make
from desk.opening import Proposal, open_with_criteria, proposal
from scoring.models import CriteriaSet, current_set
from scoring.tests import make as criteria

TODAY = dt.date(2026, 12, 20)
NOW = dt.datetime(2026, 12, 20, 5, tzinfo=dt.UTC)


@pytest.fixture
def bloc(db):
    return make.bloc("Khối 1", make.province("Thái Sơn"), slug="khoi-1")


@pytest.fixture
def last(bloc):
    """2026: C, A and B, in this protocol order."""
    year = make.year(bloc, 2026)
    for name in ("Hội C", "Hội A", "Hội B"):
        make.seat(year, make.organisation(name, bloc.province))
    return year


@pytest.fixture
def staff(bloc):
    person = make.user("nhan-vien", language="en")
    make.staff(person, bloc.province)
    return person


def names(organisations):
    return [organisation.name for organisation in organisations]


def members(year):
    return [(seat.position, seat.organisation.name) for seat in year.seats.all()]


def succeed(last, name, kind, *successors, on=TODAY):
    old = last.seats.get(organisation__name=name).organisation
    for successor in successors:
        OrganisationSuccession.objects.create(
            kind=kind, predecessor=old, successor=successor, on=on
        )


def test_the_first_year_is_the_calendar_year_and_empty(bloc):
    assert proposal(bloc, on=TODAY) == Proposal(bloc, 2026, [], None)


def test_the_next_year_takes_over_who_sits_in_their_order(bloc, last):
    proposed = proposal(bloc, on=TODAY)
    assert (proposed.year, proposed.criteria_from) == (2027, None)
    assert names(proposed.organisations) == ["Hội C", "Hội A", "Hội B"]


def test_who_left_is_not_proposed(bloc, last):
    last.seats.filter(organisation__name="Hội A").update(left_on=TODAY, reason="Sáp nhập")
    assert names(proposal(bloc, on=TODAY).organisations) == ["Hội C", "Hội B"]


def test_whoever_was_renamed_is_proposed_under_the_name_of_today(bloc, last):
    new = make.organisation("Hội A mới")
    succeed(last, "Hội A", "renamed", new)
    eve = TODAY - dt.timedelta(days=1)
    assert names(proposal(bloc, on=TODAY).organisations) == ["Hội C", "Hội A mới", "Hội B"]
    assert names(proposal(bloc, on=eve).organisations) == ["Hội C", "Hội A", "Hội B"]


def test_two_that_merged_are_proposed_once(bloc, last):
    new = make.organisation("Hội hợp nhất")
    succeed(last, "Hội C", "merged", new)
    succeed(last, "Hội B", "merged", new)
    assert names(proposal(bloc, on=TODAY).organisations) == ["Hội hợp nhất", "Hội A"]


def test_what_was_split_is_left_to_people(bloc, last):
    """Which part goes on in the bloc is not ours to say: the old one is shown."""
    succeed(last, "Hội A", "split", make.organisation("A1"), make.organisation("A2"))
    assert names(proposal(bloc, on=TODAY).organisations) == ["Hội C", "Hội A", "Hội B"]


def test_opening_copies_members_and_criteria(bloc, last, staff):
    criteria.small_set(last)
    proposed = proposal(bloc, on=TODAY)
    assert proposed.criteria_from == last

    year = open_with_criteria(
        bloc, proposed, year=2027, name="Khối 1", organisations=proposed.organisations,
        copy_criteria=True, by=staff, at=NOW,
    )  # fmt: skip

    assert members(year) == [(1, "Hội C"), (2, "Hội A"), (3, "Hội B")]
    assert criteria.outline(current_set(year)) == criteria.outline(current_set(last))
    assert current_set(year).copied_from == current_set(last)


def test_criteria_are_copied_only_if_wanted_and_there(bloc, last, staff):
    opening = {"name": "x", "organisations": [], "by": staff, "at": NOW}
    without = proposal(bloc, on=TODAY)
    open_with_criteria(bloc, without, year=2027, copy_criteria=True, **opening)
    criteria.small_set(last)
    unwanted = proposal(bloc, on=TODAY)
    open_with_criteria(bloc, unwanted, year=2028, copy_criteria=False, **opening)
    assert CriteriaSet.objects.count() == 1


def test_when_the_criteria_cannot_be_copied_no_year_is_opened(bloc, last, staff):
    criteria.small_set(last)
    proposed = proposal(bloc, on=TODAY)
    current_set(last).delete()  # by somebody else, after the page was read
    with pytest.raises(Refused, match="no criteria to copy"):
        open_with_criteria(
            bloc, proposed, year=2027, name="x", organisations=proposed.organisations,
            copy_criteria=True, by=staff, at=NOW,
        )  # fmt: skip
    assert list(EmulationYear.objects.all()) == [last]
    assert not CriteriaSet.objects.exists()


@pytest.fixture
def page(client, staff, last):
    client.force_login(staff)
    return reverse("desk:year_open", args=["khoi-1"])


def test_the_page_proposes_and_what_is_unticked_is_left_out(client, page, last):
    criteria.small_set(last)
    initial = client.get(page).context["form"].initial
    chosen = [pk for pk in initial["organisations"] if pk != initial["organisations"][1]]
    data = {"year": initial["year"], "name": "Khối thi đua số 1", "copy_criteria": "on"}

    # Sent in another order than the protocol's: a browser's order is nobody's decision.
    answer = client.post(page, {**data, "organisations": chosen[::-1]})

    year = EmulationYear.objects.get(year=2027)
    assert answer.url == year.get_absolute_url()
    assert (year.name, members(year)) == ("Khối thi đua số 1", [(1, "Hội C"), (2, "Hội B")])
    assert current_set(year).copied_from == current_set(last)


def test_a_year_that_is_open_already_is_refused_and_nothing_is_lost(client, page, last):
    make.year(last.bloc, 2027)
    answer = client.post(page, {"year": 2027, "name": "Tên gõ dở"})
    assert "already open" in answer.content.decode()
    assert "Tên gõ dở" in answer.content.decode()
    assert EmulationYear.objects.count() == 2


def test_only_members_that_were_proposed_are_taken_over(client, page, last):
    stranger = make.organisation("Hội lạ")
    answer = client.post(page, {"year": 2027, "name": "x", "organisations": [stranger.pk]})
    assert answer.context["form"].errors.keys() == {"organisations"}
    assert EmulationYear.objects.count() == 1
