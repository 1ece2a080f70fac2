"""Reminders: whom to remind of what, from the same open work as the to-do lists.

Who has nothing missing is not in it. When somebody is reminded stands in `MOMENTS`.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, Value
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.backends import may_sign_in
from accounts.models import PersonalNotice, PersonalNoticeKind, User
from accounts.notices import tell
from blocs.models import EmulationYear, OrganisationSuccession, Post, PostKind, ProvinceSuccession
from blocs.permissions import can_keep_year
from blocs.reach import reach_of
from blocs.succession import with_predecessors
from vietnamese.dates import short_date

from .todo import open_work, open_years

# Days left to the last day, from and to: a reminder goes out on the first run within them, so
# that a night on which no command ran leaves nobody out. What is overdue for longer is left to
# people: it stays on the to-do lists.
MOMENTS = {
    PersonalNoticeKind.AHEAD: (7, 2),
    PersonalNoticeKind.LAST_DAYS: (1, 0),
    PersonalNoticeKind.OVERDUE: (-1, -7),
}


@dataclass(frozen=True)
class Reminder:
    """What one person is to be told; `url` is a path, `item` the same as long as it waits."""

    user: User
    kind: str
    item: str
    text: str
    url: str
    due: dt.date
    year: EmulationYear

    @property
    def key(self):
        return self.user.pk, self.kind, self.item


@dataclass(frozen=True)
class Survey:
    """Whom a reminder reaches on a day, and what is due that no person with an account does."""

    reminders: list
    unreached: list


def reminders_due(on, years=None):
    """Return a Reminder for each person and thing that is missing and due about now.

    `years` are of `open_years`; without them, all. Who was reminded already is in it too: `send`
    passes them by. The same number of queries for any number of years.
    """
    return survey(open_years(on=on) if years is None else years, on=on).reminders


def survey(years, *, on):
    """Return the Survey of these years of `open_years` on the day."""
    with override("vi"):  # kept with the person, and mailed
        works = [work for work in open_work(list(years), on=on) if moment_of(work, on)]
        return remind(works, on=on, people=_people(works, on))


def remind(works, *, on, people):
    """Return the Survey of this open work; `people` gives for each whom it concerns."""
    found, unreached = {}, []
    for work in works:
        whom = people(work) if moment_of(work, on) else []
        for user in whom:
            reminder = _reminder(work, user, moment_of(work, on))
            found[reminder.key] = reminder
        if moment_of(work, on) and not whom:
            unreached.append(work)
    order = sorted(found.values(), key=lambda r: (r.due, r.year.bloc.sort_key, r.user.sort_key))
    return Survey(order, unreached)


def moment_of(work, on):
    """The kind of reminder that is due for this work on the day, or None."""
    if not work.due or not work.kind:
        return None
    left = (work.due - on).days
    return next((kind for kind, (most, least) in MOMENTS.items() if least <= left <= most), None)


def item_of(work):
    """The key under which a person is told once of each kind: a new last day is a new thing."""
    return f"{work.year.pk}:{work.kind}:{work.organisation or ''}:{work.due.isoformat()}"


def told_of(year):
    """The notices about a year's work, the newest first, with the people: one query."""
    notices = PersonalNotice.objects.filter(item__startswith=f"{year.pk}:")
    return notices.select_related("user")


def send(reminders, *, at, site):
    """Tell everybody who was not told yet, and mail it; return the new notices."""
    told = [
        {"user": r.user, "kind": r.kind, "item": r.item, "text": r.text, "path": r.url}
        for r in sorted(reminders, key=lambda reminder: reminder.key)  # the same for any two runs
    ]
    return tell(told, at=at, site=site)


def can_remind(user, year):
    """Who holds the year's work today, or keeps the bloc; `year` is of `with_open_work`."""
    return can_keep_year(user, year) or (year.is_open and year.holder in reach_of(user).represented)


def _reminder(work, user, kind):
    values = {"bloc": work.year.name, "what": work.text, "day": short_date(work.due)}
    if kind == PersonalNoticeKind.OVERDUE:
        text = _("%(bloc)s: %(what)s. The last day was %(day)s.") % values
    else:
        text = _("%(bloc)s: %(what)s. The last day is %(day)s.") % values
    return Reminder(user, kind, item_of(work), text, work.url, work.due, work.year)


def _addressee(work):
    """The organisation that the work waits for; None: the staff of the bloc's province."""
    return work.organisation or (None if work.keepers else work.year.holder)


def _people(works, on):
    """A function from open work to the people it waits for: two queries, whatever the work.

    What succeeded an organisation or a province acts for it, as in `blocs.reach`.
    """
    heirs = _heirs(on) if works else {}
    wanted = {work: _wanted(work, heirs) for work in works}
    posts = Post.objects.in_force_on(on).select_related("user").order_by("user__sort_key", "pk")
    posts = posts.filter(
        Q(kind=PostKind.REPRESENTATIVE, organisation__in=_keys(wanted, PostKind.REPRESENTATIVE))
        | Q(kind=PostKind.STAFF, province__in=_keys(wanted, PostKind.STAFF))
    )
    holders = defaultdict(dict)
    for post in posts:
        if may_sign_in(post.user):
            key = post.kind, post.organisation_id or post.province_id
            holders[key][post.user_id] = post.user
    return lambda work: list(
        {pk: user for key in wanted[work] for pk, user in holders[key].items()}.values()
    )


def _wanted(work, heirs):
    """The posts that act for whom the work waits: {(kind, organisation or province)}."""
    if organisation := _addressee(work):
        kind, start = PostKind.REPRESENTATIVE, organisation
    else:
        kind, start = PostKind.STAFF, work.year.bloc.province_id
    return {(kind, key) for key in with_predecessors({start} - {None}, heirs.get(kind, []))}


def _keys(wanted, kind):
    return {key for posts in wanted.values() for of_kind, key in posts if of_kind == kind}


def _heirs(on):
    """{kind of post: pairs that lead from what was to what succeeded it}, splits left out."""
    whole = OrganisationSuccession.objects.filter(on__lte=on, successor__isnull=False)
    whole = whole.exclude(kind="split").order_by()
    columns = ("successor", "predecessor")
    provinces = ProvinceSuccession.objects.filter(on__lte=on).order_by()
    rows = whole.values_list(*columns, Value(PostKind.REPRESENTATIVE.value)).union(
        provinces.values_list(*columns, Value(PostKind.STAFF.value)), all=True
    )
    found = defaultdict(list)
    for after, before, kind in rows:
        found[kind].append((after, before))
    return found
