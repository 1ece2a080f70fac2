"""What people enter on the pages that need all rooms."""

from .handovers import HandoverForm, ItemFormSet
from .years import OpenYearForm

__all__ = ["HandoverForm", "ItemFormSet", "OpenYearForm"]
