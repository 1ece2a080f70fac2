"""What may never be stored of the movements, each named by the sentence that the database says."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from blocs.models import ChairAct
from pledges.models import Movement
from pledges.tests import make_movements as make

DAY = dt.date(2026, 6, 11)


@pytest.fixture
def movement(cast):
    return make.movement(cast.year)


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def broken(sentence, build, *args, **fields):
    """Build something; the database refuses it, at the latest at the end of the transaction."""
    with refused(sentence), transaction.atomic():
        build(*args, **fields)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("movement_kind_is_known", {"kind": "other"}),
        ("movement_launcher_is_known", {"launcher": "nobody"}),
        ("movement_has_a_name", {"name": ""}),
        ("movement_period_has_a_day", {"period": make.days(None, None)}),
        ("movement_period_has_a_day", {"period": make.days(DAY, DAY)}),
        ("movement_is_withdrawn_for_a_reason", {"withdraw_reason": "Nhầm"}),
    ],
)
def test_a_movement_is_whole(cast, name, fields):
    broken(name, make.movement, cast.year, **fields)


def test_a_movement_is_withdrawn_for_a_reason(cast, movement):
    act = ChairAct.objects.create(
        emulation_year=cast.year,
        right="year_work",
        capacity="vacant",
        what="x",
        by=cast.staff,
        at=timezone.now(),
    )
    update = Movement.objects.filter(pk=movement.pk).update
    broken("movement_is_withdrawn_for_a_reason", update, withdrawn=act)


@pytest.mark.parametrize("period", [make.days(DAY, None), make.days(None, DAY), None])
def test_either_end_of_the_period_may_be_unknown(cast, period):
    assert make.movement(cast.year, period=period).pk


def test_a_movement_is_entered_once_a_year_and_again_after_it_was_withdrawn(cast, movement):
    broken("movement_is_entered_once_a_year", make.movement, cast.year, name=movement.name)
    assert make.movement(cast.last_year, name=movement.name).pk


def test_what_belongs_together_is_of_one_bloc_and_one_year(cast, movement):
    other_year = cast.other_bloc.years.get()
    foreign, elsewhere = other_year.seats.get(), make.movement(other_year, "Khác")
    earlier = make.movement(cast.last_year, "Năm trước")
    old_seat = cast.last_year.seats.first()
    result = make.result(movement, cast.seats["front"])
    of_last_year = {"emulation_year_id": cast.last_year.pk}

    update = Movement.objects.filter(pk=movement.pk).update
    broken("movement_is_in_its_years_bloc", update, bloc=cast.other_bloc)
    broken("movement_answers_one_of_its_bloc", update, answers=elsewhere)
    broken("result_is_of_its_movements_year", make.result, earlier, cast.seats["union"],
           emulation_year_id=cast.year.pk)  # fmt: skip
    broken("result_is_of_a_member_of_its_year", make.result, movement, foreign)
    broken("figure_is_of_its_results_year", make.figure, result, **of_last_year)
    broken("exemplar_is_of_a_member_of_its_year", make.exemplar, old_seat,
           emulation_year_id=cast.year.pk)  # fmt: skip
    broken("exemplar_is_of_a_movement_of_its_year", make.exemplar, cast.seats["front"],
           movement=earlier)  # fmt: skip
    broken("commendations_are_of_a_member_of_its_year", make.report, old_seat,
           emulation_year_id=cast.year.pk)  # fmt: skip
    report = make.report(cast.seats["front"])
    broken("count_is_of_its_reports_year", make.count, report, **of_last_year)


def test_no_movement_answers_itself_in_whatever_circle(cast, movement):
    middle = make.movement(cast.year, "Giữa", answers=movement)
    lowest = make.movement(cast.year, "Dưới", answers=middle)
    update = Movement.objects.filter(pk=movement.pk).update
    broken("movement_does_not_answer_itself", update, answers=movement)
    for below in (middle, lowest):
        broken("movements_do_not_answer_in_a_circle", update, answers=below)


def test_a_member_reports_once(cast, movement):
    seat = cast.seats["front"]
    make.result(movement, seat)
    broken("member_reports_on_a_movement_once", make.result, movement, seat)
    report = make.report(seat)
    broken("member_reports_commendations_once_a_span", make.report, seat)
    make.report(seat, span="half_year")
    make.count(report)
    broken("commendations_are_counted_once", make.count, report)


def test_a_figure_says_what_it_counts(cast, movement):
    result = make.result(movement, cast.seats["front"])
    broken("figure_says_what_it_counts", make.figure, result, name="")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("exemplar_kind_is_known", {"kind": "other"}),
        ("exemplar_has_a_name", {"name": ""}),
        ("exemplar_position_is_a_persons", {"kind": "model", "position": "Trưởng thôn"}),
    ],
)
def test_an_exemplar_is_whole(cast, name, fields):
    broken(name, make.exemplar, cast.seats["front"], **fields)


def test_a_report_is_of_a_known_span(cast):
    broken("commendation_span_is_known", make.report, cast.seats["front"], span="quarter")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("commendation_direction_is_known", {"direction": "lost"}),
        ("commendation_level_is_known", {"level": "world"}),
        ("commendation_recipients_are_known", {"recipients": "others"}),
        ("commendations_are_not_negative", {"number": -1}),
    ],
)
def test_a_count_is_whole(cast, name, fields):
    broken(name, make.count, make.report(cast.seats["front"]), **fields)
