"""Worked examples: counted by the rule beside them whenever either is saved."""

from decimal import Decimal as D

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from accounts.refusal import Refused
from blocs.tests.constraints import check_now
from scoring import workflow
from scoring.arithmetic import Rule, Tier
from scoring.examples import Example, faults_of
from scoring.kinds import Method
from scoring.models import WorkedExample
from scoring.tests.scene import NOW, score

PRO_RATA = Rule(Method.PRO_RATA, unit="nhà", target=D(1200))
RIGHT, WRONG = Example(D(1083), D("36.10")), Example(D(1083), D("36.00"))
CENT = D("0.01")


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def stored(small_criteria):
    return small_criteria


@pytest.fixture
def how(cast):
    return {"code": "I.1", "text": "x", "maximum": D(40), "by": cast.staff, "at": NOW}


def test_a_wrong_example_says_what_the_rule_gives():
    assert faults_of([RIGHT, WRONG], PRO_RATA, D(40), CENT) == [
        "Example 2: by the rule it is 36.10 points, the example says 36.00."
    ]
    with translation.override("vi"):
        assert faults_of([WRONG], PRO_RATA, D(40), CENT) == [
            "Ví dụ 1: Theo quy tắc là 36,10 điểm, ví dụ ghi 36,00."
        ]


DAYS = Rule(Method.DAYS_LATE, tiers=(Tier(D(5), "", D(6)), Tier(D(2), "", D(1))))
LEADER = Rule(Method.LEADER, target=D(10), meets=D(50))
NAMED = Rule(Method.TIERS, tiers=(Tier(D(40), "tốt"), Tier(D(20), "khá")))


@pytest.mark.parametrize(
    ("rule", "example", "part"),
    [
        (PRO_RATA, Example(D(5), D("28.57"), D(7)), ""),
        (PRO_RATA, Example(D(1300), D(40)), ""),
        (PRO_RATA, Example(D(-1), D(0)), "not below 0"),
        (PRO_RATA, Example(D(1), D(0), D(0)), "above 0"),
        (Rule(Method.PRO_RATA), Example(D(1), D(0)), "no target"),
        (DAYS, Example(D(5), D(2)), ""),
        (DAYS, Example(D(6), D(5)), ""),
        (DAYS, Example(D("1.5"), D(2)), "whole number"),
        (LEADER, Example(D(10), D(20), best=D(20)), ""),
        (LEADER, Example(D(15), D(30), best=D(20)), ""),
        (LEADER, Example(D(15), D(30)), "best figure of the bloc is missing"),
        (Rule(Method.RELATIVE), Example(D(5), D(10), best=D(20)), ""),
        (NAMED, Example(D(2), D(20)), ""),
        (NAMED, Example(D(3), D(20)), "number of one of the tiers"),
        (Rule(Method.YES_NO), Example(D(2), D(40)), "1 for yes"),
        (Rule(), Example(D(2), D(2)), "no examples"),
    ],
)
def test_examples_of_every_kind_are_counted(rule, example, part):
    found = faults_of([example], rule, D(40), CENT)

    assert len(found) == bool(part)
    assert part in " ".join(found)


def test_examples_are_kept_checked_and_carried_to_the_next_year(cast, stored, how):
    first = stored.criteria.get(code="I.1")
    workflow.change_criterion(first, rule=PRO_RATA, examples=[RIGHT], **how)
    assert stored.criteria.get(code="I.1").examples == (RIGHT,)

    for change in ({"examples": [WRONG]}, {"maximum": D(30)}, {"rule": Rule(Method.YES_NO)}):
        with pytest.raises(Refused, match="Example 1: "):
            workflow.change_criterion(first, **{**how, **change})
    assert stored.criteria.get(code="I.1").examples == (RIGHT,)

    next_year = workflow.copy_set(cast.year, cast.last_year, by=cast.staff, at=NOW)
    assert next_year.criteria.get(code="I.1").examples == (RIGHT,)
    workflow.change_criterion(first, examples=[], **how)
    assert not WorkedExample.objects.filter(criterion=first).exists()


def test_a_new_criterion_comes_with_its_examples(cast, stored, how):
    parent = stored.criteria.get(code="I")
    new = {**how, "code": "I.3", "parent": parent, "rule": PRO_RATA}
    with pytest.raises(Refused, match=r"36\.10"):
        workflow.add_criterion(stored, **new, examples=[WRONG])
    made = workflow.add_criterion(stored, **new, examples=[RIGHT])
    assert made.worked_examples.get().plain == RIGHT


def test_a_rounding_step_by_which_an_example_no_longer_comes_out_is_refused(cast, stored, how):
    first = stored.criteria.get(code="I.1")
    workflow.change_criterion(first, rule=PRO_RATA, examples=[RIGHT], **how)
    with pytest.raises(Refused, match=r"I\.1: Example 1: by the rule it is 36\.00"):
        workflow.change_set(
            stored,
            title="x",
            note="",
            is_sample=False,
            rounding_step=D("0.25"),
            by=cast.staff,
            at=NOW,
        )


def test_the_form_takes_rows_of_examples_and_refuses_a_wrong_one(client, cast, stored):
    client.force_login(cast.staff)
    pk = stored.criteria.get(code="I.1").pk
    url = reverse("scoring:criterion_edit", args=[cast.bloc.slug, cast.year.year, pk])
    sent = {
        "code": "I.1", "text": "x", "maximum": "40", "method": "pro_rata",
        "examples_figure": ["1083", ""], "examples_target": ["1200", ""],
        "examples_best": ["", ""], "examples_points": ["36", ""],
    }  # fmt: skip

    refused = client.post(url, sent).content.decode()
    assert "Theo quy tắc là 36,10 điểm, ví dụ ghi 36,00" in refused
    assert 'value="1083"' in refused
    half = client.post(url, {**sent, "examples_points": ["", ""]})
    assert "examples" in half.context["form"].errors

    client.post(url, {**sent, "examples_points": ["36,1", ""]})
    assert stored.criteria.get(pk=pk).examples == (Example(D(1083), D("36.1"), D(1200)),)
    shown = reverse("scoring:criteria_detail", args=[cast.bloc.slug, cast.year.year])
    assert "thực hiện 1.083, kế hoạch 1.200: 36,10 điểm" in client.get(shown).content.decode()


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def example(criterion, position=1, **fields):
    fields = {"figure": 1, "points": 1} | fields
    return WorkedExample.objects.create(criterion=criterion, position=position, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("example_has_its_own_place", {"position": 1}),
        ("example_is_not_negative", {"position": 2, "figure": -1}),
        ("example_is_not_negative", {"position": 2, "points": -1}),
        ("example_is_not_negative", {"position": 2, "target": -1}),
        ("example_is_not_negative", {"position": 2, "best": -1}),
    ],
)
def test_an_example_has_its_place_and_no_negative_figure(stored, name, fields):
    criterion = stored.criteria.get(code="I.1")
    example(criterion)
    with refused(name), transaction.atomic():
        example(criterion, **fields)
        check_now()


def test_examples_are_frozen_with_their_criteria(stored, cast):
    criterion = stored.criteria.get(code="I.1")
    score(cast.year, cast.seats["front"], "I.1", 5)
    with refused("criteria_are_frozen_once_scored"), transaction.atomic():
        example(criterion)
