"""What was checked goes to the bloc meeting; what the bloc changes there has a reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import Score, Stage
from ..procedure import procedure_of
from .writing import begin, cell_name

WHY = "Theo điểm kiểm tra chéo"


@transaction.atomic
def take_over_checks(year, *, by, at, reason=""):
    """Put what was checked where the bloc has agreed upon nothing yet; return how many cells.

    By the chair's right; figures and targets come along. Raises NotChair, or Refused where the
    sheets are not checked this year, or nothing is left to take over.
    """
    what = f"Đưa điểm kiểm tra chéo vào bảng điểm khối thống nhất năm {year.year}"
    act, sheet = begin(year, what=what, by=by, at=at, reason=reason)
    procedure = procedure_of(act.emulation_year, on=timezone.localdate(at))
    if not procedure.uses(Stage.CHECKED):
        raise Refused(_("The sheets are not cross-checked this year."))
    checks = Score.objects.current().filter(
        emulation_year=year, stage=Stage.CHECKED, seat__left_on=None
    )
    new = [each for each in checks if (each.seat_id, each.criterion_id) not in sheet.scores]
    if not new:
        raise Refused(_("There is nothing to take over: every checked cell has agreed points."))
    with because(by, WHY):
        for score in new:
            score.pk, score.stage, score.by, score.at = None, Stage.AGREED, by, act.at
            score.reason = WHY
            score.save(force_insert=True)
    return len(new)


def refuse_silent_changes(sheet, changes, why):
    """Raise Refused where agreed points differ from the stage before and nobody says why."""
    if why.strip() or not changes:
        return
    before = procedure_of(sheet.year, on=timezone.localdate()).before(Stage.AGREED)
    if before is None:
        return
    scores = Score.objects.current().filter(emulation_year=sheet.year, stage=before)
    known = {(s.seat_id, s.criterion_id): s.points for s in scores}
    silent = [c.place for c in changes if c.place in known and c.new != known[c.place]]
    if silent:
        names = ", ".join(cell_name(sheet, place) for place in silent)
        raise Refused(_("%(codes)s: say why it differs from the stage before.") % {"codes": names})
