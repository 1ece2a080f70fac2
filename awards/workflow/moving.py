"""What every step of the province does: hold the blocs, move a nomination, tell the chair."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from accounts.models import PersonalNoticeKind
from accounts.notices import tell
from blocs.chairing import holder_of_year_work
from blocs.lineage import Lineage
from blocs.models import Bloc, EmulationYear, Post, PostKind

from ..models import WITH_REASON, Nomination, NominationStep


def held_nominations(keys):
    """Lock the blocs of these nominations, in one order for all, and read them as they now stand.

    A year may be closed: the province decides after it.
    """
    rows = Nomination.objects.filter(pk__in=keys)
    blocs = Bloc.objects.filter(pk__in=rows.values("emulation_year__bloc"))
    list(blocs.order_by("pk").select_for_update(no_key=True))
    return list(
        rows.select_related(
            "kind__basis", "seat__organisation", "emulation_year__bloc__province"
        ).order_by("pk")
    )


def held(nomination):
    """The same for one nomination."""
    return held_nominations([nomination.pk])[0]


def move(nomination, state, *, by, at, why="", act=None, **changes):
    """Bring a nomination to a state, with the step that people read. Within `because`.

    The one place where its state changes.
    """
    nomination.state = state
    nomination.reason = why if state in WITH_REASON else ""
    for name, value in changes.items():
        setattr(nomination, name, value)
    nomination.save()
    NominationStep.objects.create(
        nomination=nomination, state=state, why=why, by=by, at=at, act=act
    )
    return nomination


@transaction.atomic
def tell_chairs(texts, *, item, at, site):
    """Tell the people of the organisation that holds each year's work; Vietnamese, once.

    `texts` is {year of a bloc: (text, path)}; of one `item` a person is told once. Where nobody
    holds the work, nobody is told: the page of the year shows it in any case.
    """
    day = timezone.localdate(at)
    years = EmulationYear.objects.filter(pk__in=texts).annotate(holder=holder_of_year_work(on=day))
    holders = dict(years.values_list("pk", "holder"))
    lineage = Lineage(on=day)
    heirs = {held: {held, lineage.one(held)} for held in holders.values() if held}
    posts = Post.objects.in_force_on(day).select_related("user").order_by("user_id", "pk")
    posts = posts.filter(
        kind=PostKind.REPRESENTATIVE,
        organisation__in={one for each in heirs.values() for one in each},
    )
    told = {
        (post.user_id, year): {
            "user": post.user,
            "kind": PersonalNoticeKind.NEWS,
            "item": f"{year}:{item}",
            "text": texts[year][0],
            "path": texts[year][1],
        }
        for post in posts
        for year, holder in sorted(holders.items())
        if holder and post.organisation_id in heirs[holder]
    }
    return tell(told.values(), at=at, site=site)


def in_vietnamese():
    """What becomes part of a record, or is mailed, is Vietnamese whatever the page speaks."""
    return override("vi")
