"""What the database holds of the province's work, broken behind the verbs' back."""

import pytest
from django.db import IntegrityError, transaction

from awards import workflow
from awards.models import AgencyOpinion, CouncilVote
from blocs.tests.constraints import add, change
from files import gate
from files.tests.make import PDF, upload

from . import make, provincial

pytestmark = pytest.mark.usefixtures("law")


def broken(name, do, *args):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        do(*args)


def opinion(cast):
    found = provincial.submitted(cast)
    [row] = workflow.ask_agency(
        found.submission, nominations=found.keys[:1], agency="Thuế", asked_on=cast.today,
        by=cast.staff, at=make.now(),
    )  # fmt: skip
    return row


def test_an_opinion(cast):
    row = opinion(cast)
    broken("agency_is_asked_once_about_a_nomination", add, row, {})
    early = provincial.days_ago(cast, 1)
    for values, name in [
        ({"verdict": "maybe", "answered_on": cast.today}, "opinion_is_known"),
        ({"verdict": "agrees"}, "answered_opinion_has_day_and_verdict"),
        ({"answered_on": cast.today}, "answered_opinion_has_day_and_verdict"),
        ({"verdict": "agrees", "answered_on": early}, "answered_opinion_has_day_and_verdict"),
        ({"due_on": early}, "opinion_is_due_after_it_is_asked"),
        ({"verdict": "objects", "answered_on": cast.today}, "objection_says_why"),
    ]:
        broken(name, change, row, values)


def test_an_appraisal_has_a_conclusion(cast):
    found = provincial.appraised(cast, {"farmers": "CO_TINH"})
    appraisal = found.rows["farmers"].appraisal
    broken("appraisal_has_a_conclusion", change, appraisal, {"conclusion": ""})
    broken("awards_appraisal_nomination_id_key", add, appraisal, {})


def test_a_file_belongs_to_one_thing(cast):
    scan = gate.accept(upload("ban-ky.pdf", PDF))
    found, how = provincial.passed(cast), {"by": cast.staff, "at": make.now()}
    held = workflow.add_session_scan(found.session, upload=scan, **how)
    broken("awards_councilsession_file_id_key", add, held, {})
    decision = workflow.add_decision_scan(provincial.decided(cast, found), upload=scan, **how)
    broken("awards_decision_file_id_key", add, decision, {"number": "2"})
    award = decision.awards.first()
    broken("awards_award_nomination_id_key", add, award, {})
    row = AgencyOpinion.objects.create(
        nomination=found.rows["front"], agency="Thuế", asked_on=cast.today, file=decision.file
    )
    broken("awards_agencyopinion_file_id_key", add, row, {"agency": "Khác"})


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"year": 1900}, "council_session_year_is_one"),
        ({"members": 14}, "council_votes_are_of_its_members"),
        ({"members": 0, "present": 0, "written": 0}, "council_votes_are_of_its_members"),
        ({"name": ""}, "council_session_has_a_name"),
    ],
)
def test_a_session(cast, values, name):
    broken(name, change, provincial.session(cast), values)


def test_a_vote(cast):
    provincial.voted(cast, provincial.appraised(cast, {"farmers": "CO_TINH"}))
    vote = CouncilVote.objects.get()
    broken("council_votes_once_on_a_nomination", add, vote, {})
    broken("nomination_passes_with_the_votes_needed", change, vote, {"agree": 7})
    broken("council_refuses_for_a_reason", change, vote, {"has_passed": False})


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"corrected_why": "x"}, "decision_is_corrected_for_a_reason"),
        ({"corrected_at": make.now()}, "decision_is_corrected_for_a_reason"),
        ({"void_why": "x"}, "decision_is_void_for_a_reason"),
        ({"void_at": make.now()}, "decision_is_void_for_a_reason"),
    ],
)
def test_what_was_done_to_a_decision_has_its_reason(cast, values, name):
    decision = provincial.decided(cast, provincial.passed(cast))
    broken(name, change, decision, values)


def test_a_decision_in_force_is_entered_once(cast):
    decision = provincial.decided(cast, provincial.passed(cast))
    broken("decision_is_entered_once", add, decision, {})
    workflow.void_decision(decision, why="Nhập nhầm", by=cast.staff, at=make.now())
    provincial.fresh(decision)
    add(provincial.fresh(decision), {"void_at": None, "void_why": ""})
