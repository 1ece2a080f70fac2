"""Everything that a copy of the database holds, its own bookkeeping included."""

from django.db import connection

_TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname
"""
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_STATISTICS = """
SELECT relname, n_live_tup, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables
"""


def dump():
    """{table: its rows in the order in which they lie there}: place, transaction, columns.

    Sequences and statistics stand beside the tables, under `sequences` and `statistics`.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        found = {}
        for table in tables:
            cursor.execute(f"SELECT ctid, xmin, xmax, * FROM {table} ORDER BY ctid")  # noqa: S608
            names = [column.name for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.execute(_SEQUENCES)
        found["sequences"] = sorted(cursor.fetchall())
        cursor.execute(_STATISTICS)
        found["statistics"] = cursor.fetchall()
    return found


def changed(before, after):
    """The tables whose rows are not in both dumps alike; the statistics only count.

    Left out is `xmax`: who writes locks the bloc and the ballot, and the rows locked bear the
    number of the last vote's transaction, whoever cast it.
    """
    return {
        table
        for table in before
        if table != "statistics" and _rows(before[table]) != _rows(after[table])
    }


def _rows(rows):
    return [{**row, "xmax": None} if isinstance(row, dict) else row for row in rows]
