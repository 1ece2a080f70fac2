"""What may never be stored, each named by the sentence that the database says."""

import datetime as dt
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from awards.tests import make as ballots
from awards.tests.nominating import submission
from blocs.tests import make as blocs
from blocs.tests.conferring import past_conference
from blocs.tests.constraints import names_in_the_database
from files.models import StoredFile
from pledges.models import Covenant, CovenantVersion
from reports.models import Contribution, Paper, ReportSection, Signatory
from reports.workflow import begin_report

from . import make

# A breaking row each: what a good row is changed by.
BROKEN = {
    "paper_kind_is_known": {"kind": "letter"},
    "paper_type_code_is_known": {"type_code": "XX", "symbol": "XX-KTĐ"},
    "handover_minutes_are_of_a_handover": {"handover": None},
    "report_is_of_a_year": {"kind": "year_end"},
    "conference_minutes_are_of_a_conference": {"kind": "conference", "handover": None},
    "covenant_paper_is_of_a_version": {"kind": "covenant"},
    "counting_minutes_are_of_a_ballot": {"kind": "counting"},
    "ballot_has_one_first_paper": {
        "kind": "counting", "handover": None, "replaces": None, "replace_reason": "",
    },
    "paper_is_of_its_ballots_year": {
        "kind": "counting", "handover": None, "replaces": None, "replace_reason": "",
    },
    "submission_paper_is_of_a_submission": {"kind": "submission"},
    "submission_has_one_paper": {"kind": "submission", "handover": None},
    "paper_is_of_its_submissions_year": {"kind": "submission", "handover": None},
    "paper_has_a_number_unless_it_is_a_covenant": {"number": None},
    "covenant_version_has_one_first_paper": {"replaces": None, "replace_reason": ""},
    "paper_number_is_above_zero": {"number": 0},
    "paper_symbol_begins_with_its_type": {"symbol": "BC-KTĐ"},
    "paper_number_is_used_once_by_its_issuer": {"number": 5},
    "paper_number_is_used_once_for_its_bloc": {"number": 7, "issuer": None},
    "handover_has_one_first_paper_of_a_kind": {"replaces": None, "replace_reason": ""},
    "year_has_one_first_paper_of_a_kind": {
        "kind": "year_end", "handover": None, "replaces": None, "replace_reason": "",
    },
    "conference_has_one_first_paper_of_a_kind": {
        "kind": "conference", "handover": None, "replaces": None, "replace_reason": "",
    },
    "paper_sha256_is_one": {"sha256": "A" * 64},
    "paper_is_replaced_for_a_reason": {"replace_reason": ""},
    "paper_does_not_replace_itself": {"pk": 10**6, "replaces_id": 10**6},
    "paper_is_of_its_years_bloc": {"kind": "year_end", "handover": None},
    "paper_is_of_its_handovers_bloc": {},
    "paper_is_of_its_conferences_bloc": {
        "kind": "conference", "handover": None, "replaces": None, "replace_reason": "",
    },
    "reports_paper_file_id_key": {},
    "reports_paper_act_id_key": {},
    "reports_paper_replaces_id_key": {},
}  # fmt: skip
OF_SIGNATORIES = {
    "signatory_has_a_place_of_its_own": {"place": 1},
    "signatory_signs_by_name_and_capacity": {"full_name": ""},
}
OF_SECTIONS = {
    "report_section_has_a_heading": {"heading": ""},
    "report_section_is_of_a_report": {"kind": "handover_minutes"},
    "report_section_shows_known_figures": {"part": "awards"},
    "report_shows_its_figures_once": {"part": "ranking"},
    "report_section_has_its_own_place": {"position": 1},
}

OF_CONTRIBUTIONS = {
    "member_contributes_once_to_a_section": {},
    "contribution_is_to_a_report": {"kind": "letter"},
    "contribution_has_a_text": {"text": "", "section": None},
    "contribution_is_taken_over_by_somebody": {"taken_version": 1, "section": None},
    "contribution_is_of_its_members_year": {"section": None},
    "contribution_is_of_its_sections_report": {"kind": "half_year"},
}


@pytest.fixture
def stored(cast):
    """Minutes no. 5 in force; a report of the year without issuer, no. 7; a second bloc."""
    given = make.handover(cast)
    first = make.issued(cast, given)
    s = SimpleNamespace(cast=cast, given=given, first=first)
    s.report = Paper.objects.create(
        **_row(s, kind="year_end", handover=None, emulation_year=cast.year, issuer=None, number=7),
    )
    s.other_year = blocs.year(cast.other_bloc, cast.today.year + 1)
    return s


@contextmanager
def at_the_end():
    """A transaction that asks the keys over two columns too before it ends."""
    with transaction.atomic():
        yield
        connection.check_constraints()


def _row(s, **changes):
    """A good second paper of the handover, with what should be wrong with it."""
    file = StoredFile.objects.create(
        name="a.pdf", kind="pdf", size=1, sha256="0" * 64, uploaded_by=s.cast.staff,
        uploaded_at=timezone.now(), key=f"{StoredFile.objects.count():064x}",
    )  # fmt: skip
    row = {
        "kind": "handover_minutes", "type_code": "BB", "bloc": s.cast.bloc, "handover": s.given,
        "issuer": s.cast.organisations.farmers, "number": 6, "symbol": "BB-KTĐ",
        "dated": s.given.held_on, "place": "Thái Sơn", "title": "Biên bản", "file": file,
        "sha256": "0" * 64, "issued_by": s.cast.staff, "issued_at": timezone.now(),
    }  # fmt: skip
    return row | changes


def _wrong(s, name):
    changes = {"replaces": s.first, "replace_reason": "Sai", **BROKEN[name]}
    if name == "paper_number_is_used_once_for_its_bloc":
        changes |= {"dated": s.report.dated}
    elif name == "year_has_one_first_paper_of_a_kind":
        changes |= {"emulation_year": s.cast.year}
    elif name == "paper_does_not_replace_itself":
        changes.pop("replaces")
    elif name == "paper_is_of_its_years_bloc":
        changes |= {"emulation_year": s.other_year, "replaces": None, "replace_reason": ""}
    elif name == "ballot_has_one_first_paper":
        changes |= {"emulation_year": s.cast.year, "ballot": ballots.prepared(s.cast)}
        Paper.objects.create(**_row(s, **changes, number=8))
    elif name == "paper_is_of_its_ballots_year":
        changes |= {"emulation_year": s.cast.last_year, "ballot": ballots.prepared(s.cast)}
    elif name == "submission_has_one_paper":
        sent = submission(s.cast.year, s.cast.staff)
        changes |= {"emulation_year": s.cast.year, "submission": sent}
        first = {**changes, "replaces": None, "replace_reason": ""}
        Paper.objects.create(**_row(s, **first, number=8))
    elif name == "paper_is_of_its_submissions_year":
        sent = submission(s.cast.year, s.cast.staff)
        changes |= {"emulation_year": s.cast.last_year, "submission": sent}
    elif name == "paper_is_of_its_handovers_bloc":
        changes |= {"bloc": s.cast.other_bloc}
    elif name == "conference_has_one_first_paper_of_a_kind":
        changes |= {"conference": past_conference(s.cast)}
        Paper.objects.create(**_row(s, **changes, number=8))
    elif name == "paper_is_of_its_conferences_bloc":
        changes |= {"conference": past_conference(s.cast), "bloc": s.cast.other_bloc}
    elif name == "covenant_version_has_one_first_paper":
        covenant = Covenant.objects.create(emulation_year=s.cast.year)
        changes |= {
            "kind": "covenant", "handover": None, "emulation_year": s.cast.year, "issuer": None,
            "number": None, "type_code": None, "symbol": "",
            "covenant_version": CovenantVersion.objects.create(covenant=covenant, title="x"),
        }  # fmt: skip
        Paper.objects.create(**_row(s, **changes))
    elif name == "reports_paper_file_id_key":
        changes |= {"file": s.first.file}
    elif name == "reports_paper_replaces_id_key":
        Paper.objects.create(**_row(s, number=8, replaces=s.first, replace_reason="Sai"))
    elif name == "reports_paper_act_id_key":
        changes |= {"act": _act(s)}
        Paper.objects.create(
            **_row(s, number=8, act=changes["act"], replaces=s.report, replace_reason="Sai")
        )
    return _row(s, **changes)


def _act(s):
    return s.cast.year.chair_acts.create(
        right="year_work", capacity="vacant", what="Ban hành", by=s.cast.staff, at=timezone.now()
    )


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses_a_paper(stored, name):
    row = _wrong(stored, name)
    with pytest.raises(IntegrityError, match=name), at_the_end():
        Paper.objects.create(**row)


@pytest.mark.parametrize("name", OF_SIGNATORIES)
def test_the_database_refuses_a_signatory(stored, name):
    row = {"place": 9, "capacity": "Người ký", "full_name": "Lê Minh", **OF_SIGNATORIES[name]}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Signatory.objects.create(paper=stored.first, **row)


@pytest.mark.parametrize("name", OF_CONTRIBUTIONS)
def test_the_database_refuses_a_contribution(cast, name):
    section = begin_report(cast.year, "year_end", by=cast.chair, at=timezone.now())[0]
    row = {
        "emulation_year": cast.year, "kind": "year_end", "seat": cast.seats["front"],
        "section": section, "text": "Đã làm", "written_by": cast.member,
        "written_at": timezone.now(),
    }  # fmt: skip
    Contribution.objects.create(**row)
    if name == "contribution_is_of_its_members_year":
        row["seat"] = blocs.seat(cast.last_year, cast.organisations.culture)
    with pytest.raises(IntegrityError, match=name), at_the_end():
        Contribution.objects.create(**row | OF_CONTRIBUTIONS[name])


@pytest.mark.parametrize("name", OF_SECTIONS)
def test_the_database_refuses_a_section(cast, name):
    _first, second, *_rest = begin_report(cast.year, "year_end", by=cast.chair, at=timezone.now())
    with pytest.raises(IntegrityError, match=name), at_the_end():
        ReportSection.objects.filter(pk=second.pk).update(**OF_SECTIONS[name])


def test_a_good_row_is_stored(stored):
    paper = Paper.objects.create(**_row(stored, replaces=stored.first, replace_reason="Sai"))
    connection.check_constraints()
    assert Paper.objects.filter(pk=paper.pk).exists()


@pytest.mark.django_db
def test_every_constraint_has_a_row_here():
    assert names_in_the_database("reports") == {
        *BROKEN,
        *OF_SIGNATORIES,
        *OF_SECTIONS,
        *OF_CONTRIBUTIONS,
    }


CHANGES = {
    "update": lambda rows: rows.update(place=rows.values_list("place")[:1]),
    "delete": lambda rows: rows._raw_delete(rows.db),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", [Paper, Signatory])
def test_what_was_issued_is_neither_changed_nor_deleted(stored, table, change):
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        CHANGES[change](table.objects.all())


def test_a_paper_of_another_day_is_dated_in_the_register_of_its_year(stored):
    """The same number in the next calendar year is another number."""
    dated = stored.given.held_on + dt.timedelta(days=400)
    row = _row(stored, number=5, dated=dated, replaces=stored.first, replace_reason="Sai")
    assert Paper.objects.create(**row).number == 5
