"""The law of awards, for the papers that rest on it."""

from awards.tests.conftest import law

__all__ = ["law"]
