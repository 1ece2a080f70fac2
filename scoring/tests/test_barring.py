"""Facts that bar a member, ties settled elsewhere: the verbs, and what follows for ranks."""

from decimal import Decimal

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.workflow import NotChair
from scoring.models import Disqualification, Settlement
from scoring.sheet import read_sheet
from scoring.tests.ranked import barred, ranked_year
from scoring.tests.scene import LATER, NOW, score
from scoring.workflow import revoke_disqualification, save_score, settle_tie

OTHERS = ["member", "deputy", "former_chair", "coming_chair", "observer", "outsider", "nobody"]


def standing(year):
    """{organisation: (rank, total)}."""
    return {
        r.member.organisation.name: (r.rank, r.total and int(r.total))
        for r in read_sheet(year).standings
    }


@pytest.fixture
def ranked(cast):
    return ranked_year(cast)


def settle(cast, front, union, why="Bỏ phiếu kín ngày 5/12: 7/11 phiếu", by=None, at=NOW, **more):
    tie_break = more.pop("tie_break", None)
    places = {cast.seats["front"].pk: front, cast.seats["union"].pk: union}
    return settle_tie(
        cast.year,
        tie_break=tie_break or read_sheet(cast.year).deciding.tie_breaks[0].pk,
        places=more.pop("places", places),
        why=why,
        by=by or cast.chair,
        at=at,
        **more,
    )


@pytest.mark.parametrize("effect", ["postponed", "not_ranked"])
def test_a_barred_member_keeps_its_points_and_the_others_close_up(ranked, cast, effect):
    barred(cast, effect=effect)

    assert standing(cast.year) == {
        "Liên đoàn Lao động": (1, 57),
        "Hội Nông dân": (2, 20),
        "Ủy ban MTTQ": (None, 57),
        "Tỉnh đoàn": (None, 0),
    }


@pytest.mark.parametrize("effect", ["no_flag", "certificate"])
def test_effects_on_awards_leave_the_rank(ranked, cast, effect):
    barred(cast, effect=effect)
    assert standing(cast.year)["Ủy ban MTTQ"] == (1, 57)


def test_what_is_revoked_bars_nobody_and_stays_readable(ranked, cast):
    kept = barred(cast)
    revoke_disqualification(kept, revoke_reason="Đã kết luận", by=cast.chair, at=LATER)

    kept.refresh_from_db()
    assert standing(cast.year)["Ủy ban MTTQ"] == (1, 57)
    assert (kept.revoke_reason, kept.revoked.by, kept.takes_rank) == (
        "Đã kết luận",
        cast.chair,
        False,
    )
    assert [act.what for act in ChairAct.objects.order_by("-pk")[:2]] == [
        "Hủy trường hợp không xét thi đua: Ủy ban MTTQ (C8)",
        "Ghi nhận trường hợp không xét thi đua: Ủy ban MTTQ (C8)",
    ]
    with pytest.raises(Refused, match="already revoked"):
        revoke_disqualification(kept, revoke_reason="Lần nữa", by=cast.chair, at=LATER)


def test_revoking_needs_a_reason_and_standing_in_too(ranked, cast):
    kept = barred(cast, by=cast.staff, reason="Khối trưởng đi vắng")
    with pytest.raises(Refused, match="Say why it is revoked"):
        revoke_disqualification(kept, revoke_reason=" ", by=cast.chair, at=NOW)
    with pytest.raises(Refused, match="act in place of the chair"):
        barred(cast, "union", by=cast.staff)
    assert Disqualification.objects.count() == 1


def test_a_member_of_another_year_is_not_barred_in_this_one(ranked, cast):
    cast.seats["women"] = cast.last_year.seats.first()
    with pytest.raises(Refused, match="has left meanwhile"):
        barred(cast, "women")


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_bars_revokes_or_settles(ranked, cast, who):
    kept, person = barred(cast, "farmers"), cast.people[who]
    with pytest.raises(NotChair):
        barred(cast, by=person)
    with pytest.raises(NotChair):
        revoke_disqualification(kept, revoke_reason="x", by=person, at=NOW)
    with pytest.raises(NotChair):
        settle(cast, 1, 2, by=person)


def test_a_tie_waits_until_it_is_settled_and_the_newest_order_counts(ranked, cast):
    assert standing(cast.year)["Liên đoàn Lao động"] == (1, 57)
    settle(cast, 2, 1)
    assert [standing(cast.year)[n][0] for n in ("Liên đoàn Lao động", "Ủy ban MTTQ")] == [1, 2]
    settle(cast, 1, 2, why="Ghi nhầm: 4/11 phiếu", at=LATER)

    assert [standing(cast.year)[n][0] for n in ("Liên đoàn Lao động", "Ủy ban MTTQ")] == [2, 1]
    assert Settlement.objects.count() == 2
    first = read_sheet(cast.year).standings[0].ranked
    assert first.decided_by.settled.matter.why == "Ghi nhầm: 4/11 phiếu"
    assert first.decided_by.settled.matter.by == cast.chair.full_name


def test_an_order_lapses_when_other_points_make_others_equal(ranked, cast):
    settle(cast, 2, 1)
    for code, points in (("I.1", "40"), ("I.2.a", "12"), ("I.2.b", "5")):
        save_score(
            cast.year,
            seat=cast.seats["farmers"],
            criterion=ranked.criteria.get(code=code),
            points=Decimal(points),
            shown=read_sheet(cast.year).points[
                cast.seats["farmers"].pk, ranked.criteria.get(code=code).pk
            ],
            by=cast.chair,
            at=NOW,
        )
    assert [standing(cast.year)[name][0] for name in ("Hội Nông dân", "Ủy ban MTTQ")] == [1, 1]
    with pytest.raises(Refused, match="no longer equal"):
        settle(cast, 1, 2)


def test_only_members_who_are_equal_are_settled(ranked, cast):
    places = {cast.seats["front"].pk: 1, cast.seats["farmers"].pk: 2}
    with pytest.raises(Refused, match="no longer equal"):
        settle(cast, 1, 2, places=places)
    with pytest.raises(Refused, match="no longer equal"):
        settle(cast, 1, 2, tie_break=ranked.tie_breaks.get().pk + 1)


def test_an_order_has_a_reason_and_begins_at_one(ranked, cast):
    with pytest.raises(Refused, match="by what the tie was settled"):
        settle(cast, 1, 2, why=" ")
    with pytest.raises(Refused, match="begin at 1"):
        settle(cast, 2, 3)
    settle(cast, 1, 1)
    assert standing(cast.year)["Liên đoàn Lao động"] == standing(cast.year)["Ủy ban MTTQ"]


def test_what_does_not_concern_a_member_is_counted_up_where_the_set_says_so(ranked, cast):
    ranked.scores.all().delete()
    type(ranked).objects.filter(pk=ranked.pk).update(not_applicable="rescale")
    score(cast.year, cast.seats["front"], "I.1", "30")
    score(cast.year, cast.seats["front"], "I.2.a", "0", applies=False)
    score(cast.year, cast.seats["front"], "I.2.b", "6")

    result = read_sheet(cast.year).standings[0]
    assert (result.rank, result.total) == (1, 45)  # 36 × 60 ÷ 48
