"""Whose account a person keeps, and the last administrator, whom nobody shuts out."""

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import people
from accounts.models import User
from accounts.refusal import Refused

from .models import Post, PostKind
from .reach import reach_of


def posts_kept_by(user):
    """The posts that a person may give and end: `can_keep_post` as a queryset."""
    reach = reach_of(user)
    if reach.is_administrator:
        return Post.objects.all()
    return Post.objects.filter(
        Q(kind=PostKind.REPRESENTATIVE, organisation__province__in=reach.kept)
        | Q(kind=PostKind.OBSERVER, province__in=reach.kept)
    )


def people_kept_by(user):
    """Everyone for administrators; for staff who has posts, past ones too, of theirs alone.

    Somebody without any post is the administrator's.
    """
    if reach_of(user).is_administrator:
        return User.objects.all()
    held = Post.objects.filter(user=OuterRef("pk"))
    kept = posts_kept_by(user).values("pk")
    return User.objects.filter(Exists(held.filter(pk__in=kept)), ~Exists(held.exclude(pk__in=kept)))


@transaction.atomic
def shut_account(person, *, by, why):
    """`accounts.people.deactivate` for anyone but the last lasting administrator.

    Raises Refused for that one, for oneself, without a reason, and for an account that is shut.
    """
    lasting = administrators(on=timezone.localdate()).filter(period__upper_inf=True)
    # Persons are locked too: of two administrators who shut each other out, one is refused.
    locked = lasting.select_related("user").select_for_update(of=("self", "user"), no_key=True)
    if {post.user_id for post in locked.order_by("pk")} == {person.pk}:
        raise Refused(_("This is the last administrator. Appoint another one first."))
    return people.deactivate(person, by=by, why=why)


def administrators(*, on):
    """The administrators' posts in force on a day, of those whose accounts are open."""
    posts = Post.objects.in_force_on(on).filter(kind=PostKind.ADMINISTRATOR, user__is_active=True)
    return posts if settings.DEMO else posts.filter(user__is_demo=False)
