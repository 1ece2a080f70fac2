"""What becomes of an organisation: a new name, a merger, a split, an end."""

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused

from ..models import Organisation, OrganisationSuccession, Post, SuccessionKind
from .locks import refusing


@transaction.atomic
def succeed(predecessor, *, kind, on, successor=None, document="", note="", by):
    """Record that an organisation became another one on a day, or came to an end.

    From that day the old row is no longer valid; its seats, terms and papers keep its name. After
    a renaming or a merger its representatives go on for the successor from that day. A split needs
    new posts, since it leaves open who acts for which part.
    Raises Refused if it already ended, the day lies before its beginning, or the successor is
    missing or not in force on that day.
    """
    both = [organisation.pk for organisation in (predecessor, successor) if organisation]
    locked = Organisation.objects.filter(pk__in=both).order_by("pk").select_for_update(no_key=True)
    rows = {organisation.pk: organisation for organisation in locked}
    predecessor, successor = rows[predecessor.pk], successor and rows[successor.pk]
    _check_successor(kind, successor, on)
    validity = predecessor.validity
    if validity and validity.upper and (kind != SuccessionKind.SPLIT or validity.upper != on):
        raise Refused(_("This organisation already came to an end."))
    if validity and validity.lower and on <= validity.lower:
        raise Refused(_("The day must come after the organisation's first day."))
    with because(by, document or note), refusing():
        predecessor.validity = DateRange(validity.lower if validity else None, on)
        predecessor.save()
        succession = OrganisationSuccession.objects.create(
            predecessor=predecessor,
            successor=successor,
            kind=kind,
            on=on,
            document=document,
            note=note,
        )
        if kind in (SuccessionKind.RENAMED, SuccessionKind.MERGED):
            _carry_over_posts(predecessor, successor, on)
    return succession


def _check_successor(kind, successor, on):
    if (successor is None) != (kind == SuccessionKind.DISSOLVED):
        raise Refused(_("Every change but a dissolution has a successor; a dissolution has none."))
    if successor and successor.validity:
        validity = successor.validity
        begun = validity.lower is None or validity.lower <= on
        if not begun or (validity.upper and validity.upper <= on):
            raise Refused(_("The successor must exist on that day."))


def _carry_over_posts(predecessor, successor, on):
    """Those too that were given after the day, before anybody recorded what had happened on it."""
    posts = predecessor.posts.exclude(period__fully_lt=DateRange(on, None))
    for post in posts.select_for_update(no_key=True):
        new = Post(
            user_id=post.user_id,
            kind=post.kind,
            organisation=successor,
            position=post.position,
            may_sign=post.may_sign,
            period=DateRange(max(on, post.period.lower), post.period.upper),
        )
        already = successor.posts.filter(user=post.user_id, period__overlap=new.period).exists()
        if post.period.lower < on:
            post.period = DateRange(post.period.lower, on)
            post.save()
            if not already:
                new.save()
        elif not already:
            post.organisation = successor
            post.save()
