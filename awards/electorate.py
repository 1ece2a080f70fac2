"""Who has a vote: the members of the day, or their delegates; fixed when a ballot is opened."""

from collections import defaultdict
from dataclasses import dataclass

from blocs.models import OrganisationSuccession, Post, PostKind
from blocs.reach import reach_of
from blocs.succession import with_predecessors

from .models import Electorate

# With so few voters the totals themselves may tell how somebody voted.
FEW = 5


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be given a vote; `key` names it on a form."""

    seat: object
    person: object = None

    @property
    def key(self):
        return f"{self.seat.pk}-{self.person.pk}" if self.person else str(self.seat.pk)

    def __str__(self):
        return f"{self.seat}: {self.person.full_name}" if self.person else str(self.seat)


def members_on(year, day):
    """The seats of a year that the organisation has not left by the day, in protocol order."""
    seats = year.seats.select_related("organisation").order_by("position", "pk")
    return [seat for seat in seats if not seat.has_left_by(day)]


def candidates(ballot, day):
    """Everybody who may be given a vote on the day: two queries more for delegates."""
    seats = members_on(ballot.emulation_year, day)
    if ballot.electorate == Electorate.ORGANISATIONS:
        return [Candidate(seat) for seat in seats]
    signers = _signers(day)
    return [Candidate(seat, person) for seat in seats for person in signers[seat.organisation_id]]


def voters_of(ballot):
    """Every voter of a ballot with member and person, in protocol order: one query."""
    voters = ballot.voters.select_related("seat__organisation", "person")
    return list(voters.order_by("seat__position", "person__sort_key", "pk"))


def own_among(voters, user):
    """The votes that the person may cast: of the members for which they sign today."""
    signed_for = reach_of(user).signed_for
    return [
        voter
        for voter in voters
        if voter.seat.organisation_id in signed_for and voter.person_id in (None, user.pk)
    ]


@dataclass(frozen=True)
class Turnout:
    """How many may vote and how many have; in the system and on paper. Numbers only, no names."""

    eligible: int
    on_paper: int
    voted: int

    @property
    def online(self):
        return self.eligible - self.on_paper

    @property
    def everybody_voted(self):
        """Nobody is left who votes in the system."""
        return self.voted == self.online

    @property
    def is_few(self):
        return 0 < self.eligible < FEW

    @property
    def is_lone(self):
        """One voter alone votes in the system, or alone on paper: both parts are counted apart."""
        return bool(self.on_paper and self.online) and 1 in (self.on_paper, self.online)


def turnout(ballot):
    """Return the ballot's `Turnout`: one query."""
    return turnout_among(ballot.voters.all())


def turnout_among(voters):
    voters = list(voters)
    return Turnout(
        len(voters),
        sum(voter.on_paper for voter in voters),
        sum(voter.has_voted for voter in voters),
    )


def is_over(ballot, at, turnout):
    """Whether nobody votes in the system any more: the time is up, or everybody has voted."""
    return ballot.is_open and (at >= ballot.closes_at or turnout.everybody_voted)


def _signers(day):
    """{organisation: the people who sign for it that day}, successors for predecessors included."""
    posts = Post.objects.in_force_on(day).filter(kind=PostKind.REPRESENTATIVE, may_sign=True)
    rows = OrganisationSuccession.objects.filter(successor__isnull=False, on__lte=day)
    rows = list(rows.exclude(kind="split").values_list("predecessor", "successor"))
    found = defaultdict(list)
    for post in posts.select_related("user").order_by("user__sort_key", "user_id"):
        for organisation in with_predecessors({post.organisation_id}, rows):
            if post.user not in found[organisation]:
                found[organisation].append(post.user)
    return found
