import pytest


@pytest.fixture
def law(db):
    """The law of every installation, which the migrations have written."""
