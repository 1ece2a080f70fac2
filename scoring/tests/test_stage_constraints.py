"""What can never be stored of stages, sheets, evidence and statements, whoever tries."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.refusal import Refused
from files import gate
from files.storing import store
from files.tests.make import PDF, upload
from scoring.models import (
    EvidenceFile,
    ScoreSheet,
    SetStage,
    SheetEntry,
    SheetUpload,
    Silence,
    Stage,
    Statement,
)  # fmt: skip
from scoring.procedure import StageRule, procedure_of
from scoring.tests import make
from scoring.tests.scene import score
from scoring.tests.stage_scene import DAY, last_days, staged
from scoring.workflow import choose_stages, copy_set

NOW = timezone.now()
A_SET = {"silence": "empty", "shown": "totals"}


@pytest.fixture
def criteria(cast):
    return staged(cast.year, today=cast.today)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("stage_is_used_once_in_a_set", {"stage": "self"}),
        ("stage_is_known", {"stage": "last"}),
        ("silence_is_known", {"stage": "self", "silence": "loud"}),
        ("what_is_shown_is_known", {"stage": "self", "shown": "half"}),
        ("silence_fits_its_stage", {"stage": "self", "silence": "accepted"}),
        ("silence_fits_its_stage", {"stage": "checked", "silence": "submitted"}),
        ("only_a_check_is_answered", {"stage": "self", "answer_days": 3}),
        ("only_a_check_is_answered", {"stage": "checked", "answer_days": 0}),
    ],
)
def test_a_stage_that_makes_no_sense_is_not_stored(cast, criteria, name, fields):
    if name != "stage_is_used_once_in_a_set":
        criteria.stages.filter(stage=fields["stage"]).delete()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        SetStage.objects.create(criteria_set=criteria, **{**A_SET, **fields})


def test_a_stage_is_kept_once_scored(cast, criteria):
    score(cast.year, cast.seats["front"], "I.2", "3", stage="checked")
    row = criteria.stages.get(stage="checked")
    for change in (row.delete, row.save):
        with pytest.raises(IntegrityError, match="stage_is_kept_once_scored"), transaction.atomic():
            change()
    criteria.stages.get(stage="self").delete()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("sheet_has_its_own_number", {"is_current": False}),
        ("member_has_one_sheet_that_counts", {"number": 2, "reason": "x"}),
        ("sheet_state_is_known", {"number": 2, "reason": "x", "is_current": False, "state": "off"}),
        ("new_version_of_a_sheet_has_a_reason", {"number": 2, "is_current": False}),
    ],
)
def test_a_sheet_that_makes_no_sense_is_not_stored(cast, criteria, name, fields):
    of = {"emulation_year": cast.year, "seat": cast.seats["front"]}
    ScoreSheet.objects.create(**of)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ScoreSheet.objects.create(**of, **fields)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("sheet_is_of_a_member_of_its_year", "sheet"),
        ("evidence_is_of_a_member_of_its_year", "evidence"),
        ("draw_is_for_a_member_of_its_year", "draw"),
    ],
)
def test_all_is_of_a_member_of_its_year(cast, criteria, name, model):
    of = {"emulation_year": cast.last_year, "seat": cast.seats["front"]}
    makers = {
        "sheet": lambda: ScoreSheet.objects.create(**of),
        "evidence": lambda: EvidenceFile.objects.create(
            **of, criterion=criteria.criteria.first(), file=_file(cast), added_at=NOW
        ),
        "draw": lambda: cast.seats["front"].checker_draws.create(
            emulation_year=cast.last_year,
            organisation=cast.organisations.union,
            candidates=[],
            seed="x",
            at=NOW,
        ),
    }
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _at_the_end(makers[model])


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("evidence_is_one_file", {"file": None}),
        ("evidence_is_refused_for_a_reason", {"refused_at": NOW}),
    ],
)
def test_evidence_that_makes_no_sense_is_not_stored(cast, criteria, name, fields):
    fields = {"file": _file(cast), "added_at": NOW, **fields}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        EvidenceFile.objects.create(
            emulation_year=cast.year,
            seat=cast.seats["front"],
            criterion=criteria.criteria.first(),
            **fields,
        )


def test_steps_and_statements_are_whole_and_stay(cast, criteria):
    sheet = ScoreSheet.objects.create(emulation_year=cast.year, seat=cast.seats["front"])
    of = {"sheet": sheet, "at": NOW}
    word = {**of, "criterion": criteria.criteria.first()}
    for name, model, fields in (
        ("sheet_step_is_known", SheetEntry, {**of, "step": "x"}),
        ("sheet_is_sent_back_for_a_reason", SheetEntry, {**of, "step": "sent_back"}),
        ("agreed_sheet_has_the_day_of_the_agreement", SheetEntry, {**of, "step": "agreed"}),
        ("side_of_a_statement_is_known", Statement, {**word, "side": "x", "text": "x"}),
        ("statement_says_something", Statement, {**word, "side": "member", "text": ""}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            model.objects.create(**fields)
    step = SheetEntry.objects.create(**of, step="submitted")
    said = Statement.objects.create(**word, side="member", text="x")
    for row in (step, said):
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
            row.save()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("sheet_upload_state_is_known", {"state": "lost"}),
        ("sheet_upload_stage_is_known", {"stage": "last", "seat": None}),
        ("self_score_is_uploaded_for_its_member", {"seat": None}),
        ("self_score_is_uploaded_for_its_member", {"stage": "checked"}),
        (
            "upload_of_sheets_is_of_a_stage_that_is_filled_in",
            {"stage": "agreed", "seat": None},
        ),
        ("sheet_upload_state_rests_on_its_steps", {"state": "saved"}),
        ("sheet_upload_state_rests_on_its_steps", {"closed_at": NOW}),
        ("sheet_upload_is_of_a_member_of_its_year", {"year": "last_year"}),
    ],
)
def test_an_upload_of_sheets_that_makes_no_sense_is_not_stored(cast, name, fields):
    values = {"stage": "self", "seat": cast.seats["front"], **fields}
    year = getattr(cast, values.pop("year", "year"))

    def make():
        SheetUpload.objects.create(emulation_year=year, file=_file(cast), **values)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _at_the_end(make)


def test_the_stages_are_chosen_by_who_keeps_the_criteria(cast):
    criteria = make.small_set(cast.year)
    assert not procedure_of(cast.year, on=cast.today).is_staged
    agreed, own, check = (StageRule(s) for s in (Stage.AGREED, Stage.SELF, Stage.CHECKED))
    how = {"by": cast.chair, "at": NOW}
    with pytest.raises(Refused, match="always a stage"):
        choose_stages(criteria, rules=[own], **how)
    with pytest.raises(Refused, match="needs the self-scores"):
        choose_stages(criteria, rules=[check, agreed], **how)
    choose_stages(criteria, rules=[agreed, check, own], **how)
    assert [r.stage for r in procedure_of(cast.year, on=cast.today).stages] == [
        "self", "checked", "agreed",
    ]  # fmt: skip
    assert procedure_of(cast.year, on=cast.today).before(Stage.AGREED) == Stage.CHECKED

    last_days(cast.year, cast.today, cast.today)
    score(cast.year, cast.seats["front"], "I.1", "3", stage="checked")
    with pytest.raises(Refused, match="has scores already"):
        choose_stages(criteria, rules=[own, agreed], **how)
    choose_stages(criteria, rules=[own, check, agreed, StageRule(Stage.VERIFIED)], **how)


def test_what_silence_means_is_declared_before_a_stage_opens(cast):
    criteria, how = make.small_set(cast.year), {"by": cast.chair, "at": NOW}
    own, check, agreed = (StageRule(s) for s in (Stage.SELF, Stage.CHECKED, Stage.AGREED))
    accepted = replace(check, silence=Silence.ACCEPTED)
    choose_stages(criteria, rules=[own, check, agreed], **how)
    last_days(cast.year, cast.today, cast.today + DAY)
    choose_stages(criteria, rules=[own, accepted, agreed], **how)
    last_days(cast.year, cast.today - DAY, cast.today + DAY)
    with pytest.raises(Refused, match=r"These stages have begun.*cross-checked"):
        choose_stages(criteria, rules=[own, check, agreed], **how)
    choose_stages(criteria, rules=[own, accepted, replace(agreed, silence="accepted")], **how)


def test_a_copy_of_the_criteria_brings_the_stages_along(cast, criteria):
    copy = copy_set(cast.year, cast.last_year, by=cast.staff, at=NOW)
    assert set(copy.stages.values_list("stage", flat=True)) == set(Stage.values)
    assert copy.stages.get(stage="checked").answer_days == 5


def _file(cast):
    return store(gate.accept(upload("a.pdf", PDF)), by=cast.member, at=NOW)


def _at_the_end(make):
    """Constraints over two columns speak at the end of a transaction: let them speak now."""
    make()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
