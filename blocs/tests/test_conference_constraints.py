"""What may never be stored of a conference, each named by the sentence that the database says."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from blocs.models import Conference, ConferenceFile
from files.models import StoredFile

from . import conferring

NOON = dt.datetime(2026, 12, 20, 5, tzinfo=dt.UTC)
# The row that is changed, by what, and the sentence. @ names another row.
CHANGES = [
    ("conference", {"title": ""}, "conference_has_a_title"),
    ("conference", {"part_of_day": "noon"}, "conference_part_of_day_is_known"),
    ("conference", {"revoked_at": NOON}, "conference_is_revoked_for_a_reason"),
    ("conference", {"revoke_reason": "nhầm"}, "conference_is_revoked_for_a_reason"),
    ("bare", {"bloc": "@other_bloc"}, "conference_is_of_its_years_bloc"),
    ("conference", {"recorded": "@other_act"}, "blocs_conference_recorded_id_key"),
    ("purpose", {"purpose": "party"}, "conference_purpose_is_known"),
    ("purpose", {"purpose": "launching"}, "conference_has_a_purpose_once_a_year"),
    ("purpose", {"emulation_year": "@other_year"}, "purpose_is_of_its_years_bloc"),
    ("purpose", {"bloc": "@other_bloc", "emulation_year": "@other_year"},
     "purpose_is_of_its_conferences_bloc"),
    ("person", {"role": "cook"}, "conference_role_is_known"),
    ("person", {"full_name": ""}, "conference_person_has_a_name"),
    ("person", {"organisation_text": "Sở"}, "conference_person_is_of_one_organisation"),
    ("person", {"place": 2}, "conference_person_has_a_place"),
    ("person", {"seat": "@old_seat"}, "conference_person_is_of_a_member_of_the_year"),
    ("person", {"seat": None, "emulation_year": "@last_year"},
     "conference_person_is_of_its_conferences_year"),
    ("attendance", {"state": "asleep"}, "attendance_state_is_known"),
    ("attendance", {"seat": "@union"}, "member_attends_a_conference_once"),
    ("attendance", {"seat": "@old_seat"}, "attendance_is_of_a_member_of_the_year"),
    ("attendance", {"seat": "@old_seat", "emulation_year": "@last_year"},
     "attendance_is_of_its_conferences_year"),
    ("file", {"withdrawn_at": NOON}, "conference_file_is_withdrawn_for_a_reason"),
    ("file", {"withdraw_reason": "nhầm"}, "conference_file_is_withdrawn_for_a_reason"),
    ("file", {"file": "@other_file"}, "blocs_conferencefile_file_id_key"),
]  # fmt: skip
BROKEN = {name for *_, name in CHANGES}


@pytest.fixture
def stored(cast):
    """A conference with all that belongs to one, and rows to point to wrongly."""
    conference = conferring.conference(cast)
    other = conferring.conference(cast, title="Hội nghị khác")
    files = [
        ConferenceFile.objects.create(conference=conference, file=_stored_file(cast, digit))
        for digit in "12"
    ]
    return {
        "conference": conference,
        "bare": Conference.objects.create(  # nothing else holds it in its bloc
            bloc=cast.bloc, emulation_year=cast.year, title="Họp", recorded_at=NOON
        ),
        "purpose": conference.purposes.get(purpose="signing"),
        "person": conference.people.get(place=1),
        "attendance": conference.attendance.get(seat=cast.seats["front"]),
        "file": files[0],
        "other_file": files[1].file,
        "other_act": other.recorded,
        "other_bloc": cast.other_bloc,
        "other_year": cast.other_bloc.years.get(),
        "last_year": cast.last_year,
        "old_seat": cast.last_year.seats.get(organisation=cast.organisations.women),
        "union": cast.seats["union"],
    }


def change(row, values):
    """Like a verb that forgot every rule; the constraints that wait for the commit speak too."""
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)
        connection.check_constraints()


def _stored_file(cast, digit):
    return StoredFile.objects.create(
        name="a.pdf", kind="pdf", size=1, sha256="0" * 64, key=digit * 64,
        uploaded_by=cast.staff, uploaded_at=timezone.now(),
    )  # fmt: skip


@pytest.mark.parametrize(("row", "values", "name"), CHANGES)
def test_no_row_is_changed_into_what_may_not_be(stored, row, values, name):
    row = stored[row]
    values = {
        column: stored[value[1:]] if str(value).startswith("@") else value
        for column, value in values.items()
    }
    with pytest.raises(IntegrityError, match=name):
        change(row, values)


def test_a_conference_is_never_deleted(cast):
    conference = conferring.past_conference(cast)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        Conference.objects.filter(pk=conference.pk)._raw_delete("default")


def test_a_member_that_sits_in_two_years_attends_by_the_seat_of_the_main_one(cast):
    """The front sat in both years: its seat of last year is not asked about this year."""
    noted = conferring.conference(cast).attendance.get(seat=cast.seats["front"])
    old = cast.last_year.seats.get(organisation=cast.organisations.front)
    with pytest.raises(IntegrityError, match="attendance_is_of_a_member_of_the_year"):
        change(noted, {"seat": old})
