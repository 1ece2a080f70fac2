"""Which stages of a member's scores a person may see: every page that shows stages asks here."""

from .columns import read_columns
from .models import Stage
from .seeing import Sees
from .tree import leaves


def visible_stages(user, year, seat, node):
    """Return the stages, in their order, at which the person sees the points under a node."""
    columns = read_columns(year, user)
    member = next(each for each in columns.seats if each.pk == seat.pk)
    return [
        stage
        for stage in map(Stage, Stage.values)
        if columns.sees(member, stage) == Sees.EVERYTHING
        and not any(columns.is_untold(each, stage) for each in leaves((node,)))
    ]
