"""Notices and papers of the bloc: the first right that moves with the chair."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from files.storing import store

from ..models import ChairRight, Notice, NoticeFile
from .acting import act_as_chair, lock_as_chair


@transaction.atomic
def publish_notice(year, *, kind, title, text, uploads=(), by, at, reason=""):
    """Publish a paper of the bloc with its files. `reason` is for staff who stand in for a chair.

    Raises NotChair, or Refused as `act_as_chair` does.
    """
    act = act_as_chair(
        year,
        right=ChairRight.NOTICES,
        what=f"Ban hành “{title[:250]}”",
        by=by,
        at=at,
        reason=reason,
    )
    notice = Notice.objects.create(
        emulation_year=year, kind=kind, title=title, text=text, published=act
    )
    for upload in uploads:
        NoticeFile.objects.create(notice=notice, file=store(upload, by=by, at=at))
    return notice


@transaction.atomic
def withdraw_notice(notice, *, withdraw_reason, by, at, reason=""):
    """Withdraw a paper with a reason; it stays readable, marked as withdrawn.

    Raises NotChair, or Refused if it was withdrawn before or the reason is missing.
    """
    right = ChairRight.NOTICES
    year = lock_as_chair(notice.emulation_year, right=right, by=by, at=at).year
    notice = Notice.objects.get(pk=notice.pk)
    if notice.withdrawn_id:
        raise Refused(_("This paper was already withdrawn."))
    if not withdraw_reason.strip():
        raise Refused(_("Say why the paper is withdrawn."))
    what = f"Thu hồi “{notice.title[:250]}”"
    act = act_as_chair(year, right=right, what=what, by=by, at=at, reason=reason)
    notice.withdrawn, notice.withdraw_reason = act, withdraw_reason
    notice.save()
    return notice
