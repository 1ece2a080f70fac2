"""How many votes of the council are needed: whole numbers, of all members (field.md §1.6)."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest

from awards.council import needed_on, share_of, votes_needed
from awards.law import Law

DAY = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("members", "half", "eighty", "ninety"),
    [(5, 3, 4, 5), (6, 4, 5, 6), (7, 4, 6, 7), (8, 5, 7, 8), (9, 5, 8, 9), (10, 6, 8, 9),
     (12, 7, 10, 11), (14, 8, 12, 13), (15, 8, 12, 14), (20, 11, 16, 18)],
)  # fmt: skip
def test_votes_needed_of_all_members(members, half, eighty, ninety):
    assert votes_needed(Decimal(50), members, exceeded=True) == half
    assert votes_needed(Decimal(80), members) == eighty
    assert votes_needed(Decimal("90.00"), members) == ninety


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (("flag", "collective", "state"), "council_vote_flag"),
        (("certificate", "person", "state"), "council_vote_flag"),
        (("title", "person", "state"), "council_vote_title"),
        (("title", "person", "province"), "council_vote_title"),
        (("title", "person", "grassroots"), "council_vote_other"),
        (("title", "collective", "province"), "council_vote_other"),
        (("flag", "collective", "province"), "council_vote_other"),
    ],
)
def test_which_share_an_award_needs(kind, key):
    names = ("type", "recipient", "level")
    assert share_of(SimpleNamespace(**dict(zip(names, kind, strict=True)))) == key


def test_the_share_of_the_day_decides_and_a_default_says_so(law):
    law = Law()
    flag = next(kind for kind in law.kinds if kind.code == "CO_CP")
    own = next(kind for kind in law.kinds if kind.code == "CO_TINH")
    needed = needed_on(law, flag, DAY, 15)
    assert (needed.votes, needed.sentence) == (12, "80 % of 15 members: 12 votes.")
    assert needed_on(law, own, DAY, 15).sentence == "More than 50 % of 15 members: 8 votes."
    assert needed_on(law, own, DAY, 15).share.cautions == ("Default value, to be confirmed.",)
    before = needed_on(law, flag, dt.date(2024, 3, 1), 15)
    assert before.votes is None
    assert "Nothing is recorded" in before.sentence
