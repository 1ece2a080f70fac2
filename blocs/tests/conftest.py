"""Fixtures of the blocs' tests."""

import pytest

from . import handing


@pytest.fixture
def scene(db):
    return handing.scene()
