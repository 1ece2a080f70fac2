"""What a year's movements came to, as plain values for papers."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pledges.commending import Level, Recipients, Share, Span
from pledges.movement_figures import Figure, MemberResult, movement_figures
from pledges.overview import with_movements
from pledges.tests import make_movements as make
from pledges.workflow import withdraw_movement


@pytest.fixture
def filled(cast, movement, at):
    own = make.movement(cast.year, "Của khối", answers=movement)
    for name in ("farmers", "front"):
        make.figure(make.result(own, cast.seats[name], f"Của {name}"), value=Decimal("0.10"))
    gone = make.movement(cast.year, "Đã rút")
    make.exemplar(cast.seats["union"], movement=own)
    withdraw_movement(gone, withdraw_reason="Nhầm", by=cast.chair, at=at)
    report = make.report(cast.seats["front"])
    make.count(report, 3)
    make.count(report, 1, recipients="other_leader", level="state")
    make.count(make.report(cast.seats["front"], span="half_year"), 100)
    return own


def test_it_tells_of_every_movement_in_force_with_who_reported(cast, movement, filled):
    told = movement_figures(cast.year)
    assert [each.name for each in told.movements] == [movement.name, "Của khối"]
    own = told.movements[1]
    figure = Figure("Nhà đại đoàn kết", "nhà", Decimal("0.10"))
    assert own.results == [
        MemberResult("Ủy ban MTTQ", "Của front", [figure]),
        MemberResult("Hội Nông dân", "Của farmers", [figure]),
    ]
    assert own.missing == ["Liên đoàn Lao động", "Tỉnh đoàn"]
    assert (own.answers, own.since, own.until, own.occasion) == (movement.name, None, None, "")
    [exemplar] = told.exemplars
    assert (exemplar.member, exemplar.movement) == ("Liên đoàn Lao động", "Của khối")


def test_it_sums_up_commendations_of_one_span_alone(cast, filled):
    told = movement_figures(cast.year)
    assert told.given.share == Share(3, 4)
    assert (told.given.individuals, told.given.collectives) == (4, None)
    assert told.given.numbers[Level.PROVINCE, Recipients.DIRECT] == 3
    assert told.given.numbers[Level.MINISTRY, Recipients.DIRECT] is None
    assert [count.number for count in told.given.by_member["Ủy ban MTTQ"]] == [3, 1]
    assert (told.received.share, told.received.individuals) == (None, None)
    assert told.without_commendations == ["Liên đoàn Lao động", "Hội Nông dân", "Tỉnh đoàn"]
    assert movement_figures(cast.year, span=Span.HALF_YEAR).given.individuals == 100


def test_an_empty_year_has_nothing_and_no_share(cast):
    told = movement_figures(cast.last_year)
    assert (told.movements, told.exemplars, told.given.share) == ([], [], None)


def test_it_reads_five_queries_whatever_there_is(cast, filled):
    with CaptureQueriesContext(connection) as queries:
        movement_figures(cast.year)
    assert len(queries) == 5


def test_years_say_how_much_they_have(cast, filled):
    year = with_movements(cast.bloc.years).get(pk=cast.year.pk)
    assert (year.movement_count, year.exemplar_count, year.commendation_count) == (2, 1, 2)
    bare = with_movements(cast.bloc.years).get(pk=cast.last_year.pk)
    assert (bare.movement_count, bare.exemplar_count, bare.commendation_count) == (0, 0, 0)
