"""Uploading a workbook: preview, save, drop, undo; and what each refuses."""

from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.refusal import Refused
from blocs.models import ChairAct
from blocs.tests.make import organisation as make_organisation
from blocs.tests.make import seat as make_seat
from blocs.workflow import NotChair
from scoring import workflow
from scoring.models import Score, ScoreUpload
from scoring.plan import from_json
from scoring.tests.scene import LATER, NOW, accepted, previewed, score, stored

FARMERS, UNION = "Hội Nông dân", "Liên đoàn Lao động"


@pytest.fixture
def small(small_criteria):
    return small_criteria


@pytest.fixture
def cells(cast, small):
    """Two scores are stored; the workbook changes one, brings one and empties one."""
    farmers, union = cast.seats["farmers"], cast.seats["union"]
    counted = {"figure": Decimal("75.5"), "target": Decimal(100)}  # taken over from the checks
    score(cast.year, farmers, "I.1", "30", by=cast.staff, reason="cũ", **counted)
    score(cast.year, union, "II.1", "4", by=cast.staff)
    return {(farmers, "I.1"): "38,25", (farmers, "III"): 2, (union, "II.1"): None}


def rows():
    """Scores as they stand, to compare byte for byte."""
    fields = ("seat", "criterion", "stage", "points", "figure", "target", "applies")
    fields += ("by", "at", "reason")
    return sorted(Score.objects.values_list(*fields), key=str)


def save(upload, by, at=LATER, **more):
    return workflow.save_upload(upload, by=by, at=at, **more)


def test_a_preview_touches_no_score_and_keeps_file_and_plan(cast, cells):
    before = rows()
    upload = previewed(cast.year, cells, by=cast.chair)

    assert rows() == before
    assert [(c.old, c.new) for c in from_json(upload.plan)] == [
        (Decimal(30), Decimal("38.25")), (Decimal(4), None), (None, Decimal(2)),
    ]  # fmt: skip
    assert (upload.state, upload.previewed.by, len(upload.file.sha256)) == (
        "previewed",
        cast.chair,
        64,
    )


def test_what_was_previewed_is_saved_and_removals_only_where_ticked(cast, cells):
    upload = save(previewed(cast.year, cells, by=cast.chair), cast.chair)

    assert stored(cast.year) == {
        (FARMERS, "I.1"): Decimal("38.25"), (FARMERS, "III"): 2, (UNION, "II.1"): 4,
    }  # fmt: skip
    assert (upload.state, upload.saved.by, upload.saved.at) == ("saved", cast.chair, LATER)
    assert upload.size == 2


def test_every_step_of_an_upload_names_who_and_why(cast, cells):
    upload = save(previewed(cast.year, cells, by=cast.chair), cast.chair)
    upload = workflow.undo_upload(upload, by=cast.chair, at=LATER)
    events = upload.events.order_by("pgh_id")
    assert [(e.pgh_label, (e.pgh_context or {}).get("by")) for e in events] == [
        ("insert", cast.chair.pk), ("update", cast.chair.pk), ("update", cast.chair.pk),
    ]  # fmt: skip
    assert all(event.pgh_context["why"] for event in events)


def test_a_ticked_removal_is_saved(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)
    keys = [change.key for change in from_json(upload.plan) if change.is_removal]
    save(upload, cast.chair, removals=keys)

    assert (UNION, "II.1") not in stored(cast.year)


def test_the_same_file_twice_is_no_change(cast, cells):
    del cells[cast.seats["union"], "II.1"]
    save(previewed(cast.year, cells, by=cast.chair), cast.chair)
    again = previewed(cast.year, cells, by=cast.chair, at=LATER)

    assert again.plan == []
    with pytest.raises(Refused, match="nothing to save"):
        save(again, cast.chair)


def test_the_issued_workbook_comes_back_unchanged_and_one_cell_is_just_this(cast, cells):
    assert previewed(cast.year, by=cast.chair).plan == []

    upload = previewed(cast.year, {(cast.seats["farmers"], "I.1"): 31}, by=cast.chair, at=LATER)
    [change] = from_json(upload.plan)
    assert (change.seat, change.old, change.new) == (cast.seats["farmers"].pk, 30, 31)


def test_undoing_puts_back_exactly_what_stood_there(cast, cells):
    before = rows()
    upload = previewed(cast.year, cells, by=cast.chair)
    keys = [change.key for change in from_json(upload.plan)]
    save(upload, cast.chair, removals=keys)
    upload = workflow.undo_upload(upload, by=cast.chair, at=LATER)

    assert rows() == before
    assert (upload.state, upload.undone.by) == ("undone", cast.chair)
    with pytest.raises(Refused, match="was saved can be undone"):
        workflow.undo_upload(upload, by=cast.chair, at=LATER)


@pytest.mark.parametrize("back", [False, True])
def test_undo_names_the_cells_that_have_changed_since(cast, cells, back):
    upload = save(previewed(cast.year, cells, by=cast.chair), cast.chair)
    Score.objects.filter(points="38.25").update(points="38.25" if back else "1", at=NOW)
    before = rows()
    with pytest.raises(Refused, match=f"{FARMERS} – I.1") as refusal:
        workflow.undo_upload(upload, by=cast.chair, at=LATER)

    assert "III" not in str(refusal.value)
    assert rows() == before


def test_undo_names_a_removed_cell_that_was_scored_again(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)
    keys = [change.key for change in from_json(upload.plan)]
    save(upload, cast.chair, removals=keys)
    score(cast.year, cast.seats["union"], "II.1", "1")
    with pytest.raises(Refused, match=f"{UNION} – II.1"):
        workflow.undo_upload(upload, by=cast.chair, at=LATER)


def test_a_preview_is_refused_once_a_score_has_changed_and_may_be_made_again(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)
    Score.objects.filter(points=4).update(points=3)
    with pytest.raises(Refused, match="Preview the file again"):
        save(upload, cast.chair)

    fresh = workflow.preview_again(upload, by=cast.chair, at=LATER)
    upload.refresh_from_db()
    assert (upload.state, fresh.file) == ("dropped", upload.file)
    save(fresh, cast.chair)
    assert stored(cast.year)[FARMERS, "I.1"] == Decimal("38.25")


def test_a_preview_is_refused_once_a_member_has_joined(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)

    make_seat(cast.year, make_organisation("Hội mới", cast.province))
    with pytest.raises(Refused, match="have changed since this preview"):
        save(upload, cast.chair)


def test_a_preview_is_refused_once_the_chair_has_changed_and_loses_nothing(cast, cells):
    upload, before = previewed(cast.year, cells, by=cast.chair), rows()
    hand_over_today(cast)
    with pytest.raises(NotChair):
        save(upload, cast.chair)
    with pytest.raises(Refused, match="chair has changed since"):
        save(upload, cast.coming_chair)

    upload.refresh_from_db()
    assert (rows(), upload.state) == (before, "previewed")
    fresh = workflow.preview_again(upload, by=cast.coming_chair, at=LATER)
    save(fresh, cast.coming_chair)
    assert stored(cast.year)[FARMERS, "III"] == 2


def hand_over_today(cast):
    term = cast.chair_term
    after = cast.seats["youth"].terms.get()
    day = cast.today
    term.period = DateRange(term.period.lower, day)
    term.save()
    after.period = DateRange(day, None)
    after.save()


def test_a_dropped_or_saved_upload_is_not_saved_again(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)
    workflow.drop_upload(upload, by=cast.chair, at=LATER)
    for verb in (workflow.save_upload, workflow.drop_upload, workflow.preview_again):
        with pytest.raises(Refused, match="already handled"):
            verb(upload, by=cast.chair, at=LATER)


def test_the_state_is_looked_at_before_anybody_acts(cast, cells):
    """Staff are told what is wrong with the upload before they are asked for a reason."""
    upload = previewed(cast.year, cells, by=cast.chair)
    with pytest.raises(Refused, match="was saved can be undone"):
        workflow.undo_upload(upload, by=cast.staff, at=LATER)
    save(upload, cast.chair)
    for verb in (workflow.save_upload, workflow.drop_upload, workflow.preview_again):
        with pytest.raises(Refused, match="already handled"):
            verb(upload, by=cast.staff, at=LATER)

    assert ChairAct.objects.count() == 2  # the preview and the save


def test_a_workbook_with_problems_keeps_nothing(cast, cells):
    wrong = {(cast.seats["farmers"], "I.1"): 41, (cast.seats["union"], "III"): "x"}
    with pytest.raises(workflow.WrongWorkbook) as refusal:
        previewed(cast.year, wrong, by=cast.chair)

    assert [problem.cell for problem in refusal.value.problems] == ["F9", "E15"]
    assert not ScoreUpload.objects.exists()
    assert not ChairAct.objects.exists()


def test_nothing_is_uploaded_to_locked_scores(cast, cells):
    upload = previewed(cast.year, cells, by=cast.chair)
    workflow.lock(cast.year, by=cast.chair, at=NOW, why="Báo cáo")
    for verb in (workflow.save_upload, workflow.preview_again):
        with pytest.raises(Refused, match="are locked"):
            verb(upload, by=cast.chair, at=LATER)
    with pytest.raises(Refused, match="are locked"):
        previewed(cast.year, cells, by=cast.chair)
    assert workflow.drop_upload(upload, by=cast.chair, at=LATER).state == "dropped"


@pytest.mark.parametrize("who", ["former_chair", "deputy", "member", "observer", "outsider"])
def test_nobody_but_the_chair_uploads_saves_drops_or_undoes(cast, cells, who):
    person, before = cast.people[who], rows()
    upload, file = previewed(cast.year, cells, by=cast.chair), accepted(cast.year, cells)
    for verb in (workflow.save_upload, workflow.drop_upload, workflow.preview_again):
        with pytest.raises(NotChair):
            verb(upload, by=person, at=LATER)
    with pytest.raises(NotChair):
        workflow.preview_upload(cast.year, accepted=file, by=person, at=LATER)
    assert rows() == before

    save(upload, cast.chair)
    with pytest.raises(NotChair):
        workflow.undo_upload(upload, by=person, at=LATER)


def test_staff_give_the_reason_once_for_preview_and_save(cast, cells):
    with pytest.raises(Refused, match="Say why"):
        previewed(cast.year, cells, by=cast.staff)
    upload = previewed(cast.year, cells, by=cast.staff, reason="thay khối trưởng")
    save(upload, cast.staff)

    assert [act.reason for act in ChairAct.objects.all()] == ["thay khối trưởng"] * 2
