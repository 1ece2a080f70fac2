"""Giving and ending posts. A post is never rewritten: a change ends it and begins another."""

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.models import User
from accounts.refusal import Refused

from ..models import Post, PostKind
from ..people import administrators
from .locks import refusing


@transaction.atomic
def give_post(
    user,
    *,
    kind,
    from_on,
    until=None,
    province=None,
    organisation=None,
    position="",
    may_sign=False,
    by,
    why="",
):
    """Entrust a person with a post from a day on, until a day (excluded) or further notice.

    Raises Refused if the person already holds it on one of those days.
    """
    # Two inserts that meet in an exclusion constraint may deadlock: take the person first.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    with because(by, why), refusing():
        return Post.objects.create(
            user=user,
            kind=kind,
            province=province,
            organisation=organisation,
            position=position,
            may_sign=may_sign,
            period=DateRange(from_on, until),
        )


@transaction.atomic
def end_post(post, *, until, by, why=""):
    """End a post so that the day `until` is the first without it.

    Raises Refused if that is not after its first day, if it has ended before, or if it would leave
    the application without an administrator.
    """
    if post.kind == PostKind.ADMINISTRATOR:
        _keep_an_administrator(post)
    post = Post.objects.select_for_update(no_key=True).get(pk=post.pk)
    if until <= post.period.lower:
        raise Refused(_("The post must last at least one day."))
    if post.period.upper and post.period.upper <= until:
        raise Refused(_("This post already ends before that day."))
    with because(by, why):
        post.period = DateRange(post.period.lower, until)
        post.save()
    return post


def _keep_an_administrator(post):
    """Lock all of them in one order, so that two who end each other's post do not both succeed."""
    lasting = administrators(on=timezone.localdate()).filter(period__upper_inf=True)
    locked = lasting.order_by("pk").select_for_update(of=("self",), no_key=True)
    if not [other for other in locked if other.pk != post.pk]:
        raise Refused(_("This is the last administrator. Appoint another one first."))
