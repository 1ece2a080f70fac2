"""Decisions made from passed nominations: names, money and findings of their day; mistakes."""

import datetime as dt
from types import SimpleNamespace

import pytest

from accounts.refusal import Refused
from awards import workflow
from awards.deciding import plan_of
from awards.models import Award, Decision, Nomination
from blocs.models import OrganisationSuccession
from blocs.tests import make as blocs
from files import gate
from files.tests.make import PDF, upload

from . import make, nominating, provincial
from .provincial import ACHIEVEMENT, decided, fresh, passed

pytestmark = pytest.mark.usefixtures("law")
OLD, NEW = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
# Award money at 2 340 000 and at 2 530 000 (docs/field.md §1.8).
MONEY = {
    "CO_CP": (28_080_000, 30_360_000),
    "CO_TINH": (18_720_000, 20_240_000),
    "TTLDXS": (3_510_000, 3_800_000),
    "TTLDTT": (1_880_000, 2_030_000),
    "BK_TINH": (7_020_000, 7_590_000),
}
OF_PERSONS = {
    "CSTDTQ": (10_530_000, 11_390_000),
    "CSTDT": (7_020_000, 7_590_000),
    "CSTDCS": (2_340_000, 2_530_000),
    "LDTT": (710_000, 760_000),
    "BK_TINH_CN": (3_510_000, 3_800_000),
}


def how(cast):
    return {"by": cast.staff, "at": make.now()}


def refused(verb, *args, match, **kwargs):
    with pytest.raises(Refused, match=match):
        verb(*args, **kwargs)


def all_passed(cast):
    """A nomination for every kind of the table, passed, in one bloc of many members."""
    at, rows = make.now(), {}
    sent = nominating.submission(cast.year, cast.chair, at)
    for number, code in enumerate({**MONEY, **OF_PERSONS}):
        seat = blocs.seat(cast.year, blocs.organisation(f"Đơn vị {number}", cast.province))
        rows[code] = make.nomination(cast.year, seat, code, state="passed", submission=sent)
    return rows


@pytest.mark.parametrize(("day", "column"), [(OLD, 0), (NEW, 1)])
def test_the_table_of_money_comes_out_of_a_decision(cast, day, column):
    """Of the titles of persons the sums alone: a bloc nominates collectives."""
    rows = all_passed(cast)
    decision = workflow.decide(
        cast.province,
        nominations=[rows[code].pk for code in MONEY],
        achievement=ACHIEVEMENT,
        **{**provincial.DECISION, "dated": day},
        **how(cast),
    )
    found = {award.kind.code: award.money for award in decision.awards.select_related("kind")}
    assert found == {code: sums[column] for code, sums in MONEY.items()}
    of_persons = Nomination.objects.filter(pk__in=[rows[code].pk for code in OF_PERSONS])
    of_persons = of_persons.select_related(
        "kind__basis", "seat__organisation", "emulation_year__bloc"
    )
    fields = {**provincial.DECISION, "number": "2", "dated": day, "achievement": ACHIEVEMENT}
    keys = [row.pk for row in of_persons]
    refused(
        workflow.decide, cast.province, nominations=keys, match="persons", **fields, **how(cast)
    )
    plan = plan_of(list(of_persons), dated=day, achievement=ACHIEVEMENT)
    sums = {line.kind.code: line.money.amount for line in plan.lines}
    assert sums == {code: amounts[column] for code, amounts in OF_PERSONS.items()}


def test_a_decision_records_awards_under_the_names_of_its_day(cast):
    """The union has become another organisation before the decision, not before the year's end."""
    found = passed(cast)
    renamed = blocs.organisation("Công đoàn tỉnh", cast.province)
    OrganisationSuccession.objects.create(
        predecessor=cast.organisations.union, successor=renamed, kind="renamed", on=cast.today
    )
    before = decided(cast, found, dated=provincial.days_ago(cast, 1))
    names = list(before.awards.order_by("pk").values_list("organisation_name", flat=True))
    assert names == ["Hội Nông dân", "Liên đoàn Lao động", "Ủy ban MTTQ"]
    workflow.correct_decision(
        before, why="Gõ nhầm ngày", **{**provincial.DECISION, "dated": cast.today}, **how(cast)
    )
    award = Award.objects.get(nomination=found.rows["union"])
    assert (award.organisation, award.organisation_name) == (renamed, "Công đoàn tỉnh")
    assert (award.year, award.method, award.recipient_class) == (
        cast.year.year, "regular", "collective",
    )  # fmt: skip
    assert {fresh(row).state for row in found.rows.values()} == {"decided"}
    assert found.rows["union"].steps.last().why == "123/QĐ-UBND"


def test_what_the_council_did_not_pass_is_not_decided(cast):
    found = passed(cast, union=(3, 12, "Chưa đủ"))
    fields = {**provincial.DECISION, "dated": cast.today, "achievement": ACHIEVEMENT, **how(cast)}
    refused(workflow.decide, cast.province, nominations=[], match="one nomination", **fields)
    refused(workflow.decide, cast.province, nominations=found.keys, match="Liên đoàn", **fields)
    refused(
        workflow.decide, cast.elsewhere, nominations=found.keys[:1], match="Hội Nông dân", **fields
    )
    future = {**fields, "dated": cast.today + dt.timedelta(days=1)}
    refused(workflow.decide, cast.province, nominations=found.keys[:1], match="future", **future)
    early = {**fields, "dated": dt.date(2020, 5, 5)}
    refused(workflow.decide, cast.province, nominations=found.keys[:1], match="Nothing is", **early)
    refused(
        workflow.decide,
        cast.province,
        nominations=found.keys[:1],
        fingerprint="x",
        match="meanwhile",
        **fields,
    )
    assert not Decision.objects.exists()
    first = workflow.decide(cast.province, nominations=found.keys[:1], **fields)
    assert first.awards.get().kind.code == "CO_CP"
    refused(workflow.decide, cast.province, nominations=found.keys[2:], match="already", **fields)


def test_the_plan_shows_money_bases_and_double_awards_before(cast):
    """R4, R7 and R8: on the last day of the salary decree both amounts and doubts are said."""
    found = passed(cast)
    decided(cast, SimpleNamespace(rows={"farmers": found.rows["farmers"]}))
    again = make.nomination(cast.year, cast.seats["farmers"], "BK_TINH", state="proposed")
    rows = Nomination.objects.filter(pk=again.pk).select_related(
        "kind__basis", "seat__organisation", "emulation_year__bloc"
    )
    [line] = plan_of(list(rows), dated=cast.today, achievement=ACHIEVEMENT).lines
    assert [each.rule for each in line.findings] == ["R4"]
    assert "has “Cờ thi đua của Chính phủ” already" in line.findings[0].sentence
    [line] = plan_of(list(rows), dated=dt.date(2024, 3, 1), achievement="Khác").lines
    assert [each.rule for each in line.findings] == ["R7"]
    assert line.money.amount is None
    basis = line.kind.basis
    basis.ended_on = dt.date(2026, 1, 1)
    basis.save()
    [line] = plan_of(list(rows), dated=cast.today, achievement="Khác").lines
    assert [each.rule for each in line.findings] == ["R8"]


def test_a_wrong_entry_is_void_and_may_be_entered_anew(cast):
    found = passed(cast)
    decision = decided(cast, found)
    refused(workflow.void_decision, decision, why=" ", match="Say why", **how(cast))
    workflow.void_decision(decision, why="Nhập nhầm tỉnh", **how(cast))
    assert {fresh(row).state for row in found.rows.values()} == {"passed"}
    assert Award.objects.count() == 3
    assert not Award.objects.valid().exists()
    again = decided(cast, found)
    assert again.awards.count() == 3
    refused(workflow.void_decision, fresh(decision), why="x", match="void", **how(cast))
    words = {"why": "x", "dated": cast.today, **how(cast)}
    refused(workflow.correct_decision, fresh(decision), match="void", **words)


def test_awards_are_handed_over_and_revoked_and_then_the_entry_stands(cast):
    decision = decided(cast, passed(cast))
    awards = list(decision.awards.order_by("pk"))
    keys = [award.pk for award in awards]
    words = {"handed_on": cast.today, "occasion": "Hội nghị tổng kết", **how(cast)}
    refused(workflow.hand_over_awards, decision, awards=[], match="one at least", **words)
    early = {**words, "handed_on": provincial.days_ago(cast, 9)}
    refused(workflow.hand_over_awards, decision, awards=keys, match="until today", **early)
    workflow.hand_over_awards(decision, awards=keys[:2], **words)
    assert Award.objects.filter(handed_on=cast.today, occasion="Hội nghị tổng kết").count() == 2
    refused(workflow.void_decision, decision, why="x", match="handed over", **how(cast))
    revoke = {
        "revoked_on": cast.today,
        "revoke_document": "7/QĐ-UBND",
        "revoke_reason": "Kê khai gian dối",
        **how(cast),
    }
    blank = {**revoke, "revoke_reason": " "}
    refused(workflow.revoke_award, awards[2], match="decision and a reason", **blank)
    early = {**revoke, "revoked_on": provincial.days_ago(cast, 9)}
    refused(workflow.revoke_award, awards[2], match="until today", **early)
    workflow.revoke_award(awards[2], **revoke)
    assert Award.objects.valid().count() == 2
    refused(workflow.revoke_award, awards[2], match="already", **revoke)
    refused(workflow.hand_over_awards, decision, awards=keys, match="revoked", **words)
    assert fresh(awards[2].nomination).state == "decided"


def test_a_correction_says_why_and_moves_no_award_past_its_ceremony(cast):
    found = passed(cast)
    decision = decided(cast, found, dated=provincial.days_ago(cast, 2))
    fields = {**provincial.DECISION, "dated": decision.dated, "number": "124/QĐ-UBND"}
    refused(workflow.correct_decision, decision, why="", match="Say why", **fields, **how(cast))
    workflow.correct_decision(decision, why="Gõ nhầm số", **fields, **how(cast))
    decision = fresh(decision)
    assert (decision.number, decision.corrected_why) == ("124/QĐ-UBND", "Gõ nhầm số")
    day = provincial.days_ago(cast, 1)
    workflow.hand_over_awards(
        decision, awards=[decision.awards.first().pk], handed_on=day, occasion="Lễ", **how(cast)
    )
    later = {**fields, "dated": cast.today, "why": "x", **how(cast)}
    refused(workflow.correct_decision, decision, match="before this day", **later)


def test_scans_are_filed_through_the_gate(cast):
    found = passed(cast)
    scan = gate.accept(upload("quyet-dinh.pdf", PDF))
    decision = workflow.add_decision_scan(decided(cast, found), upload=scan, **how(cast))
    held = workflow.add_session_scan(found.session, upload=scan, **how(cast))
    assert decision.file.name == held.file.name == "quyet-dinh.pdf"
