"""The pages of ranking: rules, facts, ties, and what the standing shows of them."""

import pytest
from django.urls import reverse

from scoring.models import Disqualification, RankingRules, Settlement
from scoring.tests import make
from scoring.tests.ranked import barred, declare, ranked_year
from scoring.tests.scene import NOW
from scoring.tests.test_score_pages import address, spoken
from scoring.workflow import settle_tie

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def chair(client, cast):
    client.force_login(cast.chair)
    return client


def test_rules_are_written_on_the_page(chair, cast):
    made = make.small_set(cast.year)
    first = made.criteria.get(code="I")
    answer = chair.post(
        address("ranking_rules_edit", cast.year),
        {
            "clause": "Điều 7",
            "grade_base": "with",
            "tie1": str(first.pk),
            "tie2": "penalties",
            "tie4": "elsewhere",
            "text4": "Bỏ phiếu kín",
            "name1": "Tốt",
            "from1": "82,5",
            "floor1": "60",
        },
    )

    assert answer.status_code == 302
    page = chair.get(address("ranking_rules", cast.year))
    text = page.content.decode()
    assert [words for _tie, words in page.context["ties"]] == [
        "Điểm mục I cao hơn",
        "Ít điểm trừ hơn",
        "Bỏ phiếu kín",
    ]
    assert "82,5%" in text
    assert "Điều 7" in text
    form = chair.get(address("ranking_rules_edit", cast.year)).context["form"]
    assert [form.initial[name] for name in ("tie1", "tie2", "tie3", "text3", "name1")] == [
        str(first.pk), "penalties", "elsewhere", "Bỏ phiếu kín", "Tốt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"tie1": "elsewhere"}, "text1"),
        ({"text1": "Bỏ phiếu"}, "text1"),
        ({"tie1": "penalties", "tie2": "penalties"}, "tie2"),
        ({"tie1": "0"}, "tie1"),
        ({"name1": "Tốt"}, "from1"),
        ({"from1": "80"}, "name1"),
        ({"name1": "Tốt", "from1": "80", "name2": "Khá", "from2": "80"}, "name2"),
        ({"name1": "Tốt", "from1": "80", "floor1": "101"}, "floor1"),
    ],
)
def test_wrong_rules_are_shown_at_their_field_with_all_that_was_typed(chair, cast, wrong, field):
    make.small_set(cast.year)
    data = {"grade_base": "with", "clause": "Điều 7", **wrong}
    answer = chair.post(address("ranking_rules_edit", cast.year), data)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert 'value="Điều 7"' in answer.content.decode()
    assert not RankingRules.objects.exists()


def test_the_usual_list_is_taken_over_with_one_press_and_marked(chair, cast):
    make.small_set(cast.year)
    assert "Ít điểm trừ" not in chair.get(address("ranking_rules", cast.year)).content.decode()
    answer = chair.post(address("ranking_rules_usual", cast.year), follow=True)

    page = answer.content.decode()
    assert "Đề xuất." in page
    assert "Ít điểm trừ hơn" in page
    assert "Trung bình" in page
    link = reverse("scoring:ranking_rules", args=[cast.bloc.slug, cast.year.year])
    assert link in chair.get(address("criteria_detail", cast.year)).content.decode()


def test_a_year_without_criteria_has_no_rules(chair, cast):
    for name in ("ranking_rules", "ranking_rules_edit", "ranking_rules_usual"):
        assert chair.get(address(name, cast.year)).status_code == 404


def test_the_standing_shows_grades_ties_and_what_bars(chair, cast):
    ranked_year(cast)
    barred(cast, "farmers", effect="postponed", text=HOSTILE)
    page = chair.get(address("standing", cast.year))
    text = page.content.decode()

    ranks = [(p.result.rank, bool(p.waits), len(p.barrings)) for p in page.context["ranking"]]
    assert ranks == [(1, True, 0), (1, True, 0), (None, False, 1), (None, False, 0)]
    assert "chưa phân định" in text
    assert "tạm hoãn" in text
    # 57 of 60 are 95 %, but 5 of 8 are below the floor of the first grade
    assert "không đạt Xuất sắc: I.2.b dưới mức sàn" in text
    assert address("tie_settle", cast.year, cast.seats["front"].pk) in text
    shown = chair.get(address("disqualification_list", cast.year)).content.decode()
    assert HOSTILE not in shown
    assert "&lt;script&gt;" in shown


def test_a_tie_is_settled_on_the_page_and_says_by_what_it_was_decided(chair, cast):
    ranked_year(cast)
    front, union = cast.seats["front"].pk, cast.seats["union"].pk
    url = address("tie_settle", cast.year, front)
    assert chair.get(url).context["words"] == "Bỏ phiếu kín"
    wrong = chair.post(url, {f"place{front}": "2", f"place{union}": "2", "why": "Phiếu"})
    assert wrong.context["form"].non_field_errors()
    answer = chair.post(url, {f"place{front}": "2", f"place{union}": "1", "why": "Phiếu 7/11"})

    assert answer.status_code == 302
    page = chair.get(address("standing", cast.year))
    assert [p.result.rank for p in page.context["ranking"]] == [1, 2, 3, None]
    assert "Bằng điểm, xếp theo: Bỏ phiếu kín" in page.content.decode()
    again = chair.get(url)
    assert len(again.context["seats"]) == 2
    assert Settlement.objects.get().why == "Phiếu 7/11"


def test_who_is_not_equal_has_nothing_to_settle(chair, cast):
    ranked_year(cast)
    page = chair.get(address("tie_settle", cast.year, cast.seats["farmers"].pk))
    assert page.context["seats"] == []
    assert chair.post(address("tie_settle", cast.year, cast.seats["farmers"].pk)).status_code == 200
    women = cast.last_year.seats.first().pk
    assert chair.get(address("tie_settle", cast.year, women)).status_code == 404


def test_a_fact_is_recorded_and_revoked_on_the_page(chair, cast):
    ranked_year(cast)
    data = {
        "seat": cast.seats["union"].pk,
        "fact": "C8",
        "facts": "Đang thanh tra",
        "document": "QĐ 15",
        "from_on": "01/03/2026",
        "last_on": "",
        "effect": "postponed",
    }
    answer = chair.post(address("disqualification_create", cast.year), data)
    assert answer.status_code == 302
    kept = Disqualification.objects.get()
    assert (kept.seat, kept.period.lower.isoformat(), kept.period.upper) == (
        cast.seats["union"], "2026-03-01", None,
    )  # fmt: skip
    wrong = chair.post(address("disqualification_create", cast.year), {**data, "facts": ""})
    assert "facts" in wrong.context["form"].errors

    answer = chair.post(
        address("disqualification_revoke", cast.year, kept.pk), {"revoke_reason": "Đã kết luận"}
    )
    assert answer.status_code == 302
    assert spoken(answer) != []
    page = chair.get(address("disqualification_list", cast.year)).content.decode()
    assert "Đã kết luận" in page
    assert address("disqualification_revoke", cast.year, kept.pk) not in page


def test_a_fact_of_another_year_is_not_found(chair, cast):
    ranked_year(cast)
    kept = barred(cast)
    url = address("disqualification_revoke", cast.last_year, kept.pk)
    assert chair.get(url).status_code == 404


PAGES = ["standing", "ranking_rules", "ranking_rules_edit", "disqualification_list"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_take_the_same_number_of_queries_for_one_and_for_many(
    chair, cast, name, django_assert_max_num_queries
):
    made = ranked_year(cast)
    barred(cast)
    with django_assert_max_num_queries(12) as few:
        chair.get(address(name, cast.year))
    for who in ("union", "farmers", "youth"):
        barred(cast, who, effect="no_flag")
    vote = made.tie_breaks.get().pk
    places = {cast.seats["front"].pk: 1, cast.seats["union"].pk: 2}
    Disqualification.objects.filter(seat=cast.seats["front"]).update(effect="no_flag")
    settle_tie(cast.year, tie_break=vote, places=places, why="x", by=cast.chair, at=NOW)
    declare(
        cast,
        made,
        tie_breaks=[("elsewhere", None, text) for text in ("Bỏ phiếu kín", "a", "b", "c")],
    )
    with django_assert_max_num_queries(12) as many:
        chair.get(address(name, cast.year))
    assert len(many) == len(few)
