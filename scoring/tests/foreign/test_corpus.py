"""Every awkward workbook gives the right points or the right question, never an exception."""

import pytest

from scoring.tests.foreign.corpus import CASES
from scoring.tests.foreign.tables import asked, proposed, reading


def test_the_corpus_is_large():
    assert len(CASES) >= 40


@pytest.mark.parametrize("name", CASES)
def test_the_right_points_or_the_right_question(name):
    make, mine, file, outcome = CASES[name]
    content = make()
    _grids, proposal = proposed(content, mine, file)

    if isinstance(outcome, set):
        assert asked(proposal) == outcome
    else:
        assert asked(proposal) == set()
        found = reading(content, mine, file)
        assert found.problems == ()
        assert found.wanted == outcome
