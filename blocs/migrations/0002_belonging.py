"""A seat's bloc is its year's bloc, a term's its seat's, and so on: keys over two columns."""

from django.db import migrations

from blocs.migrating import key

YEAR = "blocs_emulationyear (id, bloc_id)"
TERM = "blocs_term (id, bloc_id)"
MEMBER = "blocs_seat (id, emulation_year_id)"
CONFERENCE = "blocs_conference (id, emulation_year_id)"

KEYS = [
    # table, the sentence, its columns, the table and columns they lead to
    ("seat", "seat_is_in_its_years_bloc", "emulation_year_id, bloc_id", YEAR),
    ("term", "term_is_in_its_seats_bloc", "seat_id, bloc_id", "blocs_seat (id, bloc_id)"),
    ("handover", "giver_is_of_the_handovers_bloc", "giver_term_id, bloc_id", TERM),
    ("handover", "receiver_is_of_the_handovers_bloc", "receiver_term_id, bloc_id", TERM),
    ("handover", "deputy_is_of_the_handovers_bloc", "deputy_term_id, bloc_id", TERM),
    ("extension", "extension_is_of_its_years_seat", "seat_id, emulation_year_id", MEMBER),
    ("activity", "activity_owner_is_of_its_year", "owner_seat_id, emulation_year_id", MEMBER),
    ("activity", "activity_host_is_of_its_year", "host_seat_id, emulation_year_id", MEMBER),
    ("conference", "conference_is_of_its_years_bloc", "emulation_year_id, bloc_id", YEAR),
    ("conferencepurpose", "purpose_is_of_its_conferences_bloc", "conference_id, bloc_id", "blocs_conference (id, bloc_id)"),
    ("conferencepurpose", "purpose_is_of_its_years_bloc", "emulation_year_id, bloc_id", YEAR),
    ("conferenceperson", "conference_person_is_of_its_conferences_year", "conference_id, emulation_year_id", CONFERENCE),
    ("conferenceperson", "conference_person_is_of_a_member_of_the_year", "seat_id, emulation_year_id", MEMBER),
    ("attendance", "attendance_is_of_its_conferences_year", "conference_id, emulation_year_id", CONFERENCE),
    ("attendance", "attendance_is_of_a_member_of_the_year", "seat_id, emulation_year_id", MEMBER),
]


class Migration(migrations.Migration):
    dependencies = [("blocs", "0001_initial")]

    operations = [key(f"blocs_{table}", *columns) for table, *columns in KEYS]
