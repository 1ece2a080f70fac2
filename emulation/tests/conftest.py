"""The scene of the tests that open every address, and the demonstration."""

import datetime as dt

from django.utils import timezone

from accounts.tests.prepared import prepared
from emulation.demo.loading import load
from emulation.tests.who_may.scene import build


@prepared(on="cast")
def everything(cast):
    """The cast and one of everything that has an address."""
    return build(cast)


@prepared(is_large=True)
def loaded_demonstration():
    """Loaded as if yesterday: the chair has held office for a day, on 5 January too."""
    load(at=timezone.now() - dt.timedelta(days=1))
