"""Fixtures of the blocs' tests."""

import pytest

from . import handing


@pytest.fixture
def scene(db):
    return handing.scene()


@pytest.fixture
def staff(client, cast):
    client.force_login(cast.staff)
    return cast.staff


@pytest.fixture
def administrator(client, cast):
    client.force_login(cast.administrator)
    return cast.administrator


@pytest.fixture
def farmers(cast):
    return cast.organisations.farmers
