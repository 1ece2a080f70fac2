"""The scene of the tests that open every address."""

from accounts.tests.prepared import prepared
from emulation.tests.who_may.scene import build


@prepared(on="cast")
def everything(cast):
    """The cast and one of everything that has an address."""
    return build(cast)
