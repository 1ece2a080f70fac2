"""Which stages of a member's scores a person may see: every page that shows stages asks here."""

from django.utils import timezone

from .checkers import checkers_among, held_by
from .kinds import COMPARING
from .models import Stage
from .procedure import procedure_of
from .seeing import OPEN_TO_ALL, Seen, Sees, sees, viewer_of
from .tree import leaves


def visible_stages(user, sheet, seat, node):
    """Return the stages, in their order, at which the person sees the points under a node.

    As the sheet of the member itself shows them; `sheet` is one that was read with its members. No
    query where the year is `with_procedure` and says its `holder`.
    """
    procedure = procedure_of(sheet.year, on=timezone.localdate())
    if not procedure.is_staged:
        return [stage for stage in map(Stage, Stage.values) if stage in OPEN_TO_ALL]
    checkers = checkers_among(sheet.seats, held_by(sheet.year, sheet.seats))
    viewer = viewer_of(user, sheet.year, sheet.seats, checkers)
    seen = Seen(seat.pk, seat.is_checked)
    compared = any(each.rule.method in COMPARING for each in leaves((node,)))
    waits = compared and not all(procedure.is_over(Stage.SELF, each.pk) for each in sheet.seats)
    return [
        stage
        for stage in map(Stage, Stage.values)
        if sees(viewer, seen, stage, procedure) == Sees.EVERYTHING
        and not (stage == Stage.SELF and waits)
    ]
