"""What the tables of nominations and their dossiers never hold, whoever writes."""

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone

from awards.models import (
    AchievementReport,
    FindingOverride,
    NominationFile,
    NominationStep,
    Submission,
    SubmissionReturn,
)
from blocs.tests import make as blocs
from files import gate
from files.storing import store
from files.tests.make import PDF, upload

from . import make
from .nominating import act, nomination, sent_back, step, submission
from .test_findings import award

pytestmark = pytest.mark.usefixtures("law")


def breaks(name, change):
    """The change breaks the constraint of this name, at once or at the end of the transaction."""

    def changed():
        change()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        changed()


@pytest.fixture
def given(cast):
    return nomination(cast.year, cast.seats["front"])


def change(row, **fields):
    def changed():
        type(row).objects.filter(pk=row.pk).update(**fields)

    return changed


def test_a_nomination_names_a_member_or_what_is_stated(cast, given):
    breaks(
        "nomination_names_a_member_or_what_is_stated",
        lambda: nomination(cast.year, None, member_stated=""),
    )
    nomination(cast.year, None, member_stated="các đơn vị")


def test_without_a_known_member_it_is_submitted_nowhere_and_stays_proposed(cast):
    past = nomination(cast.year, None, "CO_CP", member_stated="các đơn vị")
    name = "nomination_without_member_is_submitted_nowhere"
    breaks(name, change(past, submission=submission(cast.year, cast.staff), state="submitted"))
    breaks(name, change(past, state="withdrawn", reason="x"))


def test_states_are_known_and_go_on_in_a_submission(cast, given):
    sent = submission(cast.year, cast.staff)
    breaks("nomination_state_is_known", change(given, state="dreamt", submission=sent))
    name = "nomination_goes_on_in_a_submission"
    breaks(name, change(given, state="submitted"))
    breaks(name, change(given, submission=sent))
    breaks("nomination_ends_for_a_reason", change(given, state="declined"))


def test_votes_are_of_all_who_may_vote(given):
    name = "nomination_votes_are_of_all_who_may_vote"
    breaks(name, change(given, agree=5, eligible=4))
    breaks(name, change(given, agree=5))


def test_a_member_is_nominated_once_for_a_kind_unless_it_was_given_up(cast, given):
    again = lambda: nomination(cast.year, cast.seats["front"])  # noqa: E731
    breaks("member_is_nominated_once_for_a_kind", again)
    change(given, state="withdrawn", reason="Nhầm")()
    again()


def test_a_nomination_is_of_its_own_year(cast, given):
    other = cast.last_year.seats.first()
    breaks("nomination_is_of_a_member_of_its_year", change(given, seat=other))
    ballot = make.prepared(cast)
    past = nomination(cast.last_year, other)
    breaks("nomination_is_from_a_ballot_of_its_year", change(past, ballot=ballot))
    sent = submission(cast.year, cast.staff)
    breaks(
        "nomination_is_in_a_submission_of_its_year",
        change(past, submission=sent, state="submitted"),
    )


def test_the_pairs_that_other_tables_point_to_are_unique(cast, given):
    """The database needs them for its keys; a number alone is unique already."""
    names = {"nomination_belongs_to_its_year", "submission_belongs_to_its_year"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conname = ANY(%s)", [list(names)])
        assert {row[0] for row in cursor.fetchall()} == names


def test_an_award_is_from_a_nomination_of_its_year(cast, given):
    row = award(cast, cast.organisations.front, "CO_TINH", cast.year.year)
    breaks(
        "award_is_from_a_nomination_of_its_year",
        change(row, nomination=given, emulation_year=cast.last_year),
    )


def test_steps_are_known_and_only_added(cast, given):
    with (
        pytest.raises(IntegrityError, match="nomination_step_state_is_known"),
        transaction.atomic(),
    ):
        step(given, "dreamt", by=cast.staff)
    row = step(given, by=cast.staff)
    only_added(row, NominationStep)


def test_submissions_have_numbers_of_their_own_and_are_only_added(cast):
    sent = submission(cast.year, cast.staff)
    breaks(
        "submission_has_its_own_number",
        lambda: Submission.objects.create(
            emulation_year=cast.year, number=1, submitted_at=timezone.now(),
            act=act(cast.year, cast.staff),
        ),
    )  # fmt: skip
    breaks(
        "awards_submission_act_id_key",
        lambda: Submission.objects.create(
            emulation_year=cast.year, number=2, submitted_at=timezone.now(), act=sent.act
        ),
    )
    only_added(sent, Submission)


def test_a_submission_is_sent_back_once_for_a_reason(cast):
    sent = submission(cast.year, cast.staff)
    fields = {"submission": sent, "by": cast.staff, "at": timezone.now()}
    breaks(
        "submission_is_sent_back_for_a_reason",
        lambda: SubmissionReturn.objects.create(reason="", **fields),
    )
    row = sent_back(sent, cast.staff)
    breaks(
        "awards_submissionreturn_submission_id_key",
        lambda: SubmissionReturn.objects.create(reason="x", **fields),
    )
    only_added(row, SubmissionReturn)


def test_findings_are_overridden_for_a_reason_and_only_added(cast, given):
    at = timezone.now()
    fields = {"nomination": given, "rule": "R1", "sentence": "x", "reason": "y"}
    fields |= {"by": cast.staff, "at": at}
    for name, wrong in (
        ("finding_is_overridden_for_a_reason", {"reason": ""}),
        ("overridden_rule_is_one_of_nine", {"rule": "R0"}),
        (
            "limit_of_the_law_is_overridden_by_the_province_only",
            {"is_hard": True, "act": act(cast.year, cast.staff)},
        ),
    ):
        breaks(name, lambda wrong=wrong: FindingOverride.objects.create(**fields | wrong))
    only_added(FindingOverride.objects.create(**fields), FindingOverride)


def test_reports_tell_achievements_and_files_say_what_they_are(cast, given):
    at = timezone.now()
    breaks(
        "achievement_report_tells_achievements",
        lambda: AchievementReport.objects.create(
            nomination=given, achievements="", by=cast.staff, at=at
        ),
    )
    file = store(gate.accept(upload("a.pdf", PDF)), by=cast.staff, at=at)
    breaks(
        "nomination_file_says_what_it_is",
        lambda: NominationFile.objects.create(nomination=given, title="", file=file),
    )
    fields = {"nomination": given, "achievements": "x", "by": cast.staff, "at": at}
    AchievementReport.objects.create(**fields)
    breaks(
        "awards_achievementreport_nomination_id_key",
        lambda: AchievementReport.objects.create(**fields),
    )
    NominationFile.objects.create(nomination=given, title="x", file=file)
    breaks(
        "awards_nominationfile_file_id_key",
        lambda: NominationFile.objects.create(nomination=given, title="y", file=file),
    )


def only_added(row, model):
    for change_it in (lambda: model.objects.filter(pk=row.pk).update(id=row.pk), row.delete):
        with pytest.raises(Error, match="only_added"), transaction.atomic():
            change_it()


def test_a_seat_of_another_bloc_is_none_of_its_year(cast, given):
    seat = blocs.seat(blocs.year(cast.other_bloc, 2030), cast.organisations.culture)
    breaks("nomination_is_of_a_member_of_its_year", change(given, seat=seat))
