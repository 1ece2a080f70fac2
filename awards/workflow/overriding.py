"""Findings of the rules are overridden with a reason: by the bloc, or by the province alone."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import ChairRight
from blocs.reach import Reach
from blocs.workflow import NotChair, act_as_chair
from blocs.workflow.locks import lock_open_year, refusing

from ..findings import WITH_THE_PROVINCE, findings_of, nominations_of
from ..models import FindingOverride, NominationState
from .leaving import waiting
from .moving import held
from .nominating import read_case


@transaction.atomic
def override_findings(nomination, *, sentences, why, by, at, reason=""):
    """Override open findings of a nomination, named by their kept (Vietnamese) sentences.

    The override counts for exactly these sentences. While the list is the bloc's, warnings are the
    chair's; limits of the law, and everything once it is submitted, are the province's alone, in a
    closed year too. Raises NotChair, or Refused: no reason, a finding that is not there any more.
    """
    row = held(nomination)
    is_the_blocs = row.state == NominationState.PROPOSED
    if is_the_blocs:
        lock_open_year(row.emulation_year_id)
        waiting(row)
    elif row.state not in WITH_THE_PROVINCE:
        raise Refused(_("The council has dealt with this nomination already."))
    if not why.strip():
        raise Refused(_("Say why: the reason stays with the finding."))
    found = _named(row, set(sentences), at)
    of_the_bloc = [each for each in found if is_the_blocs and not each.is_the_provinces]
    if len(of_the_bloc) < len(found):
        _check_province(row.emulation_year, by, at)
    act = _act(row, by, at, reason) if of_the_bloc else None
    with because(by, why), refusing():
        return [
            FindingOverride.objects.create(
                nomination=row,
                rule=each.kept.rule,
                sentence=each.kept.sentence,
                is_hard=each.kept.is_hard,
                reason=why,
                by=by,
                at=at,
                act=act if each in of_the_bloc else None,
            )
            for each in found
        ]


def _named(nomination, sentences, at):
    """The findings of these sentences; refused unless all of them are open."""
    case = read_case(nomination.emulation_year, at)
    noted = findings_of(case, list(nominations_of(case.year))).get(nomination.pk, ())
    found = [each for each in noted if each.is_open and each.kept.sentence in sentences]
    if not found or len(found) != len(sentences):
        raise Refused(_("The findings have changed meanwhile. Look at them again."))
    return found


def _check_province(year, by, at):
    reach = Reach.on(by, timezone.localdate(at))
    if not (reach.is_administrator or year.bloc.province_id in reach.kept):
        raise NotChair(_("This is overridden by the province alone."))


def _act(nomination, by, at, reason):
    what = f"Chấp nhận lưu ý đối với đề nghị {nomination.member_name}: {nomination.kind.name}"
    year = nomination.emulation_year
    return act_as_chair(
        year, right=ChairRight.YEAR_WORK, what=what[:300], by=by, at=at, reason=reason
    )
