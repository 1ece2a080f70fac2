"""A child is of its parent's set and kind, one level below it. The levels end, so a circle cannot be."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("scoring", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE scoring_criterion ADD COLUMN parent_level smallint GENERATED ALWAYS AS (level - 1) STORED",
            "ALTER TABLE scoring_criterion DROP COLUMN parent_level",
        ),
        migrations.RunSQL(
            "ALTER TABLE scoring_criterion ADD CONSTRAINT criterion_is_of_its_parents_set_and_kind "
            "FOREIGN KEY (parent_id, criteria_set_id, kind, parent_level) "
            "REFERENCES scoring_criterion (id, criteria_set_id, kind, level) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE scoring_criterion DROP CONSTRAINT criterion_is_of_its_parents_set_and_kind",
        ),
    ]
