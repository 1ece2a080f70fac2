"""The table of who may open what, read from the texts of this folder.

The answers follow from the rules: 302 to the sign-in for who has not signed in; 404 for what a
person may not see; 403 for what a person may see but not do; 405 for a method that the address
does not know; 200 or 302 for who may. A page that only reads answers POST as it answers GET.
"""

from typing import NamedTuple

from . import of_accounts, of_blocs, of_covenants, of_people, of_scoring, of_the_rest

# Heading of the column: name in the cast. "far" is staff of another province, "left" a member of
# last year only, "other" a member of another bloc, "none" somebody without any post.
COLUMNS = {
    "anon": "anonymous",
    "admin": "administrator",
    "staff": "staff",
    "far": "foreign_staff",
    "obs": "observer",
    "chair": "chair",
    "former": "former_chair",
    "coming": "coming_chair",
    "deputy": "deputy",
    "member": "member",
    "left": "former_member",
    "other": "outsider",
    "none": "nobody",
}
KINDS = list(COLUMNS.values())


class Answers(NamedTuple):
    """The status codes of an address for one kind of person."""

    get: int
    post: int


def _read(text):
    """{row: {kind of person: Answers}}; raises ValueError for a row that is not whole."""
    heading, *lines = text.strip().splitlines()
    kinds = [COLUMNS[word] for word in heading.split()]
    rows = {}
    for name, get, post in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        (verb, *got), (other_verb, *posted) = get.split(), post.split()
        if (verb, other_verb) != ("GET", "POST") or name in rows:
            raise ValueError(f"The row of {name} is not whole, or is there twice.")
        codes = zip(kinds, map(int, got), map(int, posted), strict=True)
        rows[name.strip()] = {kind: Answers(get, post) for kind, get, post in codes}
    return rows


ROWS = {
    name: row
    for part in (of_accounts, of_people, of_blocs, of_covenants, of_scoring, of_the_rest)
    for name, row in _read(part.TABLE).items()
}


def of(kind):
    """{row: Answers} for one kind of person."""
    return {name: row[kind] for name, row in ROWS.items()}
