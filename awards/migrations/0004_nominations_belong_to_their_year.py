"""What a nomination and an award point to is of the same year of the same bloc."""

from django.db import migrations

from blocs.migrating import key

KEYS = [
    # table, the sentence, its columns, the table and columns they lead to
    ("nomination", "nomination_is_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("nomination", "nomination_is_from_a_ballot_of_its_year", "ballot_id, emulation_year_id", "awards_ballot (id, emulation_year_id)"),
    ("nomination", "nomination_is_in_a_submission_of_its_year", "submission_id, emulation_year_id", "awards_submission (id, emulation_year_id)"),
    ("award", "award_is_from_a_nomination_of_its_year", "nomination_id, emulation_year_id", "awards_nomination (id, emulation_year_id)"),
]


class Migration(migrations.Migration):
    dependencies = [("awards", "0003_nominations_to_registry"), ("blocs", "0001_initial")]

    operations = [key(f"awards_{table}", *columns) for table, *columns in KEYS]
