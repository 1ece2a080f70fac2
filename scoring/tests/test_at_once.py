"""Two that press at once: an upload is saved, or the chair has passed on; never both."""

from decimal import Decimal

import pytest

from accounts.refusal import Refused
from blocs.models import ChairAct, Handover
from blocs.tests.make import representative, user
from blocs.tests.together import at_once, kinds_of
from blocs.workflow import NotChair, hand_over
from scoring import workflow
from scoring.amending import amendment_of
from scoring.models import CriteriaSet, ScoreUpload, current_set
from scoring.tests import make
from scoring.tests.scene import LATER, NOW, accepted, previewed, score, stored


@pytest.fixture
def chaired(transactional_db, cast):
    """The farmers chair without end; there are criteria, and nothing was uploaded yet."""
    make.small_set(cast.year)
    youth = cast.seats["youth"].terms.get()
    youth.delete()
    term = cast.chair_term
    term.period = type(term.period)(term.period.lower, None)
    term.save()
    return cast


@pytest.fixture
def scene(chaired):
    """The same; their workbook waits in preview."""
    cells = {(chaired.seats["farmers"], "I.1"): 9.5}
    chaired.upload = previewed(chaired.year, cells, by=chaired.chair)
    return chaired


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


@pytest.mark.parametrize("round_", range(4))
def test_a_changed_criterion_and_a_handover_have_an_order(chaired, round_):
    section = current_set(chaired.year).criteria.get(code="III")
    answers = at_once(
        lambda: workflow.change_criterion(
            section, code="III", text="Điểm trừ", maximum=Decimal(7), by=chaired.chair, at=NOW
        ),
        lambda: give(chaired),
    )

    section.refresh_from_db()
    first, second = answers
    assert isinstance(second, Handover)
    assert section.maximum == (Decimal("9.5") if isinstance(first, NotChair) else 7)


@pytest.mark.parametrize("round_", range(4))
def test_a_removed_set_is_an_act_before_the_handover_or_none(chaired, round_):
    criteria_set = current_set(chaired.year)
    answers = at_once(
        lambda: workflow.remove_set(criteria_set, by=chaired.chair, at=NOW),
        lambda: give(chaired),
    )

    first, second = answers
    assert isinstance(second, Handover)
    acts = [(act.capacity, act.term) for act in ChairAct.objects.all()]
    if isinstance(first, NotChair):
        assert (acts, CriteriaSet.objects.count()) == ([], 1)
    else:
        assert (acts, CriteriaSet.objects.count()) == ([("chair", chaired.chair_term)], 0)


def test_two_who_put_an_amendment_in_force_are_one(chaired):
    score(chaired.year, chaired.seats["front"], "I.1", 9)
    minutes = {"adopted_on": NOW.date(), "minutes": "05/BB", "reason": "Hội nghị"}
    draft = workflow.start_amendment(chaired.year, **minutes, by=chaired.chair, at=NOW)
    seen = amendment_of(chaired.year, draft).seen
    how = {"seen": seen, "by": chaired.chair, "at": LATER}
    answers = at_once(*[lambda: workflow.put_criteria_in_force(draft, **how)] * 2)

    assert kinds_of(answers) == ["CriteriaSet", "Refused"]
    assert current_set(chaired.year).scores.count() == 1


def test_two_amendments_at_once_are_one(chaired):
    score(chaired.year, chaired.seats["front"], "I.1", 9)
    minutes = {"adopted_on": NOW.date(), "minutes": "05/BB", "reason": "Hội nghị"}
    how = {**minutes, "by": chaired.chair, "at": NOW}
    answers = at_once(*[lambda: workflow.start_amendment(chaired.year, **how)] * 2)

    assert kinds_of(answers) == ["CriteriaSet", "Refused"]


def test_two_saves_of_one_preview_are_one(scene):
    answers = at_once(*[lambda: workflow.save_upload(scene.upload, by=scene.chair, at=NOW)] * 2)

    assert kinds_of(answers) == ["Refused", "ScoreUpload"]
    assert len(stored(scene.year)) == 1


def test_two_who_upload_the_same_file_at_first_both_preview_it_and_one_saves(chaired):
    colleague = user("dong-nghiep")
    representative(colleague, chaired.organisations.farmers)
    people = (chaired.chair, colleague)
    cells = {(chaired.seats["farmers"], "I.1"): 9.5, (chaired.seats["union"], "III"): 2}
    file = accepted(chaired.year, cells)

    uploads = at_once(
        lambda: workflow.preview_upload(chaired.year, accepted=file, by=people[0], at=NOW),
        lambda: workflow.preview_upload(chaired.year, accepted=file, by=people[1], at=NOW),
    )
    assert kinds_of(uploads) == ["ScoreUpload", "ScoreUpload"]
    assert uploads[0].plan == uploads[1].plan
    assert all(upload.file.path.read_bytes() == file.content for upload in uploads)

    answers = at_once(
        lambda: workflow.save_upload(uploads[0], by=people[0], at=LATER),
        lambda: workflow.save_upload(uploads[1], by=people[1], at=LATER),
    )
    assert kinds_of(answers) == ["Refused", "ScoreUpload"]
    [refusal] = [each for each in answers if isinstance(each, Refused)]
    assert "have changed since this preview" in str(refusal)
    assert sorted(ScoreUpload.objects.values_list("state", flat=True)) == ["previewed", "saved"]
    assert len(stored(chaired.year)) == 2

    [waiting] = ScoreUpload.objects.filter(state="previewed")
    again = workflow.preview_again(waiting, by=colleague, at=LATER)
    with pytest.raises(Refused, match="nothing to save"):
        workflow.save_upload(again, by=colleague, at=LATER)
