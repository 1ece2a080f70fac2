"""Which stages of a member's scores a person may see: every page that shows stages asks here."""

from django.utils import timezone

from .kinds import COMPARING
from .models import Stage
from .procedure import procedure_of
from .seeing import OPEN_TO_ALL, Seen, Sees, sees, viewer_of
from .tree import leaves


def visible_stages(user, sheet, seat, node):
    """Return the stages, in their order, at which the person sees the points under a node.

    Rather less than the sheet of the member itself shows, which knows who checks it and whether
    the check is finished. No query where the year is `with_procedure`.
    """
    procedure = procedure_of(sheet.year, on=timezone.localdate())
    if not procedure.is_staged:
        return [stage for stage in map(Stage, Stage.values) if stage in OPEN_TO_ALL]
    viewer = viewer_of(user, sheet.year, sheet.seats)
    compared = any(each.rule.method in COMPARING for each in leaves((node,)))
    waits = compared and not all(procedure.is_over(Stage.SELF, each.pk) for each in sheet.seats)
    return [
        stage
        for stage in map(Stage, Stage.values)
        if sees(viewer, Seen(seat.pk), stage, procedure) == Sees.EVERYTHING
        and not (stage == Stage.SELF and waits)
    ]
