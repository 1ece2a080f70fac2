"""Fixtures of the movements' tests."""

import datetime as dt

import pytest
from django.utils import timezone

from pledges.tests import make_movements as make


@pytest.fixture
def at(cast):
    """Noon of today in Vietnam."""
    noon = dt.datetime.combine(cast.today, dt.time(12))
    return timezone.make_aware(noon, timezone.get_default_timezone())


@pytest.fixture
def movement(cast):
    return make.movement(cast.year)
