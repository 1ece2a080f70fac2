"""The verbs of the awards."""

from .law import add_row

__all__ = ["add_row"]
