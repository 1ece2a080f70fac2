"""What the rules find about each nomination, from rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from accounts.refusal import Refused
from awards import workflow
from awards.findings import findings_of, nominations_of, notes_of
from awards.models import Award, Decision, QuotaRule, YearlyResult
from awards.workflow.nominating import read_case
from blocs.models import OrganisationSuccession
from blocs.tests import make as blocs
from blocs.workflow import NotChair
from scoring.tests.ranked import barred

from .judged import RANKS, noted, override, said
from .nominating import announced, kind, nomination, reported_targets

pytestmark = pytest.mark.usefixtures("law")


def rules_of(cast, given):
    return [rule for rule, _sentence in said(cast, given)]


def excellent(organisation, *years):
    for year in years:
        YearlyResult.objects.create(
            organisation=organisation, year=year, rating="excellent", document="QĐ 1"
        )


def award(cast, organisation, code, year, **fields):
    decision = Decision.objects.create(
        province=cast.province, number=f"{Decision.objects.count() + 1}/QĐ-UBND",
        dated=cast.today, issuer="UBND", signer="A", subject="Khen thưởng",
    )  # fmt: skip
    return Award.objects.create(
        decision=decision, kind=kind(code), year=year, recipient="collective",
        organisation=organisation, organisation_name=organisation.name,
        recipient_class="collective",
        **{"method": "regular", "achievement": "Công tác năm"} | fields,
    )  # fmt: skip


def test_the_leader_with_a_vote_has_nothing_against_it_and_without_one_is_warned(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    assert said(cast, given) == [
        ("R6", "Ủy ban MTTQ: no result of a secret ballot is recorded for this flag.")
    ]


def test_ranks_count_as_far_as_the_flags_of_the_quota(cast):
    """The default for up to five members is one flag, which the nominee takes."""
    announced(cast, RANKS)
    second = nomination(cast.year, cast.seats["union"])
    last = nomination(cast.year, cast.seats["youth"], "CO_MTTQ")
    unranked = nomination(cast.year, cast.seats["youth"])
    assert ("R1", "Liên đoàn Lao động has rank 2, and a flag goes to the first of the bloc.") in (
        said(cast, second)
    )
    assert "R1" not in rules_of(cast, last)
    assert any("Tỉnh đoàn is not ranked" in sentence for _rule, sentence in said(cast, unranked))


def test_more_than_the_quota_is_a_finding_of_those_that_come_last(cast):
    announced(cast, RANKS)
    first, second = (
        nomination(cast.year, cast.seats[name], "BK_TINH") for name in ("union", "front")
    )
    assert "R2" not in rules_of(cast, second)
    [found] = [each for each in noted(cast, first) if each.shown.rule == "R2"]
    assert "number 2 on the list for “Bằng khen của Chủ tịch UBND tỉnh”, and the quota is 1" in (
        found.shown.sentence
    )
    assert not found.shown.is_hard


def test_without_a_quota_the_number_is_looked_up_and_never_guessed(cast):
    announced(cast, RANKS)
    given = [nomination(cast.year, cast.seats[name], "BK_TINH") for name in ("front", "union")]
    QuotaRule.objects.all().delete()
    found = [e for each in given for e in noted(cast, each) if e.kept.rule == "R2"]
    assert [each.kept.is_note for each in found] == [True, True]
    assert "No quota is recorded for 4 members" in found[0].shown.sentence


def test_a_bloc_has_one_nominee_for_the_governments_flag(cast):
    announced(cast, RANKS)
    first, second = (
        nomination(cast.year, cast.seats[name], "CO_CP") for name in ("front", "union")
    )
    one_too_many = (
        "The bloc nominates 2 for the Government's flag (Ủy ban MTTQ, Liên đoàn Lao động)"
    )
    assert not any(one_too_many in text for _rule, text in said(cast, first))
    assert any(one_too_many in text for _rule, text in said(cast, second))


def test_the_bloc_is_told_of_the_share_of_the_province_before_it_submits(cast):
    """20 % of two blocs with a leader are none: a warning that holds no list."""
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"], "CO_CP")
    [found] = [each for each in noted(cast, given) if each.kept.is_of_province]
    assert (
        "has 0 nominees for the Government's flag, and 1 more are on lists" in found.shown.sentence
    )
    assert "20 % of 1 blocs with a leader, rounded down: 0 at most" in found.shown.sentence
    assert (found.is_open, found.holds_the_list, found.shown.is_hard) == (True, False, False)
    with pytest.raises(NotChair):
        workflow.override_findings(
            given, sentences=[found.kept.sentence], why="x", by=cast.chair, at=timezone.now()
        )


def test_what_stands_against_a_member_bars_flags_and_only_what_takes_the_rank_all(cast):
    announced(cast, RANKS)
    barred(cast, "front", effect="no_flag", fact="C1", text="Bị khiển trách")
    barred(cast, "union", effect="postponed")
    flag = nomination(cast.year, cast.seats["front"])
    certificate = nomination(cast.year, cast.seats["front"], "TTLDXS")
    other = nomination(cast.year, cast.seats["union"], "TTLDXS")
    [fact] = [text for rule, text in said(cast, flag) if rule == "R3"]
    assert "is not to be nominated for a flag: C1: discipline" in fact
    assert fact.endswith("Bị khiển trách")
    assert "R3" not in rules_of(cast, certificate)
    assert "R3" in rules_of(cast, other)


def test_the_governments_flag_asks_for_targets_that_were_exceeded(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"], "CO_CP")
    assert any("no target with a figure" in sentence for _rule, sentence in said(cast, given))
    targets = [("Hội viên", 100, 100), ("Quỹ", 10000, "10000.01"), ("Nhà", 5, None)]
    reported_targets(cast, "front", targets)
    found = [each.shown for each in noted(cast, given) if each.shown.rule == "R3"]
    assert [(each.sentence, each.is_hard) for each in found] == [
        ("Ủy ban MTTQ: “Hội viên” reached 100 %, which does not exceed it.", True),
        ("Ủy ban MTTQ: no result is recorded for “Nhà”.", False),
    ]


def test_one_achievement_is_commended_once(cast):
    announced(cast, RANKS)
    front = cast.organisations.front
    award(cast, front, "BK_TINH", cast.year.year)
    award(cast, front, "GK", cast.year.year, method="thematic")
    award(cast, front, "CO_TINH", cast.year.year - 1)
    gone = award(cast, front, "TTLDXS", cast.year.year)
    gone.revoked_on, gone.revoke_document, gone.revoke_reason = cast.today, "QĐ 2", "Sai"
    gone.save()
    given = nomination(cast.year, cast.seats["front"])
    [found] = [text for rule, text in said(cast, given) if rule == "R4"]
    assert "has “Bằng khen của Chủ tịch UBND tỉnh” already" in found


def test_two_awards_of_one_list_warn_the_lower_one(cast):
    announced(cast, RANKS)
    flag = nomination(cast.year, cast.seats["front"])
    certificate = nomination(cast.year, cast.seats["front"], "TTLDXS")
    assert "R4" not in rules_of(cast, flag)
    assert said(cast, certificate) == [
        ("R4", "Ủy ban MTTQ is on this list for “Cờ thi đua của UBND tỉnh” too, for the same "
               "achievement."),
    ]  # fmt: skip


def test_years_in_a_row_are_those_of_the_predecessors_too_but_for_splits(cast):
    announced(cast, RANKS)
    year = cast.year.year
    given = nomination(cast.year, cast.seats["front"], "BK_TINH")
    old, other = (blocs.organisation(name, cast.province) for name in ("Mặt trận cũ", "Ban khác"))
    excellent(cast.organisations.front, year)
    excellent(other, year - 1)
    for organisation, how in ((old, "renamed"), (other, "split")):
        OrganisationSuccession.objects.create(
            kind=how, predecessor=organisation, successor=cast.organisations.front, on=cast.today
        )
    [found] = [text for rule, text in said(cast, given) if rule == "R5"]
    assert "in 1 consecutive years" in found
    YearlyResult.objects.create(organisation=old, year=year - 1, rating="good", document="QĐ 2")
    assert "R5" in rules_of(cast, given)
    YearlyResult.objects.filter(organisation=old).delete()
    award(cast, old, "TTLDXS", year - 1)
    assert "R5" not in rules_of(cast, given)


def test_results_that_nobody_entered_are_a_note_once_for_all_certificates(cast):
    announced(cast, RANKS)
    given = [nomination(cast.year, cast.seats[name], "BK_TINH") for name in ("front", "union")]
    case = read_case(cast.year, timezone.now())
    found = findings_of(case, list(nominations_of(cast.year)))
    notes = [e for each in given for e in found[each.pk] if e.kept.rule == "R5"]
    assert [(e.is_open, e.holds_the_list) for e in notes] == [(False, False)] * 2
    with translation.override("vi"):
        found = findings_of(case, list(nominations_of(cast.year)))
        assert [text[:42] for text in notes_of(found)] == [
            "Chưa có kết quả các năm trước trong sổ: tr"
        ]
    with pytest.raises(Refused, match="changed meanwhile"):
        override(cast, given[0], "R5")


def test_without_an_announced_standing_nothing_is_judged(cast):
    given = nomination(cast.year, cast.seats["front"])
    case = read_case(cast.year, timezone.now())
    assert findings_of(case, [given]) == {}


def test_findings_cost_the_same_with_any_number_of_nominations(cast):
    announced(cast, RANKS)
    nomination(cast.year, cast.seats["front"], "CO_CP")

    def cost():
        case = read_case(cast.year, timezone.now())
        nominations = list(nominations_of(cast.year))
        with CaptureQueriesContext(connection) as queries:
            findings_of(case, nominations)
        return len(queries)

    before = cost()
    for name in ("front", "union", "farmers", "youth"):
        for code in ("CO_TINH", "BK_TINH", "TTLDXS"):
            nomination(cast.year, cast.seats[name], code)
    assert before == cost() <= 4
