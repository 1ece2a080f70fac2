"""Decisions entered directly: every dimension is said, mistakes are put right with a reason."""

import datetime as dt
from functools import partial

import pytest

from accounts.refusal import Refused
from awards import workflow
from awards.models import Award, BaseSalary, Decision
from awards.rows import AwardRow
from files import gate
from files.tests.make import PDF, upload

from . import make

pytestmark = pytest.mark.usefixtures("law")
DATED = dt.date(2026, 6, 30)


def flag(organisation, **changes):
    row = {"kind": make.kind(), "year": 2025, "organisation": organisation}
    row |= {"organisation_name": organisation.name, "method": "regular"}
    return AwardRow(**{**row, "achievement": "Dẫn đầu khối", **changes})


def woman(name="Trần Thị Hoà", **changes):
    row = {"kind": make.kind("BK_TINH_CN"), "year": 2026, "organisation_name": "Tổ dân phố số 3"}
    row |= {"method": "extraordinary", "achievement": "Cứu người đuối nước", "person_name": name}
    return AwardRow(**{**row, "recipient_class": "direct", "sex": "female", **changes})


@pytest.fixture
def record(cast):
    fields = {"number": "12/QĐ-UBND", "dated": DATED, "issuer": "Chủ tịch UBND tỉnh"}
    fields |= {"signer": "Lê Văn Hà", "subject": "Khen thưởng đột xuất"}
    fields |= {"by": cast.staff, "at": make.now()}
    return lambda **changes: workflow.record_decision(cast.province, **{**fields, **changes})


def test_a_decision_is_recorded_with_awards_money_scan_and_who_did_it(cast, record):
    rows = [flag(cast.organisations.farmers), woman()]
    decision = record(rows=rows, upload=gate.accept(upload("qd.pdf", PDF)))

    first, second = decision.awards.order_by("pk")
    assert (first.recipient_name, first.recipient, first.money) == (
        "Hội Nông dân", "collective", 18_720_000,
    )  # fmt: skip
    assert (second.person_name, second.organisation, second.money) == (
        "Trần Thị Hoà", None, 3_510_000,
    )  # fmt: skip
    assert second.search_key.startswith("tran thi hoa to dan pho")
    assert decision.file.path.read_bytes() == PDF
    assert first.events.get().pgh_context["by"] == cast.staff.pk


def test_past_records_bring_no_money_and_need_no_signer(cast, record):
    decision = record(is_historical=True, signer="", rows=[flag(cast.organisations.farmers)])
    assert decision.awards.get().money is None
    assert decision.awards.get().is_historical


def test_what_cannot_be_recorded_is_said(cast, record):
    record(rows=[woman()])
    refusals = {
        "A decision of this number and day is recorded already: open it instead.": partial(record),
        "The day of the decision lies in the future.": partial(
            record, number="13", dated=cast.today + dt.timedelta(days=1)
        ),
        "Write who signed the decision.": partial(record, number="13", signer=""),
        "The year of the achievement lies after the decision.": partial(
            record, number="13", rows=[woman(year=2027)]
        ),
        "“Trần Thị Hòa” has “Bằng khen của Chủ tịch UBND tỉnh” of that year in this decision "
        "already.": partial(record, number="13", rows=[woman(), woman("Trần Thị Hòa")]),
        "Of a person say the full name, sex and class; of a collective none of them.": partial(
            record, number="13", rows=[woman(sex="")]
        ),
    }
    for sentence, verb in refusals.items():
        with pytest.raises(Refused) as refusal:
            verb()
        assert str(refusal.value) == sentence
    assert Decision.objects.count() == 1


def test_a_correction_says_why_and_the_decision_shows_it(cast, record):
    decision = record(rows=[flag(cast.organisations.farmers), woman()])
    award, at = decision.awards.get(recipient="person"), make.now()
    how = {"why": "Sai họ tên", "by": cast.staff, "at": at}

    workflow.correct_award(award, row=woman("Trần Thị Hoa"), **how)

    award.refresh_from_db()
    decision.refresh_from_db()
    assert award.search_key.startswith("tran thi hoa")
    assert (award.person_name, award.money) == ("Trần Thị Hoa", 3_510_000)
    assert (decision.corrected_at, decision.corrected_why) == (at, "Sai họ tên")
    assert award.events.latest("pgh_id").pgh_context["why"] == "Sai họ tên"
    other = woman("Trần Thị Hoa", kind=make.kind("CSTDT"))
    assert workflow.correct_award(award, row=other, **how).money == 7_020_000
    with pytest.raises(Refused, match="Say why"):
        workflow.correct_award(award, row=other, **{**how, "why": " "})
    with pytest.raises(Refused, match="already"):
        workflow.correct_award(award, row=flag(cast.organisations.farmers), **how)


def test_another_day_of_the_decision_brings_the_money_of_that_day(cast, record):
    decision = record(rows=[flag(cast.organisations.farmers)])
    new_day = BaseSalary.objects.get(amount=2_530_000).period.lower
    workflow.correct_decision(
        decision, dated=new_day, why="Nhầm ngày", by=cast.staff, at=make.now()
    )
    assert decision.awards.get().money == 20_240_000


def test_a_mistake_is_taken_out_but_not_what_was_given(cast, record):
    decision = record(rows=[flag(cast.organisations.farmers), woman()])
    handed, wrong = decision.awards.order_by("pk")
    how = {"why": "Nhập trùng", "by": cast.staff, "at": make.now()}
    workflow.remove_award(wrong, **how)
    assert list(decision.awards.all()) == [handed]
    Award.objects.filter(pk=handed.pk).update(handed_on=cast.today, occasion="Tổng kết")
    with pytest.raises(Refused, match="revoked by a decision"):
        workflow.remove_award(handed, **how)


def test_a_decision_becomes_public_and_is_taken_back_with_a_reason(cast, record):
    decision = record()
    how = {"by": cast.staff}
    with pytest.raises(Refused, match="no awards yet"):
        workflow.publish_decision(decision, announcement="", **how)
    workflow.add_awards(decision, rows=[woman()], **how)
    assert not Award.objects.visible_to(cast.nobody).exists()
    workflow.publish_decision(decision, announcement="Chúc mừng", **how)
    assert Award.objects.visible_to(cast.nobody).count() == 1
    workflow.take_back_decision(decision, why="Chờ đính chính", **how)
    assert not Award.objects.visible_to(cast.nobody).exists()
    with pytest.raises(Refused, match="not public"):
        workflow.take_back_decision(decision, why="x", **how)


def test_results_of_years_are_kept_changed_with_a_reason_and_taken_away(cast):
    farmers, union = cast.organisations.farmers.pk, cast.organisations.union.pk
    keep = partial(workflow.record_results, by=cast.staff)
    assert keep({(farmers, 2024): ("good", "Số 1"), (union, 2024): ("", "")}) == 1
    assert keep({(farmers, 2024): ("good", "Số 1")}) == 0
    with pytest.raises(Refused, match="on record is changed"):
        keep({(farmers, 2024): ("excellent", "Số 1")})
    with pytest.raises(Refused, match="Name the paper"):
        keep({(union, 2024): ("good", " ")})
    assert keep({(farmers, 2024): ("excellent", "Số 2")}, why="Xếp lại") == 1
    result = cast.organisations.farmers.yearly_results.get()
    assert (result.rating, result.document) == ("excellent", "Số 2")
    assert keep({(farmers, 2024): ("", "")}, why="Nhầm đơn vị") == 1
    assert not cast.organisations.farmers.yearly_results.exists()
