"""What the database holds of a ballot, broken behind the verbs' back."""

import pytest
from django.db import IntegrityError, transaction

from awards import workflow
from awards.models import Ballot, BallotPaper, BallotStep, Nominee, PaperCountLine, Voter
from blocs.tests import make as blocs
from blocs.tests.constraints import add, change, check_now

from . import make


@pytest.fixture
def broken():
    """Expect the database to refuse a change by the name of a sentence."""

    def by(name, do):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            _and_check(do)

    return by


def _and_check(do):
    do()
    check_now()


def gone(rows):
    """Delete past Django's own protection of what other rows point to."""
    return lambda: rows._raw_delete("default")


@pytest.fixture
def ballot(cast):
    """Open; the front has voted in the system, the union votes on paper."""
    ballot = make.opened(cast, on_paper=("union",))
    make.vote(cast, ballot, "front", ["front"], ["youth"])
    return ballot


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"state": "x"}, "ballot_state_is_known"),
        ({"threshold": "x"}, "ballot_threshold_is_known"),
        ({"electorate": "x"}, "ballot_electorate_is_known"),
        ({"quota": 0}, "ballot_chooses_somebody"),
        ({"title": ""}, "ballot_says_what_and_by_which_rule"),
        ({"basis": ""}, "ballot_says_what_and_by_which_rule"),
        ({"state": "open"}, "ballot_has_an_end_once_open"),
        ({"closes_at": make.now()}, "ballot_has_an_end_once_open"),
        ({"state": "closed", "closes_at": make.now()}, "ballot_keeps_its_course"),
        ({"state": "open", "closes_at": make.now()}, "open_ballot_has_nominees_and_voters"),
    ],
)
def test_a_ballot_being_prepared(cast, broken, values, name):
    prepared = make.prepared(cast)
    broken(name, lambda: change(prepared, values))


def test_a_ballot_begins_prepared_and_is_never_deleted(cast, broken, ballot):
    broken("ballot_begins_prepared", lambda: add(ballot, {}))
    broken("ballot_is_never_deleted", gone(Ballot.objects.filter(pk=ballot.pk)))
    prepared = make.prepared(cast)
    broken("ballot_is_never_deleted", gone(Ballot.objects.filter(pk=prepared.pk)))


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Khác"},
        {"threshold": "ninety"},
        {"quota": 2},
        {"self_vote": False},
        {"state": "prepared", "closes_at": None},
    ],
)
def test_the_rules_of_an_open_ballot_stand(broken, ballot, values):
    broken("open_ballot_stands", lambda: change(ballot, values))


def test_nothing_of_a_finished_ballot_changes(cast, broken, ballot):
    make.over(cast, ballot)
    count = make.paper_count(ballot, (1, 0, 0), (0, 1, 0), (0, 0, 1))
    for person in (cast.member, cast.deputy):
        workflow.enter_count(ballot, count=count, by=person, at=make.now())
    row = ballot.counts.first()
    make.closed(cast, ballot)
    broken("finished_ballot_stands", lambda: change(ballot, {"closes_at": make.now()}))
    broken("finished_ballot_stands", lambda: change(ballot, {"state": "open"}))
    broken("ballot_papers_change_only_while_open", gone(ballot.papers.all()))
    broken(
        "ballot_papers_change_only_while_open", lambda: BallotPaper.objects.create(ballot=ballot)
    )
    broken("nominees_are_fixed_once_open", gone(ballot.nominees.all()))
    broken("electorate_is_fixed_once_open", lambda: ballot.voters.update(has_voted=True))
    broken("ballots_are_counted_before_the_close", lambda: change(row, {"valid": 1}))
    broken("ballots_are_counted_before_the_close", gone(row.lines.all()))


def test_nominees_are_fixed_once_open_and_of_the_year(cast, broken, ballot):
    union = cast.seats["union"]
    broken(
        "nominees_are_fixed_once_open",
        lambda: Nominee.objects.create(ballot=ballot, seat=union),
    )
    broken("nominees_are_fixed_once_open", gone(ballot.nominees.all()))
    broken("nominees_are_fixed_once_open", lambda: ballot.nominees.update(rank=1))
    prepared, old = make.prepared(cast), cast.last_year.seats.first()
    broken("seat_is_of_the_ballots_year", lambda: Nominee.objects.create(ballot=prepared, seat=old))
    front = cast.seats["front"]
    broken(
        "member_is_nominated_once_in_a_ballot",
        lambda: Nominee.objects.create(ballot=prepared, seat=front),
    )


def test_the_electorate_is_fixed_at_the_opening(cast, broken, ballot):
    joined = blocs.seat(cast.year, cast.organisations.women)
    broken(
        "electorate_is_fixed_once_open", lambda: Voter.objects.create(ballot=ballot, seat=joined)
    )
    broken("electorate_is_fixed_once_open", gone(ballot.voters.all()))
    broken("electorate_is_fixed_once_open", lambda: ballot.voters.update(on_paper=True))
    broken("electorate_is_fixed_once_open", lambda: ballot.voters.update(has_voted=False))
    prepared, front = make.prepared(cast), cast.seats["front"]
    broken(
        "electorate_is_fixed_once_open",
        lambda: Voter.objects.create(ballot=prepared, seat=front, has_voted=True),
    )
    Voter.objects.create(ballot=prepared, seat=front)
    broken(
        "voter_has_one_vote_in_a_ballot",
        lambda: Voter.objects.create(ballot=prepared, seat=front),
    )
    broken(
        "voter_is_of_the_ballots_electorate",
        lambda: Voter.objects.create(ballot=prepared, seat=front, person=cast.chair),
    )
    broken(
        "proxy_votes_on_paper",
        lambda: Voter.objects.create(ballot=prepared, seat=cast.seats["youth"], proxy="x"),
    )
    broken("paper_voter_does_not_vote_in_the_system", lambda: ballot.voters.update(has_voted=True))


def test_a_round_is_followed_by_one_second_round(cast, broken, ballot):
    second, third = make.prepared(cast), make.prepared(cast)
    change(second, {"first_round": ballot})
    broken("awards_ballot_first_round_id_key", lambda: change(third, {"first_round": ballot}))


def test_there_are_as_many_papers_as_voters_who_have_voted(broken, ballot):
    extra = {"ballot": ballot, "agreed": [], "refused": []}
    broken("ballots_are_as_many_as_voters", lambda: BallotPaper.objects.create(**extra))
    broken("ballots_are_as_many_as_voters", gone(ballot.papers.all()))
    more = ballot.voters.filter(on_paper=False)
    broken("ballots_are_as_many_as_voters", lambda: more.update(has_voted=True))


def test_a_paper_is_marked_rightly_and_never_changed(cast, broken, ballot):
    a, b, _c = ballot.nominees.values_list("pk", flat=True)
    other = make.prepared(cast).nominees.first().pk

    def paper(agreed, refused=()):
        return lambda: BallotPaper.objects.create(
            ballot=ballot, agreed=list(agreed), refused=list(refused)
        )

    broken("ballot_paper_chooses_no_more_than_allowed", paper([a, b]))
    broken("ballot_paper_marks_each_nominee_once", paper([a], [a]))
    broken("ballot_paper_marks_each_nominee_once", paper([], [b, b]))
    broken("ballot_paper_marks_each_nominee_once", paper([other]))
    broken("ballot_paper_is_never_changed", lambda: ballot.papers.update(agreed=[b]))


def test_steps_are_only_added_and_say_why(broken, ballot):
    step = ballot.steps.get()
    for values, name in (
        ({"kind": "x", "why": "x"}, "ballot_step_is_known"),
        ({"kind": "cancelled"}, "ballot_leaves_its_course_for_a_reason"),
    ):
        act = blocs.act(ballot.emulation_year, by=step.act.by, at=make.now())
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            BallotStep.objects.create(ballot=ballot, act=act, **values)
    broken("awards_ballotstep_act_id_key", lambda: BallotStep.objects.create(
        ballot=ballot, kind="closed", act=step.act))  # fmt: skip
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        change(step, {"kind": "closed"})


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"issued": 0}, "no_more_ballots_are_taken_in_than_given_out"),
        ({"invalid": 1}, "valid_and_invalid_are_those_taken_in"),
    ],
)
def test_the_sums_of_a_count_fit(cast, broken, ballot, values, name):
    make.over(cast, ballot)
    count = make.paper_count(ballot, (1, 0, 0), (0, 1, 0), (0, 0, 1))
    row = workflow.enter_count(ballot, count=count, by=cast.member, at=make.now())
    broken(name, lambda: change(row, values))
    broken("person_counts_a_ballot_once", lambda: add(row, {}))
    line = row.lines.first()
    broken("count_line_adds_up_to_the_valid_ballots", lambda: change(line, {"agree": 2}))
    broken("nominee_has_one_line_in_a_count", lambda: add(line, {}))
    other = make.prepared(cast).nominees.first()
    broken("count_line_is_of_a_nominee_of_the_ballot", lambda: change(line, {"nominee": other}))
    assert PaperCountLine.objects.count() == 3
    assert Ballot.objects.filter(state="open").exists()
