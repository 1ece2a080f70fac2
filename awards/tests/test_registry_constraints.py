"""What the database holds of decisions, awards and yearly results, broken past the verbs."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from awards.models import HistoryImport, Nomination, YearlyResult
from blocs.tests.constraints import add, change
from files import gate
from files.storing import store
from files.tests.make import PDF, upload

from . import make

pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture
def stored(cast):
    decision = make.decision(cast.province)
    file, scan, other = (
        store(gate.accept(upload("so.pdf", PDF)), by=cast.staff, at=make.now()) for _ in range(3)
    )
    return {
        "scan": scan,
        "other": other,
        "decision": decision,
        "collective": make.award(decision, cast.organisations.farmers),
        "person": make.award(decision, None, code="BK_TINH_CN", person_name="Trần Thị Hoà"),
        "result": YearlyResult.objects.create(
            organisation=cast.organisations.farmers, year=2025, rating="good", document="Số 1/TB"
        ),
        "import": HistoryImport.objects.create(
            province=cast.province, file=file, note="Sổ cũ", by=cast.staff, at=make.now()
        ),
    }


@pytest.mark.parametrize(
    ("row", "values", "name"),
    [
        ("decision", {"number": ""}, "decision_has_number_issuer_and_subject"),
        ("decision", {"issuer": ""}, "decision_has_number_issuer_and_subject"),
        ("decision", {"subject": ""}, "decision_has_number_issuer_and_subject"),
        ("decision", {"signer": ""}, "decision_has_a_signer"),
        ("decision", {"corrected_why": "nhầm"}, "decision_is_corrected_for_a_reason"),
        ("decision", {"corrected_at": make.now()}, "decision_is_corrected_for_a_reason"),
        ("person", {"recipient_class": "x"}, "award_recipient_class_is_known"),
        ("person", {"method": "x"}, "award_method_is_known"),
        ("person", {"sex": "x"}, "award_sex_is_known"),
        ("person", {"sex": ""}, "award_is_of_a_collective_or_a_person"),
        ("person", {"person_name": ""}, "award_is_of_a_collective_or_a_person"),
        ("person", {"recipient_class": "collective"}, "award_is_of_a_collective_or_a_person"),
        ("collective", {"sex": "male"}, "award_is_of_a_collective_or_a_person"),
        ("collective", {"person_name": "A"}, "award_is_of_a_collective_or_a_person"),
        ("collective", {"organisation_name": ""}, "award_names_organisation_and_achievement"),
        ("collective", {"achievement": ""}, "award_names_organisation_and_achievement"),
        ("collective", {"year": 1947}, "award_year_is_one"),
        (
            "collective",
            {"revoked_on": dt.date(2026, 1, 1), "revoke_reason": "sai"},
            "award_is_revoked_by_a_decision_for_a_reason",
        ),
        ("collective", {"revoke_reason": "sai"}, "award_is_revoked_by_a_decision_for_a_reason"),
        ("collective", {"handed_on": dt.date(2026, 1, 1)}, "award_is_handed_over_somewhere"),
        ("result", {"rating": "x"}, "yearly_rating_is_known"),
        ("result", {"year": 1900}, "yearly_result_year_is_one"),
        ("result", {"document": ""}, "yearly_result_rests_on_a_paper"),
        ("import", {"note": ""}, "import_says_where_figures_come_from"),
        ("import", {"undone_at": make.now()}, "import_is_undone_for_a_reason"),
        ("import", {"undone_why": "nhầm"}, "import_is_undone_for_a_reason"),
    ],
)
def test_what_may_never_be_stored(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change(stored[row], values)


@pytest.mark.parametrize(
    ("row", "values", "name"),
    [
        ("decision", {"subject": "Khác"}, "decision_is_entered_once"),
        ("result", {"rating": "done"}, "organisation_has_one_result_a_year"),
    ],
)
def test_what_stands_once(stored, row, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        add(stored[row], values)


def test_a_file_belongs_to_one_decision_or_import(stored):
    scan, imported = stored["scan"], stored["import"]
    change(stored["decision"], {"file": scan})
    change(imported, {"scan": scan})
    for row, values, name in (
        ("decision", {"number": "13/QĐ-UBND"}, "awards_decision_file_id_key"),
        ("import", {"scan": None}, "awards_historyimport_file_id_key"),
        ("import", {"file": stored["other"]}, "awards_historyimport_scan_id_key"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            add(stored[row], values)


def test_a_nomination_becomes_one_award_of_its_own_year(cast, stored):
    seat, of = cast.seats["farmers"], {"emulation_year": cast.year}
    nomination = Nomination.objects.create(seat=seat, kind=make.kind(), position=1, **of)
    award = stored["collective"]
    change(award, {"nomination": nomination, **of})
    with (
        pytest.raises(IntegrityError, match="awards_award_nomination_id_key"),
        transaction.atomic(),
    ):
        add(award, {})
    with (
        pytest.raises(IntegrityError, match="award_is_from_a_nomination_of_its_year"),
        transaction.atomic(),
    ):
        change(award, {"emulation_year": cast.last_year})


def test_a_recipient_is_known_whatever_else_is_said(stored):
    """The constraint on what a collective and a person say speaks first; without it, this one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        name = "award_is_of_a_collective_or_a_person"
        cursor.execute(f"ALTER TABLE awards_award DROP CONSTRAINT {name}")
    with pytest.raises(IntegrityError, match="award_recipient_is_known"), transaction.atomic():
        change(stored["collective"], {"recipient": "x"})


def test_past_records_need_neither_signer_nor_sex(stored):
    change(stored["decision"], {"signer": "", "is_historical": True})
    change(stored["person"], {"sex": "", "history_import": stored["import"]})
