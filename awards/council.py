"""How many votes of the council an award needs, in whole numbers, of all its members.

Absent members give a written opinion; silence is no agreement (docs/field.md §1.6).
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from django.utils.translation import gettext as _

from vietnamese.numbers import show_decimal

from .answers import FigureAnswer
from .models import AwardType, Recipient, ShareKey

# What is proposed to the State, and the titles of persons whose order the law fixes.
OF_STATE = "state"
BY_LAW = ("state", "province")


def share_of(kind):
    """Return the ShareKey that says how many votes an award of this kind needs."""
    if kind.type == AwardType.TITLE and kind.recipient == Recipient.PERSON and kind.level in BY_LAW:
        return ShareKey.COUNCIL_VOTE_TITLE
    if kind.level == OF_STATE:
        return ShareKey.COUNCIL_VOTE_FLAG
    return ShareKey.COUNCIL_VOTE_OTHER


def votes_needed(percent, members, *, exceeded=False):
    """Return the smallest number of agreeing votes: 80 % of 9 is 8; more than 50 % of 8 is 5."""
    exact = Fraction(percent) * members / 100
    return floor(exact) + 1 if exceeded else ceil(exact)


@dataclass(frozen=True)
class Needed:
    """`votes` needed of `members`, None where no share is recorded; `share` says why."""

    votes: int | None
    members: int
    share: FigureAnswer

    @property
    def sentence(self):
        if self.votes is None:
            return self.share.sentence
        words = {
            "percent": show_decimal(self.share.figure),
            "members": self.members,
            "votes": self.votes,
        }
        if self.is_exceeded:
            return _("More than %(percent)s %% of %(members)s members: %(votes)s votes.") % words
        return _("%(percent)s %% of %(members)s members: %(votes)s votes.") % words

    @property
    def is_exceeded(self):
        return bool(self.share.row) and self.share.row.key == ShareKey.COUNCIL_VOTE_OTHER


def needed_on(law, kind, day, members):
    """Return how many votes of a council of so many members a kind needs on a day, and why."""
    key = share_of(kind)
    share = law.share_on(key, day)
    if not share.is_known:
        return Needed(None, members, share)
    exceeded = key == ShareKey.COUNCIL_VOTE_OTHER
    return Needed(votes_needed(share.figure, members, exceeded=exceeded), members, share)
