"""A paper is of the bloc of what it is about, a contribution of its member's year and its report."""

from django.db import migrations

from blocs.migrating import key

KEYS = [
    # table, the sentence, its columns, the table and columns they lead to
    ("paper", "paper_is_of_its_years_bloc", "emulation_year_id, bloc_id", "blocs_emulationyear (id, bloc_id)"),
    ("paper", "paper_is_of_its_handovers_bloc", "handover_id, bloc_id", "blocs_handover (id, bloc_id)"),
    ("paper", "paper_is_of_its_conferences_bloc", "conference_id, bloc_id", "blocs_conference (id, bloc_id)"),
    ("paper", "paper_is_of_its_ballots_year", "ballot_id, emulation_year_id", "awards_ballot (id, emulation_year_id)"),
    ("contribution", "contribution_is_of_its_members_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("contribution", "contribution_is_of_its_sections_report", "section_id, emulation_year_id, kind", "reports_reportsection (id, emulation_year_id, kind)"),
]


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [
        # The pair that the second key leads to; a number alone is unique already.
        migrations.RunSQL(
            "ALTER TABLE blocs_handover ADD CONSTRAINT handover_belongs_to_its_bloc UNIQUE (id, bloc_id)",
            "ALTER TABLE blocs_handover DROP CONSTRAINT handover_belongs_to_its_bloc",
        ),
        *(key(f"reports_{table}", *columns) for table, *columns in KEYS),
    ]
