"""The samples follow docs/field.md §3.8 to §3.10; other scales are entered through the verbs."""

from decimal import Decimal as D

import pytest

from scoring import workflow
from scoring.arithmetic import Given, Rule
from scoring.balance import problems, totals
from scoring.counting import count
from scoring.kinds import Method
from scoring.samples import SAMPLES
from scoring.tests import make
from scoring.tests.scene import NOW
from scoring.tree import grow, leaves


def rules(key):
    return {node.code: node.rule for node in leaves(SAMPLES[key].sections)}


def methods(key):
    return {
        code: str(rule.method) for code, rule in rules(key).items() if rule.method != Method.JUDGED
    }


def test_sample_a_is_counted_as_the_field_says():
    assert methods("a") == {
        **dict.fromkeys(["I.1", "I.3", "I.4", "I.5", "III.3"], "pro_rata"),
        **dict.fromkeys(["I.6", "II.4", "III.1", "III.2", "IV.2", "IV.3"], "each"),
        **dict.fromkeys(["V.1", "V.3", "V.5"], "each"),
        **dict.fromkeys(["I.7", "III.4", "III.5"], "steps_down"),
        **dict.fromkeys(["II.2", "II.3"], "tiers"),
    }
    of = rules("a")
    assert (of["I.1"].floor, of["III.3"].target, of["I.6"].each) == (50, 70, 20)
    assert [tier.points for tier in of["II.2"].tiers] == [50, 40, 20, 0]


def test_sample_b_is_counted_as_the_field_says_and_rounded_to_a_quarter():
    assert SAMPLES["b"].rounding_step == D("0.25")
    assert methods("b") == {
        **dict.fromkeys(["I.1", "I.3", "III.3"], "pro_rata"),
        **dict.fromkeys(["I.2", "III.4", "III.5"], "steps_down"),
        **dict.fromkeys(["I.5", "II.2", "II.3"], "tiers"),
        **dict.fromkeys(["II.4", "III.1", "III.2"], "each"),
        "I.6": "lower",
        "I.7": "yes_no",
    }


def test_of_sample_c_only_the_head_is_known_and_the_rest_says_so():
    sample = SAMPLES["c"]
    assert totals(sample.sections).ordinary == 90
    head, *others = sample.sections
    assert (head.text, head.maximum) == ("Công tác Tuyên giáo", 15)
    assert [part.maximum for part in head.children] == [2] * 7 + [1]
    assert all(each.text.startswith("[mẫu]") for each in [*others, *leaves(sample.sections)])
    assert "chỉ biết" in sample.note


@pytest.mark.parametrize("key", ["a", "b", "c"])
def test_a_copied_sample_is_sound_and_says_that_it_is_one(cast, key):
    made = workflow.copy_sample(cast.year, sample=key, by=cast.staff, at=NOW)

    assert made.is_sample
    assert problems(grow(made.criteria.all()), made.not_applicable) == []
    stored = {node.code: node.rule for node in leaves(grow(made.criteria.all()))}
    assert stored == rules(key)


def entered(cast, year, sections):
    """A set entered criterion by criterion through the verbs, {code: [(code, maximum, rule)]}."""
    how = {"by": cast.staff, "at": NOW}
    made = workflow.start_set(year, **how)
    for (code, maximum), parts in sections.items():
        section = workflow.add_criterion(made, code=code, text=code, maximum=D(maximum), **how)
        for part, points, rule in parts:
            workflow.add_criterion(
                made, parent=section, code=part, text=part, maximum=D(points), rule=rule, **how
            )
    return made


def test_a_set_of_95_points_in_nine_standards_is_entered_through_the_verbs(cast):
    """The Front of HCMC in 2016 (docs/field.md §3.10): 95 points, 9 standards."""
    maxima = [15, 15, 10, 10, 10, 10, 10, 10, 5]
    down = Rule(Method.STEPS_DOWN, unit="việc", each=D("0.5"))
    sections = {
        (f"{n}", most): [(f"{n}.1", D(most) - D("2.5"), Rule()), (f"{n}.2", "2.5", down)]
        for n, most in enumerate(maxima, start=1)
    }
    made = entered(cast, cast.year, sections)

    grown = grow(made.criteria.all())
    assert (totals(grown).ordinary, len(grown), problems(grown)) == (95, 9, [])
    part = made.criteria.get(code="3.2")
    counted = count(grown, {("a", part.pk): Given(D(2))})
    assert counted["a", part.pk].points == D("1.5")


def test_a_set_of_90_points_with_small_fractions_is_entered_through_the_verbs(cast):
    sections = {
        ("I", 15): [(f"I.{n}", "1.25", Rule(Method.YES_NO)) for n in range(1, 13)],
        ("II", 75): [("II.1", 75, Rule(Method.PRO_RATA, target=D(7)))],
    }
    made = entered(cast, cast.year, sections)

    grown = grow(made.criteria.all())
    assert (totals(grown).ordinary, problems(grown)) == (90, [])
    assert len(make.outline(made)) == 15
