"""Somebody with a full copy of the database and the voters in their true order links no ballot.

An attack is a way of guessing which paper is whose. By chance one guess in each ballot is right,
however many vote, so over many ballots a good attack shows. What lies in between two votes is
another matter: who copies the database then sees which paper came, as the page of a ballot says.
"""

import ast
import random

import pytest
from django.apps import apps
from django.conf import settings
from django.db import Error, connection, transaction

from awards.electorate import turnout
from awards.models import BallotPaper
from blocs.tests.together import at_once

from . import make
from .dumping import changed, dump

VOTERS = tuple(make.SIGNERS)
TRIALS = 40
# One right guess a ballot by chance: 40, give or take 6.3; five times that is luck once in a
# million. An attack that works at all is right 160 times.
LUCK = TRIALS + 5 * 6.4


def _by(column):
    return lambda papers, _voters: sorted(papers, key=lambda paper: str(paper[column]))


ATTACKS = {
    "place in the table": lambda papers, _voters: papers,
    "place, backwards": lambda papers, _voters: papers[::-1],
    "transaction": _by("xmin"),
    "deleting transaction": _by("xmax"),
    "key": _by("key"),
}


@pytest.fixture
def open_ballot(cast):
    """A ballot on every member, so that each voter can cast a paper that tells it apart."""
    return lambda number: make.opened(cast, nominees=VOTERS, title=f"Lần {number}")


def own_rows(copy, table, ballot):
    return [row for row in copy[table] if row["ballot_id"] == ballot.pk]


def vacuum(full=False):
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM {'FULL' if full else ''} awards_ballotpaper, awards_voter")
        cursor.execute("ANALYZE awards_ballotpaper, awards_voter")


def crash(cast, ballot, name):
    """A vote whose server goes down before the end: the connection is cut in the middle."""

    def cut():
        with transaction.atomic():
            make.vote(cast, ballot, name, ["front"])
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    def crashed():
        with pytest.raises(Error):
            cut()

    at_once(crashed)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("between", ["nothing", "vacuum", "full vacuum", "rolled back"])
def test_no_attack_on_a_copy_does_better_than_chance(cast, open_ballot, between):
    dice, right = random.Random(14), dict.fromkeys(ATTACKS, 0)
    for number in range(TRIALS):
        ballot = open_ballot(number)
        order = dice.sample(VOTERS, len(VOTERS))
        for name in order:
            if between == "rolled back":
                with transaction.atomic():
                    make.vote(cast, ballot, name, [dice.choice(VOTERS)])
                    transaction.set_rollback(True)
            make.vote(cast, ballot, name, [name])
            if "vacuum" in between and number % 4 == 0:
                vacuum(full="full" in between)
        copy = dump()
        own = {n.pk: name for n in ballot.nominees.all() for name in VOTERS
               if cast.seats[name].pk == n.seat_id}  # fmt: skip
        papers = own_rows(copy, "awards_ballotpaper", ballot)
        voters = own_rows(copy, "awards_voter", ballot)
        for attack, guess in ATTACKS.items():
            guessed = [own[paper["agreed"][0]] for paper in guess(papers, voters)]
            right[attack] += sum(a == b for a, b in zip(guessed, order, strict=True))
        _one_stamp(papers)
        _one_stamp(voters)
    assert (
        {attack: hits for attack, hits in right.items() if hits > LUCK}
        == {
            # All papers bear one stamp: sorted by it they lie as they lie.
        }
    )


def _one_stamp(rows):
    assert len({row["xmin"] for row in rows}) == 1
    assert len({row["xmax"] for row in rows}) == 1


@pytest.mark.django_db(transaction=True)
def test_the_voters_lie_as_they_lay_whoever_voted_last(cast, open_ballot):
    """Their order in the table is that of the electorate: nobody moves to the end by voting."""
    for number, order in enumerate((VOTERS, VOTERS[::-1], VOTERS[1:] + VOTERS[:1])):
        ballot = open_ballot(number)
        places = []
        for name in order:
            make.vote(cast, ballot, name, [name])
            rows = own_rows(dump(), "awards_voter", ballot)
            places.append([row["seat_id"] for row in rows])
            _one_stamp(rows)
        assert places == [[cast.seats[name].pk for name in VOTERS]] * len(VOTERS)


@pytest.mark.django_db(transaction=True)
def test_a_vote_writes_the_papers_and_the_voters_and_nothing_else(cast, open_ballot):
    ballot = open_ballot(1)
    before = dump()
    for name in VOTERS:
        make.vote(cast, ballot, name, [name])
        after = dump()
        assert changed(before, after) == {"awards_ballotpaper", "awards_voter"}
        before = after


@pytest.mark.django_db(transaction=True)
def test_a_row_of_a_paper_knows_no_voter_no_moment_and_no_number(cast, open_ballot):
    ballot = open_ballot(1)
    make.vote(cast, ballot, "front", ["front"])
    columns = set(dump()["awards_ballotpaper"][0]) - {"ctid", "xmin", "xmax"}
    assert columns == {"key", "ballot_id", "agreed", "refused"}
    keys = set(BallotPaper.objects.values_list("key", flat=True))
    assert all(key.version == 4 for key in keys)
    make.vote(cast, ballot, "union", ["front"])
    assert not keys & set(BallotPaper.objects.values_list("key", flat=True))


@pytest.mark.django_db(transaction=True)
def test_a_crash_leaves_both_or_neither(cast, open_ballot):
    ballot = open_ballot(1)
    make.vote(cast, ballot, "front", ["front"])
    crash(cast, ballot, "union")
    assert (turnout(ballot).voted, ballot.papers.count()) == (1, 1)
    make.vote(cast, ballot, "union", ["union"])
    assert (turnout(ballot).voted, ballot.papers.count()) == (2, 2)
    copy = dump()
    _one_stamp(own_rows(copy, "awards_ballotpaper", ballot))
    _one_stamp(own_rows(copy, "awards_voter", ballot))


def test_voters_and_papers_leave_no_evidence():
    tracked = {getattr(model, "pgh_tracked_model", None) for model in apps.get_models()}
    assert not {model for model in tracked if model and model.__name__ in ("Voter", "BallotPaper")}


def test_the_papers_are_opened_in_one_place_only():
    """Whoever reads a paper passes `awards.sealing`, which refuses before the close."""
    named = set()
    for path in settings.BASE_DIR.glob("*/**/*.py"):
        if not {"tests", "migrations", ".venv", "node_modules"} & set(path.parts):
            tree = ast.parse(path.read_text("utf-8"))
            names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            papers = {
                node.attr
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute)
                and node.attr == "papers"
                and getattr(node.value, "id", "") == "ballot"
            }
            if "BallotPaper" in names or papers:
                named.add(str(path.relative_to(settings.BASE_DIR)))
    assert named == {"awards/sealing.py"}
