"""What may never be stored of a rule, its tiers and a figure, named by the database's sentence."""

from decimal import Decimal as D

import pytest
from django.db import IntegrityError, transaction

from blocs.tests.constraints import check_now
from scoring.arithmetic import Rule
from scoring.arithmetic import Tier as PlainTier
from scoring.models import CriteriaSet, Criterion, Score, Tier
from scoring.tests.scene import score


@pytest.fixture
def stored(small_criteria):
    return small_criteria


def refused(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize(
    ("name", "code", "fields"),
    [
        ("criterion_method_is_known", "I.1", {"method": "guess"}),
        ("criterion_counted_by_number_has_points_for_each", "I.1", {"method": "each"}),
        (
            "criterion_counted_by_number_has_points_for_each",
            "I.1",
            {"method": "steps_down", "each": 0},
        ),
        ("criterion_led_by_the_best_has_a_share_for_the_target", "I.1", {"method": "leader"}),
        (
            "criterion_led_by_the_best_has_a_share_for_the_target",
            "I.1",
            {"method": "leader", "meets": 100},
        ),
        ("days_late_are_a_penalty", "I.1", {"method": "days_late"}),
        ("exceeded_targets_are_a_bonus", "III", {"method": "over"}),
        ("criterion_figures_are_not_negative", "I.1", {"target": -1}),
        ("criterion_figures_are_not_negative", "I.1", {"floor": -1}),
        ("criterion_figures_are_not_negative", "I.1", {"over": 0}),
        ("criterion_figures_are_not_negative", "I.1", {"over_cap": 5}),
        ("only_ordinary_criteria_may_not_apply", "III", {"may_not_apply": True}),
        ("criterion_deadline_is_known", "III", {"method": "days_late", "deadline": "never"}),
        ("only_days_late_follow_a_deadline", "III", {"deadline": "self_score"}),
    ],
)
def test_a_rule_that_cannot_be_counted_is_not_stored(stored, name, code, fields):
    with refused(name), transaction.atomic():
        Criterion.objects.filter(criteria_set=stored, code=code).update(**fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("criteria_are_rounded_to_a_step", {"rounding_step": 0}),
        ("policy_of_what_does_not_apply_is_known", {"not_applicable": "maybe"}),
    ],
)
def test_a_set_rounds_and_knows_what_does_not_apply(stored, name, fields):
    with refused(name), transaction.atomic():
        CriteriaSet.objects.filter(pk=stored.pk).update(**fields)


def tier(criterion, position=1, **fields):
    fields = {"points": 1, "label": "tốt"} | fields
    return Tier.objects.create(criterion=criterion, position=position, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("tier_has_its_own_place", {"position": 1, "at_least": 3}),
        ("tiers_begin_at_different_figures", {"position": 2, "at_least": 5}),
        ("tier_is_not_negative", {"position": 2, "points": -1}),
        ("tier_has_a_name_or_a_beginning", {"position": 2, "label": ""}),
    ],
)
def test_tiers_have_a_place_a_beginning_or_a_name_and_points(stored, name, fields):
    criterion = stored.criteria.get(code="I.1")
    tier(criterion, at_least=5)
    with refused(name), transaction.atomic():
        tier(criterion, **fields)
        check_now()


def test_tiers_are_frozen_with_their_criteria(stored, cast):
    criterion = stored.criteria.get(code="I.1")
    kept = tier(criterion)
    score(cast.year, cast.seats["front"], "I.1", 5)
    for change in (
        lambda: tier(criterion, position=2),
        lambda: Tier.objects.filter(pk=kept.pk).update(points=2),
        lambda: Tier.objects.filter(pk=kept.pk).delete(),
    ):
        with refused("criteria_are_frozen_once_scored"), transaction.atomic():
            change()


@pytest.mark.parametrize("fields", [{"figure": -1}, {"figure": 3, "applies": False}, {"target": 3}])
def test_a_score_rests_on_a_figure_of_its_member(stored, cast, fields):
    kept = score(cast.year, cast.seats["front"], "I.1", 5)
    with refused("score_rests_on_a_figure_of_its_member"), transaction.atomic():
        Score.objects.filter(pk=kept.pk).update(**fields)


def test_a_rule_is_read_from_its_criterion_with_its_tiers_in_one_query(
    stored, django_assert_num_queries
):
    criterion = stored.criteria.get(code="I.1")
    Criterion.objects.filter(pk=criterion.pk).update(method="tiers", unit="%", target=100)
    tier(criterion, 2, at_least=D("95.5"), label="")
    tier(criterion, 1, at_least=100, points=D("40"))
    with django_assert_num_queries(1):
        rules = {each.code: each.rule for each in stored.criteria.all()}
    assert rules["I.2"] == Rule()
    assert rules["I.1"] == Rule(
        "tiers",
        unit="%",
        target=D(100),
        tiers=(PlainTier(D(40), "tốt", D(100)), PlainTier(D(1), "", D("95.5"))),
    )
