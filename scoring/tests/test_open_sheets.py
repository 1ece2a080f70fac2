"""Whose turn it is with a sheet, until when, for the to-do lists; ties that wait."""

import pytest
from django.utils import timezone

from blocs.models import Term
from blocs.open_work import open_years
from scoring.models import Score, ScoreSheet
from scoring.open_work import open_work
from scoring.tests.ranked import ranked_year
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, earlier, last_days, scored, staged
from scoring.workflow import (
    accept_rest,
    agree_sheets,
    draw_checker,
    finish_check,
    finish_verification,
    lock,
    settle_tie,
    state_as_checker,
    state_as_member,
)

NOW = timezone.now
CODES = ("I.1", "I.2", "II.1", "II.2")


def works(cast, kind=None):
    """{(address, organisation): (due, keepers)} of what is open with the sheets of the year."""
    years = list(open_years(on=cast.today).filter(pk=cast.year.pk))
    found = open_work(years, on=cast.today)
    return {
        (w.address.partition(":")[2], w.organisation): (w.due, w.keepers)
        for w in found
        if w.address != "scoring:standing" and (kind is None or w.kind == kind)
    }


@pytest.fixture
def criteria(cast):
    criteria = staged(cast.year, today=cast.today)
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    return criteria


def finished(cast, criteria):
    accept_rest(cast.seats["front"], by=cast.chair, at=NOW())
    finish_check(cast.seats["front"], by=cast.chair, at=NOW())
    return {"criterion": criteria.criteria.get(code="I.1"), "text": "Sai", "at": NOW()}


def test_the_deputy_or_who_was_drawn_checks_the_chairs_own_sheet(cast, criteria):
    own, check_until = cast.seats["farmers"], cast.today + 10 * DAY
    union = cast.organisations.union.pk
    assert works(cast, "scoring.cross_check") == {
        ("sheet_list", None): (check_until, False), ("sheet_list", union): (check_until, False),
    }  # fmt: skip
    Term.objects.filter(role="deputy").delete()
    assert works(cast, "scoring.draw") == {("checker_draw", None): (check_until, False)}
    assert works(cast, "scoring.cross_check").keys() == {("sheet_list", None)}
    drawn = draw_checker(own, by=cast.chair, at=NOW()).organisation_id
    assert works(cast, "scoring.cross_check").keys() == {
        ("sheet_list", None), ("sheet_list", drawn),
    }  # fmt: skip
    assert not works(cast, "scoring.draw")


def test_a_finished_check_waits_for_its_member_then_for_who_checks(cast, criteria):
    front, member = cast.seats["front"], cast.organisations.front.pk
    said = finished(cast, criteria)
    due = timezone.localdate() + 5 * DAY
    assert works(cast, "scoring.answer") == {("sheet_detail", member): (due, False)}
    state_as_member(front, by=cast.member, **said)
    assert not works(cast, "scoring.answer")
    assert works(cast, "") == {("sheet_list", None): (None, False)}
    ScoreSheet.objects.filter(seat=front).update(is_current=False)
    assert not works(cast, "")  # what was said of an earlier version waits for nobody
    ScoreSheet.objects.filter(seat=front).update(is_current=True)
    state_as_checker(front, by=cast.chair, **said)
    assert not works(cast, "")


def test_the_agreement_waits_for_the_chair_and_the_verification_for_the_province(cast, criteria):
    for seat in cast.seats.values():
        for code in CODES:
            score(cast.year, seat, code, "9", reason="Họp")
    last_days(cast.year, cast.today - 3 * DAY, cast.today)
    assert not works(cast, "scoring.agreement")
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    assert works(cast, "scoring.agreement").keys() == {("sheets_agree", None)}
    how = {"agreed_on": cast.today, "by": cast.chair, "at": NOW()}
    agree_sheets(cast.year, seats=list(cast.seats.values()), **how)
    assert not works(cast, "scoring.agreement")
    assert not works(cast, "scoring.cross_check")

    lock(cast.year, by=cast.chair, at=NOW(), why="Báo cáo")
    [(key, (_due, keepers))] = works(cast, "scoring.verification").items()
    assert (key, keepers) == (("sheet_list", None), True)
    for seat in cast.seats.values():
        finish_verification(seat, by=cast.staff, at=NOW())
    assert works(cast).keys() == {("scores_publish", None)}
    ScoreSheet.objects.update(state="published")
    assert not works(cast)


def test_a_tie_that_is_decided_elsewhere_waits_until_it_is_settled(cast, django_assert_num_queries):
    ranked_year(cast)
    assert not works(cast, "scoring.tie")  # not everybody is scored
    for seat in (cast.seats["farmers"], cast.seats["youth"]):
        for code, points in (("I.1", "1"), ("I.2.a", "1"), ("I.2.b", "1")):
            if not Score.objects.filter(seat=seat, criterion__code=code).exists():
                score(cast.year, seat, code, points)
    years = list(open_years(on=cast.today).filter(pk=cast.year.pk))
    with django_assert_num_queries(4):
        [tie] = [w for w in open_work(years, on=cast.today) if w.kind == "scoring.tie"]
    assert "Ủy ban MTTQ, Liên đoàn Lao động" in tie.text
    front, union = cast.seats["front"], cast.seats["union"]
    elsewhere = cast.year.criteria_sets.get().tie_breaks.get(kind="elsewhere")
    places = {front.pk: 1, union.pk: 2}
    settle_tie(
        cast.year, tie_break=elsewhere.pk, places=places, why="Biểu quyết", by=cast.chair, at=NOW()
    )
    assert not works(cast, "scoring.tie")
