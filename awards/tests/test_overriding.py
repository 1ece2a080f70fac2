"""A finding is overridden with a reason, by whom it falls to, and counts for its figures alone."""

import pytest
from django.utils import timezone, translation

from accounts.refusal import Refused
from awards import workflow
from blocs.workflow import NotChair, close_year

from .judged import RANKS, noted, override, said
from .nominating import announced, nomination, reported_targets, submission

pytestmark = pytest.mark.usefixtures("law")


def test_the_chair_overrides_a_warning_in_its_own_words_whatever_the_language(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"])
    with pytest.raises(Refused, match="Say why"):
        override(cast, given, "R6", why=" ")
    with pytest.raises(NotChair):
        override(cast, given, "R6", by=cast.deputy)
    [row] = override(cast, given, "R6")
    assert row.sentence == "Ủy ban MTTQ: chưa ghi nhận kết quả bỏ phiếu kín cho cờ này."
    assert (row.act.capacity, row.is_hard) == ("chair", False)
    for language in ("vi", "en"):
        with translation.override(language):
            assert [each.is_open for each in noted(cast, given)] == [False]


def test_an_override_counts_for_these_figures_alone(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["union"], "CO_TINH")
    override(cast, given, "R1")
    assert [each.is_open for each in noted(cast, given) if each.shown.rule == "R1"] == [False]
    announced(cast, {"front": 1, "farmers": 2, "union": 3, "youth": 4})
    assert [each.is_open for each in noted(cast, given) if each.shown.rule == "R1"] == [True]
    with pytest.raises(Refused, match="have changed meanwhile"):
        workflow.override_findings(
            given, sentences=["Câu khác"], why="x", by=cast.chair, at=timezone.now()
        )


def test_a_limit_of_the_law_is_overridden_by_the_province_alone(cast):
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["front"], "CO_CP")
    reported_targets(cast, "front", [("Hội viên", 100, 90)])
    with pytest.raises(NotChair):
        override(cast, given, "R3")
    [row] = override(cast, given, "R3", by=cast.staff)
    assert (row.is_hard, row.act, row.by) == (True, None, cast.staff)


def test_the_same_is_found_once_the_list_is_submitted_with_what_the_bloc_overrode(cast):
    """By the rank that was submitted, whatever is announced later."""
    announced(cast, RANKS)
    given = nomination(cast.year, cast.seats["union"], "CO_TINH", rank=2)
    override(cast, given, "R1")
    before = said(cast, given)
    given.state, given.submission = "submitted", submission(cast.year, cast.chair)
    given.save()
    announced(cast, {"front": 1, "farmers": 2, "union": 3, "youth": 4})
    assert said(cast, given) == before
    [rank] = [each for each in noted(cast, given) if each.kept.rule == "R1"]
    assert (rank.override.reason, rank.override.organisation) == (
        "Khối đã thống nhất",
        "Hội Nông dân",
    )
    with pytest.raises(NotChair):
        override(cast, given, "R6")
    close_year(cast.year, by=cast.staff, at=timezone.now(), why="Xong")
    [row] = override(cast, given, "R6", by=cast.staff)
    assert row.act is None
