"""A chair that missed a duty: what the acts say, what is proposed, who decides."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.refusal import Refused
from blocs.models import ChairAct, ChairRight
from blocs.workflow import NotChair, act_as_chair, set_deadlines
from scoring.arithmetic import Rule
from scoring.chair_duties import deductions
from scoring.kinds import Method
from scoring.models import MissedDuty, Score
from scoring.tests import make
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, earlier, last_days, rows, scored, staged
from scoring.tree import Node
from scoring.workflow import (
    NotTheirs,
    deduct_for_missed,
    finish_check,
    refuse_deduction,
    save_check,
)

NOW = timezone.now
HALF = "half_year_report"


def node(pk, text, method, kind="ordinary", each="4", maximum="20"):
    rule = Rule(method, each=each and Decimal(each))
    return Node(f"I.{pk}", text, kind, Decimal(maximum), (), pk, rule)


FAULTS = node(1, "Sơ kết, tổng kết, hồ sơ đúng hạn", Method.STEPS_DOWN)
LATE = node(2, "Báo cáo chậm: trừ 2 điểm mỗi báo cáo", Method.PER_OCCURRENCE, "penalty", "2", "10")
JUDGED = node(3, "Tổ chức sơ kết", Method.JUDGED, each=None)
CHECKS = node(4, "Thực hiện kiểm tra chéo", Method.STEPS_DOWN, each="5")


@pytest.mark.parametrize(
    ("duty", "points", "found"),
    [
        (HALF, {1: "20", 2: "2"}, [("I.1", 16), ("I.2", 4)]),
        (HALF, {1: "3"}, [("I.1", 0), ("I.2", 2)]),
        (HALF, {1: "0", 2: "10"}, []),  # nothing more can be taken off
        (HALF, {}, [("I.2", 2)]),  # what nobody has scored yet has nothing to be taken off
        ("year_end_report", {1: "20", 2: "10"}, [("I.1", 16)]),
        ("cross_check", {1: "20", 4: "5"}, [("I.4", 0)]),
    ],
)
def test_one_more_fault_where_a_criterion_speaks_of_the_duty(duty, points, found):
    points = {pk: Decimal(value) for pk, value in points.items()}
    told = deductions([FAULTS, LATE, JUDGED, CHECKS], duty, points)
    assert [(each.node.code, each.new) for each in told] == found


@pytest.fixture
def criteria(cast):
    made = staged(cast.year, today=cast.today)
    faults = make.criterion(
        made, "I.3", "20", made.criteria.get(code="I"), method="steps_down", each=Decimal(4)
    )
    faults.text = "Sơ kết, tổng kết, hồ sơ đúng hạn"
    faults.save()
    days = {HALF: cast.today - 10 * DAY}
    set_deadlines(cast.year, days=days, by=cast.chair, at=NOW())
    score(cast.year, cast.seats["farmers"], "I.3", "20")
    return made


def done(cast, by, *, at=None, duty=HALF, reason=""):
    """What issuing a report keeps as an act."""
    what, right = "Ban hành báo cáo sơ kết", ChairRight.YEAR_WORK
    how = {"by": by, "at": at or NOW(), "reason": reason, "deadline": duty}
    return act_as_chair(cast.year, right=right, what=what, **how)


def page(client, cast, who="member"):
    client.force_login(cast.people[who])
    url = reverse("scoring:missed_duties", args=[cast.year.bloc.slug, cast.year.year])
    return url, client.get(url)


def about(cast, criteria=None, duty=HALF):
    found = {"seat_pk": cast.seats["farmers"].pk, "duty": duty}
    return found | ({"criterion_pk": criteria.criteria.get(code="I.3").pk} if criteria else {})


def test_what_the_chair_did_or_the_province_did_in_time_is_no_missed_duty(client, cast, criteria):
    done(cast, cast.staff, at=NOW() - 10 * DAY, reason="Ốm")
    assert page(client, cast)[1].context["missed"] == []
    with pytest.raises(Refused, match="has not missed"):
        deduct_for_missed(cast.year, by=cast.chair, at=NOW(), **about(cast, criteria))


def test_a_paper_that_the_province_only_replaces_was_not_missed(client, cast, criteria):
    done(cast, cast.chair, at=NOW() - 20 * DAY)
    done(cast, cast.staff, reason="Thay bản sai")
    assert page(client, cast)[1].context["missed"] == []


def test_a_deduction_is_proposed_and_the_bloc_confirms_it(client, cast, criteria):
    done(cast, cast.staff, reason="Khối trưởng <b>chậm</b>")
    url, shown = page(client, cast)
    [missed] = shown.context["missed"]
    [deduction] = missed.deductions
    assert (missed.seat, missed.on, deduction.old, deduction.new) == (
        cast.seats["farmers"], cast.today, 20, 16,
    )  # fmt: skip
    text = shown.content.decode()
    assert "Khối trưởng &lt;b&gt;chậm&lt;/b&gt;" in text
    assert 'name="criterion"' not in text
    assert Score.objects.get(criterion__code="I.3").points == 20  # never by itself
    detail = reverse(
        "scoring:sheet_detail",
        args=[cast.year.bloc.slug, cast.year.year, cast.seats["farmers"].pk],
    )
    assert url in client.get(detail).content.decode()
    assert client.post(url, {}).status_code == 403

    client.force_login(cast.chair)
    agree = reverse("scoring:sheets_agree", args=[cast.year.bloc.slug, cast.year.year])
    assert url in client.get(agree).content.decode()
    press = {"seat": missed.seat.pk, "duty": HALF, "criterion": deduction.node.pk}
    assert client.post(url, press).status_code == 302
    kept = Score.objects.get(criterion__code="I.3")
    assert (kept.points, kept.by) == (16, cast.chair)
    assert kept.reason.startswith("Khối trưởng không thực hiện đúng hạn: báo cáo sơ kết")
    [row] = MissedDuty.objects.all()
    assert (row.outcome, row.code, row.points, row.act.by) == (
        "deducted", "I.3", 4, cast.chair,
    )  # fmt: skip
    client.post(url, press)
    assert Score.objects.get(criterion__code="I.3").points == 16
    assert url not in client.get(agree).content.decode()


def test_the_staff_confirm_with_one_click_or_say_why_not(cast, criteria):
    done(cast, cast.staff, reason="Khối trưởng chậm")
    for who in (cast.chair, cast.member, cast.deputy):
        with pytest.raises(NotTheirs):
            refuse_deduction(cast.year, why="Thiên tai", by=who, at=NOW(), **about(cast))
    with pytest.raises(NotChair):
        deduct_for_missed(cast.year, by=cast.member, at=NOW(), **about(cast, criteria))
    with pytest.raises(Refused, match="Say why nothing"):
        refuse_deduction(cast.year, why=" ", by=cast.staff, at=NOW(), **about(cast))
    with transaction.atomic():
        row = deduct_for_missed(cast.year, by=cast.staff, at=NOW(), **about(cast, criteria))
        assert row.act.reason == "Xử lý việc khối trưởng không thực hiện đúng hạn"
        transaction.set_rollback(True)
    refuse_deduction(cast.year, why="Thiên tai", by=cast.staff, at=NOW(), **about(cast))
    assert Score.objects.get(criterion__code="I.3").points == 20
    with pytest.raises(Refused, match="decided already"):
        deduct_for_missed(cast.year, by=cast.chair, at=NOW(), **about(cast, criteria))


def test_checks_that_the_province_made_after_the_last_day_are_a_fact_without_criterion(
    client, cast, criteria
):
    scored(criteria, cast.seats["front"], cast.member, at=earlier())
    scored(criteria, cast.seats["farmers"], cast.chair, at=earlier(), I_1="90")
    last_days(cast.year, cast.today - 3 * DAY, cast.today - DAY)
    how = {"by": cast.staff, "at": NOW(), "reason": "Quá hạn"}
    own = rows(criteria, I_1="90")
    save_check(cast.seats["farmers"], rows=own, **how)  # the deputy's to check, not the chair's
    assert page(client, cast)[1].context["missed"] == []
    save_check(
        cast.seats["front"], rows=rows(criteria, I_1="80", I_2="20", II_1="50", II_2="1"), **how
    )
    with pytest.raises(Refused, match=r"I\.3"):
        finish_check(cast.seats["front"], **how)
    url, shown = page(client, cast, "staff")
    [missed] = shown.context["missed"]
    assert (missed.duty, missed.deductions) == ("cross_check", ())
    press = {"seat": missed.seat.pk, "duty": "cross_check", "why": "Khối bỏ qua"}
    assert client.post(url, press).status_code == 302
    assert client.get(url).context["missed"][0].decision["why"] == "Khối bỏ qua"


DEDUCTED = {"outcome": "deducted", "code": "I.3", "points": 4, "why": "x"}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("missed_duty_is_decided_once", {}),
        ("missed_duty_is_the_chairs", {"duty": "signing"}),
        ("duty_decision_is_known", {"outcome": "later", "duty": "cross_check"}),
        ("duty_decision_says_what_is_deducted_or_why_not", {"why": "", "duty": "cross_check"}),
        (
            "duty_decision_says_what_is_deducted_or_why_not",
            {**DEDUCTED, "points": 0, "duty": "cross_check"},
        ),
        ("missed_duty_is_of_a_member_of_its_year", {"year": "last_year", "duty": "cross_check"}),
    ],
)
def test_a_decision_that_makes_no_sense_is_not_stored(cast, name, fields):
    values = {"seat": cast.seats["farmers"], "duty": HALF, "outcome": "refused", "why": "x"}
    values |= {"by": cast.staff, "at": NOW(), "emulation_year": cast.year}
    MissedDuty.objects.create(**values)
    if year := fields.get("year"):
        values["emulation_year"] = getattr(cast, year)
    if fields.get("outcome") == "deducted":
        act_as_chair(cast.year, right="year_work", what="x", by=cast.chair, at=NOW())
        values["act"] = ChairAct.objects.get()
    values |= {key: value for key, value in fields.items() if key != "year"}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _at_the_end(values)


def _at_the_end(values):
    """Keys over two columns speak at the end of a transaction: let them speak now."""
    MissedDuty.objects.create(**values)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_page_takes_few_queries(client, cast, criteria, django_assert_max_num_queries):
    done(cast, cast.staff, reason="Khối trưởng chậm")
    url, _shown = page(client, cast, "chair")
    with django_assert_max_num_queries(12):
        client.get(url)
