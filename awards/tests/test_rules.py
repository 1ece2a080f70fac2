"""The rules R1–R9 over plain values: every figure of the field, and the sentence that says why."""

import datetime as dt
from decimal import Decimal as D

import pytest

from awards import chains, eligibility, rules
from awards.answers import MoneyAnswer, NomineesAnswer
from blocs.models import LegalBasis

DAY = dt.date(2026, 12, 15)
CLAUSE = "Điều 25, 06/2022/QH15"
UNION = "Liên đoàn Lao động"


def said(findings):
    return [each.sentence for each in findings]


def test_r1_the_nominee_leads_its_bloc():
    assert rules.leads_its_bloc(UNION, 1) == []
    [second] = rules.leads_its_bloc(UNION, 2, clause=CLAUSE)
    assert (second.rule, second.clause, second.is_hard) == ("R1", CLAUSE, False)
    assert second.sentence == f"{UNION} has rank 2, and a flag goes to the first of the bloc."
    assert said(rules.leads_its_bloc(UNION, None, missing=("I.1", "II"))) == [
        f"{UNION} is not ranked: not scored are I.1, II."
    ]
    assert "not ranked" in said(rules.leads_its_bloc(UNION, None))[0]


@pytest.mark.parametrize("certain", [True, False])
def test_r2_a_bloc_has_one_nominee(certain):
    assert rules.one_nominee_of_a_bloc([UNION]) == rules.one_nominee_of_a_bloc([]) == []
    [found] = rules.one_nominee_of_a_bloc([UNION, "Hội Nông dân"], certain=certain)
    assert (found.rule, found.is_hard) == ("R2", certain)
    assert "2 for the Government's flag (Liên đoàn Lao động, Hội Nông dân)" in found.sentence


def share(leaders, most, cautions=()):
    sentence = f"20 % of {leaders} blocs with a leader, rounded down: {most} at most."
    return NomineesAnswer("R2", CLAUSE, sentence, object(), cautions, most, leaders)


@pytest.mark.parametrize(
    ("leaders", "most"), [(5, 1), (10, 2), (16, 3), (18, 3), (25, 5), (30, 6), (54, 10), (57, 11)]
)
def test_r2_of_the_province_no_more_than_the_share(leaders, most):
    answer = share(leaders, most)
    assert rules.nominees_within_the_share(most, answer) == []
    [found] = rules.nominees_within_the_share(most + 1, answer)
    assert (found.is_hard, found.is_of_province) == (True, True)
    assert found.sentence.endswith(answer.sentence)
    assert f"{most + 1} nominees" in found.sentence


def test_r2_the_share_warns_before_the_submission():
    answer = share(18, 3)
    assert rules.nominees_within_the_share(1, answer, coming=2) == []
    [found] = rules.nominees_within_the_share(2, answer, coming=2)
    assert (found.is_hard, found.is_of_province) == (False, True)
    assert "has 2 nominees" in found.sentence
    assert "2 more are on lists that are not submitted yet" in found.sentence


def test_r2_what_is_only_assumed_warns_and_a_missing_share_says_so():
    [found] = rules.nominees_within_the_share(4, share(18, 3, ("Default value.",)))
    assert not found.is_hard
    nothing = NomineesAnswer("R2", "", "Nothing is recorded.")
    assert said(rules.nominees_within_the_share(1, nothing)) == ["Nothing is recorded."]


def test_r3_every_disqualification_is_named():
    facts = ["C1: the head was disciplined.", "C8: a complaint is open."]
    found = rules.nobody_disqualified(UNION, facts, certain=True)
    assert [each.rule for each in found] == ["R3", "R3"]
    assert all(each.is_hard for each in found)
    assert facts[1] in found[1].sentence
    assert rules.nobody_disqualified(UNION, []) == []


def test_r3_the_government_s_flag_asks_for_more_than_the_targets():
    percents = {"Vốn vay": D(120), "Hội viên": D(100), "Mô hình": None, "Nhà": D("99.95")}
    found = rules.targets_exceeded(UNION, percents, clause=CLAUSE, certain=True)
    assert said(found) == [
        f"{UNION}: “Hội viên” reached 100 %, which does not exceed it.",
        f"{UNION}: no result is recorded for “Mô hình”.",
        f"{UNION}: “Nhà” reached 99.95 %, which does not exceed it.",
    ]
    assert [each.is_hard for each in found] == [True, False, True]


def given(**changes):
    fields = {"member": UNION, "achievement": "Công tác năm", "method": "regular", "year": 2026}
    return rules.Given(**{**fields, "award": "Cờ thi đua của UBND tỉnh", **changes})


def test_r4_the_same_achievement_method_and_year_warn():
    other = [given(year=2025), given(method="thematic"), given(achievement="Vì người nghèo"),
             given(member="Hội Nông dân")]  # fmt: skip
    assert rules.not_awarded_already(given(), other) == []
    [found] = rules.not_awarded_already(given(), [*other, given(award="Bằng khen")])
    assert (found.rule, found.is_hard) == ("R4", False)
    assert "“Bằng khen” already for the same achievement of 2026" in found.sentence


def in_a_row(years, recorded=(), needed=3, until=2026):
    return chains.years_in_a_row(
        UNION, years, until=until, needed=needed, what="CSTĐCS", recorded=recorded, certain=True
    )


@pytest.mark.parametrize(
    ("years", "recorded", "needed", "length"),
    [
        ({2024, 2025, 2026}, (), 3, None),
        ({2023, 2025, 2026}, (), 3, 2),
        ({2023, 2025, 2026}, {2024}, 3, 2),
        ({2025}, {2026}, 2, 0),
        ({2020}, (), 2, 0),
    ],
)
def test_r5_a_gap_begins_the_chain_anew(years, recorded, needed, length):
    """Only a year with another result is sure to break it; one that nobody entered warns."""
    found = in_a_row(years, recorded, needed)
    if length is None:
        assert found == []
    else:
        assert (found[0].is_hard, found[0].is_note) == (bool(recorded), False)
        assert f"in {length} consecutive years until 2026, and {needed}" in found[0].sentence


def test_r5_what_was_never_entered_is_looked_up_and_no_failed_condition():
    [nothing] = in_a_row(())
    assert (nothing.is_note, nothing.is_hard, UNION in nothing.sentence) == (True, False, False)
    assert "No results of earlier years are in the register" in nothing.sentence
    [unrated] = in_a_row({2024, 2025})
    assert unrated.is_note
    assert "the result of 2026 is not in the register yet" in unrated.sentence
    assert "stands in 2 consecutive years" in unrated.sentence
    assert not in_a_row({2025})[0].is_note


def test_r6_votes_are_counted_of_all_who_may_vote_by_the_rule_of_the_bloc():
    assert rules.voted_on(UNION, (5, 6, 5, "Điều 9")) == []
    [found] = rules.voted_on(UNION, (4, 6, 5, "Điều 9 Quy chế"), clause=CLAUSE)
    assert (found.clause, found.is_hard) == ("Điều 9 Quy chế", False)
    assert "4 of 6 votes of all who may vote, and 5" in found.sentence
    assert "no result of a secret ballot" in said(rules.voted_on(UNION, None))[0]
    assert rules.voted_on(UNION, None, is_asked=False) == []


def test_r7_the_money_is_that_of_the_day():
    answer = MoneyAnswer("R7", "Điều 54", "8 × … = 20,240,000 đồng.", object(), amount=20_240_000)
    assert rules.money_of_the_day(20_240_000, answer) == []
    [found] = rules.money_of_the_day(18_720_000, answer)
    assert found.sentence == "Stated are 18,720,000 đồng. 8 × … = 20,240,000 đồng."
    unknown = MoneyAnswer("R7", "", "Nothing is recorded.")
    assert said(rules.money_of_the_day(1, unknown)) == ["Nothing is recorded."]


def test_r8_the_bases_are_in_force_on_the_day():
    day = dt.date
    bases = [
        LegalBasis(number="a", in_force_on=day(2024, 1, 1), ended_on=day(2025, 7, 1)),
        LegalBasis(number="b", in_force_on=day(2025, 7, 1)),
        LegalBasis(number="c", in_force_on=day(2027, 3, 1)),
        LegalBasis(number="d"),
    ]
    assert said(rules.bases_in_force(bases, DAY)) == [
        "a is no longer in force on 15/12/2026: it ended on 01/07/2025.",
        "c is not yet in force on 15/12/2026: its first day is 01/03/2027.",
        "Of d no first day in force is recorded.",
    ]
    assert said(rules.bases_in_force(bases, day(2025, 6, 30)))[0].startswith("b is not yet")


def test_r9_an_award_has_its_dimensions_of_statistics():
    whole = {"recipient_class": "direct", "method": "regular", "recipient": "person", "sex": "f"}
    assert rules.statistics_complete("LĐTT", **whole) == []
    [found] = rules.statistics_complete("LĐTT", **{**whole, "sex": "", "method": ""})
    assert found.sentence == "LĐTT lacks for statistics: method of commendation, sex."
    collective = {**whole, "recipient": "collective", "sex": ""}
    assert rules.statistics_complete("Cờ", **collective) == []


def test_everything_that_stands_between_a_member_and_an_award():
    flag = eligibility.Conditions(
        "Cờ thi đua của Chính phủ", CLAUSE, must_lead=True, must_exceed=True
    )
    first = eligibility.Candidate(UNION, 2026, 1, percents=(("Hội viên", D(101)),))
    assert eligibility.eligibility(first, flag) == []
    second = eligibility.Candidate(
        UNION, 2026, 2, percents=(("Hội viên", D(90)),), disqualifications=("C1",)
    )
    assert [f.rule for f in eligibility.eligibility(second, flag)] == ["R1", "R3", "R3"]
    title = eligibility.Conditions("CSTĐ tỉnh", "Điều 22", years_needed=3, certain=True)
    person = eligibility.Candidate(
        "Nguyễn Văn A", 2026, None, years=(2025, 2026), recorded=(2024, 2025, 2026), what="CSTĐCS"
    )
    [found] = eligibility.eligibility(person, title)
    assert (found.rule, found.clause, found.is_hard) == ("R5", "Điều 22", True)
