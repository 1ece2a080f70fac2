"""What was checked goes to the bloc meeting; what the bloc changes there has a reason.

The meeting ends with the bloc's agreement: from then on checks and self-scores stand.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..automatic import is_automatic
from ..entries import must_be_entered
from ..models import Score, ScoreSheet, SheetState, SheetStep, Stage
from ..procedure import procedure_of
from ..silence import IN_CHECK
from .sheet_locks import Hand, current_sheet
from .steps import step
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


@transaction.atomic
def agree_sheets(year, *, seats, agreed_on, conference=None, by, at, reason=""):
    """Record that the bloc agreed upon the sheets of these seats; return the sheets.

    On which day, and at which of the year's conferences, where there was one. By the chair's right.
    A sheet that is agreed already is passed by. Raises NotChair, or Refused with every member that
    is not ready: still scoring itself, not checked, not fully agreed, changed without a reason.
    """
    what = f"Ghi nhận khối thống nhất phiếu điểm năm {year.year}: {len(seats)} đơn vị"
    act, sheet = begin(year, what=what, by=by, at=at, reason=reason)
    year = act.emulation_year
    procedure = procedure_of(year, on=timezone.localdate(at))
    _refuse_meeting(year, procedure, seats, agreed_on, conference, at)
    chosen = [seat for seat in sheet.members if seat.pk in {each.pk for each in seats}]
    ready = _Readiness(sheet, procedure, _points(year, procedure.before(Stage.AGREED)))
    if problems := [words for seat in chosen if (words := ready.lacks(seat))]:
        raise Refused("; ".join(problems))
    agreed = []
    for seat in chosen:
        hand = Hand(year, seat, procedure, by, at, act, agreed_on, conference)
        mine = current_sheet(hand)
        if mine.state in IN_CHECK:
            agreed.append(step(mine, SheetStep.AGREED, hand))
    if not agreed:
        raise Refused(_("The bloc has agreed upon these sheets already."))
    return agreed


def refuse_silent_changes(sheet, changes, why, *, at):
    """Raise Refused where nobody says why agreed points differ, or change what was agreed.

    They differ from the stage before, from what was counted by itself, or the sheet has been
    agreed upon. Where the bloc's agreement is the only stage nothing is asked. The stages are those
    of the local day of `at`.
    """
    if why.strip() or not changes:
        return
    before = procedure_of(sheet.year, on=timezone.localdate(at)).before(Stage.AGREED)
    known, nodes = _points(sheet.year, before), {node.pk: node for node in sheet.leaves}
    agreed = _agreed_seats(sheet.year) if before else ()
    new, stored = {change.place: change.new for change in changes}, sheet.scores
    _refuse(
        sheet,
        [place for place in new if place in known and new[place] != known[place]],
        _("%(codes)s: say why it differs from the stage before."),
    )
    _refuse(
        sheet,
        [p for p in new if p in stored and is_automatic(nodes[p[1]], stored[p])],
        _("%(codes)s: it was counted by itself from the days. Say why it is otherwise."),
    )
    _refuse(
        sheet,
        [place for place in new if place[0] in agreed],
        _("%(codes)s: the bloc has agreed upon this sheet. Say why it changes."),
    )


def _refuse(sheet, silent, sentence):
    """Raise Refused with the names of these cells, if any."""
    if silent:
        raise Refused(sentence % {"codes": ", ".join(cell_name(sheet, each) for each in silent)})


@dataclass(frozen=True)
class _Readiness:
    """Whether the bloc may agree upon a member's sheet; `before` are points by place."""

    sheet: object
    procedure: object
    before: dict

    def lacks(self, seat):
        """A sentence of what is missing, or ""."""
        name, uses = seat.organisation.label, self.procedure.uses
        if uses(Stage.SELF) and not self.procedure.is_over(Stage.SELF, seat.pk):
            return _("%(member)s: it still scores itself.") % {"member": name}
        mine = ScoreSheet.objects.filter(seat=seat, is_current=True).first()
        is_checked = bool(mine) and (mine.is_checked or mine.state not in IN_CHECK)
        if uses(Stage.CHECKED) and not (is_checked or self.procedure.is_over(Stage.CHECKED)):
            return _("%(member)s: its check is not finished.") % {"member": name}
        if mine and mine.state == SheetState.SENT_BACK:
            return _("%(member)s: its sheet was sent back.") % {"member": name}
        if codes := self._codes(seat, self._is_missing):
            return _("%(member)s: no agreed points in %(codes)s.") % {
                "member": name,
                "codes": codes,
            }
        if codes := self._codes(seat, self._is_silent):
            values = {"member": name, "codes": codes}
            return _("%(member)s: say why it differs from the stage before: %(codes)s.") % values
        return ""

    def _codes(self, seat, is_wrong):
        return ", ".join(n.code for n in self.sheet.leaves if is_wrong((seat.pk, n.pk), n))

    def _is_missing(self, place, node):
        return must_be_entered(node) and place not in self.sheet.scores

    def _is_silent(self, place, node):
        score = self.sheet.scores.get(place)
        differs = place in self.before and score and score.points != self.before[place]
        return differs and not score.reason.strip()


def _refuse_meeting(year, procedure, seats, agreed_on, conference, at):
    if not procedure.is_staged:
        raise Refused(_("The scores of this year pass through no stages."))
    if not seats:
        raise Refused(_("Choose the members upon whose sheets the bloc agreed."))
    if agreed_on > timezone.localdate(at):
        raise Refused(_("This day is still to come."))
    if conference and not type(conference).objects.serving([year]).valid().filter(pk=conference.pk):
        raise Refused(_("This conference is not one of the year. Choose one that is."))


def _points(year, stage):
    """{(pk of the seat, pk of the criterion): points} of a stage; of None nothing."""
    if stage is None:
        return {}
    scores = Score.objects.current().filter(emulation_year=year, stage=stage)
    return {(score.seat_id, score.criterion_id): score.points for score in scores}


def _agreed_seats(year):
    sheets = ScoreSheet.objects.filter(emulation_year=year, is_current=True)
    return set(sheets.exclude(state__in=IN_CHECK).values_list("seat", flat=True))
