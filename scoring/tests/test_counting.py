"""A bloc's figures counted together: comparing rules, what does not apply, exceeded targets."""

from decimal import Decimal as D
from itertools import permutations

from scoring.arithmetic import Given, Rule
from scoring.counting import count
from scoring.kinds import CriterionKind, Method, NotApplicable
from scoring.tree import Node

OVER = Rule(Method.PRO_RATA, target=D(100), over=D(1), over_cap=D(3))


def leaf(pk, rule, maximum=10, kind=CriterionKind.ORDINARY):
    return Node(f"I.{pk}", "…", kind, D(maximum), (), pk, rule)


def section(*leaves):
    return Node("I", "…", leaves[0].kind, sum(each.maximum for each in leaves), leaves, 99)


def points(counted):
    return {place: each.points for place, each in counted.items()}


def test_when_the_best_changes_everybody_is_counted_again():
    sections = (section(leaf(1, Rule(Method.RELATIVE))),)
    given = {("a", 1): Given(D(5)), ("b", 1): Given(D(10))}
    assert points(count(sections, given)) == {("a", 1): D(5), ("b", 1): D(10)}
    given["b", 1] = Given(D(20))
    assert points(count(sections, given)) == {("a", 1): D("2.50"), ("b", 1): D(10)}


def test_the_order_of_entry_never_matters():
    rules = (Rule(Method.RELATIVE), Rule(Method.LEADER, target=D(4), meets=D(50)), OVER)
    sections = (section(*(leaf(pk, rule) for pk, rule in enumerate(rules))),)
    entries = [((m, pk), Given(D(7 * pk + ord(m) % 5))) for m in "abc" for pk in range(2)]
    results = [points(count(sections, dict(order))) for order in permutations(entries)]
    assert all(each == results[0] for each in results)


def test_what_does_not_apply_is_full_or_left_out_and_never_the_best():
    sections = (section(leaf(1, Rule(Method.RELATIVE)), leaf(2, Rule())),)
    given = {
        ("a", 1): Given(D(5)), ("b", 1): Given(applies=False), ("b", 2): Given(applies=False),
    }  # fmt: skip
    full = count(sections, given, not_applicable=NotApplicable.FULL)
    assert points(full) == {("a", 1): D(10), ("b", 1): D(10), ("b", 2): D(10)}
    out = count(sections, given, not_applicable=NotApplicable.RESCALE)
    assert points(out) == {("a", 1): D(10), ("b", 1): D(0), ("b", 2): D(0)}


def test_exceeded_targets_add_up_in_a_bonus_with_a_cap_each_and_one_for_all():
    bonus = Node("II", "…", CriterionKind.BONUS, D(4), (), 3, Rule(Method.OVER_FULFILMENT))
    sections = (section(leaf(1, OVER), leaf(2, OVER)), bonus)
    given = {("a", 1): Given(D(120)), ("a", 2): Given(D(110)), ("b", 1): Given(D(150))}
    found = count(sections, given)
    assert found["a", 3].points == D(3)  # 20 and 10 per cent above, 0,1 point for each
    assert dict(found["a", 3].parts) == {"I.1": 2, "I.2": 1}
    assert found["b", 3].points == D(3)  # 5 points, capped at 3
    given["a", 2] = Given(D(200))
    assert count(sections, given)["a", 3].points == D(4)  # 2 and 3 points, capped at 4


def test_points_are_rounded_to_the_step_of_the_set_but_never_above_the_maximum():
    sections = (section(leaf(1, Rule(Method.PRO_RATA, target=D(3)), maximum="9.9")),)
    found = count(sections, {("a", 1): Given(D(2)), ("b", 1): Given(D(3))}, step=D("0.5"))
    assert points(found) == {("a", 1): D("6.5"), ("b", 1): D("9.9")}
