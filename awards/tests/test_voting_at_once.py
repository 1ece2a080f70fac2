"""Votes that are cast at the same moment: each counts once."""

import pytest

from awards.electorate import turnout
from awards.models import BallotPaper
from awards.results import result_of
from blocs.tests import make as blocs
from blocs.tests.together import at_once, kinds_of

from . import make


@pytest.mark.django_db(transaction=True)
def test_two_of_one_member_who_press_at_once_cast_one_vote(cast):
    second = blocs.user("second")
    blocs.representative(second, cast.organisations.front)
    ballot = make.opened(cast)
    answers = at_once(
        lambda: make.vote(cast, ballot, "front", ["front"]),
        lambda: make.vote(cast, ballot, "front", ["youth"], by=second),
        lambda: make.vote(cast, ballot, "front", ["farmers"]),
    )
    assert kinds_of(answers) == ["NoneType", "Refused", "Refused"]
    assert (BallotPaper.objects.count(), turnout(ballot).voted) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_all_members_who_press_at_once_cast_one_vote_each(cast):
    ballot = make.opened(cast)
    answers = at_once(
        *(lambda name=name: make.vote(cast, ballot, name, ["farmers"]) for name in make.SIGNERS)
    )
    assert kinds_of(answers) == ["NoneType"] * 4
    assert result_of(make.closed(cast, ballot)).count.lines[1].agree == 4
