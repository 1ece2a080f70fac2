"""Criteria of five levels: entered, shown, summed, scored, exported and read back."""

from decimal import Decimal as D

import pytest
from django.urls import reverse

from scoring import workflow
from scoring.balance import problems
from scoring.models import Criterion
from scoring.sheet import read_sheet
from scoring.tests import make
from scoring.tests.scene import NOW, previewed, score, stored
from scoring.tree import grow


@pytest.fixture
def deep(cast):
    """I (10) down to I.1.a.1.x (4) and I.1.a.1.y (6), and a penalty as deep."""
    made = make.criteria_set(cast.year)
    for root, kind in (("I", "ordinary"), ("II", "penalty")):
        parent = None
        for code in (root, f"{root}.1", f"{root}.1.a", f"{root}.1.a.1"):
            parent = workflow.add_criterion(
                made, parent=parent, code=code, text=f"Mục {code}", maximum=D(10), kind=kind,
                by=cast.staff, at=NOW,
            )  # fmt: skip
        for end, points in (("x", 4), ("y", 6)):
            workflow.add_criterion(
                made, parent=parent, code=f"{parent.code}.{end}", text="Lá", maximum=D(points),
                by=cast.staff, at=NOW,
            )  # fmt: skip
    return made


def test_sums_reach_up_through_every_level(cast, deep):
    sections = grow(deep.criteria.all())
    assert problems(sections) == []
    Criterion.objects.filter(code="I.1.a.1.x").update(maximum=3)
    [problem] = problems(grow(deep.criteria.all()))
    assert problem.sentence.startswith("I.1.a.1 ")


def test_a_new_kind_reaches_everything_below(cast, deep):
    section = deep.criteria.get(code="II")
    workflow.change_criterion(
        section, code="II", text="x", maximum=D(10), kind="bonus", by=cast.staff, at=NOW
    )
    assert set(deep.criteria.filter(code__startswith="II").values_list("kind", flat=True)) == {
        "bonus"
    }


def test_scores_add_up_and_every_page_shows_them(client, cast, deep):
    front = cast.seats["front"]
    for code, points in (("I.1.a.1.x", 4), ("I.1.a.1.y", "5.5"), ("II.1.a.1.x", 2)):
        score(cast.year, front, code, points)
    results = {result.member.pk: result for result in read_sheet(cast.year).standings}
    assert (results[front.pk].total, results[front.pk].rank) == (D("7.5"), 1)

    client.force_login(cast.chair)
    for name in ("criteria_detail", "standing", "score_table"):
        page = client.get(reverse(f"scoring:{name}", args=[cast.bloc.slug, cast.year.year]))
        assert "I.1.a.1.x" in page.content.decode(), name


def test_the_workbook_is_read_back(cast, deep):
    cells = {(cast.seats["front"], "I.1.a.1.y"): 5.5, (cast.seats["union"], "II.1.a.1.x"): 1}
    upload = previewed(cast.year, cells, by=cast.chair)
    workflow.save_upload(upload, by=cast.chair, at=NOW)
    assert {(code, points) for (_name, code), points in stored(cast.year).items()} == {
        ("I.1.a.1.y", D("5.5")),
        ("II.1.a.1.x", D(1)),
    }
