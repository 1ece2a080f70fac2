"""What may never be stored, each named by the sentence that the database says."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from blocs.models import ChairAct
from blocs.tests.constraints import names_in_the_database
from scoring.models import (
    DEEPEST_LEVEL,
    CriteriaSet,
    Criterion,
    RememberedMapping,
    Score,
    ScoresLock,
    ScoreUpload,
)
from scoring.tests import make
from scoring.tests.scene import NOW, previewed, score

# A column that Django made unique itself, tested by the name of its field.
BY_FIELD = {"scoring_criteriaset_emulation_year_id_key"}


def refused(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.fixture
def stored(small_criteria):
    return small_criteria


def check_now():
    """Deferred constraints speak at the end of a transaction; the test's own never ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_year_has_one_criteria_set(stored, cast):
    with refused("year_has_one_current_criteria_set"), transaction.atomic():
        make.amended(cast.year)


def test_a_set_is_not_copied_from_itself(stored):
    with refused("criteria_set_is_not_copied_from_itself"), transaction.atomic():
        CriteriaSet.objects.filter(pk=stored.pk).update(copied_from=stored)


def test_a_code_is_unique_in_its_set_and_free_in_another(stored, cast):
    make.criterion(make.criteria_set(cast.last_year), "I")
    with refused("criterion_code_is_unique_in_its_set"), transaction.atomic():
        make.criterion(stored, "I", position=9)


@pytest.mark.parametrize("code", ["I", "I.1"])
def test_two_of_one_family_have_two_places(stored, code):
    """Sections too, whose parent is null."""
    first = stored.criteria.get(code=code)
    with refused("criterion_has_its_own_place"), transaction.atomic():
        make.criterion(stored, "X", parent=first.parent, position=first.position)
        check_now()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("criterion_kind_is_known", {"kind": "gift"}),
        ("criterion_has_a_code", {"code": ""}),
        ("criterion_maximum_is_above_zero", {"maximum": Decimal(0)}),
        ("criterion_maximum_is_above_zero", {"maximum": Decimal("-1")}),
        ("criterion_is_a_section_or_has_a_parent", {"level": 2}),
        ("criterion_is_a_section_or_has_a_parent", {"level": 0}),
    ],
)
def test_a_section_is_whole(stored, name, fields):
    section = stored.criteria.filter(code="III")
    with refused(name), transaction.atomic():
        section.update(**fields)


@pytest.mark.parametrize("level", [1, DEEPEST_LEVEL + 1])
def test_a_child_is_below_the_first_level_and_not_too_deep(stored, level):
    with refused("criterion_is_a_section_or_has_a_parent"), transaction.atomic():
        stored.criteria.filter(code="I.2.a").update(level=level)


def test_the_parent_is_of_the_same_set(stored, cast):
    foreign = make.criterion(make.criteria_set(cast.last_year), "I")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.1").update(parent=foreign, position=7)
        check_now()


def test_the_parent_is_of_the_same_kind(stored):
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.1").update(kind="bonus")
        check_now()


def test_the_parent_is_one_level_above(stored):
    first = stored.criteria.get(code="I")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        stored.criteria.filter(code="I.2.a").update(parent=first, position=7)
        check_now()


def test_a_criterion_is_never_its_own_parent_even_in_a_circle(stored):
    one, part = stored.criteria.get(code="I.2"), stored.criteria.get(code="I.2.a")
    with refused("criterion_is_of_its_parents_set_and_kind"), transaction.atomic():
        Criterion.objects.filter(pk=one.pk).update(parent=part)
        check_now()


def test_a_kind_changes_for_a_section_and_all_below_it_together(stored):
    Criterion.objects.filter(criteria_set=stored, code__startswith="II.").update(kind="penalty")
    Criterion.objects.filter(criteria_set=stored, code="II").update(kind="penalty")
    check_now()

    assert set(stored.criteria.filter(code__startswith="II").values_list("kind", flat=True)) == {
        "penalty"
    }


# --- scores


@pytest.fixture
def scored(stored, cast):
    return score(cast.year, cast.seats["farmers"], "I.1", "9.5")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("score_stage_is_known", {"stage": "guessed"}),
        ("score_is_not_negative", {"points": Decimal("-0.01")}),
        ("score_is_within_the_maximum", {"points": Decimal("40.01")}),
    ],
)
def test_a_score_is_whole(scored, name, fields):
    with refused(name), transaction.atomic():
        Score.objects.filter(pk=scored.pk).update(**fields)


def test_a_member_is_scored_once_for_a_criterion(scored, cast):
    with refused("member_is_scored_once_at_a_stage"), transaction.atomic():
        score(cast.year, cast.seats["farmers"], "I.1", "1")


@pytest.mark.parametrize("code", ["I", "I.2"])
def test_only_what_is_not_divided_is_scored(stored, cast, code):
    with refused("score_is_of_an_undivided_criterion"), transaction.atomic():
        score(cast.year, cast.seats["farmers"], code, "1")


@pytest.mark.parametrize(
    ("name", "of_last_year"),
    [
        ("score_is_of_a_member_of_its_year", "seat"),
        ("score_is_of_a_criterion_of_its_set", "criterion"),
        ("score_is_of_its_years_criteria", "criteria_set"),
    ],
)
def test_seat_criterion_and_set_are_of_the_scores_year(scored, cast, name, of_last_year):
    other = make.small_set(cast.last_year)
    foreign = {
        "seat": cast.last_year.seats.first(),
        "criterion": other.criteria.get(code="I.1"),
        "criteria_set": other,
    }
    if of_last_year == "criteria_set":
        foreign["criterion"] = other.criteria.get(code="I.1")
        fields = {"criteria_set": foreign["criteria_set"], "criterion": foreign["criterion"]}
    else:
        fields = {of_last_year: foreign[of_last_year]}
    with refused(name), transaction.atomic():
        Score.objects.filter(pk=scored.pk).update(**fields)
        check_now()


def test_criteria_are_frozen_in_the_database_too(scored, stored):
    for change in (
        lambda: stored.criteria.filter(code="I.1").update(maximum=50),
        lambda: stored.criteria.filter(code="III").delete(),
        lambda: make.criterion(stored, "IX"),
    ):
        with refused("criteria_are_frozen_once_scored"), transaction.atomic():
            change()


def test_the_database_keeps_evidence_of_a_score(scored):
    scored.points = Decimal(8)
    scored.save()
    events = Score.events.rel.related_model.objects.filter(pgh_obj_id=scored.pk)
    assert list(events.order_by("pgh_id").values_list("pgh_label", "points")) == [
        ("insert", Decimal("9.5")),
        ("update", Decimal(8)),
    ]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("scores_are_locked_for_a_reason", {"why": ""}),
        ("scores_are_reopened_for_a_reason", {"reopened_at": NOW}),
        ("scores_are_reopened_for_a_reason", {"reopen_why": "vì"}),
    ],
)
def test_a_lock_is_whole(cast, name, fields):
    fields = {"emulation_year": cast.year, "locked_at": NOW, "why": "Báo cáo", **fields}
    with refused(name), transaction.atomic():
        ScoresLock.objects.create(**fields)


def test_a_year_has_one_lock_in_force(cast):
    fields = {"emulation_year": cast.year, "locked_at": NOW, "why": "Báo cáo"}
    ScoresLock.objects.create(**fields, reopened_at=NOW, reopen_why="Sai")
    ScoresLock.objects.create(**fields)
    with refused("scores_are_locked_once"), transaction.atomic():
        ScoresLock.objects.create(**fields)


@pytest.mark.parametrize(
    ("name", "acts", "state"),
    [
        ("upload_state_is_known", [], "lost"),
        ("upload_state_rests_on_its_acts", [], "saved"),
        ("upload_state_rests_on_its_acts", ["saved"], "previewed"),
        ("upload_state_rests_on_its_acts", ["saved"], "undone"),
        ("upload_state_rests_on_its_acts", ["saved", "dropped"], "dropped"),
    ],
)
def test_the_state_of_an_upload_rests_on_its_acts(stored, cast, name, acts, state):
    upload = previewed(cast.year, by=cast.chair)
    fields = dict.fromkeys(acts, ChairAct.objects.get())
    with refused(name), transaction.atomic():
        ScoreUpload.objects.filter(pk=upload.pk).update(state=state, **fields)


def test_headings_are_remembered_once_a_bloc(cast):
    fields = {"bloc": cast.bloc, "fingerprint": "a" * 64, "answers": {}, "at": NOW}
    RememberedMapping.objects.create(**fields)
    with refused("headings_are_remembered_once_a_bloc"), transaction.atomic():
        RememberedMapping.objects.create(**fields)
    RememberedMapping.objects.create(**fields | {"stage": "checked"})
    own = fields | {"stage": "self", "organisation": cast.organisations.front}
    RememberedMapping.objects.create(**own)
    with refused("headings_are_remembered_once_a_bloc"), transaction.atomic():
        RememberedMapping.objects.create(**own)
    for strange in ({"stage": "self"}, {"organisation": cast.organisations.front}):
        with (
            refused("headings_of_a_self_score_are_remembered_for_its_member"),
            transaction.atomic(),
        ):
            RememberedMapping.objects.create(**fields | strange | {"fingerprint": "b" * 64})
    with refused("remembered_stage_is_known"), transaction.atomic():
        RememberedMapping.objects.create(**fields | {"stage": "last"})
    with refused("remembered_fingerprint_is_one"), transaction.atomic():
        RememberedMapping.objects.create(**fields | {"fingerprint": "tiêu đề"})


@pytest.mark.django_db
def test_every_constraint_of_the_room_is_tested_here():
    names = names_in_the_database("scoring") | {"score_is_within_the_maximum"}
    files = Path(__file__).parent.glob("test_*.py")
    text = "".join(each.read_text(encoding="utf-8") for each in files)

    assert [name for name in names if name not in text and name not in BY_FIELD] == []
