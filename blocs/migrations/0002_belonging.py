"""Foreign keys over two columns: a seat's bloc is its year's bloc, a term's its seat's, and so on."""

from django.db import migrations

PAIRS = [
    # table, its columns, the table and columns they point to, the sentence
    ("blocs_seat", "emulation_year_id, bloc_id", "blocs_emulationyear", "seat_is_in_its_years_bloc"),
    ("blocs_term", "seat_id, bloc_id", "blocs_seat", "term_is_in_its_seats_bloc"),
    ("blocs_handover", "giver_term_id, bloc_id", "blocs_term", "giver_is_of_the_handovers_bloc"),
    ("blocs_handover", "receiver_term_id, bloc_id", "blocs_term", "receiver_is_of_the_handovers_bloc"),
    ("blocs_handover", "deputy_term_id, bloc_id", "blocs_term", "deputy_is_of_the_handovers_bloc"),
]


class Migration(migrations.Migration):
    dependencies = [("blocs", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns}) "
            f"REFERENCES {target} (id, bloc_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, columns, target, name in PAIRS
    ]
