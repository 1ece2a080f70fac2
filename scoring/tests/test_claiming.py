"""Self-score against agreed: bars of members, mean cuts of criteria, and who sees them."""

from decimal import Decimal as D
from types import SimpleNamespace

import pytest
from django.urls import reverse

from scoring.claiming import claims, mean, mean_cuts
from scoring.models import Shown, Stage
from scoring.seeing import Sees
from scoring.tests import make
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, earlier, last_days, scored, staged

I_1, I_2, LATE = (
    make.node("I.1", "40", pk=1),
    make.node("I.2", "20", pk=2),
    make.node("III", "9", kind="penalty", pk=3),
)


class Read:
    """What `Columns` says, from {(stage, member): {pk: points}}, all of it seen or totals alone."""

    leaves = (I_1, I_2, LATE)

    def __init__(self, scores, seen=Sees.EVERYTHING):
        self.scores, self.seen = scores, seen
        names = dict.fromkeys(name for _stage, name in scores)
        self.seats = [SimpleNamespace(name=name, left_on=None) for name in names]

    def sees(self, seat, stage):
        return self.seen

    def scores_of(self, seat, stage):
        known = self.scores.get((stage, seat.name), {})
        return {pk: SimpleNamespace(points=D(points)) for pk, points in known.items()}

    def total_of(self, seat, stage):
        known = self.scores.get((stage, seat.name), {})
        if not known or self.seen < Sees.TOTAL:
            return None
        return sum((D(p) * (-1 if pk == 3 else 1) for pk, p in known.items()), D(0))


SCORES = {
    (Stage.SELF, "a"): {1: "40", 2: "20"}, (Stage.AGREED, "a"): {1: "35", 2: "20", 3: "5"},
    (Stage.SELF, "b"): {1: "30", 2: "10", 3: "1"},
    (Stage.AGREED, "b"): {1: "25.5", 2: "12", 3: "4"},
    (Stage.SELF, "c"): {1: "10"},
}  # fmt: skip


def test_each_member_with_both_totals_has_its_bars_and_its_difference():
    found = {each.seat.name: each for each in claims(Read(SCORES))}
    assert list(found) == ["a", "b"]
    a, b = found.values()
    assert (a.own, a.agreed, a.change, a.share) == (60, 50, -10, D("-16.67"))
    assert (b.change, b.own_width, b.agreed_width) == (D("-5.5"), "65.00", "55.83")
    assert a.own_width == "100.00"


def test_the_mean_cut_of_each_criterion_counts_a_grown_penalty_as_a_loss():
    cuts = {cut.node.code: cut for cut in mean_cuts(Read(SCORES))}
    assert list(cuts) == ["I.1", "III", "I.2"]
    assert [(c.mean, c.most, c.members, c.cuts) for c in cuts.values()] == [
        (D("4.75"), 5, 2, 2), (3, 3, 1, 1), (-1, 0, 2, 0),
    ]  # fmt: skip
    assert [c.width for c in cuts.values()] == ["100.00", "63.16", "0.00"]


def test_means_are_rounded_half_away_from_zero():
    assert mean([D("0.01"), D("0.02")]) == D("0.02")
    assert mean([D("-0.01"), D("-0.02")]) == D("-0.02")
    assert str(mean([D(0), D(0)])) == "0.00"


def test_who_sees_totals_alone_has_no_means_and_who_sees_nothing_no_bars():
    assert mean_cuts(Read(SCORES, Sees.TOTAL)) == []
    assert len(claims(Read(SCORES, Sees.TOTAL))) == 2
    assert claims(Read(SCORES, Sees.NOTHING)) == []


@pytest.fixture
def pictured(cast):
    criteria = staged(cast.year, today=cast.today, shown=Shown.TOTALS)
    for name, who in (("front", cast.member), ("union", cast.deputy), ("farmers", cast.chair),
                      ("youth", cast.coming_chair)):  # fmt: skip
        scored(criteria, cast.seats[name], who, at=earlier(), I_1="80")
        score(cast.year, cast.seats[name], "I.1", "27.25")
    return reverse("scoring:standing_pictures", args=[cast.year.bloc.slug, cast.year.year])


@pytest.mark.parametrize(
    ("who", "bars", "means"), [("staff", 4, 1), ("member", 4, 0), ("chair", 4, 1)]
)
def test_the_page_draws_what_the_person_sees(
    client, cast, pictured, who, bars, means, django_assert_max_num_queries
):
    client.force_login(cast.people[who])
    with django_assert_max_num_queries(12):
        page = client.get(pictured)
    assert (len(page.context["claims"]), len(page.context["mean_cuts"])) == (bars, means)
    text = page.content.decode()
    assert "+4,75" not in text
    assert "−4,75" in text


def test_before_the_last_day_nothing_is_drawn_but_ones_own(client, cast, pictured):
    last_days(cast.year, cast.today, cast.today + DAY)
    for who, bars in (("staff", 0), ("chair", 1), ("member", 1)):
        client.force_login(cast.people[who])
        page = client.get(pictured)
        assert len(page.context["claims"]) == bars
        assert not page.context["mean_cuts"]
