"""Signing: opened by the chair, done by each member for itself, or recorded from paper."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.deadlines import due_of
from blocs.models import ChairRight, DeadlineKind, PostKind, Seat
from blocs.reach import Reach
from blocs.workflow import act_as_chair
from blocs.workflow.locks import lock_open_year, refusing
from files.storing import store
from vietnamese.dates import short_date

from ..board import standing_of
from ..due import is_over, last_day
from ..models import CovenantState, Reservation, Signature, SignatureWay
from ..reading import versions_of
from ..wording import sha256
from .locks import locked_version
from .naming import called


class NotSignatory(PermissionDenied):
    """The person does not sign for this member at this moment: the pages answer 403."""


@transaction.atomic
def open_signing(version, *, sign_by=None, by, at, reason=""):
    """Open a draft for signing: from now on its text stands. An act of the chair.

    `sign_by` is the last day for signing, needed where the year's deadline is over or none is set.
    Raises NotChair, or Refused: no draft, nothing to sign, targets without figure, no such day.
    """
    act, version = _acting(version, "Mở ký", by, at, reason)
    if version.state != CovenantState.DRAFT:
        raise Refused(_("Signing is open already."))
    _check_whole(version)
    today = timezone.localdate(at)
    due = due_of(act.emulation_year, DeadlineKind.SIGNING)
    if sign_by is None and (due is None or due.is_over(today)):
        raise Refused(_("Say until when the members sign: the deadline of the year does not help."))
    if sign_by and sign_by < today:
        raise Refused(_("The last day for signing lies in the past."))
    version.state, version.opened, version.sign_by = CovenantState.SIGNING, act, sign_by
    with because(by, act.what), refusing():
        version.save()
    return version


@transaction.atomic
def withdraw_opening(version, *, by, at, reason=""):
    """Make an opened version a draft again, before anybody has signed it. An act of the chair."""
    act, version = _acting(version, "Rút lại việc mở ký", by, at, reason)
    if version.state != CovenantState.SIGNING:
        raise Refused(_("This version is not open for signing."))
    if version.signatures.exists():
        raise Refused(_("A member has already signed: the text changes by an amendment only."))
    version.state, version.opened, version.sign_by = CovenantState.DRAFT, None, None
    with because(by, act.what), refusing():
        version.save()
    return version


@transaction.atomic
def sign_covenant(version, *, seat, seen, reservations=None, by, at):
    """Let a person sign a version for the member, in the position of the post of that day.

    `seen` is the fingerprint of the text that was on the page, `reservations` {number: reason}.
    The caller has asked for the password. Raises NotSignatory; Refused for a draft, for what is
    over or signed, for another text than was seen, after the last day, without a reason.
    """
    lock_open_year(seat.emulation_year_id)
    on = timezone.localdate(at)
    seat = Seat.objects.select_related("organisation").get(pk=seat.pk)
    if seat.organisation_id not in Reach.on(by, on).signed_for:
        raise NotSignatory(_("You do not sign for this organisation today."))
    read, text = _readable(version, seat, signed_on=on)
    if sha256(text) != seen:
        raise Refused(_("The text has changed since you opened this page. Read it again."))
    return _sign(
        read,
        text,
        reservations,
        seat=seat,
        way=SignatureWay.CONFIRMED,
        person=by,
        full_name=by.full_name,
        position=_position(by, seat, on),
        signed_on=on,
        by=by,
        at=at,
    )


@transaction.atomic
def record_paper_signature(
    version, *, seat, signed_on, upload, full_name="", position="", reservations=None, by, at,
    reason="",
):  # fmt: skip
    """Record that a member signed on paper, with the scan. An act of the chair.

    Without `full_name` the organisation signed, and nobody is named. Raises NotChair, or Refused
    as `sign_covenant` does, and without a scan.
    """
    name = f"Ghi nhận chữ ký trên giấy của {seat.organisation.name} vào"
    act, version = _acting(version, name, by, at, reason)
    if upload is None:
        raise Refused(_("Choose the scan of the signed paper."))
    if signed_on > timezone.localdate(at):
        raise Refused(_("Nobody has signed on a day to come."))
    read, text = _readable(version, seat, signed_on=signed_on)
    return _sign(
        read,
        text,
        reservations,
        seat=seat,
        way=SignatureWay.PAPER,
        full_name=full_name,
        position=position,
        signed_on=signed_on,
        file=store(upload, by=by, at=at),
        act=act,
        by=by,
        at=at,
    )


def _acting(version, what, by, at, reason):
    """Keep the chair's act and return it with the version as it now stands."""
    year = version.covenant.emulation_year
    what = f"{what} {called(version)}"[:300]
    act = act_as_chair(year, right=ChairRight.YEAR_WORK, what=what, by=by, at=at, reason=reason)
    return act, locked_version(version)


def _check_whole(version):
    if not version.commitments.exists():
        raise Refused(_("There is nothing to sign yet: write the commitments first."))
    missing = version.commitments.filter(targets__planned=None, targets__isnull=False)
    if numbers := sorted(set(missing.values_list("number", flat=True))):
        raise Refused(
            _("Some targets have no figure yet, in the commitments: %(numbers)s.")
            % {"numbers": ", ".join(map(str, numbers))}
        )


def _readable(version, seat, *, signed_on):
    """Return the version and the member's text, or refuse with what stands in the way."""
    versions = versions_of(seat.emulation_year)
    read = next((each for each in versions if each.row.pk == version.pk), None)
    if read is None or read.is_draft:
        raise Refused(_("This text is a draft: signing is not open yet."))
    if not read.is_open:
        raise Refused(_("This version is closed and is not signed any more."))
    if seat.has_left_by(signed_on):
        raise Refused(_("This member has left the bloc."))
    under = standing_of(versions, read).get(seat.pk)
    if under is read:
        raise Refused(_("This member has already signed this version."))
    if under:
        raise Refused(
            _("The signature under version %(number)s stands: nothing in it has changed.")
            % {"number": under.number}
        )
    day = last_day(read.row, seat.pk, due_of(seat.emulation_year, DeadlineKind.SIGNING))
    if is_over(day, signed_on):
        raise Refused(
            _("Signing ended on %(day)s. The deadline has to be extended first.")
            % {"day": short_date(day)}
        )
    return read, read.text.of(seat.pk)


def _sign(read, text, reservations, *, by, **signature):
    pledges = {each.number: each for each in text.pledges}
    reservations = reservations or {}
    if set(reservations) - set(pledges):
        raise Refused(_("A reservation is on a commitment that concerns the member."))
    if any(not reason.strip() for reason in reservations.values()):
        raise Refused(_("Say why you sign with a reservation."))
    with because(by), refusing():
        signed = Signature.objects.create(
            covenant_version=read.row, sha256=sha256(text), **signature
        )
        for number, reason in sorted(reservations.items()):
            Reservation.objects.create(
                signature=signed, commitment_id=pledges[number].pk, reason=reason
            )
    return signed


def _position(person, seat, on):
    """The position of the post by which the person signs: that of the very member, where held."""
    posts = person.posts.in_force_on(on).filter(kind=PostKind.REPRESENTATIVE, may_sign=True)
    posts = sorted(posts, key=lambda post: post.organisation_id != seat.organisation_id)
    return posts[0].position if posts else ""
