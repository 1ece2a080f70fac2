"""Rules through the verbs and the form: kept whole, refused with what is wrong."""

from decimal import Decimal as D

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.refusal import Refused
from scoring import workflow
from scoring.arithmetic import Rule, Tier
from scoring.kinds import Method
from scoring.models import CriteriaSet
from scoring.tests.scene import NOW, score

TIERS = Rule(Method.TIERS, tiers=(Tier(D(40), "tốt"), Tier(D(20), "khá")))
WHOLE = {"text": "Tiêu chí", "maximum": D(40)}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def stored(small_criteria):
    return small_criteria


@pytest.fixture
def page(client, cast, stored):
    """Posts to the form of a criterion, or of a new one below a section."""
    client.force_login(cast.staff)

    def post(of, name="criterion_edit", /, **data):
        pk = stored.criteria.get(code=of).pk
        url = reverse(f"scoring:{name}", args=[cast.bloc.slug, cast.year.year, pk])
        return client.post(url, {"text": "Tiêu chí", "maximum": "40", **data})

    return post


def test_a_criterion_is_added_and_changed_with_its_rule(cast, stored):
    how = {"by": cast.staff, "at": NOW}
    parent = stored.criteria.get(code="I")

    made = workflow.add_criterion(stored, parent=parent, code="I.3", rule=TIERS, **WHOLE, **how)
    assert stored.criteria.get(pk=made.pk).rule == TIERS

    fewer = Rule(Method.TIERS, tiers=TIERS.tiers[:1])
    workflow.change_criterion(made, code="I.3", rule=fewer, **WHOLE, **how)
    assert stored.criteria.get(pk=made.pk).rule == fewer

    workflow.change_criterion(made, code="I.3", **WHOLE, **how)
    assert stored.criteria.get(pk=made.pk).rule == fewer  # not named, so it stays

    workflow.change_criterion(made, code="I.3", rule=Rule(), **WHOLE, **how)
    assert stored.criteria.get(pk=made.pk).rule == Rule()


def test_a_rule_that_cannot_be_counted_is_refused(cast, stored):
    parent, first = stored.criteria.get(code="I"), stored.criteria.get(code="I.1")
    how = {**WHOLE, "rule": Rule(Method.STEPS_DOWN), "by": cast.staff, "at": NOW}
    with pytest.raises(Refused, match="for each"):
        workflow.add_criterion(stored, parent=parent, code="I.3", **how)
    with pytest.raises(Refused, match="for each"):
        workflow.change_criterion(first, code="I.1", **how)


def test_a_lower_maximum_is_refused_while_a_tier_has_more(cast, stored):
    first, how = stored.criteria.get(code="I.1"), {"by": cast.staff, "at": NOW}
    workflow.change_criterion(first, code="I.1", rule=TIERS, **WHOLE, **how)

    with pytest.raises(Refused, match="tốt must have points from 0 to 30"):
        workflow.change_criterion(first, code="I.1", text="x", maximum=D(30), **how)


def test_a_section_does_not_become_what_a_rule_below_it_forbids(cast, stored):
    how = {"by": cast.staff, "at": NOW}
    late = Rule(Method.DAYS_LATE, tiers=(Tier(D(2), "", D(1)),), deadline="self_score")
    section = stored.criteria.get(code="III")
    part = workflow.add_criterion(
        stored, parent=section, code="III.1", text="x", maximum=D(5), rule=late, **how
    )
    assert stored.criteria.get(pk=part.pk).rule == late

    with pytest.raises(Refused, match=r"III\.1: Days late"):
        workflow.change_criterion(section, code="III", text="x", maximum=D(9), kind="bonus", **how)


def test_the_form_keeps_what_the_method_needs_and_ignores_the_rest(page, stored):
    page("I.1", code="I.1", method="pro_rata", unit="nhà", target="1.200,5", floor="50",
         each="không phải số", meets="500", tier_points="x")  # fmt: skip

    rule = stored.criteria.get(code="I.1").rule
    assert rule == Rule(Method.PRO_RATA, unit="nhà", target=D("1200.5"), floor=D(50))


def test_tiers_are_rows_and_empty_ones_are_left_out(page, stored):
    page("I", "criterion_create", code="I.3", method="tiers", unit="%",
         tiers_label=["", "", "còn lại", ""], tiers_at_least=["95", "", "", "100"],
         tiers_points=["20", "", "0", "40"])  # fmt: skip

    assert stored.criteria.get(code="I.3").rule.tiers == (
        Tier(D(40), "", D(100)),
        Tier(D(20), "", D(95)),
        Tier(D(0), "còn lại"),
    )


def test_the_form_names_what_is_wrong_and_keeps_what_was_typed(page, stored):
    answer = page("I.1", code="I.1", method="tiers", tiers_label=["tốt", "khá", "kém"],
                  tiers_at_least=["", "", ""], tiers_points=["41", "", "mười"])  # fmt: skip
    [error] = answer.context["form"].errors["tiers"]
    assert "Dòng 3, Điểm: “mười”" in error
    assert 'value="mười"' in answer.content.decode()

    answer = page("I.1", code="I.1", method="tiers", tiers_label=["tốt", "khá"],
                  tiers_at_least=["", ""], tiers_points=["41", ""])  # fmt: skip
    assert "Bậc 2 phải có điểm" in str(answer.context["form"].errors)

    answer = page("I.1", code="I.1", method="tiers", tiers_label=["tốt"], tiers_at_least=[""],
                  tiers_points=["41"])  # fmt: skip
    assert "Bậc tốt phải có điểm từ 0 đến 40" in str(answer.context["form"].errors)
    assert stored.criteria.get(code="I.1").rule == Rule()


def test_a_form_shows_the_stored_rule(page, stored, client, cast):
    page("I.1", code="I.1", method="tiers", tiers_label=["tốt <b>", ""],
         tiers_at_least=["", ""], tiers_points=["40", ""])  # fmt: skip
    url = reverse(
        "scoring:criterion_edit",
        args=[cast.bloc.slug, cast.year.year, stored.criteria.get(code="I.1").pk],
    )

    content = client.get(url).content.decode()
    assert 'value="tốt &lt;b&gt;"' in content
    assert "tốt <b>" not in content


def test_what_is_divided_is_asked_no_rule(page, stored):
    answer = page("I.2", code="I.2", maximum="20", method="steps_down")

    assert answer.status_code == 302
    assert stored.criteria.get(code="I.2").rule == Rule()


def test_the_sum_is_shown_while_a_criterion_is_entered(client, cast, stored):
    client.force_login(cast.staff)
    parent = stored.criteria.get(code="I")
    url = reverse("scoring:criterion_create", args=[cast.bloc.slug, cast.year.year, parent.pk])

    balance = client.get(url).context["balance"]
    assert (balance.maximum, balance.others, balance.left) == (60, 60, 0)


def test_how_it_is_rounded_changes_until_the_first_score(cast, stored):
    words = {"title": "x", "note": "", "is_sample": False, "by": cast.staff, "at": NOW}
    workflow.change_set(stored, rounding_step=D("0.25"), not_applicable="full", **words)
    stored.refresh_from_db()
    assert (stored.rounding_step, stored.not_applicable) == (D("0.25"), "full")
    with pytest.raises(Refused, match="above 0"):
        workflow.change_set(stored, rounding_step=D(0), **words)

    score(cast.year, cast.seats["front"], "I.1", 5)
    workflow.change_set(stored, rounding_step=D("0.25"), not_applicable="full", **words)
    with pytest.raises(Refused, match="no longer change"):
        workflow.change_set(stored, not_applicable="", **words)


def test_the_page_of_the_set_asks_for_both(client, cast, stored):
    client.force_login(cast.staff)
    url = reverse("scoring:criteria_edit", args=[cast.bloc.slug, cast.year.year])
    client.post(url, {"title": "Bộ tiêu chí", "rounding_step": "0,5", "not_applicable": "rescale"})
    made = CriteriaSet.objects.get()
    assert (made.rounding_step, made.not_applicable) == (D("0.5"), "rescale")

    client.post(url, {"title": "Bộ tiêu chí"})
    made.refresh_from_db()
    assert (made.rounding_step, made.not_applicable) == (D("0.5"), "rescale")


def test_the_page_says_each_rule_in_one_sentence(client, cast, page):
    page("I.1", code="I.1", method="steps_down", each="2", unit="báo cáo chậm")
    url = reverse("scoring:criteria_detail", args=[cast.bloc.slug, cast.year.year])
    assert "từ 40 điểm, trừ 2 điểm cho mỗi báo cáo chậm" in client.get(url).content.decode()
