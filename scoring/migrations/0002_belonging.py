"""Points are of one year's members and criteria; a criterion is of its parent's set and kind.

It stands one level below its parent. The levels end, so a circle cannot be.
"""

from django.db import migrations

from blocs.migrating import key

MEMBER = "blocs_seat (id, emulation_year_id)"
CRITERIA = "scoring_criteriaset (id, emulation_year_id)"
CRITERION = "scoring_criterion (id, criteria_set_id)"

KEYS = [
    # table, the sentence, its columns, the table and columns they lead to
    ("score", "score_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("score", "score_is_of_its_years_criteria", "criteria_set_id, emulation_year_id", CRITERIA),
    ("score", "score_is_of_a_criterion_of_its_set", "criterion_id, criteria_set_id", CRITERION),
    ("scoresheet", "sheet_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("checkerdraw", "draw_is_for_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("evidencefile", "evidence_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("tiebreak", "tie_break_looks_at_its_own_set", "criterion_id, criteria_set_id", CRITERION),
    ("disqualification", "disqualification_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("settlement", "settlement_is_of_its_years_criteria", "criteria_set_id, emulation_year_id", CRITERIA),
    ("settlement", "settlement_is_of_a_tie_break_of_its_set", "tie_break_id, criteria_set_id", "scoring_tiebreak (id, criteria_set_id)"),
    ("settledplace", "settled_place_is_of_its_year", "settlement_id, emulation_year_id", "scoring_settlement (id, emulation_year_id)"),
    ("settledplace", "settled_place_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("announcement", "announcement_is_of_its_years_criteria", "criteria_set_id, emulation_year_id", CRITERIA),
    ("announcement", "announcement_replaces_one_of_its_year", "replaces_id, emulation_year_id", "scoring_announcement (id, emulation_year_id)"),
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
        *(key(f"scoring_{table}", *columns) for table, *columns in KEYS),
    ]
