"""Ballots on paper: two persons count, the sums fit, and both parts of a ballot add up."""

import pytest

from accounts.refusal import Refused
from awards import workflow
from awards.models import PaperCount
from awards.results import result_of

from . import make


def enter(cast, ballot, by, *lines, **more):
    count = make.paper_count(ballot, *lines, **more)
    return workflow.enter_count(ballot, count=count, by=by, at=make.now())


def on_paper(cast, **more):
    return make.opened(cast, on_paper=tuple(make.SIGNERS), **more)


def test_a_ballot_all_on_paper_is_closed_by_two_equal_counts(cast):
    ballot = on_paper(cast)
    lines = (3, 0, 0), (0, 2, 1), (0, 0, 3)
    enter(cast, ballot, cast.member, *lines, invalid=1)
    with pytest.raises(Refused, match="two persons enter the count"):
        make.closed(cast, ballot)
    enter(cast, ballot, cast.deputy, (3, 0, 0), (0, 3, 0), (0, 0, 3), invalid=1)
    with pytest.raises(Refused, match="two persons enter the count"):
        make.closed(cast, ballot)
    enter(cast, ballot, cast.deputy, *lines, invalid=1)  # counted again, and corrected
    result = result_of(make.closed(cast, ballot))
    count = result.count
    assert (count.issued, count.returned, count.valid, count.invalid) == (4, 4, 3, 1)
    assert [line.agree for line in count.lines] == [3, 0, 0]
    assert len(result.outcome.chosen) == 1
    assert PaperCount.objects.count() == 2


def test_a_third_count_that_differs_keeps_the_ballot_open(cast):
    ballot = on_paper(cast)
    lines = (4, 0, 0), (0, 0, 4), (0, 0, 4)
    enter(cast, ballot, cast.member, *lines)
    enter(cast, ballot, cast.deputy, *lines)
    enter(cast, ballot, cast.chair, (3, 1, 0), (0, 0, 4), (0, 0, 4))
    with pytest.raises(Refused, match="and agree"):
        make.closed(cast, ballot)


def test_a_mixed_ballot_adds_both_parts(cast):
    ballot = make.opened(cast, on_paper=("front", "union"), proxies={"union": "Giấy số 3/GUQ"})
    make.vote(cast, ballot, "farmers", ["farmers"])
    with pytest.raises(Refused, match="once voting is over"):
        enter(cast, ballot, cast.member, (0, 0, 2), (2, 0, 0), (0, 2, 0))
    make.vote(cast, ballot, "youth", ["youth"])  # everybody in the system has voted
    for person in (cast.member, cast.deputy):
        enter(cast, ballot, person, (0, 0, 2), (2, 0, 0), (0, 2, 0))
    with pytest.raises(Refused, match="not extended any more"):
        workflow.extend_ballot(
            ballot, until=ballot.closes_at + make.HOUR, why="x", by=cast.chair, at=make.now()
        )
    result = result_of(make.closed(cast, ballot))
    assert [(line.agree, line.disagree, line.silent) for line in result.count.lines] == [
        (0, 0, 4),
        (3, 0, 1),
        (1, 2, 1),
    ]
    assert (result.count.issued, result.count.returned) == (4, 4)


def test_who_votes_on_paper_does_not_vote_in_the_system(cast):
    ballot = make.opened(cast, on_paper=("front",))
    with pytest.raises(Refused, match="cast on paper"):
        make.vote(cast, ballot, "front", ["front"])


def test_sums_that_do_not_fit_are_refused_all_at_once(cast):
    ballot = on_paper(cast)
    with pytest.raises(Refused) as refusal:
        enter(cast, ballot, cast.member, (5, 0, 0), (0, 5, 1), (0, 0, 5))
    assert str(refusal.value) == (
        "5 ballots were given out, but only 4 may vote on paper. "
        "The line of Hội Nông dân adds up to 6, but 5 ballots are valid."
    )


def test_only_people_of_the_year_count(cast):
    ballot = on_paper(cast)
    lines = (4, 0, 0), (0, 0, 4), (0, 0, 4)
    for person in (cast.outsider, cast.nobody, cast.former_member, cast.observer):
        with pytest.raises(workflow.NotCounter):
            enter(cast, ballot, person, *lines)
    enter(cast, ballot, cast.staff, *lines)


def test_lines_of_another_ballot_are_refused(cast):
    ballot, other = on_paper(cast), on_paper(cast, title="Khác")
    count = make.paper_count(other, (4, 0, 0), (0, 0, 4), (0, 0, 4))
    with pytest.raises(Refused, match="not those of this ballot"):
        workflow.enter_count(ballot, count=count, by=cast.member, at=make.now())


def test_nothing_is_counted_without_ballots_on_paper(cast):
    ballot = make.opened(cast)
    with pytest.raises(Refused, match="Nobody votes on paper"):
        enter(cast, ballot, cast.member, (0, 0, 0), (0, 0, 0), (0, 0, 0))


def test_where_everybody_has_voted_before_the_time_voting_ended_with_the_close(cast):
    ballot, at = make.opened(cast), make.now()
    for name in make.SIGNERS:
        make.vote(cast, ballot, name, ["farmers"])
    closed = make.closed(cast, ballot, at=at)

    assert closed.closes_at == at < ballot.closes_at
