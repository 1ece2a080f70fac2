"""The sealed ballots: the only place where the papers are put in, taken out or read.

Nothing that the database keeps of its own may tell which paper came when (docs/field.md §4): it
stamps each row with its transaction and keeps rows in the order in which they came. So every vote
writes all rows of the ballot anew, papers under fresh random keys in random order, and every voter
with them. Whoever can copy the database between two votes sees which paper was added, and who
voted: the page of the ballot says so.
"""

import secrets

from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.utils.translation import gettext as _

from accounts.refusal import Refused

from .models import BallotPaper, Voter

_SHUFFLE = secrets.SystemRandom().shuffle


def put_in(voter, *, agreed, refused):
    """Mark the voter and add one paper; the caller holds the lock of the bloc.

    One transaction: both or neither. Marks are sorted, so that their order tells nothing.
    """
    ballot = voter.ballot
    papers = [(paper.agreed, paper.refused) for paper in ballot.papers.all()]
    papers.append((sorted(agreed), sorted(refused)))
    _SHUFFLE(papers)
    ballot.papers.all().delete()
    BallotPaper.objects.bulk_create(
        BallotPaper(ballot=ballot, agreed=yes, refused=no) for yes, no in papers
    )
    marked = ExpressionWrapper(Q(pk=voter.pk) | Q(has_voted=True), BooleanField())
    Voter.objects.filter(ballot=ballot).update(has_voted=marked, on_paper=F("on_paper"))


def destroy(ballot):
    """Take every paper out of a ballot that is being cancelled: nobody ever reads them."""
    ballot.papers.all().delete()


def take_out(ballot):
    """Return the marks of a closed ballot, in no order: pairs (agreed to, refused) of nominees.

    Raises Refused before the close, whoever asks.
    """
    if not ballot.is_closed:
        raise Refused(_("Nobody sees the result before the ballot is closed."))
    papers = [(set(paper.agreed), set(paper.refused)) for paper in ballot.papers.all()]
    _SHUFFLE(papers)
    return papers
