"""A finding of the rules is overridden with a reason; a limit of the law by the province alone."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.reach import Reach
from blocs.workflow import NotChair, act_as_chair
from blocs.workflow.locks import lock_open_year, refusing

from ..findings import findings_of, nominations_of
from ..models import FindingOverride
from .leaving import waiting
from .nominating import read_case


@transaction.atomic
def override_findings(nomination, *, sentences, why, by, at, reason=""):
    """Override open findings of a nomination, named by their kept (Vietnamese) sentences.

    The override counts for exactly these sentences. Warnings are the chair's, limits of the law the
    province's alone. Raises NotChair, or Refused: no reason, a finding that is not there any more.
    """
    year = lock_open_year(nomination.emulation_year_id)
    waiting(nomination)
    if not why.strip():
        raise Refused(_("Say why: the reason stays with the finding."))
    found = _named(year, nomination, set(sentences), at)
    hard = [each for each in found if each.is_hard]
    warnings = [each for each in found if not each.is_hard]
    if hard:
        _check_province(year, by, at)
    act = (warnings and _act(nomination, by, at, reason)) or None
    with because(by, why), refusing():
        return [
            FindingOverride.objects.create(
                nomination=nomination,
                rule=each.rule,
                sentence=each.sentence,
                is_hard=each.is_hard,
                reason=why,
                by=by,
                at=at,
                act=None if each.is_hard else act,
            )
            for each in found
        ]


def _named(year, nomination, sentences, at):
    """The findings of these sentences, as they are kept; refused unless all of them are open."""
    noted = findings_of(read_case(year, at), list(nominations_of(year)))[nomination.pk]
    found = [each.kept for each in noted if each.is_open and each.kept.sentence in sentences]
    if not found or len(found) != len(sentences):
        raise Refused(_("The findings have changed meanwhile. Look at them again."))
    return found


def _check_province(year, by, at):
    reach = Reach.on(by, timezone.localdate(at))
    if not (reach.is_administrator or year.bloc.province_id in reach.kept):
        raise NotChair(_("A limit of the law is overridden by the province alone."))


def _act(nomination, by, at, reason):
    what = f"Chấp nhận lưu ý đối với đề nghị {nomination.member_name}: {nomination.kind.name}"
    year = nomination.emulation_year
    return act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
