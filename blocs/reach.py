"""What a person's posts open on a day. The tables ask here, so this imports no table."""

from dataclasses import dataclass

from django.apps import apps
from django.utils import timezone

from .succession import with_predecessors


@dataclass(frozen=True)
class Reach:
    """What a person's posts open on one day. Identifiers only, predecessors until then included.

    `kept` provinces are those whose records the person keeps as staff; `read_provinces` adds those
    read as observer. `represented` organisations are those the person acts for (own, and what was
    renamed to or merged into them); `read_as` adds whatever else preceded them.
    """

    is_administrator: bool = False
    kept: frozenset = frozenset()
    read_provinces: frozenset = frozenset()
    represented: frozenset = frozenset()
    signed_for: frozenset = frozenset()
    read_as: frozenset = frozenset()

    @classmethod
    def on(cls, user, day):
        """Read it from the tables now: four queries at most, whatever the number of posts."""
        if not user.is_authenticated:
            return cls()
        held = list(user.posts.in_force_on(day))
        if any(post.kind == "administrator" for post in held):
            return cls(is_administrator=True, **_of_organisations(held, day))
        return cls(**_of_provinces(held, day), **_of_organisations(held, day))


def reach_of(user):
    """The person's reach today (Asia/Ho_Chi_Minh), read once for each request's user object."""
    today = timezone.localdate()
    day, reach = user.__dict__.get("_reach", (None, None))
    if day != today:
        reach = Reach.on(user, today)
        user.__dict__["_reach"] = today, reach
    return reach


def _of_provinces(held, day):
    kept = {post.province_id for post in held if post.kind == "staff"}
    read = {post.province_id for post in held if post.kind == "observer"} | kept
    if not read:
        return {}
    successions = apps.get_model("blocs.ProvinceSuccession").objects.filter(on__lte=day)
    before = list(successions.values_list("predecessor", "successor"))
    return {
        "kept": with_predecessors(kept, before),
        "read_provinces": with_predecessors(read, before),
    }


def _of_organisations(held, day):
    own = [post for post in held if post.kind == "representative"]
    if not own:
        return {}
    successions = apps.get_model("blocs.OrganisationSuccession").objects
    rows = successions.values_list("predecessor", "successor", "kind")
    rows = list(rows.filter(successor__isnull=False, on__lte=day))
    whole = [row[:2] for row in rows if row[2] != "split"]
    represents = {post.organisation_id for post in own}
    signs = {post.organisation_id for post in own if post.may_sign}
    return {
        "represented": with_predecessors(represents, whole),
        "signed_for": with_predecessors(signs, whole),
        "read_as": with_predecessors(represents, [row[:2] for row in rows]),
    }
