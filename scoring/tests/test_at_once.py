"""Two that press at once: an upload is saved, or the chair has passed on; never both."""

import pytest

from accounts.refusal import Refused
from blocs.models import Handover
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair, hand_over
from scoring import workflow
from scoring.tests import make
from scoring.tests.scene import NOW, previewed, stored


@pytest.fixture
def scene(transactional_db, cast):
    """The farmers chair without end; their workbook waits in preview."""
    make.small_set(cast.year)
    youth = cast.seats["youth"].terms.get()
    youth.delete()
    term = cast.chair_term
    term.period = type(term.period)(term.period.lower, None)
    term.save()
    cast.upload = previewed(cast.year, {(cast.seats["farmers"], "I.1"): 9.5}, by=cast.chair)
    return cast


def give(scene):
    return hand_over(
        scene.chair_term, receiver=scene.seats["youth"], held_on=scene.today,
        effective_on=scene.today, past_day_reason="", by=scene.staff, at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("round_", range(4))
def test_an_upload_and_a_handover_have_an_order(scene, round_):
    answers = at_once(
        lambda: workflow.save_upload(scene.upload, by=scene.chair, at=NOW),
        lambda: give(scene),
    )

    scene.upload.refresh_from_db()
    first, second = answers
    assert isinstance(second, Handover)
    if isinstance(first, NotChair):
        assert (stored(scene.year), scene.upload.state) == ({}, "previewed")
    else:
        assert (len(stored(scene.year)), scene.upload.state) == (1, "saved")


def test_after_the_handover_the_old_chairs_preview_is_refused_and_kept(scene):
    give(scene)
    with pytest.raises(NotChair):
        workflow.save_upload(scene.upload, by=scene.chair, at=NOW)
    with pytest.raises(Refused, match="chair has changed since"):
        workflow.save_upload(scene.upload, by=scene.coming_chair, at=NOW)

    scene.upload.refresh_from_db()
    assert (stored(scene.year), scene.upload.state) == ({}, "previewed")


def test_two_saves_of_one_preview_are_one(scene):
    answers = at_once(*[lambda: workflow.save_upload(scene.upload, by=scene.chair, at=NOW)] * 2)

    assert kinds_of(answers) == ["Refused", "ScoreUpload"]
    assert len(stored(scene.year)) == 1
