"""A paper is of the bloc of what it is about. Keys over two columns, which Django does not make."""

from django.db import migrations

KEYS = [
    ("emulation_year_id, bloc_id", "blocs_emulationyear", "paper_is_of_its_years_bloc"),
    ("handover_id, bloc_id", "blocs_handover", "paper_is_of_its_handovers_bloc"),
]


def _add(columns, target, name):
    return migrations.RunSQL(
        f"ALTER TABLE reports_paper ADD CONSTRAINT {name} FOREIGN KEY ({columns}) "
        f"REFERENCES {target} (id, bloc_id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE reports_paper DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("blocs", "0002_belonging")]

    operations = [
        # The pair that the second key points to; a number alone is unique already.
        migrations.RunSQL(
            "ALTER TABLE blocs_handover ADD CONSTRAINT handover_belongs_to_its_bloc UNIQUE (id, bloc_id)",
            "ALTER TABLE blocs_handover DROP CONSTRAINT handover_belongs_to_its_bloc",
        ),
        *(_add(*key) for key in KEYS),
    ]
