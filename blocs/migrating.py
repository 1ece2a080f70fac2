"""What migrations write that Django does not make itself."""

from django.db import migrations


def key(table, name, columns, target):
    """Return the operation that adds a foreign key over several columns to a table.

    Such keys hold that what belongs together is of one bloc or one year. `target` is the table and
    columns it leads to, which need a unique constraint of their own; `name` is the sentence that
    the database says when it refuses. Checked at commit, as Django's own keys.
    """
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns}) "
        f"REFERENCES {target} DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )
