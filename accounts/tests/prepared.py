"""Rows that many tests begin with: made once, kept in a database of their own, given afresh."""

from collections.abc import Callable
from typing import NamedTuple

import pytest


class Rows(NamedTuple):
    """What `build` makes, from the rows named `on` if there are any, and returns."""

    build: Callable
    on: str | None
    is_large: bool


ALL = {}


def prepared(*, on=None, is_large=False):
    """A fixture of rows that each worker makes once: a function that writes rows and returns them.

    With `on` it is given the prepared rows of that name and adds to them. A test that asks for the
    fixture works in a database that holds the rows already, and gets objects of its own; what it
    changes is taken back. The function reads no settings but those of every test, and not the
    clock beyond today's day. Its name is the fixture's, and is used once in the project.

    A test that commits has the rows made in place, unless they are large: then it is given a copy
    of their database, which takes as long as some hundred rows.
    """

    def decorate(build):
        name = build.__name__
        assert name not in ALL, f"{name} is prepared twice"
        ALL[name] = Rows(build, on, is_large)

        @pytest.fixture(name=name)
        def rows(request, ground, db):
            """From the database of the test; made in place where it has another one."""
            if name not in ground:
                ground[name] = build(*(request.getfixturevalue(each) for each in [on] if each))
            return ground[name]

        return rows

    return decorate


def layers(name):
    """The names of the rows that these stand on, lowest first, and their own last."""
    return [] if name is None else [*layers(ALL[name].on), name]
