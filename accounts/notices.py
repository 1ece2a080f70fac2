"""What one person is told: kept for them, and mailed once to who has an address."""

import logging
from functools import partial
from itertools import groupby
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from .models import PersonalNotice, PersonalNoticeKind

log = logging.getLogger(__name__)


@transaction.atomic
def tell(told, *, at, site):
    """Keep what is told and mail it after the commit; return the notices that are new.

    `told` are dicts with `user`, `kind`, `item`, `text` and `path`. What a person was told before
    is not told again; if its mail has not left yet, that is tried once more. `site` is what stands
    before the path: https://thidua.example.vn
    """
    new, waiting = [], []
    for each in told:
        key = {name: each[name] for name in ("user", "kind", "item")}
        words = {"text": each["text"], "path": each["path"], "created_at": at}
        notice, is_new = PersonalNotice.objects.get_or_create(**key, defaults=words)
        new += [notice] if is_new else []
        waiting += [notice] if each["user"].email and not notice.mailed_at else []
    if waiting:
        transaction.on_commit(partial(mail, waiting, at=at, site=site), robust=True)
    return new


def mail(notices, *, at, site):
    """Mail these notices, one message a person; what cannot leave now waits for the next time.

    Of two who mail the same at once, one does. Return how many messages have left.
    """
    notices = sorted(notices, key=lambda notice: notice.user_id)
    sent, connection = 0, get_connection()
    for _user, theirs in groupby(notices, key=lambda notice: notice.user_id):
        try:
            sent += _mail_one([notice.pk for notice in theirs], connection, at=at, site=site)
        except (OSError, SMTPException) as error:
            log.warning("A mail could not be sent, and waits: %s", error)
            connection = get_connection()
    connection.close()
    return sent


@transaction.atomic
def _mail_one(keys, connection, *, at, site):
    """The rows stay locked until the message has left: whoever comes meanwhile passes them by."""
    rows = PersonalNotice.objects.select_for_update(skip_locked=True, of=("self",))
    rows = list(rows.filter(pk__in=keys, mailed_at=None).select_related("user").order_by("pk"))
    if not rows or not rows[0].user.email:
        return 0
    PersonalNotice.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
    _message(rows, connection, site).send()
    return 1


def _message(notices, connection, site):
    """In Vietnamese, like what it quotes."""
    person, count = notices[0].user, len(notices)
    is_news = all(notice.kind == PersonalNoticeKind.NEWS for notice in notices)
    with translation.override("vi"):
        if is_news:
            subject = ngettext("News: %(count)d matter", "News: %(count)d matters", count)
        else:
            subject = ngettext("Reminder: %(count)d matter", "Reminder: %(count)d matters", count)
        context = {"person": person, "notices": notices, "site": site, "is_news": is_news}
        body = render_to_string("accounts/notice_mail.txt", context)
        subject = subject % {"count": count}
    return EmailMessage(subject, body, to=[person.email], connection=connection)


def mark_read(notices, *, at):
    """Mark these notices of one person as read; those that are keep their moment."""
    return notices.filter(read_at=None).update(read_at=at)
