"""The pages of ballots: from preparing to the result, hostile text, and the same few queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from awards import workflow
from awards.electorate import turnout
from awards.models import Ballot
from blocs.tests import make as blocs

from . import make
from .dumping import changed, dump

HOSTILE = "<script>alert(1)</script>"


def url(cast, name, *args):
    return reverse(f"awards:{name}", args=[cast.bloc.slug, cast.year.year, *args])


@pytest.fixture
def signed_in(client):
    """Sign in a person who has a password, and speak English."""

    def sign_in(person):
        person.language = "en"
        person.set_password(blocs.PASSWORD)
        person.save()
        client.force_login(person)
        return client

    return sign_in


def text(response):
    return response.content.decode()


def marks(ballot, **by_name):
    """What the form posts: each nominee of the ballot with its mark; "silent" unless said."""
    return {f"n{n.pk}": by_name.get(str(n.pk), "silent") for n in ballot.nominees.all()}


def test_the_chair_prepares_and_opens_a_ballot(cast, signed_in):
    make.announced(cast)
    browser = signed_in(cast.chair)
    assert "No ballot in this year yet" in text(browser.get(url(cast, "ballot_list")))
    posted = {
        **make.rules(cast),
        "consulted_on": cast.today.strftime("%d/%m/%Y"),
        "nominees": [cast.seats["front"].pk, cast.seats["youth"].pk],
    }
    response = browser.post(url(cast, "ballot_create"), posted)
    ballot = Ballot.objects.get()
    assert response.url == url(cast, "ballot_detail", ballot.pk)
    changed_title = {**posted, "title": "Suy tôn Bằng khen"}
    browser.post(url(cast, "ballot_edit", ballot.pk), changed_title)
    page = text(browser.get(url(cast, "ballot_open", ballot.pk)))
    assert "at least 3/4" in page
    assert "So few vote that the totals alone may tell" in page
    assert "copying the database just before and just after it" in page
    until = cast.today + dt.timedelta(days=1)
    browser.post(
        url(cast, "ballot_open", ballot.pk),
        {
            "last_day": until.strftime("%d/%m/%Y"),
            "last_time": "16:30",
            "on_paper": [str(cast.seats["union"].pk)],
            f"proxy_{cast.seats['union'].pk}": "Giấy số 3/GUQ",
        },
    )
    ballot = make.fresh(ballot)
    assert (ballot.state, ballot.title) == ("open", "Suy tôn Bằng khen")
    assert turnout(ballot).on_paper == 1
    assert browser.get(url(cast, "ballot_edit", ballot.pk)).status_code == 404
    assert browser.get(url(cast, "ballot_open", ballot.pk)).status_code == 404


def test_a_vote_is_looked_at_again_and_confirmed_with_the_password(cast, signed_in):
    ballot = make.opened(cast)
    browser = signed_in(cast.former_chair)
    page = url(cast, "ballot_vote", ballot.pk, cast.seats["front"].pk)
    farmers = ballot.nominees.get(seat=cast.seats["farmers"])
    posted = marks(ballot, **{str(farmers.pk): "agree"})
    assert "Mark each line" in text(browser.get(page))
    review = browser.post(page, posted)
    assert "Is this your vote?" in text(review)
    assert "no-store" in review["Cache-Control"]
    assert turnout(ballot).voted == 0
    assert "Mark each line" in text(browser.post(page, {**posted, "confirm": 1, "change": 1}))
    wrong = browser.post(page, {**posted, "confirm": 1, "password": "sai"})
    assert "so no vote was cast" in text(wrong)
    assert turnout(ballot).voted == 0
    done = browser.post(page, {**posted, "confirm": 1, "password": blocs.PASSWORD}, follow=True)
    assert "It is secret: there is no receipt" in text(done)
    assert turnout(ballot).voted == 1
    again = browser.post(page, {**posted, "confirm": 1, "password": blocs.PASSWORD})
    assert "cast already" in text(again)
    assert "This vote has been cast" in text(browser.get(page))


def test_too_many_marks_and_blank_lines_are_shown_on_the_form(cast, signed_in):
    ballot = make.opened(cast)
    browser = signed_in(cast.former_chair)
    page = url(cast, "ballot_vote", ballot.pk, cast.seats["front"].pk)
    assert "Mark this line too" in text(browser.post(page, {}))
    every = dict.fromkeys(marks(ballot), "agree")
    assert "at most 1 may be chosen" in text(browser.post(page, every))


@pytest.mark.django_db(transaction=True)
def test_a_vote_in_the_browser_writes_the_papers_and_the_voters_and_nothing_else(cast, signed_in):
    """No session, no sign-in, no log of the throttle: only a wrong password leaves its trace."""
    ballot = make.opened(cast)
    browser = signed_in(cast.former_chair)
    page = url(cast, "ballot_vote", ballot.pk, cast.seats["front"].pk)
    posted = {**marks(ballot), "confirm": 1, "password": blocs.PASSWORD}
    browser.get(page)
    before = dump()
    assert browser.post(page, posted).status_code == 302
    assert changed(before, dump()) == {"awards_ballotpaper", "awards_voter"}


def test_before_the_close_there_are_numbers_but_no_names_and_no_result(cast, signed_in):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["farmers"])
    for person in (cast.administrator, cast.staff, cast.chair, cast.observer):
        page = text(signed_in(person).get(url(cast, "ballot_detail", ballot.pk)))
        assert "1/4" in page
        assert "Who has voted" not in page
        assert 'id="result-h"' not in page
    own = text(signed_in(cast.former_chair).get(url(cast, "ballot_detail", ballot.pk)))
    assert "has voted" in own  # only whoever signs for the member reads it of its own vote


def test_after_the_close_everybody_sees_the_result_and_who_has_voted(cast, signed_in):
    ballot = make.opened(cast)
    make.vote(cast, ballot, "front", ["farmers"])
    make.vote(cast, ballot, "union", ["farmers"])
    browser = signed_in(cast.chair)
    assert browser.post(url(cast, "ballot_end", ballot.pk), {"why": "Đủ"}).status_code == 302
    assert browser.post(url(cast, "ballot_close", ballot.pk)).status_code == 302
    page = text(signed_in(cast.member).get(url(cast, "ballot_detail", ballot.pk)))
    for words in ("50.00 %", "not enough votes", "chosen with at least 3/4", "has not voted"):
        assert words in page
    assert "May vote: 4 · given out: 4 · taken in: 2 · valid: 2 · invalid: 0" in page
    browser = signed_in(cast.chair)
    assert "Prepare the second round" in text(browser.get(url(cast, "ballot_detail", ballot.pk)))
    second = browser.post(url(cast, "ballot_second_round", ballot.pk), follow=True)
    assert "This is the second round of" in text(second)
    twice = browser.post(url(cast, "ballot_second_round", ballot.pk), follow=True)
    assert "prepared already" in text(twice)


def test_a_ballot_is_extended_and_cancelled_with_a_reason(cast, signed_in):
    ballot = make.opened(cast)
    browser = signed_in(cast.chair)
    until = cast.today + dt.timedelta(days=3)
    posted = {"last_day": until.strftime("%d/%m/%Y"), "last_time": "17:00", "why": HOSTILE}
    browser.post(url(cast, "ballot_extend", ballot.pk), posted)
    browser.post(url(cast, "ballot_cancel", ballot.pk), {"why": "Sai danh sách"})
    assert make.fresh(ballot).state == "cancelled"
    page = text(browser.get(url(cast, "ballot_detail", ballot.pk)))
    assert "Sai danh sách" in page
    assert escape(HOSTILE) in page
    assert HOSTILE not in page


def test_two_persons_count_and_see_where_they_differ(cast, signed_in):
    ballot = make.opened(cast, on_paper=tuple(make.SIGNERS))

    def posted(*lines):
        nominees = ballot.nominees.order_by("seat__position")
        found = {"issued": 4, "returned": 4, "valid": 4, "invalid": 0}
        for nominee, line in zip(nominees, lines, strict=True):
            for part, value in zip(("agree", "disagree", "silent"), line, strict=True):
                found[f"{part}_{nominee.pk}"] = value
        return found

    page = url(cast, "ballot_count", ballot.pk)
    wrong = signed_in(cast.member).post(page, posted((4, 0, 0), (0, 4, 1), (0, 0, 4)))
    assert "adds up to 5, but 4 ballots are valid" in text(wrong)
    first = signed_in(cast.member).post(page, posted((4, 0, 0), (0, 4, 0), (0, 0, 4)), follow=True)
    assert "A second person has to enter theirs" in text(first)
    second = signed_in(cast.deputy).post(page, posted((3, 1, 0), (0, 4, 0), (0, 0, 4)), follow=True)
    assert "These numbers differ" in text(second)
    second = signed_in(cast.deputy).post(page, posted((4, 0, 0), (0, 4, 0), (0, 0, 4)), follow=True)
    assert "All who counted entered the same numbers" in text(second)
    detail = text(signed_in(cast.chair).get(url(cast, "ballot_detail", ballot.pk)))
    assert "Close the ballot" in detail


def test_numbers_of_others_do_not_show_before_ones_own(cast, signed_in):
    ballot = make.opened(cast, on_paper=tuple(make.SIGNERS))
    count = make.paper_count(ballot, (4, 0, 0), (0, 0, 4), (0, 0, 4))
    workflow.enter_count(ballot, count=count, by=cast.member, at=make.now())
    page = text(signed_in(cast.deputy).get(url(cast, "ballot_count", ballot.pk)))
    assert 'value="4"' not in page
    assert "1 person" in page


def test_hostile_text_shows_as_text(cast, signed_in):
    ballot = make.prepared(cast, title=HOSTILE, basis=HOSTILE, consultation=HOSTILE)
    for name, args in (("ballot_list", ()), ("ballot_detail", [ballot.pk]),
                       ("ballot_open", [ballot.pk]), ("ballot_edit", [ballot.pk]),
                       ("ballot_cancel", [ballot.pk])):  # fmt: skip
        page = text(signed_in(cast.chair).get(url(cast, name, *args)))
        assert escape(HOSTILE) in page, name
        assert HOSTILE not in page, name


@pytest.mark.parametrize("name", ["ballot_list", "ballot_detail", "ballot_vote", "ballot_open"])
def test_pages_cost_the_same_with_more_rows(cast, signed_in, name):
    def queries(ballot):
        args = {"ballot_list": (), "ballot_vote": (ballot.pk, cast.seats["farmers"].pk)}
        address = url(cast, name, *args.get(name, (ballot.pk,)))
        browser = signed_in(cast.chair)
        with CaptureQueriesContext(connection) as found:
            assert browser.get(address).status_code == 200
        return len(found)

    build = make.prepared if name == "ballot_open" else make.opened
    few = queries(build(cast))
    for number in range(20):
        blocs.seat(cast.year, blocs.organisation(f"Hội số {number}", cast.province))
    seats = cast.year.seats.all()
    cast.seats |= {f"x{seat.pk}": seat for seat in seats}
    many = build(cast, nominees=[n for n in cast.seats if n.startswith("x")])
    for number in range(5):
        make.prepared(cast, title=f"Lần {number}")
    assert queries(many) == few <= 12


def test_a_closed_ballot_with_both_parts_stays_within_twelve_queries(cast, signed_in):
    """The staff read most: result, votes on paper, second round, course, and their province."""
    ballot = make.opened(cast, on_paper=("front", "union"))
    make.vote(cast, ballot, "farmers", ["farmers"])
    make.over(cast, ballot)
    count = make.paper_count(ballot, (1, 1, 0), (1, 1, 0), (0, 1, 1))
    for person in (cast.member, cast.deputy):
        workflow.enter_count(ballot, count=count, by=person, at=make.now())
    make.closed(cast, ballot)
    for person in (cast.chair, cast.staff, cast.member):
        browser = signed_in(person)
        with CaptureQueriesContext(connection) as found:
            assert browser.get(url(cast, "ballot_detail", ballot.pk)).status_code == 200
        assert len(found) <= 12, "\n".join(query["sql"][-300:] for query in found)
