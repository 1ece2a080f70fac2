"""Points are of one year's members and criteria; a criterion is of its parent's set and kind.

It stands one level below its parent. The levels end, so a circle cannot be.
"""

from django.db import migrations

from blocs.migrating import key

KEYS = [
    # the sentence, its columns, the table and columns they lead to
    ("score_is_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("score_is_of_its_years_criteria", "criteria_set_id, emulation_year_id", "scoring_criteriaset (id, emulation_year_id)"),
    ("score_is_of_a_criterion_of_its_set", "criterion_id, criteria_set_id", "scoring_criterion (id, criteria_set_id)"),
]


class Migration(migrations.Migration):
    dependencies = [("scoring", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE scoring_criterion ADD COLUMN parent_level smallint GENERATED ALWAYS AS (level - 1) STORED",
            "ALTER TABLE scoring_criterion DROP COLUMN parent_level",
        ),
        key(
            "scoring_criterion",
            "criterion_is_of_its_parents_set_and_kind",
            "parent_id, criteria_set_id, kind, parent_level",
            "scoring_criterion (id, criteria_set_id, kind, level)",
        ),
        *(key("scoring_score", *columns) for columns in KEYS),
    ]
