"""Which stages of a member's scores a person may see: every page that shows stages asks here."""

from .models import Stage


def visible_stages(user, seat):
    """Return the stages in their order; whoever sees the year sees what the bloc agreed."""
    return [Stage(value) for value in Stage.values]
