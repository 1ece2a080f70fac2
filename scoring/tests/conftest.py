"""The criteria that most tests of scores begin with."""

from accounts.tests.prepared import prepared
from scoring.tests import make


@prepared(on="cast")
def small_criteria(cast):
    """Those of `make.small_set`, in the present year of the cast's bloc."""
    return make.small_set(cast.year)
