"""The course of a covenant: put in force, amended, closed. Acts of the chair."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.deadlines import due_of
from blocs.models import ChairRight, DeadlineKind
from blocs.workflow import act_as_chair
from blocs.workflow.locks import refusing

from ..board import board, unsigned
from ..due import is_over, last_days
from ..models import CovenantState
from ..reading import versions_of
from .copying import next_version
from .locks import locked_version
from .naming import called


@transaction.atomic
def put_in_force(version, *, by, at, reason=""):
    """Put an opened version in force: when all have signed, or after the last day for signing.

    Who has not signed is named in the record. An earlier version in force ends with it.
    Raises NotChair, or Refused: not open, nobody has signed, somebody may still sign.
    """
    act = _act(version, "Công bố hiệu lực", by, at, reason)
    year, today = act.emulation_year, timezone.localdate(at)
    version = locked_version(version)
    if version.state != CovenantState.SIGNING:
        raise Refused(_("This version is not open for signing."))
    missing = missing_on(year, version, on=today)
    with because(by, act.what), refusing():
        earlier = version.covenant.versions.filter(state=CovenantState.IN_FORCE).first()
        if earlier:
            earlier.state, earlier.closed_on = CovenantState.CLOSED, today
            earlier.save()
        version.state, version.entered, version.in_force_on = CovenantState.IN_FORCE, act, today
        version.unsigned = "\n".join(place.member.name for place in missing)
        version.save()
    return version


def missing_on(year, version, *, on):
    """Return the places of those that have not signed; refuse while it cannot be put in force."""
    versions = versions_of(year)
    read = next(each for each in versions if each.row.pk == version.pk)
    due = last_days(read, due_of(year, DeadlineKind.SIGNING))
    places = board(versions, read, on=on, due=due)
    missing = unsigned(places)
    if len(missing) == len(places):
        raise Refused(_("Nobody has signed yet."))
    waiting = [each.member.name for each in missing if not is_over(each.due, on)]
    if waiting:
        raise Refused(
            _("The last day for signing is not over, and these have not signed: %(names)s.")
            % {"names": "; ".join(waiting)}
        )
    return missing


@transaction.atomic
def start_amendment(covenant, *, amendment_reason, by, at, reason=""):
    """Draw up a new version from the newest one, and return it as a draft.

    What is in force stays so until the new version takes its place; a version that was signed but
    is not in force yet is given up for it. Raises NotChair, or Refused: no reason, a version under
    way that nobody has signed, a covenant that is closed.
    """
    newest = covenant.versions.order_by("number").last()
    act = _act(newest, "Bắt đầu sửa đổi, bổ sung", by, at, reason)
    newest = locked_version(covenant.versions.order_by("number").last())
    if not amendment_reason.strip():
        raise Refused(_("Say why the covenant is amended."))
    if newest.state == CovenantState.DRAFT:
        raise Refused(_("Another version is already being drawn up."))
    if newest.state == CovenantState.CLOSED:
        raise Refused(_("The covenant is closed: it is not amended any more."))
    with because(by, amendment_reason), refusing():
        if newest.state == CovenantState.SIGNING:
            if not newest.signatures.exists():
                raise Refused(_("Nobody has signed yet: withdraw the opening and change the text."))
            newest.state, newest.closed_on = CovenantState.CLOSED, timezone.localdate(at)
            newest.closed = act
            newest.save()
        return next_version(newest, reason=amendment_reason)


@transaction.atomic
def close_covenant(covenant, *, by, at, reason=""):
    """Close the covenant that is in force, at the end of its year.

    Raises NotChair, or Refused: none in force, another version under way.
    """
    newest = covenant.versions.order_by("number").last()
    act = _act(newest, "Kết thúc", by, at, reason)
    version = covenant.versions.filter(state=CovenantState.IN_FORCE).first()
    if version is None:
        raise Refused(_("No version of the covenant is in force."))
    under_way = (CovenantState.DRAFT, CovenantState.SIGNING)
    if covenant.versions.filter(state__in=under_way).exists():
        raise Refused(_("An amendment is under way: put it in force or drop it first."))
    version.state, version.closed_on = CovenantState.CLOSED, timezone.localdate(at)
    version.closed = act
    with because(by, act.what), refusing():
        version.save()
    return version


def _act(version, what, by, at, reason):
    return act_as_chair(
        version.covenant.emulation_year,
        right=ChairRight.YEAR_WORK,
        what=f"{what} {called(version)}"[:300],
        by=by,
        at=at,
        reason=reason,
    )
