"""A covenant of a year that is over, entered from a source by the keepers of the records."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import EmulationYear
from blocs.workflow.locks import lock_bloc, refusing

from ..models import Commitment, Covenant, CovenantState, CovenantVersion, Signature, SignatureWay
from ..reading import versions_of
from ..wording import sha256


@transaction.atomic
def record_past_covenant(
    year, *, title, theme="", commitments, signed_on, place="", witness="", signatories,
    source=None, inferred="", by, at,
):  # fmt: skip
    """Enter the covenant of a closed year as history, in force since it was signed.

    `commitments` are texts in their order, verbatim; a pair (text, seat) is that member's own.
    `signatories` maps each seat that signed to (full name, position), or to None where nobody is
    named. `by` None is a command. Raises Refused: an open year, one that has a covenant, nothing
    to enter, a member of another year.
    """
    lock_bloc(year.bloc_id)
    year = EmulationYear.objects.select_related("bloc__province").get(pk=year.pk)
    _check(year, title, commitments, signatories)
    with because(by, "Ghi nhận giao ước đã ký"), refusing():
        covenant = Covenant.objects.create(
            emulation_year=year, is_history=True, source=source, inferred=inferred
        )
        version = CovenantVersion.objects.create(
            covenant=covenant, title=title, theme=theme, place=place, dated=signed_on,
            witness=witness,
        )  # fmt: skip
        for number, each in enumerate(commitments, start=1):
            text, seat = (each, None) if isinstance(each, str) else each
            Commitment.objects.create(covenant_version=version, number=number, text=text, seat=seat)
        _set(version, CovenantState.SIGNING)
        _sign(year, version, signatories, signed_on, at)
        version.in_force_on = signed_on
        _set(version, CovenantState.IN_FORCE)
    return covenant


def _check(year, title, commitments, signatories):
    if year.is_open:
        raise Refused(_("This year is open: draw its covenant up and let the members sign it."))
    if Covenant.objects.filter(emulation_year=year).exists():
        raise Refused(_("This year already has a covenant."))
    if not title.strip() or not commitments:
        raise Refused(_("A covenant has a title and at least one commitment."))
    texts = [each if isinstance(each, str) else each[0] for each in commitments]
    if not all(text.strip() for text in texts):
        raise Refused(_("A commitment needs a text."))
    if any(seat.emulation_year_id != year.pk for seat in signatories):
        raise Refused(_("This member does not sit in the bloc that year."))


def _sign(year, version, signatories, signed_on, at):
    [read] = versions_of(year)
    for seat, person in signatories.items():
        full_name, position = person or ("", "")
        Signature.objects.create(
            covenant_version=version,
            seat=seat,
            way=SignatureWay.PAPER,
            full_name=full_name,
            position=position,
            signed_on=signed_on,
            at=at,
            sha256=sha256(read.text.of(seat.pk)),
        )


def _set(version, state):
    version.state = state
    version.save()
