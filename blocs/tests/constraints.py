"""Which invariants of a room the database holds, by name, and how to break them in a test."""

from django.db import connection

# Left out: primary keys; foreign keys of one column, which Django makes and names; uniqueness
# that holds the primary key, which only a composite foreign key needs and nothing can break; and
# the checks that Django adds to every positive number (table_column_check).
_NAMES = """
WITH tables AS (
    SELECT oid, relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    AND relname LIKE %(room)s || '\\_%%' AND relname NOT LIKE '%%event'
)
SELECT conname FROM pg_constraint c JOIN tables t ON t.oid = c.conrelid
WHERE (contype IN ('c', 'u', 'x') OR contype = 'f' AND cardinality(conkey) > 1)
AND NOT (contype = 'c' AND conname LIKE relname || '\\_%%\\_check')
AND NOT (contype = 'u' AND EXISTS (
    SELECT FROM pg_constraint p
    WHERE p.conrelid = c.conrelid AND p.contype = 'p' AND p.conkey <@ c.conkey))
UNION
SELECT i.relname FROM pg_index x
JOIN tables t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
WHERE x.indisunique AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid)
"""


def names_in_the_database(room):
    """The names of a room's constraints, composite foreign keys and unique indexes."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, {"room": room})
        return {name for (name,) in cursor.fetchall()}


def check_now():
    """Deferred constraints speak at the end of a transaction; the test's own never ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def change(row, values):
    """Like a verb that forgot every rule; the constraints that wait for the commit speak too."""
    type(row).objects.filter(pk=row.pk).update(**values)
    check_now()


def add(row, values):
    """A second row like the first one, but for these values."""
    fresh = type(row).objects.get(pk=row.pk)
    fresh.pk, fresh._state.adding = None, True
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)
    check_now()


def filled(stored, values):
    """The values, with the rows of `stored` in place of their names (`@row` or `@row.field`)."""

    def value(of):
        if not (isinstance(of, str) and of.startswith("@")):
            return of
        name, _dot, attribute = of[1:].partition(".")
        row = getattr(stored, name)
        return getattr(row, attribute) if attribute else row

    return {name: value(of) for name, of in values.items()}
